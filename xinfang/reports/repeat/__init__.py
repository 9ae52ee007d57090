"""重复信访: which matters keep coming back, and what the office had left undone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from ...core.figures import Tally
from ...core.period import Period
from ...core.table import Cell, Column, Document, Table, records
from ..columns import CATEGORY, NUMBER, UNIT, words
from ..heading import Heading
from ..indicators import RATES
from ..overview import as_data, definitions
from . import tables
from .coming_again import Reason
from .headline import sentences
from .matters import MatterAgain
from .tables import ROOT, WHEN

AT_MOST = 50
"""Matters in the list; the rest is counted."""
BOTH_RATES = tuple(each for each in RATES if each.key in ("repeat_rate", "came_again_rate"))
"""重复信访率 in both definitions, as the bulletin has them."""
_DETAIL_WORDS = {"matters": "重复事项", "visits_again": "再次走访", "repeats": "重复件", "came_again": "办结后再次信访"}


def repeat(
    heading: Heading,
    *,
    matters: Sequence[MatterAgain],
    visits: Mapping[str, int] | None,
    tallies: Mapping[str, Tally],
    all_listed: bool,
) -> Document:
    """The report. visits: how many visits each month of the period had in all, None where one unit is asked for.

    tallies: those of BOTH_RATES. all_listed: every matter, not only the AT_MOST with most petitions.
    """
    again = [visit for matter in matters for visit in matter.visits]
    counted = tables.counts(matters, again)
    rates = [(each, each.of(tallies[each.measure])) for each in BOTH_RATES]
    laid_out = (
        tables.overview(counted, rates),
        tables.reasons(matters),
        tables.by_reason("按责任单位", "by_unit", UNIT, matters, lambda matter: matter.unit),
        tables.by_reason("按类别", "by_category", CATEGORY, matters, lambda matter: matter.category),
        tables.by_month(again, visits, _months(heading.period, heading.as_of)),
        tables.visits_by_unit(again),
        tables.listed(matters, None if all_listed else AT_MOST),
    )
    return Document(
        title=heading.title("重复信访情况"),
        data={
            **heading.data,
            "figures": {key: count for key, _, count in counted},
            "rates": as_data(BOTH_RATES, {}, {each.key: rate for each, rate in rates}),
            **{table.key: records(table) for table in laid_out[1:]},
        },
        tables=laid_out,
        lines=(
            f"截至 {heading.as_of} 的台账。哪些事项一再提出，本机关还有什么没有做到；只计事项和单位，不计人。",
            *sentences(matters, again),
        ),
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
    yield "答复后: 已作出答复，不论送达没有；单件性质里的重信重访（答复后）按收到之日已送达或者已以别的方式办结，两处口径不同。"
    yield from definitions(BOTH_RATES, {})
    yield "责任单位: 发现该原因的信访件当时所在的单位。"


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
        ROOT,
        UNIT,
        Column("value", "原因或时段", words={**words(Reason), **WHEN}),
        Column("weight", "是否计入分子", "number"),
    )
    return Table("明细", columns, tuple(rows), key="detail")
