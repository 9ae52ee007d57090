"""The tables of 重复信访: how many, why, whose, when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import get_args

from ...core.figures import Figure, Indicator, Rate
from ...core.table import Cell, Chart, Column, Said, Table
from ...core.terms import Outcome
from ..closed import MEANING, SEALED, TO_SEE
from ..columns import UNIT, words
from ..overview import NOTHING, shown
from ..shortened import WHOLE, AtMost
from .coming_again import MEANINGS, Reason
from .matters import MatterAgain, VisitAgain, When

REASON = Column("reason", "原因", words=words(Reason))
ROOT = Column("root", "首件编号")
WHEN: dict[str, str] = {
    "in-time": "答复前，期限内",
    "overdue": "答复前，已超期",
    "after-reply": "答复后",
    "ended": "未答复而办结后",
}
"""How far the matter was, in words."""
_ONCE = "每个事项在每张表里只算一次，按上列次序归入最先符合的一种原因；以期内最后一次来信来访的前一日终了时的台账判断。"


def overview(counted: Sequence[tuple[str, str, int]], rates: Sequence[tuple[Indicator, Figure]]) -> Table:
    """The counts (see `counts`), and the rates with what they are a rate of."""
    rows: list[tuple[Cell, ...]] = [(key, count, None, None) for key, _, count in counted]
    for each, rate in rates:
        if isinstance(rate, Rate):
            rows.append((each.key, shown(rate), rate.part, rate.whole))
    words_of = {key: word for key, word, _ in counted} | {each.key: each.word for each, _ in rates}
    columns = (
        Column("figure", "指标", words=words_of),
        Column("value", "数值", "number", blank=NOTHING),
        Column("part", "分子", "number"),
        Column("whole", "分母", "number"),
    )
    return Table("总体情况", columns, tuple(rows), key="figures")


def counts(matters: Sequence[MatterAgain], again: Sequence[VisitAgain]) -> list[tuple[str, str, int]]:
    """Key, word and count."""
    when = Counter(visit.when for visit in again)
    return [
        ("matters", "重复事项", len(matters)),
        ("petitions", "其中期内收到的信访件", sum(matter.in_period for matter in matters)),
        ("petitions_in_all", "累计信访件", sum(len(matter.numbers) for matter in matters)),
        ("visits_again", "再次走访批次", len(again)),
        ("visits_before_reply", "其中答复前", when["in-time"] + when["overdue"]),
        ("visits_after_reply", "其中答复后", when["after-reply"]),
    ]


def reasons(matters: Sequence[MatterAgain]) -> Table:
    """Every reason, those that did not occur too: nought is an answer."""
    of_reason = Counter(matter.reason for matter in matters)
    columns = (
        Column("order", "次序"),
        REASON,
        Column("matters", "事项", "number"),
        Column("of_matters", "全部重复事项", "number"),
        Column("share", "占比", "rate"),
        Column("meaning", "认定标准"),
    )
    rows = tuple(
        (
            place,
            reason.value,
            of_reason[reason],
            len(matters),
            Rate(of_reason[reason], len(matters)).value,
            MEANINGS[reason],
        )
        for place, reason in enumerate(Reason, start=1)
    )
    return Table("再次信访的原因", columns, rows, (_ONCE,), "by_reason", Chart("bars", "reason", ("matters",)))


def by_reason(
    title: str, key: str, first: Column, matters: Sequence[MatterAgain], group: Callable[[MatterAgain], str]
) -> Table:
    """Matters by what they are grouped by, the most first, and how many of them came again for which reason."""
    groups: dict[str, Counter[Reason]] = {}
    for matter in matters:
        groups.setdefault(group(matter), Counter())[matter.reason] += 1
    columns = (
        first,
        Column("matters", "事项", "number"),
        *(Column(reason.value.replace("-", "_"), reason.label, "number") for reason in Reason),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (name, of.total(), *(of[reason] for reason in Reason))
        for name, of in sorted(groups.items(), key=lambda item: (-item[1].total(), item[0]))
    )
    return Table(title, columns, rows, key=key, chart=Chart("bars", first.key, ("matters",)))


def _counted(visits: Iterable[VisitAgain]) -> tuple[int, ...]:
    when = Counter(visit.when for visit in visits)
    return (when.total(), *(when[each] for each in get_args(When)))


def _when_columns() -> tuple[Column, ...]:
    names = (Column(each.replace("-", "_"), WHEN[each], "number") for each in get_args(When))
    return (Column("visits_again", "再次走访", "number"), *names)


def by_month(again: Sequence[VisitAgain], visits: Mapping[str, int] | None, names: Sequence[str]) -> Table:
    """Visits made again in each month of `names`; visits: how many there were in all, None where that is not asked for."""
    share = () if visits is None else (Column("visits", "走访批次", "number"), Column("share", "再次走访占比", "rate"))
    rows: list[tuple[Cell, ...]] = []
    for month in names:
        counted = _counted(visit for visit in again if f"{visit.on:%Y-%m}" == month)
        of_all: tuple[Cell, ...] = ()
        if visits is not None:
            whole = visits.get(month, 0)
            of_all = (whole, Rate(counted[0], whole).value)
        rows.append((month, *counted, *of_all))
    columns = (Column("month", "月份"), *_when_columns(), *share)
    chart = Chart("lines", "month", ("visits_again", "after_reply"))
    return Table("再次走访通报", columns, tuple(rows), key="visits_by_month", chart=chart)


def visits_by_unit(again: Sequence[VisitAgain]) -> Table:
    """Visits made again by the unit responsible, the most first."""
    units: dict[str, list[VisitAgain]] = {}
    for visit in again:
        units.setdefault(visit.unit, []).append(visit)
    order = sorted(units, key=lambda unit: (-len(units[unit]), unit))
    rows: list[tuple[Cell, ...]] = [(unit, *_counted(units[unit])) for unit in order]
    return Table("再次走访按责任单位", (UNIT, *_when_columns()), tuple(rows), key="visits_by_unit")


LISTED = (
    ROOT,
    Column("petitions", "件数", "number"),
    Column("in_period", "期内", "number"),
    REASON,
    Column("also", "另有"),
    UNIT._replace(label="责任单位"),
    Column("replied_on", "最近答复", "date", blank="未答复"),
    Column("outcome", "意见", words=words(Outcome)),
    Column("served_on", "送达", "date"),
    Column("carried_out_on", "执行", "date"),
    Column("contact", "联系人"),
    Column("last_received_on", "最近一次", "date"),
    Column("units", "涉及单位"),
    Column("numbers", "各件"),
    Column("command", "查看", machine_only=True),
)


def listed(matters: Sequence[MatterAgain], at_most: int | None) -> Table:
    """The matters one by one, those with the most petitions first, at most so many."""
    ordered = sorted(matters, key=lambda matter: (-len(matter.numbers), matter.root))[:at_most]
    rows = tuple(_row(matter) for matter in ordered)
    notes: list[str] = []
    hints = ["看一件的经过: xinfang show 编号。"] if rows else []
    if any(matter.contact == SEALED for matter in ordered):
        notes.append(MEANING)
        hints.append(TO_SEE)
    if len(matters) > len(rows):
        notes.append(AtMost(f"共 {len(matters)} 个事项，件数最多的在前", f"最多列 {len(rows)} 个"))
        hints.append(WHOLE)
    return Table("重复事项", LISTED, rows, tuple(notes), "matters", hints=tuple(hints))


def _row(matter: MatterAgain) -> tuple[Cell, ...]:
    return (
        matter.root,
        len(matter.numbers),
        matter.in_period,
        matter.reason.value,
        Said("、".join(matter.also), "、".join(reason.label for reason in matter.also)),
        matter.unit,
        matter.replied_on,
        matter.outcome,
        matter.served_on,
        matter.carried_out_on,
        matter.contact,
        matter.last_received_on,
        "、".join(matter.units),
        "、".join(matter.numbers),
        f"xinfang show {matter.root}",
    )
