"""How figures moved, units in the order in which they were in time, and visits by size: by hand."""

from __future__ import annotations

import pytest

from xinfang.core.figures import Figure, Rate
from xinfang.reports.changes import arrow, change
from xinfang.reports.monthly.breakdown import Part
from xinfang.reports.monthly.groups import by_size
from xinfang.reports.monthly.ranking import ranking


@pytest.mark.parametrize(
    ("now", "before", "words", "sign"),
    [
        (9, 8, "增12.5%", "↑"),
        (8, 10, "减20.0%", "↓"),
        (8, 8, "持平", "→"),
        (3, 0, "", "↑"),
        (3, None, "", ""),
        (Rate(9, 10), Rate(3, 4), "增15.00个百分点", "↑"),
        (Rate(3, 4), Rate(9, 10), "减15.00个百分点", "↓"),
        (Rate(3, 4), Rate(6, 8), "持平", "→"),
        # Nothing was due, then or now: that is no 0%.
        (Rate(3, 4), Rate(0, 0), "", ""),
        (Rate(0, 0), Rate(3, 4), "", ""),
        (Rate(3, 4), None, "", ""),
    ],
)
def test_how_a_figure_moved(now: Figure, before: Figure | None, words: str, sign: str) -> None:
    assert (change(now, before), arrow(now, before)) == (words, sign)


def test_units_in_the_order_in_which_they_were_in_time() -> None:
    """甲 and 乙 are both at 90%, 甲 with more to do; 戊 had nothing to be in time with and has no place."""
    due = {"丙": (3, 4), "乙": (9, 10), "甲": (18, 20), "丁": (0, 2), "戊": (0, 0)}
    units = [Part(unit, 5, 5, 5, Rate(*of)) for unit, of in due.items()]
    told = ranking(units, {"甲": Rate(4, 5), "乙": Rate(19, 20), "丙": Rate(0, 0)}, comparable=True)
    assert list(told.rows) == [
        (1, "甲", 20, 18, 0.9, 0.8, "↑"),
        (1, "乙", 10, 9, 0.9, 0.95, "↓"),
        (3, "丙", 4, 3, 0.75, None, ""),
        (4, "丁", 2, 0, 0.0, None, ""),
    ]


@pytest.mark.parametrize(
    ("group_size", "rows"),
    [
        (5, [("5至10人", 2, 15), ("11至20人", 1, 11), ("101人以上", 1, 101)]),
        (3, [("3至4人", 2, 7), ("5至10人", 2, 15), ("11至20人", 1, 11), ("101人以上", 1, 101)]),
    ],
)
def test_group_visits_by_size(group_size: int, rows: list[tuple[str, int, int]]) -> None:
    """An office that counts three people as a group has a size more, which ends where the usual ones begin."""
    visits = [people for people in (3, 4, 5, 10, 11, 101) if people >= group_size]
    assert list(by_size(visits, group_size).rows) == rows
