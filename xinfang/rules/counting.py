"""Counting days: calendar days, working days and months from a start day to the last lawful day.

The 条例 has no rule on counting (2005 and 2022 alike); by analogy with 民法典: the start day does not count
(第二百零一条), months end on the corresponding day or the month's last (第二百零二条), a last day that is a day off
moves to the first day after it that is not (第二百零三条). A year without a holiday plan is never guessed.
"""

from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

from .calendar import Calendar, YearNotPublished

__all__ = ["Count", "calendar_days", "hours", "months", "roll", "working_days"]

_ONE_DAY = timedelta(days=1)
_REMEMBERED = 1 << 16


class Count(NamedTuple):
    """A counted period, start day not counted, last day included.

    days: how many of `unit` (a month counts as one). nominal: the last day as counted. legal: the last day by law,
    past any days off. Both None, or legal alone, when they need the plan of `missing_year`.
    """

    start: date
    days: int
    unit: Literal["calendar", "working", "month", "hour"]
    nominal: date | None
    legal: date | None
    missing_year: int | None


@lru_cache(_REMEMBERED)
def calendar_days(start: date, n: int, calendar: Calendar) -> Count:
    """n calendar days 日 after `start` (n from 0): the day start + n, then moved past days off.

    民法典第二百零一条、第二百零三条, by analogy.

    >>> calendar_days(date(2024, 9, 18), 15, Calendar()).legal
    datetime.date(2024, 10, 8)
    """
    _check(n, at_least=0)
    nominal = start + timedelta(days=n)
    return Count(start, n, "calendar", nominal, *roll(nominal, calendar))


@lru_cache(_REMEMBERED)
def working_days(start: date, n: int, calendar: Calendar) -> Count:
    """The n-th working day 工作日 after `start` (n from 1), make-up days 调休上班 counted. nominal == legal.

    >>> working_days(date(2024, 9, 27), 5, Calendar()).legal
    datetime.date(2024, 10, 10)
    """
    _check(n, at_least=1)
    day = start
    left = n
    try:
        while left:
            day += _ONE_DAY
            left -= calendar.is_working_day(day)
    except YearNotPublished as gap:
        return Count(start, n, "working", None, None, gap.year)
    return Count(start, n, "working", day, day, None)


@lru_cache(_REMEMBERED)
def months(start: date, n: int, calendar: Calendar) -> Count:
    """n months after `start` (n from 1): the corresponding day, else the month's last; then moved past days off.

    民法典第二百零二条、第二百零三条, by analogy.

    >>> months(date(2024, 1, 31), 1, Calendar()).nominal
    datetime.date(2024, 2, 29)
    """
    _check(n, at_least=1)
    # Late: no limit of the present rulebooks counts months, and every command would pay.
    from dateutil.relativedelta import relativedelta

    nominal: date = start + relativedelta(months=n)
    return Count(start, n, "month", nominal, *roll(nominal, calendar))


def hours(start: date, n: int) -> Count:
    """n hours from some time on `start` (n from 0: at once): the day they end on at the latest, days off or not.

    By the day, as the ledger knows no clock time of an act: 24 hours end on the day after (民法典第二百零一条第二款).

    >>> hours(date(2024, 9, 27), 24).legal
    datetime.date(2024, 9, 28)
    """
    _check(n, at_least=0)
    nominal = start + timedelta(days=-(-n // 24))
    return Count(start, n, "hour", nominal, nominal, None)


def roll(day: date, calendar: Calendar) -> tuple[date | None, int | None]:
    """The first working day from `day` on (民法典第二百零三条), or None and the year whose plan is missing."""
    try:
        while not calendar.is_working_day(day):
            day += _ONE_DAY
    except YearNotPublished as gap:
        return None, gap.year
    return day, None


def _check(n: int, *, at_least: int) -> None:
    if n < at_least:
        raise ValueError(f"a period of {n} cannot be counted")
