"""An office that grows: what a year had beside the next, and what that comes to now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import exp, log


def levelled(counts: Sequence[int], exposures: Sequence[float], a_year: int) -> list[float]:
    """The exposures of periods (the oldest first) as far as they would count at the level of the period after them.

    Years of `a_year` periods are counted back from the newest one, so that each holds every season once; the level
    grows evenly from the middle of each to the middle of the next, and as from the last but one to the last up to now
    (what is over at the old end as from the first to the second). At the level of the last year as a whole, a month of
    an office that grows steadily would be half a year behind, and its season low: the same month begins every year.
    Before the first year in which something came there was nothing to compare with. With less than two years since, or a
    later one without anything, there is nothing to tell growth by.

    >>> [round(each, 1) for each in levelled([5, 5, 10, 10], [30.0, 30.0, 30.0, 30.0], 2)]
    [7.5, 10.6, 15.0, 21.2]
    """
    begins = range(len(counts) % a_year, len(counts), a_year) if a_year else range(0)
    rates = [sum(counts[at : at + a_year]) / sum(exposures[at : at + a_year]) for at in begins]
    empty = next((place for place, rate in enumerate(rates) if rate), 0)
    if not all(rates[empty:]):
        return list(exposures)
    beginning = begins[empty] if empty else 0
    since = [0.0] * beginning + list(exposures[beginning:])
    if len(rates) - empty < 2:
        return since
    level = _through([log(rate) for rate in rates[empty:]], begins[empty] + (a_year - 1) / 2, a_year)
    return [exposure * exp(level(at) - level(len(counts))) for at, exposure in enumerate(since)]


def _through(levels: Sequence[float], first: float, apart: int) -> Callable[[float], float]:
    """The line through these levels, the first at `first` and so far apart; its ends run on as they came."""

    def level(at: float) -> float:
        left = min(max(int((at - first) // apart), 0), len(levels) - 2)
        return levels[left] + (levels[left + 1] - levels[left]) * ((at - first) / apart - left)

    return level
