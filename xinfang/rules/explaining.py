"""A counted period in words: one Chinese line per step, so that anyone can count it again on a wall calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ..core.days import weekday
from .calendar import FIRST_SHIPPED, MAKE_UP, Calendar, YearNotPublished

if TYPE_CHECKING:
    from .counting import Count

START = "参照《民法典》第二百零一条"
MONTHS = "参照《民法典》第二百零二条"
HOURS = "参照《民法典》第二百零一条第二款"
LAST_DAY = "参照《民法典》第二百零三条"
_ONE_DAY = timedelta(days=1)


def explain(count: Count, calendar: Calendar) -> tuple[str, ...]:
    """How the count came about: the start day, each day counted or passed over and why, the last lawful day."""
    if count.unit == "hour":
        return tuple(_hours(count, calendar))
    steps = _worked if count.unit == "working" else _elapsed
    begins = _short(count.start + _ONE_DAY, count, calendar)
    return (
        f"首日不计入: {_full(count.start, calendar)}，自{begins}起算（{START}）",
        *steps(count, calendar),
        *_end(count, calendar),
    )


def _hours(count: Count, calendar: Calendar) -> Iterator[str]:
    """At once, or the day on which the hours end at the latest."""
    assert count.legal is not None  # days off do not matter
    if not count.days:
        yield f"应当立即办理: {_full(count.legal, calendar)}当日"
    else:
        yield f"{count.days}小时: 台账记到日，不记时刻，至迟到{_full(count.legal, calendar)}（{HOURS}；休假日不顺延）"


def _worked(count: Count, calendar: Calendar) -> Iterator[str]:
    """Each working day with its number, each other day with the reason it does not count."""
    day = count.start
    number = 0
    try:
        while number < count.days:
            day += _ONE_DAY
            works = calendar.is_working_day(day)
            number += works
            label = f"第{number}个工作日" if works else "不计"
            yield f"{label} {_short(day, count, calendar)}"
    except YearNotPublished:
        return


def _elapsed(count: Count, calendar: Calendar) -> Iterator[str]:
    """The nominal day, then each day off that is passed over."""
    assert count.nominal is not None  # only working days can lack it
    if count.unit == "month":
        exact = count.nominal.day == count.start.day
        how = "取对应日" if exact else "该月没有对应日，取月末日"
        yield f"满{count.days}个月: {_full(count.nominal, calendar)}，{how}（{MONTHS}）"
    else:
        yield f"满{count.days}日: {_full(count.nominal, calendar)}"
    if count.legal == count.nominal:
        return
    day = count.nominal
    try:
        while not calendar.is_working_day(day):
            yield f"{_short(day, count, calendar)}是休假日，顺延"
            day += _ONE_DAY
    except YearNotPublished:
        return


def _end(count: Count, calendar: Calendar) -> Iterator[str]:
    if count.missing_year is not None:
        lack = "尚未发布" if count.missing_year >= FIRST_SHIPPED else "没有收录"
        yield f"{count.missing_year}年节假日安排{lack}，法定届满日未核"
        yield "导入该年安排后重新计算: xinfang calendar import 文件"
    elif count.legal is not None:
        yield f"法定届满日: {_full(count.legal, calendar)}{_reason(count)}"


def _reason(count: Count) -> str:
    if count.unit == "working":
        return ""
    if count.legal == count.nominal:
        return "，不是休假日，不顺延"
    return f"，休假日结束后的第一个工作日（{LAST_DAY}）"


def _full(day: date, calendar: Calendar) -> str:
    return f"{day.year}年{_named(day, calendar)}"


def _short(day: date, count: Count, calendar: Calendar) -> str:
    return _named(day, calendar) if day.year == count.start.year else _full(day, calendar)


def _named(day: date, calendar: Calendar) -> str:
    """9月29日（周日，调休上班）: the weekday, and the holiday or 调休上班 where the weekday alone does not tell."""
    usual = weekday(day)
    try:
        word = calendar.why(day)
        plain = word == usual or (calendar.is_working_day(day) and word != MAKE_UP)
    except YearNotPublished:
        plain = True
    return f"{day.month}月{day.day}日（{usual}）" if plain else f"{day.month}月{day.day}日（{usual}，{word}）"
