"""One cell against its past: by hand, and by simulation at the level promised."""

from __future__ import annotations

import random
from fractions import Fraction
from math import comb, isclose

import pytest

from xinfang.core.statistics.against_history import Past, judge, spread_of
from xinfang.core.statistics.spread import KNOWN, Spread, drawn_together

from .chance import at_most, batchy

MEANS = (1, 2, 3, 4, 5, 8, 12, 15, 20, 25, 35, 60)


def test_by_hand() -> None:
    """Two months of 3 and 5 of the cell beside 20 and 20 of the rest; now 8 beside 10: a fifth of 50 should be here.

    16 in all, each here with chance 10/50: at least 8 of 16 by the binomial distribution, doubled.
    """
    judged = judge(8, 10, Past([3, 5], [20, 20], [1, 2]), season=3, spread=KNOWN)
    assert judged is not None
    share = Fraction(10, 50)
    upper = sum(comb(16, k) * share**k * (1 - share) ** (16 - k) for k in range(8, 17))
    assert isclose(judged.p, 2 * upper)
    assert judged.expected == 2.0
    assert judged.rising
    assert not judged.seasonal
    # 0 of 8: 0.8^8 = 16.8%. 6 of 14: 4.4%; 7 of 15: 1.8% < 2.5%.
    assert (judged.low, judged.high) == (0, 6)


def test_the_interval_holds_just_what_is_not_unusual() -> None:
    past = Past([10, 14, 9, 12], [100, 110, 95, 105], [0, 0, 0, 0])
    for spread in (KNOWN, Spread(2.5), Spread(2.5, 6)):
        judged = judge(11, 100, past, season=0, spread=spread)
        assert judged is not None
        for count in range(60):
            one = judge(count, 100, past, season=0, spread=spread, interval=False)
            assert one is not None
            assert (one.p > 0.05) == (judged.low <= count <= judged.high), count


def test_spread_by_hand() -> None:
    """Means 4, 4, 4 (12 of 300): (0 + 4 + 4) / 4 over two free ones: 1."""
    assert spread_of(Past([4, 2, 6], [100, 100, 100], [0, 0, 0])) == Spread(1.0, 2)
    assert spread_of(Past([0, 0], [10, 10], [0, 0])) is None
    # Means 3, 3 and in the third, in which nothing else came in either, 0: (1 + 1) / 3 over one free one.
    assert spread_of(Past([2, 4, 0], [100, 100, 0], [0, 0, 0])) == Spread(2 / 3, 1)
    # Three seasons, each twice: rates of their own.
    assert spread_of(Past([10, 20, 30, 10, 20, 30], [50] * 6, [1, 2, 3, 1, 2, 3])) == Spread(0.0, 3)
    # Two seasons, each twice: rates of their own, 10 and 20, and so no spread at all.
    assert spread_of(Past([10, 20, 10, 20], [50] * 4, [1, 2, 1, 2])) == Spread(0.0, 2)


def test_a_season_excuses_and_never_accuses() -> None:
    """Always 40 in January and 10 else: 40 in January is no rise, 90 is; 10 there is as in any month."""
    past = Past([40, *[10] * 11] * 3, [300] * 36, [*range(1, 13)] * 3)

    def p(count: int, season: int) -> float:
        judged = judge(count, 300, past, season=season, spread=KNOWN)
        assert judged is not None
        assert judged.seasonal == (season == 1)
        assert (judged.p > 0.05) == (judged.low <= count <= judged.high)
        assert judged.expected == (40 if season == 1 else 12.5)
        return judged.p

    assert p(40, 1) > 0.9
    assert p(90, 1) < 0.001
    assert p(10, 1) > 0.5
    assert p(40, 7) < 0.001


def test_as_many_as_expected_is_no_rise() -> None:
    """8 beside 40 then, 2 beside 10 now."""
    judged = judge(2, 10, Past([3, 5], [20, 20], [1, 2]), season=3, spread=KNOWN)
    assert judged is not None
    assert (judged.expected, judged.rising) == (2.0, False)


@pytest.mark.parametrize(("years", "seasonal"), [(1, False), (2, True)])
def test_a_season_has_to_be_seen_in_two_years(years: int, seasonal: bool) -> None:
    past = Past([40, *[10] * 11] * years, [300] * 12 * years, [*range(1, 13)] * years)
    judged = judge(40, 300, past, season=1, spread=KNOWN)
    assert judged is not None
    assert judged.seasonal == seasonal


def test_growth_of_the_whole_is_no_rise() -> None:
    past = Past([10, 12, 11, 9], [100, 120, 110, 90], [0] * 4)
    twice = judge(22, 220, past, season=0, spread=KNOWN)
    assert twice is not None
    assert twice.p > 0.5


def test_nothing_to_compare_with() -> None:
    assert judge(5, 0, Past([1], [10], [0]), season=0, spread=KNOWN) is None
    assert judge(5, 10, Past([0, 0], [0, 0], [0, 0]), season=0, spread=KNOWN) is None
    # One beside it, now or then, is enough.
    assert judge(5, 1, Past([1], [10], [0]), season=0, spread=KNOWN) is not None
    assert judge(5, 10, Past([0, 1], [0, 1], [0, 0]), season=0, spread=KNOWN) is not None
    never = judge(6, 100, Past([0] * 12, [100] * 12, [0] * 12), season=0, spread=KNOWN)
    assert never is not None
    assert isclose(never.p, 2 / 13**6)


@pytest.mark.parametrize("periods", [12, 36])
@pytest.mark.parametrize("spread", [1.0, 1.5, 3.0])
def test_false_alarms_are_as_many_as_promised(periods: int, spread: float) -> None:
    """Nothing changed: at the 5% level at most 5% are taken for unusual, and not far fewer, or nothing would be found."""
    chance = random.Random(periods * 10 + round(spread * 2))
    runs, alarms = 80, 0
    for _ in range(runs):
        cells = [[batchy(chance, mean, spread) for _ in range(periods + 1)] for mean in MEANS]
        whole = [sum(cell[at] for cell in cells) for at in range(periods + 1)]
        rests = [[total - own for total, own in zip(whole, cell, strict=True)] for cell in cells]
        seasons = [at % 12 for at in range(periods)]
        pasts = [Past(cell[:-1], rest[:-1], seasons) for cell, rest in zip(cells, rests, strict=True)]
        spreads = drawn_together([spread_of(past) for past in pasts])
        for cell, rest, past, own in zip(cells, rests, pasts, spreads, strict=True):
            one = judge(cell[-1], rest[-1], past, season=periods % 12, spread=own, interval=False)
            alarms += one is not None and one.p < 0.05
    tries = runs * len(MEANS)
    assert 0.015 * tries < alarms < at_most(0.05, tries) * tries
