"""Figures taken apart: by channel, category, route, content, unit, police branch, place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ...core.figures import Rate, Tally, by
from ...core.table import Chart, Column, Table
from ...core.terms import ROUTES
from ..columns import CATEGORY, CHANNEL, UNIT

PARTS: dict[str, tuple[str, Column]] = {
    "channel": ("按渠道", CHANNEL),
    "category": ("按类别", CATEGORY),
    "unit": ("按单位", UNIT),
    "route": (
        "按办理途径",
        Column("route", "途径", words={str(number): word for number, word in ROUTES.items()}, blank="未定"),
    ),
    "content": ("按内容分类", Column("content", "内容分类", blank="未分")),
    "branch": ("按警种", Column("branch", "警种", blank="未定")),
    "region": ("按问题属地", Column("region", "属地", blank="未填")),
}
"""One of GROUPED_BY → title and first column, in the order printed."""
WHOSE = "按单位、类别、途径等分列的，按截止日承办的单位、登记的类别等计；各行之和等于总体情况。"
TAKEN_APART = ("received", "replied", "closed", "reply_due")
"""The tallies that the parts are made of."""
_COLUMNS = (
    Column("received", "收到", "number"),
    Column("replied", "答复", "number"),
    Column("closed", "办结", "number"),
    Column("due", "应办结", "number"),
    Column("met_on_time", "按期", "number"),
    Column("on_time_rate", "按期率", "rate"),
)


class Part(NamedTuple):
    """One channel's, category's or unit's share of the figures."""

    key: str
    received: int
    replied: int
    closed: int
    on_time: Rate

    @property
    def cells(self) -> tuple[str | int | float | None, ...]:
        """As a row of the table."""
        return (
            self.key,
            self.received,
            self.replied,
            self.closed,
            self.on_time.whole,
            self.on_time.part,
            self.on_time.value,
        )


def parts(tallies: Mapping[str, Tally], column: str) -> list[Part]:
    """The parts by one of GROUPED_BY, the largest first."""
    taken = {name: by(tallies[name], column) for name in TAKEN_APART}
    keys = set().union(*taken.values())
    found = [
        Part(
            key,
            _rows(taken["received"].get(key, {})),
            _rows(taken["replied"].get(key, {})),
            _rows(taken["closed"].get(key, {})),
            Rate(_weight(taken["reply_due"].get(key, {})), _rows(taken["reply_due"].get(key, {}))),
        )
        for key in keys
    ]
    return sorted(found, key=lambda part: (-part.received, part.key))


def on_time(due: Tally, column: str) -> dict[str, Rate]:
    """The rate of each part by itself: weight of rows, such as replies in time of those due."""
    return {key: Rate(_weight(part), _rows(part)) for key, part in by(due, column).items()}


def tables(tallies: Mapping[str, Tally]) -> Iterator[Table]:
    """A table for each of PARTS that says something: one whose only part has no name is left out."""
    for name, (title, column) in PARTS.items():
        found = parts(tallies, name)
        if name in ("channel", "category", "unit") or any(part.key for part in found):
            yield table(title, column, found)


def table(title: str, column: Column, found: Sequence[Part]) -> Table:
    """The parts under their first column."""
    rows = tuple(part.cells for part in found)
    return Table(
        title, (column, *_COLUMNS), rows, key=f"by_{column.key}", chart=Chart("bars", column.key, ("received",))
    )


def _rows(tally: Tally) -> int:
    return sum(count for count, _ in tally.values())


def _weight(tally: Tally) -> int:
    return sum(weight for _, weight in tally.values())
