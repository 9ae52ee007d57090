"""How many of several uncertain things come true: the Poisson-binomial distribution, and its interval."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil, floor, sqrt
from statistics import NormalDist

INTERVAL = 0.9
EXACT_AT_MOST = 150
"""Of more, the normal curve differs by less than a whole number matters."""


def chances(each: Iterable[float]) -> list[float]:
    """The chance of exactly 0, 1, 2 … coming true; each: how likely each is, independent of the others.

    >>> chances([0.5, 0.5])
    [0.25, 0.5, 0.25]
    """
    found = [1.0]
    for chance in each:
        found.append(0.0)
        for count in range(len(found) - 1, 0, -1):
            found[count] = found[count] * (1 - chance) + found[count - 1] * chance
        found[0] *= 1 - chance
    return found


def interval(each: Sequence[float], spread: float = 1.0) -> tuple[int, int]:
    """Least and greatest count between which the truth lies with INTERVAL, both included.

    spread: how many times greater than of independent things the variance has proved to be, 1 or more.
    """
    expected = sum(each)
    low, high = _exact(each) if len(each) <= EXACT_AT_MOST else _normal(each)
    wider = sqrt(max(1.0, spread))
    # To the whole number outside, but not for a rounding error.
    low_wide = floor(expected - (expected - low) * wider + 1e-9)
    high_wide = ceil(expected + (high - expected) * wider - 1e-9)
    return max(0, min(low, low_wide)), min(len(each), max(high, high_wide))


def _exact(each: Sequence[float]) -> tuple[int, int]:
    outside = (1 - INTERVAL) / 2
    low, high, below = 0, len(each), 0.0
    found = chances(each)
    for count, chance in enumerate(found):
        if below + chance > outside:
            low = count
            break
        below += chance
    above = 0.0
    for count in range(len(found) - 1, -1, -1):
        if above + found[count] > outside:
            high = count
            break
        above += found[count]
    return low, high


def _normal(each: Sequence[float]) -> tuple[int, int]:
    width = NormalDist().inv_cdf((1 + INTERVAL) / 2) * sqrt(variance(each)) + 0.5
    return max(0, floor(sum(each) - width)), min(len(each), ceil(sum(each) + width))


def variance(each: Iterable[float]) -> float:
    """Of the count, were they independent."""
    return sum(chance * (1 - chance) for chance in each)
