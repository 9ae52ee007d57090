"""Is a count more or less than its own past would have it? One cell: its counts and exposures, now and before.

The test is conditional and exact: of all that the cell ever had, how much would fall to now if its rate had not
changed? The length of the past, and so how well its rate is known, is in the answer. What the rate is a rate of, the
exposure, is what everything else had in the same time: an office that grows as a whole does not make its parts rise.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from .beta_binomial import Tails
from .spread import Spread

INTERVAL = 0.95
SEASON_LEVEL = 0.05
"""Under which p the same months of earlier years are another thing than the rest of the year."""
SAME_AT_LEAST = 2
"""How many earlier years a season has to be seen in."""


class Past(NamedTuple):
    """A cell's past. counts, exposures, seasons: of each period; a season is the number of its month or quarter."""

    counts: Sequence[int]
    exposures: Sequence[float]
    seasons: Sequence[int]

    def split(self, season: int) -> tuple[Past, Past]:
        """The periods of that season, and the others."""
        return self._where(lambda each: each == season), self._where(lambda each: each != season)

    @property
    def by_season(self) -> list[Past]:
        """Season by season, where each was seen twice or more; else all as one."""
        seasons = set(self.seasons)
        if any(list(self.seasons).count(each) < SAME_AT_LEAST for each in seasons):
            return [self]
        return [self.split(season)[0] for season in sorted(seasons)]

    def _where(self, chosen: Callable[[int], bool]) -> Past:
        kept = [each for each in zip(*self, strict=True) if chosen(each[2])]
        return Past(*zip(*kept, strict=True)) if kept else Past((), (), ())


class Judged(NamedTuple):
    """A count beside what was to be expected. low, high: counts that would not be unusual for this one cell alone.

    seasonal: its season is another than the rest of the year, and the count was held against it as well.
    """

    observed: int
    expected: float
    low: int
    high: int
    p: float
    spread: float
    seasonal: bool

    @property
    def rising(self) -> bool:
        """More than expected."""
        return self.observed > self.expected


def spread_of(past: Past) -> Spread | None:
    """Variance over mean of a cell's past around its rate (Pearson); None if nothing ever happened.

    Where every season was seen twice or more, each has a rate of its own, for else a seasonal cell seems erratic.
    """
    squares, free = 0.0, 0
    for part in past.by_season:
        counted, exposed = sum(part.counts), sum(part.exposures)
        if counted and exposed:
            means = [counted * exposure / exposed for exposure in part.exposures]
            squares += sum((count - mean) ** 2 / mean for count, mean in zip(part.counts, means, strict=True) if mean)
            free += sum(mean > 0 for mean in means) - 1
    return Spread(squares / free, free) if free else None


def judge(
    observed: int, exposure: float, past: Past, *, season: int, spread: Spread, interval: bool = True
) -> Judged | None:
    """The count against its past; None where there is nothing to compare with: no exposure now or before.

    season: of now. spread: as worked out from the past, 1 at least. interval: whether low and high are wanted; else
    both are what was observed.
    """
    same = _season(past, season, spread)
    bases = [each for each in (past, same) if each is not None]
    if exposure <= 0 or any(sum(each.exposures) <= 0 for each in bases):
        return None
    # The season excuses and never accuses: a count has to be unusual beside all periods and beside its own season.
    known = [(sum(each.counts), exposure / (exposure + sum(each.exposures))) for each in bases]

    def at(count: int) -> Tails:
        found = [spread.tails(count, count + before, share) for before, share in known if count + before]
        return Tails(max(each.lower for each in found), max(each.upper for each in found)) if found else Tails(1.0, 1.0)

    expected = sum(bases[-1].counts) * exposure / sum(bases[-1].exposures)
    low, high = _interval(at, expected) if interval else (observed, observed)
    return Judged(observed, expected, low, high, at(observed).two_sided, spread.value, same is not None)


def _season(past: Past, season: int, spread: Spread) -> Past | None:
    """The same season of earlier years, where it has shown itself to be another than the rest."""
    same, others = past.split(season)
    if len(same.counts) < SAME_AT_LEAST or not sum(others.exposures) or not sum(same.exposures):
        return None
    whole = sum(past.counts)
    share = sum(same.exposures) / sum(past.exposures)
    if not whole or spread.tails(sum(same.counts), whole, share).two_sided >= SEASON_LEVEL:
        return None
    return same


def _interval(at: Callable[[int], Tails], expected: float) -> tuple[int, int]:
    """The least and the greatest count whose tails both hold more than half of what the interval leaves out."""
    outside = (1 - INTERVAL) / 2
    low = _first(lambda count: at(count).lower > outside, 0, round(expected))
    beyond = max(2, round(expected))
    while at(beyond).upper > outside:
        beyond *= 2
    high = _first(lambda count: at(count).upper <= outside, 0, beyond) - 1
    return low, max(low, high)


def _first(true: Callable[[int], bool], low: int, high: int) -> int:
    """The first number from low on for which it is true, `high` at the latest; it stays true from there."""
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if true(middle) else (middle + 1, high)
    return low
