"""积案清零: how many there were at the period's begin, came to them, left them, and are left: it adds up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ...core.backlog import Stock
from ...core.table import Chart, Column, Table
from ...core.terms import ENDED
from ..columns import UNIT

LEFT: dict[str, str] = {
    "resolved": "化解",
    "ended": "办结",
    "reopened": "恢复办理",
    "moved": "转由其他单位",
    "met": "期限已履行或者延长",
    "quiet": "不再来访",
}
"""How a petition left the backlog, in the order asked."""
MEANT: dict[str, str] = {
    "resolved": "这一件或者它的重复件期内化解的",
    "ended": "期内办结等、没有记化解的",
    "reopened": "恢复办理、又没有超期的",
    "moved": "期末由其他单位承办的，只看一个单位时才有",
    "met": "仍在办，超过的期限已经履行或者延长的",
    "quiet": "{months}个月以内没有再访的",
}
"""What each way means."""
_OVER = frozenset(state.value for state in ENDED)


class Clearing(NamedTuple):
    """Ids at the begin and at the end, each with the unit that had it then; left: id → key of LEFT."""

    begin: Mapping[int, str]
    end: Mapping[int, str]
    left: Mapping[int, str]

    @property
    def added(self) -> list[int]:
        """Those that were none at the begin."""
        return sorted(self.end.keys() - self.begin.keys())


def clearing(
    begin: Stock, end: Stock, after: Mapping[int, tuple[str, str, str]], resolved: frozenset[int], unit: str
) -> Clearing:
    """after: number, state and unit at the end of those that left. unit: of that unit's backlog alone, at each day."""
    had = _of(begin, unit)
    has = _of(end, unit)
    gone = {petition: _how(petition, begin, end, after, resolved) for petition in sorted(had.keys() - has.keys())}
    return Clearing(had, has, gone)


def _of(stock: Stock, unit: str) -> dict[int, str]:
    return {petition: stuck.unit for petition, stuck in stock.items() if unit in ("", stuck.unit)}


def _how(
    petition: int, begin: Stock, end: Stock, after: Mapping[int, tuple[str, str, str]], resolved: frozenset[int]
) -> str:
    if petition in end:
        return "moved"
    if petition in resolved:
        return "resolved"
    over = petition not in after or after[petition][1] in _OVER
    if begin[petition].came_again_on:
        return "quiet" if over else "reopened"
    return "ended" if over else "met"


def by_unit(found: Clearing, asked: str) -> Table:
    """A line for each unit that had some at either end. One that went from unit to unit left the one and came to the other."""
    units = sorted({*found.begin.values(), *found.end.values()} if not asked else {asked})
    rows = sorted(_rows(found, units), key=lambda row: (-row[4], row[0]))
    columns = (
        UNIT,
        Column("begin", "期初", "number"),
        Column("added", "增加", "number"),
        Column("left", "减少", "number"),
        Column("end", "期末", "number"),
    )
    return Table("各单位积案", columns, tuple(rows), key="by_unit", chart=Chart("bars", "unit", ("begin", "end")))


def _rows(found: Clearing, units: list[str]) -> Iterator[tuple[str, int, int, int, int]]:
    had, has = Counter(found.begin.values()), Counter(found.end.values())
    stayed = Counter(unit for petition, unit in found.end.items() if found.begin.get(petition) == unit)
    for unit in units:
        if had[unit] or has[unit]:
            yield (unit, had[unit], has[unit] - stayed[unit], had[unit] - stayed[unit], has[unit])
