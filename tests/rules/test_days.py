"""Day counting: the cases of days.toml, the explanations as printed, and laws that hold for every day."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xinfang.rules.calendar import Calendar, read_plan
from xinfang.rules.counting import Count, calendar_days, hours, months, roll, working_days
from xinfang.rules.explaining import explain

CALENDAR = Calendar()
CASES = tomllib.loads(Path(__file__).with_name("days.toml").read_text(encoding="utf-8"))["case"]


def in_hours(start: date, n: int, _calendar: Calendar) -> Count:
    """Hours run over days off: no calendar is asked."""
    return hours(start, n)


COUNTERS: dict[str, Callable[[date, int, Calendar], Count]] = {
    "days": calendar_days,
    "working": working_days,
    "months": months,
    "hours": in_hours,
}

starts = st.dates(date(2006, 1, 1), date(2026, 6, 30))
lengths = st.integers(1, 120)


def counted(case: dict[str, Any]) -> Count:
    (unit,) = case.keys() & COUNTERS.keys()
    return COUNTERS[unit](case["start"], case[unit], CALENDAR)


@pytest.mark.parametrize("case", CASES, ids=[f"{case['start']}: {case['why']}" for case in CASES])
def test_a_period_ends_on_the_day_the_case_says(case: dict[str, Any]) -> None:
    count = counted(case)
    nominal = case["legal"] if "working" in case and "legal" in case else case.get("nominal")
    assert (count.nominal, count.legal, count.missing_year) == (nominal, case.get("legal"), case.get("missing"))


def test_every_case_is_whole() -> None:
    known = {"why", "start", "nominal", "legal", "missing", *COUNTERS}
    for case in CASES:
        assert case.keys() <= known, case
        assert len(case.keys() & COUNTERS.keys()) == 1, case
        assert ("legal" in case) != ("missing" in case), case
    assert len({(case["start"], *sorted(case.items())[:2]) for case in CASES}) == len(CASES)


@given(starts, lengths)
def test_legal_day_is_the_first_working_day_from_the_nominal_one(start: date, n: int) -> None:
    count = calendar_days(start, n, CALENDAR)
    assert count.nominal == start + timedelta(days=n)
    assert count.legal is not None
    assert count.legal >= count.nominal
    assert chinese_calendar.is_workday(count.legal)
    between = (count.nominal + timedelta(days=k) for k in range((count.legal - count.nominal).days))
    assert not any(chinese_calendar.is_workday(day) for day in between)


@given(starts, lengths)
def test_working_days_agree_with_a_naive_count(start: date, n: int) -> None:
    """An independent count, by another package's table (days from 2006 on, see test_holidays)."""
    days = (start + timedelta(days=k) for k in range(1, 400))
    naive = next(islice(filter(chinese_calendar.is_workday, days), n - 1, None))
    count = working_days(start, n, CALENDAR)
    assert count.nominal == count.legal == naive


@given(starts, lengths, st.sampled_from([calendar_days, working_days, months]))
def test_a_later_start_never_ends_earlier(start: date, n: int, counter: Any) -> None:
    n = min(n, 5) if counter is months else n
    first = counter(start, n, CALENDAR)
    second = counter(start + timedelta(days=1), n, CALENDAR)
    if second.legal is not None:
        assert first.legal <= second.legal
    assert first.nominal is None or second.nominal is None or first.nominal <= second.nominal


@given(starts, lengths)
def test_explanation_counts_every_working_day_once(start: date, n: int) -> None:
    count = working_days(start, n, CALENDAR)
    lines = explain(count, CALENDAR)
    assert count.legal is not None
    assert sum("个工作日 " in line for line in lines) == n
    assert sum(line.startswith("不计 ") for line in lines) == (count.legal - start).days - n


@given(starts, lengths)
def test_explanation_lists_every_day_passed_over(start: date, n: int) -> None:
    count = calendar_days(start, n, CALENDAR)
    assert count.nominal is not None and count.legal is not None
    lines = explain(count, CALENDAR)
    assert sum(line.endswith("是休假日，顺延") for line in lines) == (count.legal - count.nominal).days


def test_explains_a_roll_out_of_a_holiday_onto_a_worked_sunday() -> None:
    assert explain(calendar_days(date(2024, 2, 1), 15, CALENDAR), CALENDAR) == (
        "首日不计入: 2024年2月1日（周四），自2月2日（周五）起算（参照《民法典》第二百零一条）",
        "满15日: 2024年2月16日（周五，春节）",
        "2月16日（周五，春节）是休假日，顺延",
        "2月17日（周六，春节）是休假日，顺延",
        "法定届满日: 2024年2月18日（周日，调休上班），休假日结束后的第一个工作日（参照《民法典》第二百零三条）",
    )


def test_explains_a_last_day_that_stays() -> None:
    assert explain(calendar_days(date(2023, 10, 1), 60, CALENDAR), CALENDAR)[1:] == (
        "满60日: 2023年11月30日（周四）",
        "法定届满日: 2023年11月30日（周四），不是休假日，不顺延",
    )


def test_explains_working_days_one_by_one_over_new_year() -> None:
    assert explain(working_days(date(2005, 12, 29), 3, CALENDAR), CALENDAR) == (
        "首日不计入: 2005年12月29日（周四），自12月30日（周五）起算（参照《民法典》第二百零一条）",
        "第1个工作日 12月30日（周五）",
        "第2个工作日 12月31日（周六，调休上班）",
        "不计 2006年1月1日（周日，元旦）",
        "不计 2006年1月2日（周一，元旦）",
        "不计 2006年1月3日（周二，元旦）",
        "第3个工作日 2006年1月4日（周三）",
        "法定届满日: 2006年1月4日（周三）",
    )


def test_explains_a_month_without_a_corresponding_day() -> None:
    assert explain(months(date(2024, 1, 31), 1, CALENDAR), CALENDAR)[1] == (
        "满1个月: 2024年2月29日（周四），该月没有对应日，取月末日（参照《民法典》第二百零二条）"
    )
    assert "取对应日" in explain(months(date(2024, 1, 15), 1, CALENDAR), CALENDAR)[1]


@pytest.mark.parametrize(
    "count",
    [calendar_days(date(2026, 11, 20), 60, CALENDAR), working_days(date(2026, 12, 28), 9, CALENDAR)],
    ids=["calendar", "working"],
)
def test_explains_a_year_not_published(count: Count) -> None:
    lines = explain(count, CALENDAR)
    assert lines[-2:] == (
        "2027年节假日安排尚未发布，法定届满日未核",
        "导入该年安排后重新计算: xinfang calendar import 文件",
    )
    assert not any(line.startswith("法定届满日") for line in lines)


def test_explains_a_year_before_the_oldest_table() -> None:
    lines = explain(calendar_days(date(2003, 5, 1), 60, CALENDAR), CALENDAR)
    assert "2003年节假日安排没有收录，法定届满日未核" in lines


NOTICE_FOR_2027 = """
year = 2027
notice = "国办发明电〔2026〕0号"
title = "《国务院办公厅关于2027年部分节假日安排的通知》（测试用，非真）"
notice_source = "MEMORY"
holiday = [
    { name = "元旦", off = { from = 2026-12-31, to = 2027-01-03 }, work = [2026-12-27] },
    { name = "劳动节", off = [2027-05-01] },
    { name = "国庆节", off = [2027-10-01] },
]
"""


def test_a_late_notice_settles_and_moves_days() -> None:
    """The notice for 2027 decides 2027 and may still move the last days of December 2026."""
    later = CALENDAR.with_plan(read_plan(NOTICE_FOR_2027, "2027.toml"))
    assert calendar_days(date(2026, 11, 20), 60, later).legal == date(2027, 1, 19)
    assert calendar_days(date(2026, 11, 1), 60, later).legal == date(2027, 1, 4)
    assert calendar_days(date(2026, 10, 28), 60, later).legal == date(2026, 12, 27)
    assert calendar_days(date(2026, 10, 28), 60, CALENDAR).legal == date(2026, 12, 28)


def test_roll_stops_at_the_edge_of_what_is_known() -> None:
    assert roll(date(2026, 12, 26), CALENDAR) == (date(2026, 12, 28), None)
    assert roll(date(2027, 3, 1), CALENDAR) == (None, 2027)


def test_a_roll_that_runs_into_an_unknown_year_says_which() -> None:
    text = NOTICE_FOR_2027.replace("from = 2026-12-31, to = 2027-01-03", "from = 2027-01-01, to = 2027-01-03")
    text = text.replace("[2027-10-01]", "[2027-10-01, 2027-12-31]").replace("2026-12-27", "2026-12-26")
    calendar = CALENDAR.with_plan(read_plan(text, "2027.toml"))
    count = calendar_days(date(2027, 12, 16), 15, calendar)
    assert (count.nominal, count.legal, count.missing_year) == (date(2027, 12, 31), None, 2028)
    assert explain(count, calendar)[2:4] == (
        "12月31日（周五，国庆节）是休假日，顺延",
        "2028年节假日安排尚未发布，法定届满日未核",
    )


@pytest.mark.parametrize(("counter", "n"), [(calendar_days, -1), (working_days, 0), (months, 0), (in_hours, -1)])
def test_periods_that_cannot_be_counted(counter: Any, n: int) -> None:
    with pytest.raises(ValueError, match="cannot be counted"):
        counter(date(2024, 1, 1), n, CALENDAR)
