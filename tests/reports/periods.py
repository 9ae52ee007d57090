"""Which stretches of days the recounts are made over, which those are compared with, and what was known when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta

Named = tuple[str, date, date]
"""A period as it is typed, its first day and its last."""
PERIODS: tuple[Named, ...] = (
    ("--month 2023-03", date(2023, 3, 1), date(2023, 3, 31)),
    ("--month 2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ("--month 2024-10", date(2024, 10, 1), date(2024, 10, 31)),
    ("--month 2025-12", date(2025, 12, 1), date(2025, 12, 31)),
    ("--quarter 2024-3", date(2024, 7, 1), date(2024, 9, 30)),
    ("--year 2024", date(2024, 1, 1), date(2024, 12, 31)),
    ("--from 2023-11-15 --to 2024-02-29", date(2023, 11, 15), date(2024, 2, 29)),
)
AS_OF = (None, date(2024, 10, 17), date(2025, 1, 2))
DAY = timedelta(days=1)


def asked(periods: Iterable[Named] = PERIODS, days: Iterable[date | None] = AS_OF) -> list[Any]:
    """Each period as of each of the days by which it had begun; None: today."""
    return [
        pytest.param(period, first, last, as_of, id=f"{period} as of {as_of}")
        for period, first, last in periods
        for as_of in days
        if as_of is None or first <= as_of
    ]


def before(period: str, first: date, last: date) -> tuple[date, date]:
    """The month, quarter or year before; of days as many before."""
    if period.startswith("--from"):
        return first - (last - first) - DAY, first - DAY
    after = relativedelta(last + DAY, first)
    return first - after, first - DAY


def year_before(period: str, first: date, last: date) -> tuple[date, date]:
    """The same a year earlier."""
    year = relativedelta(years=1)
    if period.startswith("--from"):
        return first - year, last - year
    return first - year, last + DAY - year - DAY
