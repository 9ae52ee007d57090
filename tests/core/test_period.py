"""Periods, by the wall calendar: what they are called, which come before, and up to which day they can be judged."""

from __future__ import annotations

from datetime import date

import pytest

from xinfang.core.period import Period, PeriodKind

OCTOBER = Period.of("month", date(2026, 10, 1))
SUMMER = Period.of("quarter", date(2026, 7, 1))
YEAR = Period.of("year", date(2024, 1, 1))
FIVE_DAYS = Period("days", date(2026, 2, 27), date(2026, 3, 3))


@pytest.mark.parametrize(
    ("period", "name", "last", "days"),
    [
        (OCTOBER, "2026-10", date(2026, 10, 31), 31),
        (SUMMER, "2026-Q3", date(2026, 9, 30), 92),
        (Period.of("quarter", date(2026, 10, 1)), "2026-Q4", date(2026, 12, 31), 92),
        (YEAR, "2024", date(2024, 12, 31), 366),
        (FIVE_DAYS, "2026-02-27..2026-03-03", date(2026, 3, 3), 5),
    ],
)
def test_what_it_is_called_and_how_long_it_is(period: Period, name: str, last: date, days: int) -> None:
    assert (period.name, period.last, period.days) == (name, last, days)


@pytest.mark.parametrize(
    ("period", "label"),
    [
        (OCTOBER, "2026年10月"),
        (Period.of("quarter", date(2026, 1, 1)), "2026年第1季度"),
        (SUMMER, "2026年第3季度"),
        (Period.of("quarter", date(2026, 10, 1)), "2026年第4季度"),
        (YEAR, "2024年"),
        (FIVE_DAYS, "2026年2月27日至3月3日"),
        (Period("days", date(2025, 12, 30), date(2026, 1, 2)), "2025年12月30日至2026年1月2日"),
        (Period("days", date(2026, 3, 5), date(2026, 3, 5)), "2026年3月5日"),
    ],
)
def test_what_a_title_calls_it(period: Period, label: str) -> None:
    assert period.label == label


@pytest.mark.parametrize(
    ("period", "before", "year_before"),
    [
        (OCTOBER, ("month", date(2026, 9, 1), date(2026, 9, 30)), ("month", date(2025, 10, 1), date(2025, 10, 31))),
        (
            Period.of("month", date(2026, 1, 1)),
            ("month", date(2025, 12, 1), date(2025, 12, 31)),
            ("month", date(2025, 1, 1), date(2025, 1, 31)),
        ),
        (SUMMER, ("quarter", date(2026, 4, 1), date(2026, 6, 30)), ("quarter", date(2025, 7, 1), date(2025, 9, 30))),
        (YEAR, ("year", date(2023, 1, 1), date(2023, 12, 31)), ("year", date(2023, 1, 1), date(2023, 12, 31))),
        (
            FIVE_DAYS,
            ("days", date(2026, 2, 22), date(2026, 2, 26)),
            ("days", date(2025, 2, 27), date(2025, 3, 3)),
        ),
        (
            Period("days", date(2026, 1, 1), date(2026, 6, 30)),
            ("days", date(2025, 7, 1), date(2025, 12, 31)),
            ("days", date(2025, 1, 1), date(2025, 6, 30)),
        ),
        (
            Period("days", date(2025, 3, 1), date(2025, 3, 31)),
            ("days", date(2025, 2, 1), date(2025, 2, 28)),
            ("days", date(2024, 3, 1), date(2024, 3, 31)),
        ),
        (
            Period("days", date(2024, 2, 28), date(2024, 2, 29)),
            ("days", date(2024, 2, 26), date(2024, 2, 27)),
            ("days", date(2023, 2, 28), date(2023, 2, 28)),
        ),
    ],
)
def test_with_what_it_is_compared(
    period: Period, before: tuple[PeriodKind, date, date], year_before: tuple[PeriodKind, date, date]
) -> None:
    assert (period.before, period.year_before) == (Period(*before), Period(*year_before))


@pytest.mark.parametrize(
    ("as_of", "until", "over", "runs_on"),
    [
        (date(2026, 10, 20), date(2026, 10, 20), date(2026, 10, 19), True),
        (date(2026, 10, 30), date(2026, 10, 30), date(2026, 10, 29), True),
        (date(2026, 10, 31), date(2026, 10, 31), date(2026, 10, 31), False),
        (date(2026, 11, 1), date(2026, 10, 31), date(2026, 10, 31), False),
    ],
)
def test_what_is_due_on_its_last_day_is_judged_at_the_end_of_that_day(
    as_of: date, until: date, over: date, runs_on: bool
) -> None:
    """On any day before, what is due on that day may still be done."""
    assert (OCTOBER.until(as_of), OCTOBER.over(as_of), OCTOBER.runs_on(as_of)) == (until, over, runs_on)
