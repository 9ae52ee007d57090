"""Days of the week, by hand and by simulation."""

from __future__ import annotations

import random
from math import isclose

from xinfang.core.statistics.evenly import evenly
from xinfang.core.statistics.spread import heavier

from .chance import at_most, batchy


def test_by_hand() -> None:
    """Two Mondays with 9 and 9, two Tuesdays with 3 and 3: of 24, 12 each; 18 or more of 24 tosses, doubled, twice.

    That the days of a kind are alike is known from two of each only: two degrees of freedom.
    """
    found = evenly({"1": [9, 9], "2": [3, 3]})
    assert found["1"].expected == found["2"].expected == 12.0
    assert (found["1"].observed, found["2"].observed) == (18, 6)
    upper = sum(_ways(24, k) for k in range(18, 25)) / 2**24
    assert isclose(found["1"].adjusted, 2 * heavier(upper, 2))


def _ways(whole: int, part: int) -> int:
    found = 1
    for at in range(part):
        found = found * (whole - at) // (at + 1)
    return found


def test_nothing_to_say() -> None:
    assert evenly({}) == {}
    assert evenly({"1": [4, 5]}) == {}
    assert evenly({"1": [0], "2": [0]}) == {}


def test_days_that_are_all_alike_raise_no_alarm() -> None:
    chance = random.Random(8)
    runs = 600
    for spread in (1.0, 2.0, 4.0):
        alarms = 0
        for _ in range(runs):
            week = {str(day): [batchy(chance, 8, spread) for _ in range(4)] for day in range(1, 6)}
            alarms += any(each.adjusted <= 0.05 for each in evenly(week).values())
        assert alarms <= at_most(0.05, runs) * runs, spread


def test_a_busy_monday_is_found() -> None:
    chance = random.Random(9)
    week = {str(day): [batchy(chance, 30 if day == 1 else 8, 1.0) for _ in range(4)] for day in range(1, 6)}
    found = evenly(week)
    assert found["1"].adjusted < 0.001
    assert found["1"].observed > found["1"].expected
