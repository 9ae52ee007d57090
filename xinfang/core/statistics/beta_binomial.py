"""How so many things fall to one of two sides when they come in batches: the beta-binomial distribution.

Two counts, each with variance `spread` times its mean and the same rate per exposure, are negative binomial with a
common probability. Given their sum, the first is beta-binomial: the exact counterpart of the binomial that two Poisson
counts (spread 1) give. Nothing of it is approximate but the spread itself.
"""

from __future__ import annotations

from math import exp, lgamma, log
from typing import NamedTuple

BINOMIAL_BELOW = 1.001
"""A spread under this makes no difference, and its parameters would be too large to be exact."""
NEGLIGIBLE = 1e-13


class Tails(NamedTuple):
    """How likely so many or fewer, and so many or more; both count the number itself."""

    lower: float
    upper: float

    @property
    def two_sided(self) -> float:
        """Twice the smaller tail, at most 1."""
        return min(1.0, 2 * min(self))


def tails(count: int, whole: int, share: float, spread: float = 1.0) -> Tails:
    """The tails at `count` of `whole` things, of which the share 0 < share < 1 is expected on this side.

    spread: variance over mean of the counts that were added up, 1 or more.
    """
    law = _Law(whole, share, spread)
    here = exp(law.log_chance(count))
    if count > whole * share:
        upper = law.sum_from(count, here, 1)
        return Tails(min(1.0, 1 - upper + here), upper)
    lower = law.sum_from(count, here, -1)
    return Tails(lower, min(1.0, 1 - lower + here))


class _Law:
    def __init__(self, whole: int, share: float, spread: float) -> None:
        self.whole, self.share = whole, share
        self.binomial = spread < BINOMIAL_BELOW
        if not self.binomial:
            self.a = whole * share / (spread - 1)
            self.b = whole * (1 - share) / (spread - 1)

    def log_chance(self, count: int) -> float:
        """Logarithm of the chance of exactly `count`."""
        rest = self.whole - count
        ways = lgamma(self.whole + 1) - lgamma(count + 1) - lgamma(rest + 1)
        if self.binomial:
            return ways + count * log(self.share) + rest * log(1 - self.share)
        return ways + _log_beta(count + self.a, rest + self.b) - _log_beta(self.a, self.b)

    def sum_from(self, count: int, chance: float, step: int) -> float:
        """The chances from `count` away from the middle, added until they do not matter."""
        total = chance
        left = self.whole - count if step > 0 else count
        while left and chance > total * NEGLIGIBLE:
            chance *= self._ratio(count) if step > 0 else 1 / self._ratio(count - 1)
            count += step
            left -= 1
            total += chance
        return total

    def _ratio(self, count: int) -> float:
        """The chance of one more over that of `count`."""
        rest = self.whole - count
        ways = rest / (count + 1)
        if self.binomial:
            return ways * self.share / (1 - self.share)
        return ways * (count + self.a) / (rest - 1 + self.b)


def _log_beta(a: float, b: float) -> float:
    return lgamma(a) + lgamma(b) - lgamma(a + b)
