"""A year taken apart: by month, by field 领域, by unit complained of, by unit that handled it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from ...core.case import ENDINGS
from ...core.figures import Rate
from ...core.overseen import Supervision
from ...core.period import Period
from ...core.table import Cell, Chart, Column, Table
from ...core.yearly import Intake, Yearly
from ..columns import BRANCH, CATEGORY, CONTENT, UNIT
from ..supervision.figures import Window, answers, opened

MANY = 2
"""From how many petitions on a unit is one of those complained of more 被投诉较多; no article says how many."""
AT_MOST = 20
RESPONDENTS_ARE = f"被投诉较多的机关、单位: 登记的“被反映人单位”，以及登记时“被反映”的就是台账上某个单位的，{MANY}件及以上的，列前{AT_MOST}个（条文没有写件数）；只计单位，不计人。"


def count(yearly: Yearly, column: str) -> list[tuple[str, int]]:
    """How many petitions of each kind by a column of Intake, the most first; those without it are left out."""
    place = Intake._fields.index(column)
    counts: Counter[str] = Counter()
    for row in yearly.intake:
        counts[str(row[place])] += row.received
    return sorted(((name, number) for name, number in counts.items() if name), key=lambda item: (-item[1], item[0]))


def complained_of(yearly: Yearly) -> list[tuple[str, int]]:
    """The units complained of most."""
    return [(unit, number) for unit, number in count(yearly, "respondent") if number >= MANY][:AT_MOST]


def by_month(period: Period, now: Yearly, before: Yearly, as_of: date) -> Table:
    """Twelve months, empty those that had not begun at the end of `as_of`; the year before by the same month."""
    came, had = dict(count(now, "month")), dict(count(before, "month"))
    months = [date(period.first.year, month, 1) for month in range(1, 13)]
    rows: list[tuple[Cell, ...]] = []
    for month in months:
        name, last_year = f"{month:%Y-%m}", f"{month.year - 1}-{month:%m}"
        happened = now.happened.get(name, {})
        counts = [happened.get(event, 0) for event in ("accepted", "replied")]
        closed = sum(happened.get(event, 0) for event in ENDINGS)
        told: tuple[Cell, ...] = (came.get(name, 0), *counts, closed, happened.get("resolved", 0))
        received, *others = told if month <= as_of else [None] * len(told)
        rows.append((name, received, had.get(last_year, 0), *others))
    columns = (
        Column("month", "月份"),
        Column("received", "收到", "number"),
        Column("previous", "上年收到", "number"),
        Column("accepted", "受理", "number"),
        Column("replied", "答复", "number"),
        Column("closed", "办结", "number"),
        Column("resolved", "化解", "number"),
    )
    chart = Chart("lines", "month", ("received", "previous", "replied", "closed"))
    return Table("各月情况", columns, tuple(rows), key="by_month", chart=chart)


def by_content(now: Yearly, before: Yearly) -> Table:
    """信访事项涉及领域: the first level of the office's own content categories."""
    return _beside("涉及领域", CONTENT._replace(label="领域"), now, before, "by_content")


def by_branch(now: Yearly, before: Yearly) -> Table:
    """The same by branch of the police 警种; none where nobody wrote one."""
    return _beside("涉及警种", BRANCH, now, before, "by_branch")


def by_category(now: Yearly, before: Yearly) -> Table:
    """三大类."""
    return _beside("按类别", CATEGORY, now, before, "by_category")


def _beside(title: str, column: Column, now: Yearly, before: Yearly, key: str) -> Table:
    """Each kind with its share and the year before; those without it last, left out where there is nothing else."""
    counts, earlier = dict(count(now, column.key)), dict(count(before, column.key))
    whole = sum(row.received for row in now.intake)
    had = sum(row.received for row in before.intake)
    if not counts and not earlier:
        return Table(title, (column,), (), key=key)
    names = sorted({*counts, *earlier}, key=lambda name: (-counts.get(name, 0), name))
    rows: list[tuple[Cell, ...]] = [_line(name, counts.get(name, 0), whole, earlier.get(name, 0)) for name in names]
    rest, rest_before = whole - sum(counts.values()), had - sum(earlier.values())
    if rest or rest_before:
        rows.append(_line("", rest, whole, rest_before))
    columns = (
        column,
        Column("received", "收到", "number"),
        Column("share", "占比", "rate"),
        Column("previous", "上年", "number"),
    )
    return Table(title, columns, tuple(rows), key=key, chart=Chart("bars", column.key, ("received", "previous")))


def _line(name: str, received: int, whole: int, before: int) -> tuple[Cell, ...]:
    return (name, received, Rate(received, whole).value, before)


def respondents(now: Yearly, before: Yearly) -> Table:
    """被投诉较多的机关、单位."""
    earlier = dict(count(before, "respondent"))
    rows = tuple((unit, number, earlier.get(unit, 0)) for unit, number in complained_of(now))
    columns = (
        Column("respondent", "机关、单位"),
        Column("received", "件次", "number"),
        Column("previous", "上年", "number"),
    )
    chart = Chart("bars", "respondent", ("received",))
    return Table("被投诉较多的机关、单位", columns, rows, key="respondents", chart=chart)


def by_unit(yearly: Yearly, on_time: Mapping[str, Rate], supervisions: Sequence[Supervision], window: Window) -> Table:
    """What went to each unit, what it answered in time, and what it was supervised for."""
    sent = Counter(each.unit for each in opened(supervisions, window))
    silent = Counter(each.unit for each in answers(supervisions, window).unanswered)
    units = {unit for unit in (*yearly.handed, *on_time, *sent, *silent) if unit}
    columns = (
        UNIT,
        Column("forwarded", "转送", "number"),
        Column("assigned", "交办", "number"),
        Column("due", "应办结", "number"),
        Column("met_on_time", "按期", "number"),
        Column("on_time_rate", "按期率", "rate"),
        Column("supervised", "督办", "number"),
        Column("unanswered", "督办未答复", "number"),
    )
    rows = []
    for unit in units:
        handed, due = yearly.handed.get(unit, {}), on_time.get(unit, Rate(0, 0))
        counts = (handed.get("forwarded", 0), handed.get("assigned", 0), due.whole, due.part)
        rows.append((unit, *counts, due.value, sent[unit], silent[unit]))
    rows.sort(key=lambda row: (-(row[1] + row[2]), -row[3], row[0]))
    chart = Chart("bars", "unit", ("forwarded", "assigned", "supervised"))
    return Table("各机关、单位", columns, tuple(rows), key="by_unit", chart=chart)
