"""How figures moved, units in the order in which they were in time, and visits by size: by hand."""

from __future__ import annotations

import re

import pytest
from cli.shell import Shell

from xinfang.core.figures import Figure, Rate
from xinfang.reports.changes import LEAST_BASE, MEANING, arrow, change
from xinfang.reports.monthly.breakdown import Part
from xinfang.reports.monthly.groups import by_size
from xinfang.reports.monthly.ranking import ranking

from .asking import rows_of


@pytest.mark.parametrize(
    ("now", "before", "words", "sign"),
    [
        (36, 32, "增12.5%", "↑"),
        (16, 20, "减20.0%", "↓"),
        (0, 20, "减100.0%", "↓"),
        (20, 20, "持平", "→"),
        # From one to eleven is ten more, not 1000 percent.
        (11, 1, "增10件", "↑"),
        (25, 19, "增6件", "↑"),
        (16, 19, "减3件", "↓"),
        (8, 8, "持平", "→"),
        (3, 0, "增3件", "↑"),
        (0, 0, "", "→"),
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


@pytest.mark.parametrize(("kind", "words"), [("monthly", "--month"), ("supervision", "--month"), ("annual", "--year")])
def test_a_report_that_compares_says_when_it_tells_a_number_and_when_a_percentage(
    kind: str, words: str, years: Shell
) -> None:
    period = "2025" if kind == "annual" else "2025-10"
    compared = years.ok("report", kind, words, period).out
    assert f"上年同月等）的数满{LEAST_BASE}的写百分比，不足{LEAST_BASE}的写增减多少" in compared
    assert MEANING in compared.splitlines()
    assert MEANING not in years.ok("report", kind, words, period, "--as-of", "2025-10-18").out, "it compares nothing"


def test_every_change_of_a_small_number_is_a_number_in_its_unit(years: Shell) -> None:
    """As people count it: 件、人次、批次、项、条."""
    rows = rows_of(years, "figures", "report", "--month", "2025-10")
    told = {row["figure"]: row for row in rows}
    small = [row for row in rows if row["previous_month"].isdigit() and int(row["previous_month"]) < LEAST_BASE]
    assert len(small) > 9
    for row in small:
        moved = int(row["this_month"]) - int(row["previous_month"])
        assert (
            row["change"] == ""
            if row["this_month"] == row["previous_month"] == "0"
            else str(abs(moved) or "持平") in row["change"]
        )
        assert "%" not in row["change"]
    units = {"people": "人次", "visits": "批次", "overdue_open": "项", "late_entries": "条", "received": "件"}
    for name, unit in units.items():
        assert re.fullmatch(rf"[增减]\d+{unit}|[增减][\d.]+%|持平|", told[name]["change"]), name


def test_units_in_the_order_in_which_they_were_in_time() -> None:
    """甲 and 乙 are both at 90%, 甲 with more to do; 戊 had nothing to be in time with and has no place."""
    due = {"丙": (3, 4), "乙": (9, 10), "甲": (18, 20), "丁": (0, 2), "戊": (0, 0)}
    units = [Part(unit, 5, 5, 5, Rate(*of)) for unit, of in due.items()]
    told = ranking(units, {"甲": Rate(4, 5), "乙": Rate(19, 20), "丙": Rate(0, 0)}, comparable=True)
    assert list(told.rows) == [
        (1, "甲", 20, 18, 0.9, 5, 4, 0.8, "↑"),
        (1, "乙", 10, 9, 0.9, 20, 19, 0.95, "↓"),
        (3, "丙", 4, 3, 0.75, 0, 0, None, ""),
        (4, "丁", 2, 0, 0.0, 0, 0, None, ""),
    ]


@pytest.mark.parametrize(
    ("group_size", "rows"),
    [
        (5, [("5至10人", 2, 15), ("11至20人", 1, 11), ("101人以上", 1, 101)]),
        (3, [("3至4人", 2, 7), ("5至10人", 2, 15), ("11至20人", 1, 11), ("101人以上", 1, 101)]),
        (10, [("10人", 1, 10), ("11至20人", 1, 11), ("101人以上", 1, 101)]),
        (11, [("11至20人", 1, 11), ("101人以上", 1, 101)]),
        (100, [("101人以上", 1, 101)]),
    ],
)
def test_group_visits_by_size(group_size: int, rows: list[tuple[str, int, int]]) -> None:
    """An office that counts three people as a group has a size more, which ends where the usual ones begin; of one that
    counts ten the first size begins with ten: five to nine are no group, and 5至10人 would say that there was one.
    """
    visits = [people for people in (3, 4, 5, 10, 11, 101) if people >= group_size]
    assert list(by_size(visits, group_size).rows) == rows
