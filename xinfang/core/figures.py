"""Figures of a report: counts, and rates that keep what they are a rate of."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Rate(NamedTuple):
    """So many of so many."""

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        """Between 0 and 1, to four decimals; None when the whole is nothing."""
        return quotient(self.part, self.whole, 4) if self.whole else None


def quotient(part: int, whole: int, decimals: int) -> float:
    """The one by the other, halves rounded up 四舍五入 as whoever checks it does; `round` makes the last digit even.

    >>> quotient(5, 32, 4), quotient(353, 4, 1)
    (0.1563, 88.3)
    """
    size: int = 10**decimals
    return (2 * size * part + whole) // (2 * whole) / size


Figure = int | Rate
TallyPart = Literal["rows", "weight", "rate"]
"""What of a tally a figure is; the rate is its weight over its rows."""
Group = tuple[str, ...]
"""A value of each of GROUPED_BY."""
GROUPED_BY = ("channel", "region", "category", "route", "content", "unit", "branch")
"""By what a tally is broken down. content: the first of the three levels of content categories."""
Tally = dict[Group, tuple[int, int]]
"""For each group that occurs: how many rows, and their weight (people, or those that were in time)."""


class Indicator(NamedTuple):
    """A figure that reports print.

    key: stable English name. word: the field's. meaning: its definition, with source where it is not the office's own.
    measure: the tally it comes from. counted: what of the tally it is.
    unit: 件、人次、批次、项.
    """

    key: str
    word: str
    meaning: str
    measure: str
    counted: TallyPart = "rows"
    unit: str = "件"

    def of(self, tally: Tally) -> Figure:
        """The figure from a tally, or from the part of one."""
        rows = sum(count for count, _ in tally.values())
        weight = sum(weight for _, weight in tally.values())
        if self.counted == "rate":
            return Rate(weight, rows)
        return rows if self.counted == "rows" else weight


def by(tally: Tally, column: str) -> dict[str, Tally]:
    """A tally taken apart by one of GROUPED_BY."""
    place = GROUPED_BY.index(column)
    parts: dict[str, Tally] = {}
    for group, counts in tally.items():
        parts.setdefault(group[place], {})[group] = counts
    return parts
