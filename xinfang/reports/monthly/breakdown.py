"""Figures taken apart: by channel, category, route, content, unit, police branch, place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ...core.figures import Rate, Tally, by
from ...core.table import Chart, Column, Table
from ...core.terms import ROUTES
from ..columns import BRANCH, CATEGORY, CHANNEL, CONTENT, REGION, UNIT

PARTS: dict[str, tuple[str, Column]] = {
    "channel": ("按渠道", CHANNEL),
    "category": ("按类别", CATEGORY),
    "unit": ("按单位", UNIT),
    "route": (
        "按办理途径",
        Column("route", "途径", words={str(number): word for number, word in ROUTES.items()}, blank="未定"),
    ),
    "content": ("按内容分类", CONTENT),
    "branch": ("按警种", BRANCH),
    "region": ("按问题属地", REGION),
}
"""One of GROUPED_BY → title and first column, in the order printed."""
ALWAYS = frozenset({"channel", "category", "unit"})
"""Printed whatever they say."""
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


def taken_apart(tallies: Mapping[str, Tally]) -> dict[str, list[Part]]:
    """The parts by each of PARTS, the largest first."""
    return {name: _parts(tallies, name) for name in PARTS}


def _parts(tallies: Mapping[str, Tally], column: str) -> list[Part]:
    taken = {name: by(tallies[name], column) for name in TAKEN_APART}
    rates = on_time(tallies["reply_due"], column)
    keys = set().union(*taken.values())
    found = [
        Part(
            key,
            _rows(taken["received"].get(key, {})),
            _rows(taken["replied"].get(key, {})),
            _rows(taken["closed"].get(key, {})),
            rates.get(key, Rate(0, 0)),
        )
        for key in keys
    ]
    return sorted(found, key=lambda part: (-part.received, part.key))


def on_time(due: Tally, column: str) -> dict[str, Rate]:
    """The rate of each part by itself: weight of rows, such as replies in time of those due."""
    return {key: Rate(sum(weight for _, weight in part.values()), _rows(part)) for key, part in by(due, column).items()}


def table(name: str, found: Sequence[Part]) -> Table:
    """The parts by that one of PARTS."""
    title, column = PARTS[name]
    rows = tuple(part.cells for part in found)
    return Table(title, (column, *_COLUMNS), rows, key=f"by_{name}", chart=Chart("bars", column.key, ("received",)))


def by_unit(found: Sequence[Part], owed: Mapping[str, int], overdue: str) -> Table:
    """The units, with how many duties each owed past their day, those too that have none of the petitions.

    overdue: what that is called.
    """
    others = [Part(unit, 0, 0, 0, Rate(0, 0)) for unit in sorted(owed.keys() - {part.key for part in found})]
    units = sorted((*found, *others), key=lambda part: (-part.received, part.key))
    plain = table("unit", units)
    columns = (*plain.columns, Column("overdue_open", overdue, "number"))
    return plain._replace(columns=columns, rows=tuple((*part.cells, owed.get(part.key, 0)) for part in units))


def says_something(name: str, found: Sequence[Part]) -> bool:
    """Whether people are shown the parts: not where the only one has no name."""
    return name in ALWAYS or any(part.key for part in found)


def _rows(tally: Tally) -> int:
    return sum(count for count, _ in tally.values())
