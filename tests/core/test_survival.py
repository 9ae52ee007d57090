"""The chance to be late, by hand and against a plain count."""

from __future__ import annotations

import random
from math import isclose

from hypothesis import given
from hypothesis import strategies as st

from xinfang.core.statistics.survival import LATE, PRIOR, Course, Ends, late_chance


def plain(courses: list[Course], left: int) -> float:
    """Of those open with so many days left, the share that became late; where all were watched from before."""
    open_then = [each for each in courses if each.begun >= left and each.ended < left]
    return sum(each.number for each in open_then if each.ended == LATE) / sum(each.number for each in open_then)


def smoothed(share: float, known: float) -> float:
    return (share * known + 0.5) / (known + 1)


def test_by_hand() -> None:
    """Ten with 60 days: six done with 20 left, two with 5 left, two late. Open with 30 left: 2 of 10; with 10: 2 of 4."""
    ends = Ends([Course(60, 20, 6), Course(60, 5, 2), Course(60, LATE, 2)])
    assert ends.open[30] == 10
    assert ends.hazard(20) == 0.6
    # Of its own 10, and of the office's as many again, for it is all the office.
    assert isclose(late_chance(30, ends, ends), smoothed(0.2, 20))
    assert isclose(late_chance(10, ends, ends), smoothed(0.5, 8))
    assert isclose(late_chance(6, ends, ends), smoothed(0.5, 8))
    assert isclose(late_chance(5, ends, ends), smoothed(1.0, 4)), "at the end of that day the two are done"


def test_an_extension_begins_anew_and_ends_what_was_before() -> None:
    """Four of eight are extended with 10 days left, to 30 days: of these one is late; of the other four, two."""
    before = [Course(60, 10, 4), Course(60, LATE, 2), Course(60, 3, 2)]
    after = [Course(40, LATE, 1), Course(40, 2, 3)]
    ends = Ends([*before, *after])
    # With 20 left: 8 of the first kind and 4 of the second. 4 end at 10 left, 2 at 3, 3 at 2: 3 of 12 are late.
    assert isclose(late_chance(20, ends, ends), smoothed(3 / 12, 24))


def test_what_ended_on_the_day_it_came_was_never_open() -> None:
    assert Ends([Course(0, 0, 5), Course(7, 7, 3)]).open == {}
    # Nor does it count among what ended that day: of two that were open one did.
    assert Ends([Course(7, 7, 3), Course(10, 7, 1), Course(10, LATE, 1)]).hazard(7) == 0.5


def test_what_was_done_on_its_last_day_was_done_in_time() -> None:
    """Four came to stand the day before, three were done on the last day, one became late."""
    ends = Ends([Course(1, 0, 3), Course(1, LATE, 1)])
    assert (ends.open, ends.hazard(0)) == ({0: 4}, 0.75)


courses = st.lists(st.builds(Course, st.just(30), st.integers(LATE, 29), st.integers(1, 9)), min_size=1, max_size=12)


@given(courses, st.integers(1, 30))
def test_all_watched_from_the_start_is_a_plain_share(found: list[Course], left: int) -> None:
    ends = Ends(found)
    open_then = sum(each.number for each in found if each.ended < left)
    if open_then:
        known = open_then + min(PRIOR, open_then)
        assert isclose(late_chance(left, ends, ends), smoothed(plain(found, left), known), rel_tol=1e-9)


def test_a_small_unit_is_drawn_towards_the_office_and_a_large_one_is_not() -> None:
    office = Ends([Course(30, LATE, 100), Course(30, 10, 900)])
    one = Ends([Course(30, LATE, 1)])
    many = Ends([Course(30, LATE, 1000)])
    assert 0.1 < late_chance(20, one, office) < 0.25
    assert late_chance(20, many, office) > 0.95
    assert isclose(late_chance(20, Ends(), office), smoothed(0.1, PRIOR))


def test_forecasts_come_true_on_average() -> None:
    """Duties that end on any day with the same chance: what is forecast of new ones is what becomes of them."""
    chance = random.Random(9)

    def ended() -> int:
        return next((left for left in range(29, -1, -1) if chance.random() < 0.05), LATE)

    past = Ends(Course(30, ended(), 1) for _ in range(4000))
    late = sum(ended() == LATE for _ in range(4000))
    assert abs(late_chance(30, past, past) - late / 4000) < 0.03
    assert abs(late_chance(30, past, past) - 0.95**30) < 0.03
