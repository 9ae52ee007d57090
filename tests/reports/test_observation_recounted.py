"""What an observation counts, against a recount from the bare facts; what it tests stands next door."""

from __future__ import annotations

from datetime import date, timedelta
from math import isclose

import pytest
from cli.shell import Shell

from xinfang.rules.calendar import Calendar

from .asking import report
from .observing import SIDES, came_in, months
from .office import TODAY
from .rounding import divided

CALENDAR = Calendar()


@pytest.mark.parametrize("as_of", [TODAY, date(2025, 11, 5)])
def test_every_count_of_the_month(years: Shell, as_of: date) -> None:
    first, last = date(2025, 10, 1), date(2025, 10, 31)
    told = report(years, "observation", "--month 2025-10", as_of=as_of)
    cases = came_in(years, first, last, as_of)
    assert told["received"] == len(cases) > 0
    for name, of in SIDES.items():
        if f"by_{name}" not in told:
            assert not any(map(of, cases))
            continue
        for row in told[f"by_{name}"]:
            count = sum(of(case) == row[name] for case in cases)
            assert row["received"] == count
            assert row["share"] == divided(count, len(cases))
        assert {row[name] for row in told[f"by_{name}"]} >= {of(case) for case in cases}


def test_every_period_before_as_long_after_its_end(years: Shell) -> None:
    """The ledger of 5 November looks at October five days after its end, and so at every month before."""
    told = report(years, "observation", "--month 2025-10", as_of="2025-11-05")
    recounted = {
        f"{first:%Y-%m}": len(came_in(years, first, last, last + timedelta(days=5)))
        for first, last in months(date(2025, 10, 1), 13)
    }
    assert {row["period"]: row["received"] for row in told["course"]} == recounted
    # The first month is not whole: the ledger begins on its third day.
    assert told["method"]["periods_before"][0] == "2023-02"
    assert told["method"]["periods_before"][-1] == "2025-09"


def test_a_weekday_has_its_share_of_the_days(years: Shell) -> None:
    first, last = date(2025, 1, 1), date(2025, 12, 31)
    told = report(years, "observation", "--year 2025")
    days = [first + timedelta(days=at) for at in range((last - first).days + 1)]
    cases = came_in(years, first, last, TODAY)
    for row in told["by_weekday"]:
        kind = [day for day in days if _kind(day) == row["weekday"]]
        assert row["days"] == len(kind)
        assert row["received"] == sum(case.registration.received_on in kind for case in cases)
    assert sum(row["received"] for row in told["by_weekday"]) == len(cases)
    worked = [row for row in told["by_weekday"] if row["weekday"] != "off"]
    assert all(
        isclose(
            row["if_even"],
            sum(each["received"] for each in worked) * row["days"] / sum(each["days"] for each in worked),
            abs_tol=0.06,
        )
        for row in worked
    )


def _kind(day: date) -> str:
    return str(day.isoweekday()) if CALENDAR.is_working_day(day) else "off"


@pytest.mark.parametrize(
    ("period", "said"), [("--year 2025", "5 个年度"), ("--month 2023-06", "12 个月"), ("--quarter 2024-1", "8 个季度")]
)
def test_too_little_history_tests_nothing_and_says_so(years: Shell, period: str, said: str) -> None:
    told = report(years, "observation", period)
    assert not told["method"]["tested"]
    assert said in told["method"]["words"][0]
    assert told["findings"] == []
    for table in told.values():
        for row in table if isinstance(table, list) else []:
            assert row.get("expected") is None
            assert row.get("level", "untested") == "untested"
    printed = years.ok("report", "observation", *period.split()).out
    assert "未作检验" in printed
    assert "预期" not in printed.split("未作检验")[0]


def test_a_month_that_is_not_over(years: Shell) -> None:
    """By 10 October: the first ten days of every month, at the end of the tenth."""
    told = report(years, "observation", "--month 2025-10", as_of="2025-10-10")
    recounted = {
        f"{first:%Y-%m}": len(came_in(years, first, first + timedelta(days=9), first + timedelta(days=9)))
        for first, _ in months(date(2025, 10, 1), 13)
    }
    assert {row["period"]: row["received"] for row in told["course"]} == recounted


def test_one_unit_is_told_of_its_own(years: Shell) -> None:
    told = report(years, "observation", "--year 2025", unit="刑侦大队")
    cases = came_in(years, date(2025, 1, 1), date(2025, 12, 31), TODAY)
    assert told["received"] == sum(case.unit == "刑侦大队" for case in cases) > 0
    assert [row["unit"] for row in told["by_unit"]] == ["刑侦大队"]
