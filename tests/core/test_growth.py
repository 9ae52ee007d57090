"""An office that grows, by hand: its earlier years count as much as they would at the level of now."""

from __future__ import annotations

import random

import pytest

from xinfang.core.statistics.against_history import Past, judge, spread_of
from xinfang.core.statistics.growth import levelled
from xinfang.core.statistics.spread import KNOWN

MONTH = 30.0


ROOT = 2**0.25
"""By which each quarter is more where the year after has twice as much; `now` is two quarters and a half past the middle
of the last year, and as much more than what that had."""


def doubling(quarters: int) -> list[float]:
    """Days of so many quarters, the last of them the one before now."""
    return [MONTH / ROOT**back for back in range(quarters, 0, -1)]


@pytest.mark.parametrize(
    ("counts", "a_year", "taken"),
    [
        pytest.param([10] * 4 + [20] * 4, 4, doubling(8), id="twice as much"),
        pytest.param([7] + [10] * 4 + [20] * 4, 4, doubling(9), id="a quarter over, before the first whole year"),
        pytest.param([1, 2, 3, 4, 2, 4, 6, 8], 4, doubling(8), id="each season once in a year"),
        pytest.param(
            [10] * 8 + [20] * 4,
            4,
            [MONTH / ROOT**6.5] * 6 + doubling(6),
            id="no more until the middle of the second year",
        ),
        pytest.param([10] * 8, 4, [30.0] * 8, id="the same every year"),
        pytest.param([10] * 3 + [20] * 4, 4, [30.0] * 7, id="less than two years"),
        pytest.param([10] * 4 + [0] * 4, 4, [30.0] * 8, id="nothing in the last year"),
        pytest.param([10] * 4 + [0] * 4 + [10] * 4, 4, [30.0] * 12, id="nothing in a year between"),
        pytest.param([0] * 4 + [20] * 4, 4, [0.0] * 4 + [30.0] * 4, id="nothing in the first year"),
        pytest.param([0] * 4 + [10] * 4 + [20] * 4, 4, [0.0] * 4 + doubling(8), id="two years since something came"),
        pytest.param([10, 20, 40], 0, [30.0] * 3, id="periods that make no year"),
        pytest.param([], 12, [], id="no past"),
    ],
)
def test_levelled(counts: list[int], a_year: int, taken: list[float]) -> None:
    assert levelled(counts, [MONTH] * len(counts), a_year) == pytest.approx(taken)


def test_an_office_that_grows_steadily_goes_on_to() -> None:
    """A tenth more every year from 300 a month: the last year had 330 to 396, the month after it 399; and no month is a season."""
    counts = [round(300 * 1.1 ** (month / 12)) for month in range(36)]
    seasons = list(range(1, 13)) * 3
    days = levelled(counts, [MONTH] * 36, 12)
    found = judge(399, MONTH, Past(counts, days, seasons), season=1, spread=KNOWN)
    assert found is not None
    assert found.expected == pytest.approx(399, abs=1)
    assert not found.seasonal


@pytest.mark.parametrize("growth", [-0.15, 0.0, 0.1, 0.2])
def test_of_twenty_usual_months_about_one_lies_outside(growth: float) -> None:
    """Counts that come one by one at 300 a month, more or less of them every year."""
    chance = random.Random(5)
    outside = 0
    for _ in range(200):
        counts = [_poisson(chance, 300 * (1 + growth) ** (month / 12)) for month in range(37)]
        past = Past(counts[:-1], levelled(counts[:-1], [MONTH] * 36, 12), list(range(1, 13)) * 3)
        found = judge(counts[-1], MONTH, past, season=1, spread=spread_of(past) or KNOWN)
        assert found is not None
        outside += not found.low <= found.observed <= found.high
    assert outside <= 20


def _poisson(chance: random.Random, mean: float) -> int:
    """How many come in a month in which one comes after another without regard to it."""
    passed, number = chance.expovariate(mean), 0
    while passed < 1:
        passed += chance.expovariate(mean)
        number += 1
    return number
