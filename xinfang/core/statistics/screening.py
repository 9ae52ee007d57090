"""Many cells against their past at once, by every side from which they can be seen.

One thing found explains others: what it takes along must not be told again, and what stays as it was must not seem to
fall beside it. So the strongest finding is set apart, and the rest is weighed again without it, until nothing is found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from .against_history import Judged, Past, judge, spread_of
from .correction import benjamini_hochberg
from .spread import drawn_together

Group = tuple[str, ...]
"""What one thing counted is on each side."""
Cell = tuple[tuple[int, str], ...]
"""Values on one or more sides, by their place in Group: ((3, "城关派出所"),)."""
View = tuple[int, ...]
"""The sides that make up cells."""
LEVEL = 0.05
"""The share of false alarms allowed among those given."""
FEWEST = 5
"""Fewer in all, now and ever before, and a cell is not looked at: it could hardly be told from chance."""
KEPT_AT_LEAST = 0.2
"""So much of what there is now has to be left to weigh by: the search ends where setting apart would leave less."""
FOUND_AT_MOST = 20


class Series(NamedTuple):
    """A cell's count and exposure now, and its past.

    wider: how many times as much the count varies around its exposure as by itself, for the rest, by which it is
    weighed, varies too: a cell half as large as the rest, one and a half times.
    """

    now: int
    exposure: float
    past: Past
    wider: float


class Finding(NamedTuple):
    """A cell, what it was judged to be, and its p adjusted for all that were looked at with it."""

    cell: Cell
    judged: Judged
    adjusted: float


class Grid:
    """Everything counted, a group for each, period by period, the last of which is now.

    seasons: of each period, now included. odds: for cells whose exposure is a known share of that of all others, such
    as a weekday's share of the days; a factor for each period.
    """

    def __init__(
        self,
        periods: Sequence[Sequence[Group]],
        seasons: Sequence[int],
        odds: Mapping[Cell, Sequence[float]] | None = None,
    ) -> None:
        self.seasons, self.odds = seasons, odds or {}
        self.periods = self._left = periods
        now, past = len(periods[-1]), [len(period) for period in periods[:-1]]
        self._grown = now * len(past) > sum(past)
        self.looked_at = 0
        """How many cells were tested together at most."""
        self.found: list[Cell] = []
        self.exhausted = False
        """Whether what was found left too little to weigh anything else by."""

    def within(self, cell: Cell) -> Grid:
        """Only what belongs to the cell."""
        return Grid([[g for g in period if belongs(g, cell)] for period in self.periods], self.seasons, self.odds)

    def set_apart(self, cell: Cell) -> None:
        """Weigh by what is not in the cell from now on, if enough is left."""
        left = [[group for group in period if not belongs(group, cell)] for period in self._left]
        self.found.append(cell)
        self.exhausted = len(left[-1]) < KEPT_AT_LEAST * len(self.periods[-1]) or not any(left[:-1])
        if not self.exhausted:
            self._left = left

    def cells(self, view: View, *, whole: bool = True) -> dict[Cell, Series]:
        """Every cell of the view that has no empty value and was not too seldom; whole: with what was set apart."""
        totals = [len(period) for period in self._left]
        left = _counts(self._left, view)
        found = {}
        for key, counts in (_counts(self.periods, view) if whole else left).items():
            if sum(counts) < FEWEST or not all(key):
                continue
            cell = tuple(zip(view, key, strict=True))
            own = left.get(key) or (0,) * len(counts)
            odds = self.odds.get(cell) or (1.0,) * len(counts)
            others = [total - part for total, part in zip(totals, own, strict=True)]
            rest = [number * odd for number, odd in zip(others, odds, strict=True)]
            wider = 1 + sum(counts[:-1]) / max(1, sum(others[:-1]))
            found[cell] = Series(counts[-1], rest[-1], Past(counts[:-1], rest[:-1], self.seasons[:-1]), wider)
        return found

    def judged(self, cells: Mapping[Cell, Series], *, intervals_of: Container[Cell] = ()) -> dict[Cell, Judged]:
        """Each of these cells of one view against its past, where that can be."""
        own = [spread_of(series.past) for series in cells.values()]
        beside = drawn_together(
            [each and each.times(1 / series.wider) for each, series in zip(own, cells.values(), strict=True)]
        )
        found = {}
        for (cell, (now, exposure, past, wider)), spread in zip(cells.items(), beside, strict=True):
            one = judge(
                now,
                exposure,
                past,
                season=self.seasons[-1],
                spread=spread.times(wider),
                interval=cell in intervals_of,
            )
            if one is not None:
                found[cell] = one
        return found

    def order(self, finding: Finding) -> tuple[bool, float, float, Cell]:
        """The likeliest cause first: where there is more in all, something rose and the rest only seems to fall."""
        one = finding.judged
        return one.rising != self._grown, one.p, -abs(one.observed - one.expected), finding.cell


def search(grid: Grid, views: Sequence[View], *, at_most: int = FOUND_AT_MOST) -> list[Finding]:
    """What is found among the cells of all views tested together, the strongest first; the grid has it set apart."""
    found: dict[Cell, float] = {}
    while len(found) < at_most and not grid.exhausted:
        tested = [item for view in views for item in grid.judged(grid.cells(view, whole=False)).items()]
        grid.looked_at = max(grid.looked_at, len(tested))
        adjusted = benjamini_hochberg([one.p for _, one in tested])
        new = [
            Finding(cell, one, p)
            for (cell, one), p in zip(tested, adjusted, strict=True)
            if p <= LEVEL and not any(set(known) <= set(cell) for known in grid.found)
        ]
        if not new:
            break
        strongest = min(new, key=grid.order)
        found[strongest.cell] = strongest.adjusted
        grid.set_apart(strongest.cell)
    return list(_with_intervals(grid, found))


def _with_intervals(grid: Grid, found: Mapping[Cell, float]) -> Iterator[Finding]:
    """As they stand with all they have, beside what is left of the others."""
    views = dict.fromkeys(tuple(side for side, _ in cell) for cell in found)
    judged: dict[Cell, Judged] = {}
    for view in views:
        judged |= grid.judged(grid.cells(view), intervals_of=found)
    return (Finding(cell, judged[cell], adjusted) for cell, adjusted in found.items() if cell in judged)


def narrowed(grid: Grid, finding: Finding, sides: Sequence[int]) -> Finding | None:
    """Where in the cell found it happened: the cell of one side more that has more than its share of the change.

    None where the change is spread over the cell as the cell always was.
    """
    inside = grid.within(finding.cell)
    others = [(side,) for side in sides if side not in dict(finding.cell)]
    for part in search(inside, others, at_most=1):
        if part.judged.rising == finding.judged.rising:
            return part._replace(cell=finding.cell + part.cell)
    return None


def belongs(group: Group, cell: Cell) -> bool:
    """Whether the group is of the cell."""
    return all(group[side] == value for side, value in cell)


def _counts(periods: Sequence[Sequence[Group]], view: View) -> dict[Group, list[int]]:
    """The counts of every key period by period."""
    width = len(periods)
    found: dict[Group, list[int]] = {}
    for at, period in enumerate(periods):
        values = map(itemgetter(*view), period)
        for key, count in Counter(values if len(view) > 1 else zip(values, strict=True)).items():
            found.setdefault(key, [0] * width)[at] = count
    return found
