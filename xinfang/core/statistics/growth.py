"""An office that grows: what a year had beside the last one."""

from __future__ import annotations

from collections.abc import Sequence


def levelled(counts: Sequence[int], exposures: Sequence[float], a_year: int) -> list[float]:
    """The exposures of periods (the oldest first) as far as they would count at the level of the last year.

    Years of `a_year` periods are counted back from the newest one, so that each holds every season once; what is over at
    the old end goes with the first whole year. With less than two years there is nothing to tell growth by.

    >>> levelled([5, 5, 10, 10], [30.0, 30.0, 30.0, 30.0], 2)
    [15.0, 15.0, 30.0, 30.0]
    """
    begins = range(len(counts) % a_year, len(counts), a_year) if a_year else range(0)
    rates = [sum(counts[at : at + a_year]) / sum(exposures[at : at + a_year]) for at in begins]
    if len(rates) < 2 or not rates[-1]:
        return list(exposures)
    factors = [rate / rates[-1] for rate in rates]
    return [exposure * factors[max(0, (at - begins[0]) // a_year)] for at, exposure in enumerate(exposures)]
