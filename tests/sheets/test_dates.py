"""Days in every form that offices write, and the forms that are refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xinfang.core.errors import BadInput
from xinfang.sheets.dates import read_day
from xinfang.sheets.day_values import EXCEL_ZERO

FOURTH_OF_MARCH = [
    "2025.3.4",
    "2025.03.04",
    "2025.3.4.",
    "2025年3月4日",
    "2025年03月04号",
    "2025 年 3 月 4 日",
    "2025/3/4 18:00:54",
    "2025/3/4 9:05",
    "2025-03-04",
    "2025-3-4",
    "2025—3—4",
    "2025-03-04T10:00",
    "2025-03-04T10:00:00.000",
    "2025-03-04 10:00:00+08:00",
    "2025-03-03T16:00:00.000Z",
    "20250304",
    "20250304180054",
    "２０２５－０３－０４",
    "２０２５年３月４日",
    "二〇二五年三月四日",
    "二○二五年三月四日",
    "二零二五年三月四号",
    "2025年三月四日",
    "2025年3月4日 星期二",
    "2025年3月4日（周二）上午9时30分",
    "2025年3月4日18时00分54秒",
    " 2025-03-04\t",
    "45720",
    "45720.75",
    45720,
    45720.75,
    20250304,
    20250304.0,
    date(2025, 3, 4),
    datetime(2025, 3, 4, 23, 59),
    datetime(2025, 3, 3, 16, 0, tzinfo=UTC),
]


@pytest.mark.parametrize("cell", FOURTH_OF_MARCH, ids=repr)
def test_is_read(cell: object) -> None:
    assert read_day(cell) == date(2025, 3, 4)


REFUSED = [
    ("2025-02-30", "2025年2月没有30日"),
    ("2025年2月29日", "2025年2月没有29日"),
    ("20250431", "2025年4月没有31日"),
    ("二〇二五年二月三十日", "2025年2月没有30日"),
    ("2025-13-01", "没有13月"),
    ("2025-00-10", "没有0月"),
    ("2025.1.0", "没有0日"),
    ("25.3.4", "年份没有写全四位"),
    ("25-03-04", "年份没有写全四位"),
    ("25年3月4日", "年份没有写全四位"),
    ("二五年三月四日", "年份没有写全四位"),
    ("03/04/2026", "年份不在最前"),
    ("31.12.2025", "年份不在最前"),
    ("3月4日", "没有写年份"),
    ("2025年3月", "没有写到日"),
    ("0025-03-04", "年份25不在"),
    ("2925-03-04", "年份2925不在"),
    ("2025-3/4", "认不出"),
    ("2025-W10-2", "认不出"),
    ("2025-03-04 25:00", "认不出"),
    ("2025-03-04 10:61", "认不出"),
    ("2025-03-04至2025-03-08", "认不出"),
    ("昨天", "认不出"),
    ("250304", "认不出"),
    ("", "没有写日期"),
    ("   ", "没有写日期"),
    (None, "没有写日期"),
    (5, "不是日期"),
    (2025, "不是日期"),
    (float("nan"), "不是日期"),
    (float("inf"), "不是日期"),
    (-1.0, "不是日期"),
    (True, "不是日期"),
    (time(8, 0), "不是日期"),
    (timedelta(days=1), "不是日期"),
]


@pytest.mark.parametrize(("cell", "reason"), REFUSED, ids=[repr(cell) for cell, _ in REFUSED])
def test_is_refused_with_the_reason_and_a_better_writing(cell: object, reason: str) -> None:
    with pytest.raises(BadInput) as refusal:
        read_day(cell)
    assert refusal.value.code == "E102"
    assert reason in refusal.value.what
    assert "2026-03-04" in refusal.value.remedy


def test_a_refusal_carries_no_escape_codes() -> None:
    with pytest.raises(BadInput) as refusal:
        read_day("2025-03-04\x1b[31m\u202e")
    assert "\x1b" not in str(refusal.value)
    assert "\u202e" not in str(refusal.value)


HAN = "〇一二三四五六七八九"


def han_number(number: int) -> str:
    tens, ones = divmod(number, 10)
    if not tens:
        return HAN[ones]
    return ("" if tens == 1 else HAN[tens]) + "十" + (HAN[ones] if ones else "")


def full_width(text: str) -> str:
    return "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text)


FORMS: list[Callable[[date], object]] = [
    date.isoformat,
    lambda day: f"{day.year}.{day.month}.{day.day}",
    lambda day: f"{day.year}/{day.month}/{day.day} 18:00:54",
    lambda day: f"{day.year}年{day.month}月{day.day}日",
    lambda day: f"{day:%Y%m%d}",
    lambda day: full_width(f"{day.year}-{day.month}-{day.day}"),
    lambda day: "".join(HAN[int(d)] for d in str(day.year)) + f"年{han_number(day.month)}月{han_number(day.day)}日",
    lambda day: datetime(day.year, day.month, day.day, 13, 1),
    lambda day: int(f"{day:%Y%m%d}"),
]


@settings(deadline=None)
@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(FORMS))
def test_every_day_in_every_form_reads_back(day: date, form: Callable[[date], object]) -> None:
    assert read_day(form(day)) == day


@settings(deadline=None)
@given(st.dates(date(1950, 1, 1), date(2199, 12, 31)), st.floats(0, 0.999))
def test_every_excel_day_reads_back(day: date, clock: float) -> None:
    assert read_day((day - EXCEL_ZERO).days + clock) == day


@settings(deadline=None)
@given(st.dates(date(1950, 1, 1), date(2173, 10, 13)))
def test_excel_days_of_five_digits_may_be_text(day: date) -> None:
    assert read_day(str((day - EXCEL_ZERO).days)) == day


@settings(deadline=None)
@given(st.text(max_size=30) | st.floats() | st.integers())
def test_anything_else_is_a_day_or_a_refusal(cell: object) -> None:
    try:
        assert isinstance(read_day(cell), date)
    except BadInput as refusal:
        assert refusal.code == "E102"
