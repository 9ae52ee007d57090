"""重复信访: which matters keep coming back, and what the office had left undone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import get_args

from ..core.figures import Rate, Tally
from ..core.period import Period
from ..core.table import Cell, Chart, Column, Document, Table, records
from ..core.terms import Outcome
from .columns import CATEGORY, NUMBER, UNIT, words
from .coming_again import MEANINGS, Reason
from .indicators import RATES, value
from .repeat_matters import MatterAgain, VisitAgain, When

AT_MOST = 50
"""Matters in the list; the rest is counted."""
BOTH_RATES = tuple(each for each in RATES if each.key in ("repeat_rate", "came_again_rate"))
"""重复信访率 in both definitions, as the bulletin has them."""
_REASON = Column("reason", "原因", words=words(Reason))
_ROOT = Column("root", "首件编号")
_WHEN: dict[str, str] = {
    "in-time": "答复前，期限内",
    "overdue": "答复前，已超期",
    "after-reply": "答复后",
    "ended": "未答复而办结后",
}
_ONCE = "每个事项在每张表里只算一次，按上列次序归入最先符合的一种原因；以期内最后一次来信来访的前一日终了时的台账判断。"
_DETAIL_WORDS = {"matters": "重复事项", "visits_again": "再次走访", "repeats": "重复件", "came_again": "办结后再次信访"}


def repeat(
    *,
    office: str,
    period: Period,
    as_of: date,
    unit: str,
    matters: Sequence[MatterAgain],
    visits: Mapping[str, int],
    tallies: Mapping[str, Tally],
    all_listed: bool,
) -> Document:
    """The report. visits: how many visits each month of the period had in all, empty where one unit is asked for.

    tallies: those of BOTH_RATES. all_listed: every matter, not only the AT_MOST with most petitions.
    """
    again = [visit for matter in matters for visit in matter.visits]
    rates = [(each, each.of(tallies[each.measure])) for each in BOTH_RATES]
    tables = (
        _overview(matters, again, rates),
        _reasons(matters),
        _by_reason("按责任单位", "by_unit", UNIT, matters, lambda matter: matter.unit),
        _by_reason("按类别", "by_category", CATEGORY, matters, lambda matter: matter.category),
        _by_month(again, visits, _months(period, as_of)),
        _visits_by_unit(again),
        _list(matters, None if all_listed else AT_MOST),
    )
    of_unit = f"（{unit}）" if unit else ""
    return Document(
        title=f"{office} {period.label}重复信访情况{of_unit}",
        data={
            "period": {"kind": period.kind, "name": period.name, "first": str(period.first), "last": str(period.last)},
            "as_of": as_of.isoformat(),
            "unit": unit,
            "figures": {str(name): count for name, count, *_ in tables[0].rows},
            "rates": [
                {
                    "name": each.key,
                    "label": each.word,
                    "value": value(rate),
                    **({"part": rate.part, "whole": rate.whole} if isinstance(rate, Rate) else {}),
                    "definition": each.meaning,
                }
                for each, rate in rates
            ],
            **{table.key: records(table) for table in tables[1:]},
        },
        tables=tables,
        lines=(f"截至 {as_of} 的台账。哪些事项一再提出，本机关还有什么没有做到；只计事项和单位，不计人。",),
        notes=tuple(_definitions()),
    )


def _months(period: Period, as_of: date) -> list[str]:
    """The months of the period that had begun by `as_of`: 2026-10, 2026-11 …"""
    first, until = period.first, period.until(as_of)
    count = (until.year - first.year) * 12 + until.month - first.month + 1
    dates = (divmod(first.year * 12 + first.month - 1 + number, 12) for number in range(count))
    return [f"{year}-{month + 1:02d}" for year, month in dates]


def _definitions() -> Iterator[str]:
    yield "重复事项: 截至期末有两件以上信访件（以重复关系相连）、其中至少一件在期内收到的事项。"
    yield "再次走访: 期内就已有信访件的事项再次来访、联合接访、下访约访、视频接访的批次；答复前后按前一日终了时分。"
    yield from (f"{each.word}: {each.meaning}。" for each in BOTH_RATES)
    yield "责任单位: 发现该原因的信访件当时所在的单位。"


def _overview(
    matters: Sequence[MatterAgain], again: Sequence[VisitAgain], rates: Sequence[tuple[object, object]]
) -> Table:
    when = Counter(visit.when for visit in again)
    counts: list[tuple[str, str, int]] = [
        ("matters", "重复事项", len(matters)),
        ("petitions", "其中期内收到的信访件", sum(matter.in_period for matter in matters)),
        ("petitions_in_all", "累计信访件", sum(len(matter.numbers) for matter in matters)),
        ("visits_again", "再次走访批次", len(again)),
        ("visits_before_reply", "其中答复前", when["in-time"] + when["overdue"]),
        ("visits_after_reply", "其中答复后", when["after-reply"]),
    ]
    rows: list[tuple[Cell, ...]] = [(key, count, None, None) for key, _, count in counts]
    for each, rate in zip(BOTH_RATES, (rate for _, rate in rates), strict=True):
        if isinstance(rate, Rate):
            rows.append((each.key, "无" if rate.value is None else f"{rate.value:.2%}", rate.part, rate.whole))
    columns = (
        Column("figure", "指标", words={key: word for key, word, _ in counts} | {e.key: e.word for e in BOTH_RATES}),
        Column("value", "数值", "number"),
        Column("part", "分子", "number"),
        Column("whole", "分母", "number"),
    )
    return Table("总体情况", columns, tuple(rows), key="figures")


def _reasons(matters: Sequence[MatterAgain]) -> Table:
    """Every reason, those that did not occur too: nought is an answer."""
    counts = Counter(matter.reason for matter in matters)
    columns = (
        Column("order", "次序", "number"),
        _REASON,
        Column("matters", "事项", "number"),
        Column("of_matters", "全部重复事项", "number"),
        Column("share", "占比", "rate"),
        Column("meaning", "怎样认定"),
    )
    rows = tuple(
        (place, reason.value, counts[reason], len(matters), Rate(counts[reason], len(matters)).value, MEANINGS[reason])
        for place, reason in enumerate(Reason, start=1)
    )
    return Table("为什么再来", columns, rows, (_ONCE,), "by_reason", Chart("bars", "reason", ("matters",)))


def _by_reason(
    title: str, key: str, first: Column, matters: Sequence[MatterAgain], group: Callable[[MatterAgain], str]
) -> Table:
    counts: dict[str, Counter[Reason]] = {}
    for matter in matters:
        counts.setdefault(group(matter), Counter())[matter.reason] += 1
    columns = (
        first,
        Column("matters", "事项", "number"),
        *(Column(reason.value.replace("-", "_"), reason.label, "number") for reason in Reason),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (name, of.total(), *(of[reason] for reason in Reason))
        for name, of in sorted(counts.items(), key=lambda item: (-item[1].total(), item[0]))
    )
    return Table(title, columns, rows, key=key, chart=Chart("bars", first.key, ("matters",)))


def _counted(visits: Iterable[VisitAgain]) -> tuple[int, ...]:
    when = Counter(visit.when for visit in visits)
    return (when.total(), *(when[each] for each in get_args(When)))


def _when_columns() -> tuple[Column, ...]:
    names = (Column(each.replace("-", "_"), _WHEN[each], "number") for each in get_args(When))
    return (Column("visits_again", "再次走访", "number"), *names)


def _by_month(again: Sequence[VisitAgain], visits: Mapping[str, int], names: Sequence[str]) -> Table:
    share = (Column("visits", "走访批次", "number"), Column("share", "再次走访占比", "rate")) if visits else ()
    rows: list[tuple[Cell, ...]] = []
    for month in names:
        counted = _counted(visit for visit in again if f"{visit.on:%Y-%m}" == month)
        of_all = (visits.get(month, 0), Rate(counted[0], visits.get(month, 0)).value) if visits else ()
        rows.append((month, *counted, *of_all))
    columns = (Column("month", "月份"), *_when_columns(), *share)
    chart = Chart("lines", "month", ("visits_again", "after_reply"))
    return Table("再次走访通报", columns, tuple(rows), key="visits_by_month", chart=chart)


def _visits_by_unit(again: Sequence[VisitAgain]) -> Table:
    units: dict[str, list[VisitAgain]] = {}
    for visit in again:
        units.setdefault(visit.unit, []).append(visit)
    order = sorted(units, key=lambda unit: (-len(units[unit]), unit))
    rows: list[tuple[Cell, ...]] = [(unit, *_counted(units[unit])) for unit in order]
    return Table("再次走访按责任单位", (UNIT, *_when_columns()), tuple(rows), key="visits_by_unit")


def _list(matters: Sequence[MatterAgain], at_most: int | None) -> Table:
    ordered = sorted(matters, key=lambda matter: (-len(matter.numbers), matter.root))[:at_most]
    columns = (
        _ROOT,
        Column("petitions", "件数", "number"),
        Column("in_period", "期内", "number"),
        _REASON,
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
    rows = tuple(
        (
            matter.root,
            len(matter.numbers),
            matter.in_period,
            matter.reason.value,
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
        for matter in ordered
    )
    notes = ["看一件的经过: xinfang show 编号。※ 检举控告，限知。"] if rows else []
    if len(matters) > len(rows):
        notes.append(f"共 {len(matters)} 个事项，列出件数最多的 {len(rows)} 个；全部列出加 --detail。")
    return Table("重复事项", columns, rows, tuple(notes), "matters")


def detail(matters: Sequence[MatterAgain], counted: Mapping[str, Iterable[tuple[str, str, int]]]) -> Table:
    """One row for everything that was counted: each petition of a matter, each visit, and what the two rates count."""
    rows: list[tuple[Cell, ...]] = []
    for matter in matters:
        rows += [("matters", number, matter.root, matter.unit, matter.reason.value, 1) for number in matter.numbers]
    for matter in matters:
        rows += [("visits_again", each.number, each.root, each.unit, each.when, 1) for each in matter.visits]
    for name, found in counted.items():
        rows += [(name, number, "", unit, "", weight) for number, unit, weight in found]
    columns = (
        Column("measure", "指标", words=_DETAIL_WORDS),
        NUMBER,
        _ROOT,
        UNIT,
        Column("value", "原因或时段", words={**words(Reason), **_WHEN}),
        Column("weight", "是否计入分子", "number"),
    )
    return Table("明细", columns, tuple(rows), key="detail")
