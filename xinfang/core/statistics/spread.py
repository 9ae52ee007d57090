"""How much counts vary beyond chance, when a short past tells it badly: the spread, variance over mean.

What a cell's few periods show of its spread is drawn towards what the cells beside it show, by as much as they agree;
how many degrees of freedom it then rests on is in every tail, as Student's t has it and the normal curve has not. So
are dispersions estimated over many counts of few repeats by Smyth (2004), Statistical Applications in Genetics and
Molecular Biology 3(1), and Lund, Nettleton, McCarthy and Smyth (2012), ibid. 11(5).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import erfc, inf, log1p, sqrt
from statistics import NormalDist
from typing import NamedTuple

from .beta_binomial import Tails, tails

NORMAL = NormalDist()
LEAST = 1e-300


class Spread(NamedTuple):
    """Variance over mean, and the degrees of freedom it was estimated with; inf: it is known."""

    value: float
    free: float = inf

    @property
    def at_least_chance(self) -> Spread:
        """Not under 1: what happened to be steady is not taken for steadier than chance."""
        return self._replace(value=max(1.0, self.value))

    def times(self, factor: float) -> Spread:
        """As well known, and so many times as great."""
        return self._replace(value=self.value * factor)

    def tails(self, count: int, whole: int, share: float) -> Tails:
        """The tails of the beta-binomial, heavier the less the spread is known."""
        lower, upper = tails(count, whole, share, self.value)
        return Tails(heavier(lower, self.free), heavier(upper, self.free))


KNOWN = Spread(1.0)
"""Counts that come one by one."""


def drawn_together(own: Sequence[Spread | None]) -> list[Spread]:
    """The spread of each of several cells of one side, 1 at least; None: a cell that shows none of its own."""
    shown = [each for each in own if each is not None]
    if not shown:
        return [KNOWN] * len(own)
    free = sum(each.free for each in shown)
    usual = max(1.0, sum(each.value * each.free for each in shown) / free)
    prior = _prior(shown, usual)
    # Cells of a side add up to the whole: the last of them tells nothing that the others have not told.
    most = max(each.free for each in shown)
    together = max(most, free - most)
    return [_drawn(each or Spread(usual, 0.0), usual, prior, together) for each in own]


def _drawn(own: Spread, usual: float, prior: float, together: float) -> Spread:
    value = usual if prior == inf else (prior * usual + own.free * own.value) / (prior + own.free)
    return Spread(value, min(prior + own.free, together)).at_least_chance


def _prior(shown: Sequence[Spread], usual: float) -> float:
    """Of how many degrees of freedom the others are worth to each.

    By moments: squares of estimates are (1 + 2 / free) times as great as of the truth, and true spreads whose inverse
    is chi-squared differ by a squared coefficient of variation of 2 / (prior - 4).
    """
    differ = sum(each.value**2 for each in shown) / sum(usual**2 * (1 + 2 / each.free) for each in shown) - 1
    return 4 + 2 / differ if differ > 0 else inf


def heavier(p: float, free: float) -> float:
    """What a small tail of the normal curve is where the deviation is divided by an estimate: Student's.

    By Wallace (1959), Annals of Mathematical Statistics 30, 1124.

    >>> round(heavier(0.001, 4), 3), round(heavier(0.001, 30), 4), heavier(0.6, 4)
    (0.019, 0.0021, 0.6)
    """
    if free == inf or p >= 0.5:
        return p
    deviation = NORMAL.inv_cdf(max(p, LEAST))
    normal = (8 * free + 1) / (8 * free + 3) * sqrt(free * log1p(deviation**2 / free))
    return erfc(normal / sqrt(2)) / 2
