"""Does it spread evenly? Counts of several kinds of days against the number of such days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .correction import benjamini_hochberg
from .spread import KNOWN, Spread


class Evenness(NamedTuple):
    """One kind of day: its count, what it would have if all days were alike, and the p, adjusted for all kinds."""

    observed: int
    expected: float
    adjusted: float


def evenly(daily: Mapping[str, Sequence[int]]) -> dict[str, Evenness]:
    """Each kind of day by the counts of its days. Fewer than two kinds, or nothing counted: nothing to say.

    How much days of one kind differ among themselves is taken into account: letters come in batches.
    """
    kinds = {kind: counts for kind, counts in daily.items() if counts}
    days, whole = sum(map(len, kinds.values())), sum(map(sum, kinds.values()))
    if len(kinds) < 2 or not whole:
        return {}
    spread = _spread(kinds)
    expected = {kind: whole * len(counts) / days for kind, counts in kinds.items()}
    values = [spread.tails(sum(counts), whole, len(counts) / days).two_sided for counts in kinds.values()]
    adjusted = benjamini_hochberg(values)
    return {
        kind: Evenness(sum(counts), expected[kind], p)
        for (kind, counts), p in zip(kinds.items(), adjusted, strict=True)
    }


def _spread(kinds: Mapping[str, Sequence[int]]) -> Spread:
    """Variance over mean of days around the mean of their kind, 1 at least."""
    squares, free = 0.0, 0
    for counts in kinds.values():
        mean = sum(counts) / len(counts)
        if mean:
            squares += sum((count - mean) ** 2 / mean for count in counts)
            free += len(counts) - 1
    return Spread(squares / free, free).at_least_chance if free else KNOWN
