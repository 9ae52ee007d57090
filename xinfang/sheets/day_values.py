"""From numbers and clock times to a day, and the refusal of what is none."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from ..core.days import YEARS
from ..core.errors import BadInput

REMEDY = "年份写四位、写在最前: 2026-03-04 或 2026年3月4日"

# Excel counts days from 1900-01-01 = 1 and believes in 1900-02-29, so from March 1900 on this is day 0.
EXCEL_ZERO = date(1899, 12, 30)
FIRST_SERIAL = (date(1950, 1, 1) - EXCEL_ZERO).days
LAST_SERIAL = (date(YEARS.stop - 1, 12, 31) - EXCEL_ZERO).days
BEIJING = timezone(timedelta(hours=8))


def beijing_day(moment: datetime) -> date:
    """The day in China: other systems write midnight in Beijing as 16:00Z of the day before."""
    return (moment.astimezone(BEIJING) if moment.tzinfo else moment).date()


def day_of_number(number: float) -> date:
    """The day of an Excel serial number, or of digits such as 20250304. Raises BadInput E102."""
    if FIRST_SERIAL <= number < LAST_SERIAL + 1:
        return EXCEL_ZERO + timedelta(days=int(number))
    if 19000101 <= number <= 21991231 and number == int(number):
        digits = int(number)
        return make_day(digits // 10000, digits // 100 % 100, digits % 100, str(digits))
    raise refuse(f"{number:g}", "这个数字不是日期")


def make_day(year: int | None, month: int | None, day: int | None, text: str) -> date:
    """The day of these numbers, read from `text`. Raises BadInput E102 if there is none."""
    if year is None or month is None or day is None:
        raise refuse(text, "认不出这种写法")
    if year not in YEARS:
        raise refuse(text, f"年份{year}不在{YEARS.start}至{YEARS.stop - 1}之间")
    if not 1 <= month <= 12:
        raise refuse(text, f"没有{month}月")
    try:
        return date(year, month, day)
    except ValueError:
        raise refuse(text, f"{year}年{month}月没有{day}日") from None


def refuse(text: str, reason: str) -> BadInput:
    """The refusal of a text, for this reason."""
    shown = "".join(sign if sign.isprintable() else " " for sign in text[:40]).strip()
    return BadInput("E102", f"日期“{shown}”: {reason}。" if shown else f"{reason}。", remedy=REMEDY)
