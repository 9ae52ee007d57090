"""The distribution against exact fractions, and against the two negative binomials it comes from."""

from __future__ import annotations

from fractions import Fraction
from math import comb, exp, isclose, lgamma, log, prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xinfang.core.statistics.beta_binomial import tails


def exact(whole: int, share: Fraction, spread: Fraction) -> list[Fraction]:
    """Every chance, in fractions: rising factorials where the program has logarithms of the gamma function."""
    if spread == 1:
        return [comb(whole, k) * share**k * (1 - share) ** (whole - k) for k in range(whole + 1)]
    a, b = whole * share / (spread - 1), whole * (1 - share) / (spread - 1)

    def rising(base: Fraction, times: int) -> Fraction:
        return Fraction(prod(((base + i) for i in range(times)), start=Fraction(1)))

    return [comb(whole, k) * rising(a, k) * rising(b, whole - k) / rising(a + b, whole) for k in range(whole + 1)]


@given(
    st.integers(1, 40),
    st.fractions(Fraction(1, 50), Fraction(49, 50), max_denominator=50),
    st.sampled_from([Fraction(1), Fraction(11, 10), Fraction(3, 2), Fraction(4)]),
)
def test_every_tail_is_the_exact_one(whole: int, share: Fraction, spread: Fraction) -> None:
    chances = exact(whole, share, spread)
    assert sum(chances) == 1
    for count in range(whole + 1):
        found = tails(count, whole, float(share), float(spread))
        assert isclose(found.lower, sum(chances[: count + 1]), rel_tol=1e-9)
        assert isclose(found.upper, sum(chances[count:]), rel_tol=1e-9)
        assert found.two_sided == min(1.0, 2 * min(found))


@pytest.mark.parametrize(("now", "before", "spread"), [(4.0, 30.0, 1.5), (7.5, 11.0, 3.0), (0.5, 20.0, 1.2)])
def test_it_is_what_two_batchy_counts_give(now: float, before: float, spread: float) -> None:
    """Negative binomials of mean m and variance spread × m, under the condition of their sum."""

    def chance(count: int, mean: float) -> float:
        size, stop = mean / (spread - 1), 1 / spread
        ways = lgamma(count + size) - lgamma(size) - lgamma(count + 1)
        return exp(ways + size * log(stop) + count * log(1 - stop))

    # The size of the distribution depends on the sum, whose mean is `now + before`: there the two are the same.
    whole = round(now + before)
    share = now / (now + before)
    scale = whole / (now + before)
    joint = [chance(k, now * scale) * chance(whole - k, before * scale) for k in range(whole + 1)]
    for count in range(whole + 1):
        assert isclose(tails(count, whole, share, spread).upper, sum(joint[count:]) / sum(joint), rel_tol=1e-7)


def test_large_numbers_stay_exact() -> None:
    """Half of two million: the tail at the middle is a half and half of the middle's own chance."""
    whole = 2_000_000
    middle = tails(whole // 2, whole, 0.5)
    assert isclose(middle.lower, middle.upper, rel_tol=1e-6)
    assert isclose(middle.lower - 0.5, 0.5 / (3.14159265 * whole / 2) ** 0.5, rel_tol=1e-3)
