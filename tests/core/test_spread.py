"""What few periods show of a spread: drawn towards what the cells beside show, and the tails heavier for it."""

from __future__ import annotations

from math import erfc, inf, isclose, sqrt

import pytest

from xinfang.core.statistics.spread import KNOWN, Spread, drawn_together, heavier


@pytest.mark.parametrize(
    ("deviation", "free", "tail"),
    # Student's t: 97.5%, 99.5% and 99.95% of its tables.
    [
        (2.776, 4, 0.025),
        (4.604, 4, 0.005),
        (8.610, 4, 0.0005),
        (2.228, 10, 0.025),
        (4.587, 10, 0.0005),
        (3.646, 30, 0.0005),
    ],
)
def test_the_tails_are_those_of_the_tables(deviation: float, free: int, tail: float) -> None:
    """Given the tail the normal curve has there, within a sixth."""
    assert isclose(heavier(erfc(deviation / sqrt(2)) / 2, free), tail, rel_tol=1 / 6)


def test_the_less_is_known_the_heavier() -> None:
    tails = [heavier(0.001, free) for free in (inf, 1000, 30, 4, 1)]
    assert tails == sorted(tails)
    assert tails[0] == 0.001
    assert isclose(tails[1], 0.001, rel_tol=0.05)
    assert 0 < heavier(0.0, 4) < 1e-5
    assert Spread(2.0).tails(9, 20, 0.2).upper < Spread(2.0, 4).tails(9, 20, 0.2).upper


def test_cells_that_agree_share_what_they_know() -> None:
    """As far apart as 4 degrees of freedom let them be: one spread for all, known as well as three of the four know it."""
    drawn = drawn_together([Spread(value, 4) for value in (1.0, 2.0, 3.0, 2.0)])
    assert drawn == [Spread(2.0, 12)] * 4


def test_cells_that_differ_keep_their_own() -> None:
    """Squares 1 + 1 + 1 + 400 beside 4 × 5.75² × 1.1: 2.77 times; so differ by 1.77, and the prior is 4 + 2 / 1.77."""
    drawn = drawn_together([Spread(value, 20) for value in (1.0, 1.0, 1.0, 20.0)])
    prior = 4 + 2 / (403 / (4 * 5.75**2 * 1.1) - 1)
    assert isclose(drawn[3].value, (prior * 5.75 + 20 * 20) / (prior + 20))
    assert isclose(drawn[3].free, prior + 20)
    assert drawn[0].value < 2.1


def test_cells_that_differ_just_as_their_freedom_lets_them_are_one() -> None:
    """Squares 0 + 4 beside 2 × 1² × 2: just as many, so nothing is left to differ by."""
    assert drawn_together([Spread(0.0, 2), Spread(2.0, 2)]) == [Spread(1.0, 2)] * 2


def test_cells_that_differ_by_a_little_are_drawn_together() -> None:
    """Squares 0 + 16 beside 2 × 2² × 1.5: a third more, and the prior is 4 + 2 / (1/3), 10."""
    drawn = drawn_together([Spread(0.0, 4), Spread(4.0, 4)])
    assert [round(each.value, 6) for each in drawn] == [round(20 / 14, 6), round(36 / 14, 6)]
    assert [each.free for each in drawn] == [4, 4]


def test_what_they_know_together_is_at_least_what_the_one_that_knows_most_does() -> None:
    """2, 4 and 20 degrees of freedom: without the 20 there are 6, and 20 are more."""
    assert drawn_together([Spread(2.0, free) for free in (2, 4, 20)]) == [Spread(2.0, 20)] * 3


def test_nothing_is_steadier_than_chance() -> None:
    assert drawn_together([Spread(0.2, 4), Spread(0.4, 4)]) == [Spread(1.0, 4)] * 2
    assert drawn_together([None, None]) == [KNOWN] * 2


def test_a_cell_that_shows_none_has_that_of_the_others() -> None:
    assert drawn_together([Spread(3.0, 11), None]) == [Spread(3.0, 11)] * 2
