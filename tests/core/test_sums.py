"""Sums of uncertain things against every way they can fall."""

from __future__ import annotations

import random
from itertools import product
from math import isclose, prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xinfang.core.statistics.sums import EXACT_AT_MOST, INTERVAL, chances, interval, variance

from .chance import at_most


@given(st.lists(st.floats(0, 1), max_size=9))
def test_every_chance(each: list[float]) -> None:
    found = [0.0] * (len(each) + 1)
    for falls in product((True, False), repeat=len(each)):
        found[sum(falls)] += prod(p if fell else 1 - p for p, fell in zip(each, falls, strict=True))
    assert all(isclose(a, b, abs_tol=1e-12) for a, b in zip(chances(each), found, strict=True))
    mean = sum(count * chance for count, chance in enumerate(found))
    assert isclose(mean, sum(each), abs_tol=1e-9)
    assert isclose(variance(each), sum((count - mean) ** 2 * p for count, p in enumerate(found)), abs_tol=1e-9)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40), st.floats(1, 5))
def test_the_interval_holds_what_it_says_and_grows_with_the_spread(each: list[float], spread: float) -> None:
    low, high = interval(each)
    found = chances(each)
    assert sum(found[low : high + 1]) >= INTERVAL - 1e-9
    # Without its last count on either side it would leave out too much there.
    assert sum(found[: low + 1]) > (1 - INTERVAL) / 2
    assert sum(found[high:]) > (1 - INTERVAL) / 2
    wide_low, wide_high = interval(each, spread)
    assert 0 <= wide_low <= low <= high <= wide_high <= len(each)


@pytest.mark.parametrize("number", [EXACT_AT_MOST - 1, EXACT_AT_MOST + 1, 3000])
def test_it_covers_by_simulation(number: int) -> None:
    chance = random.Random(number)
    each = [chance.random() * 0.3 for _ in range(number)]
    low, high = interval(each)
    runs = 300
    missed = sum(not low <= sum(chance.random() < p for p in each) <= high for _ in range(runs))
    assert missed <= at_most(1 - INTERVAL, runs) * runs


def test_by_hand() -> None:
    assert interval([]) == (0, 0)
    assert interval([1.0] * 4) == (4, 4)
    # One in ten of ten: none 35%, one 39%, two 19%, three 6%, four and more 1.3%.
    assert interval([0.1] * 10) == (0, 3)
    # Four times the variance: twice as far from 1, so up to 5.
    assert interval([0.1] * 10, 4.0) == (0, 5)


def test_many_by_hand() -> None:
    """A deviation of √50 times 1.645 and a half, 12.1, on either side of 100; never less than none or more than all."""
    assert interval([0.5] * 200) == (87, 113)
    assert interval([0.001] * 151) == (0, 2)
    assert interval([0.999] * 151) == (149, 151)
