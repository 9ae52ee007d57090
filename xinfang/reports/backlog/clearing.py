"""积案清零: how many there were at the period's begin, came to them, left them, and are left: it adds up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ...core.backlog import Ids, Stock
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
MOVED = "由一个单位转到另一个单位的积案，转出的单位计减少，接手的单位计增加。"
_OVER = frozenset(state.value for state in ENDED)


class Clearing(NamedTuple):
    """The backlog at the begin and at the end; left: id → key of LEFT; added: those that were none at the begin."""

    begin: Stock
    end: Stock
    left: Mapping[int, str]
    added: Ids


def clearing(begin: Stock, end: Stock, after: Mapping[int, str], resolved: Ids, unit: str) -> Clearing:
    """after: the state at the end of those that left. unit: of that unit's backlog alone, at each day."""
    had, has = (begin.of(unit), end.of(unit)) if unit else (begin, end)
    gone, still = sorted(had.ids - has.ids), end.ids
    left = {each: "moved" if each in still else _how(each, begin, after, resolved) for each in gone}
    return Clearing(had, has, left, has.ids - had.ids)


def _how(petition: int, begin: Stock, after: Mapping[int, str], resolved: Ids) -> str:
    if petition in resolved:
        return "resolved"
    over = petition not in after or after[petition] in _OVER
    if petition in begin.came_again:
        return "quiet" if over else "reopened"
    return "ended" if over else "met"


def by_unit(found: Clearing, asked: str) -> Table:
    """A line for each unit that had some at either end. One that went from unit to unit left the one and came to the other."""
    rows = sorted(_rows(found, asked), key=lambda row: (-row[4], row[0]))
    columns = (
        UNIT,
        Column("begin", "期初", "number"),
        Column("added", "增加", "number"),
        Column("left", "减少", "number"),
        Column("end", "期末", "number"),
    )
    chart = Chart("bars", "unit", ("begin", "end"))
    return Table("各单位积案", columns, tuple(rows), (MOVED,), key="by_unit", chart=chart)


def _rows(found: Clearing, asked: str) -> Iterator[tuple[str, int, int, int, int]]:
    for unit in {asked} if asked else {holder.unit for stock in (found.begin, found.end) for holder in stock.held}:
        had, has = found.begin.had_by(unit), found.end.had_by(unit)
        if had or has:
            yield (unit, len(had), len(has - had), len(had - has), len(has))
