"""The shipped holiday tables against two published ones, what a Calendar answers, and plans that must not load."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
import holidays as published
import pytest

import xinfang.rules.calendar
from xinfang.core.errors import BadInput, NotFound
from xinfang.rules.calendar import Calendar, YearNotPublished, YearPlan, read_plan

CALENDAR = Calendar()
YEARS = range(2004, 2027)
FOLDER = Path(xinfang.rules.calendar.__file__).with_name("holidays")
AMENDED = {2015: ["国发明电〔2015〕1号"], 2019: ["国办发明电〔2019〕3号"], 2020: ["国办发明电〔2020〕1号"]}

# Where a published table is not followed, and why. Nothing else may differ.
CHINESECALENDAR_IS_WRONG = {
    # 国办发明电〔2005〕35号: “12月31日（星期六）上班”. The package files days under the year of the holiday, and
    # starts each year at 1 January, so this one was lost; `holidays` has it.
    date(2005, 12, 31): "worked, by the notice for 2006",
}
HOLIDAYS_IS_WRONG: dict[date, str] = {}


def days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]


@pytest.mark.parametrize("year", YEARS)
def test_agrees_with_chinesecalendar_day_by_day(year: int) -> None:
    different = {d for d in days_of(year) if CALENDAR.is_working_day(d) != chinese_calendar.is_workday(d)}
    assert different == {day for day in CHINESECALENDAR_IS_WRONG if day.year == year}


@pytest.mark.parametrize("year", YEARS)
def test_agrees_with_holidays_day_by_day(year: int) -> None:
    """is_working_day, not weekend_workdays, which holds stray days of other years; one year more for December."""
    china = published.country_holidays("CN", years=(year, year + 1))
    different = {d for d in days_of(year) if CALENDAR.is_working_day(d) != china.is_working_day(d)}
    assert different == {day for day in HOLIDAYS_IS_WRONG if day.year == year}


@pytest.mark.parametrize("day", CHINESECALENDAR_IS_WRONG)
def test_where_a_published_table_is_wrong(day: date) -> None:
    assert CALENDAR.why(day) == "调休上班"
    assert published.country_holidays("CN", years=(day.year, day.year + 1)).is_working_day(day)


def test_one_file_for_each_year() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == [f"{year}.toml" for year in YEARS]
    assert YEARS[0] == xinfang.rules.calendar.FIRST_SHIPPED


@pytest.mark.parametrize("year", YEARS)
def test_each_year_names_its_notice(year: int) -> None:
    plan = CALENDAR.plan(year)
    assert plan.year == year
    assert plan.notice.startswith(f"国办发明电〔{year - 1}〕") and plan.notice.endswith("号")
    assert plan.title.startswith(f"《国务院办公厅关于{year}年部分节假日")
    assert plan.source in ("TEXT", "QUOTE")
    assert [text[: text.index("《")] for text in plan.amended_by] == AMENDED.get(year, [])


# 2015: 3 September given. 2020: Friday 31 January given, and the make-up Saturday 1 February taken back.
GIVEN = {2015: 1, 2020: 2}


@pytest.mark.parametrize("year", YEARS)
def test_each_day_in_lieu_is_worked_for(year: int) -> None:
    """Days off from Monday to Friday, less make-up days, are the days of 全国年节及纪念日放假办法: nothing was lost."""
    plan = CALENDAR.plan(year)
    by_law = 10 if year < 2008 else 11 if year < 2025 else 13
    assert sum(day.weekday() < 5 for day in plan.off) - len(plan.work) == by_law + GIVEN.get(year, 0)


@pytest.mark.parametrize(
    ("day", "word", "works"),
    [
        (date(2024, 10, 1), "国庆节", False),
        (date(2024, 10, 5), "国庆节", False),
        (date(2024, 10, 12), "调休上班", True),
        (date(2024, 10, 14), "工作日", True),
        (date(2024, 10, 19), "周六", False),
        (date(2024, 10, 20), "周日", False),
        (date(2024, 2, 9), "工作日", True),
        (date(2025, 1, 28), "春节", False),
        (date(2025, 10, 8), "国庆节、中秋节", False),
        (date(2015, 9, 3), "中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日", False),
        (date(2022, 12, 31), "元旦", False),
        (date(2018, 12, 29), "调休上班", True),
        (date(2018, 12, 31), "元旦", False),
        (date(2005, 1, 3), "元旦", False),
        (date(2006, 12, 31), "调休上班", True),
    ],
)
def test_why_a_day_works_or_not(day: date, word: str, works: bool) -> None:
    assert (Calendar().why(day), Calendar().is_working_day(day)) == (word, works)


def test_the_years_of_which_a_plan_is_shipped() -> None:
    assert [year for year in range(1990, 2100) if CALENDAR.covers(year)] == list(YEARS)


@pytest.mark.parametrize("year", [2003, 2027])
def test_a_year_without_a_plan_has_no_answers(year: int) -> None:
    """Not for 1 January, not for a Sunday, not for the days of 2003 that the notice for 2004 might name."""
    for day in (date(year, 1, 1), date(year, 3, 7), date(year, 12, 31)):
        for question in (CALENDAR.is_working_day, CALENDAR.why):
            with pytest.raises(YearNotPublished) as refusal:
                question(day)
            assert refusal.value.year == year
    with pytest.raises(NotFound) as problem:
        CALENDAR.plan(year)
    assert problem.value.code == "E206"
    assert str(year) in problem.value.what
    assert problem.value.remedy == "xinfang calendar import 文件"


PLAN = """
year = 2027
notice = "国办发明电〔2026〕0号"
title = "《国务院办公厅关于2027年部分节假日安排的通知》"
notice_source = "TEXT"

[[holiday]]
name = "元旦"
off = { from = 2026-12-31, to = 2027-01-02 }
work = [2026-12-27]

[[holiday]]
name = "劳动节"
off = [{ from = 2027-05-01, to = 2027-05-03 }, 2027-05-05]

[[holiday]]
name = "国庆节"
off = 2027-10-01
work = [2027-10-09, 2027-10-10]
"""


def test_a_plan_is_read_as_notepad_saves_it() -> None:
    plan = read_plan("\ufeff" + PLAN.replace("\n", "\r\n"), "2027.toml")
    assert (plan.year, plan.notice, plan.source, plan.amended_by) == (2027, "国办发明电〔2026〕0号", "TEXT", ())
    assert sorted(plan.off)[:3] == [date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 2)]
    assert [day.day for day in plan.off if day.month == 5] == [1, 2, 3, 5]
    assert plan.work == {
        date(2026, 12, 27): "元旦",
        date(2027, 10, 9): "国庆节",
        date(2027, 10, 10): "国庆节",
    }
    assert plan.begins == date(2026, 12, 27)
    assert CALENDAR.plan(2025).begins == date(2025, 1, 1)


def test_an_imported_year_reaches_back_into_december() -> None:
    later = CALENDAR.with_plan(read_plan(PLAN, "2027.toml"))
    assert [later.why(date(2026, 12, day)) for day in (27, 30, 31)] == ["调休上班", "工作日", "元旦"]
    assert later.is_working_day(date(2027, 1, 4))
    assert CALENDAR.why(date(2026, 12, 27)) == "周日"
    assert not CALENDAR.covers(2027) and later.covers(2027) and not later.covers(2028)


def test_an_imported_year_replaces_the_shipped_one() -> None:
    shipped = CALENDAR.plan(2026)
    changed = YearPlan(2026, "更正", shipped.title, "TEXT", shipped.off, {})
    corrected = CALENDAR.with_plan(changed)
    assert corrected.plan(2026) is changed
    assert not corrected.is_working_day(date(2026, 1, 4))
    assert CALENDAR.is_working_day(date(2026, 1, 4))
    assert Calendar({2026: changed}).why(date(2026, 1, 4)) == "周日"


BROKEN = {
    "not TOML": (("year = 2027", "year = = 2027"), "第2行第8字附近写法不对，不是 TOML，或日期不存在"),
    "cut off": ((PLAN, PLAN + '\nname = "'), "写法不对，不是 TOML，或日期不存在"),
    "same key twice": (('name = "元旦"', 'name = "元旦"\nname = "春节"'), "写法不对，不是 TOML，或日期不存在"),
    "brackets without end": ((PLAN, "a = " + "[" * 99_999), "写法不对，不是 TOML，或日期不存在"),
    "no year": (("year = 2027\n", ""), "year 没有填"),
    "year in quotes": (("year = 2027", 'year = "2027"'), "year 没有填，或者不是四位年份"),
    "year out of reach": (("year = 2027", "year = 20270"), "year 没有填，或者不是四位年份"),
    "year true": (("year = 2027", "year = true"), "year 没有填"),
    "year of another notice": (("year = 2027", "year = 2028"), "title 与 year = 2028 对不上"),
    "no title": (("title =", "amended_by = []\n#"), "title 没有填"),
    "no notice": (('notice = "国办发明电〔2026〕0号"', ""), "notice 没有填"),
    "empty notice": (('"国办发明电〔2026〕0号"', '" "'), "notice 没有填"),
    "no source": (('notice_source = "TEXT"', ""), "notice_source 没有填"),
    "unknown source": (('"TEXT"', '"RUMOUR"'), "notice_source 不能是“RUMOUR”，可用: TEXT、QUOTE、MEMORY"),
    "amended_by a word": (("year =", 'amended_by = "x"\nyear ='), "amended_by 应为一列文字"),
    "unknown key": (("year =", "years = 1\nyear ="), "years 认不出，可用的键: "),
    "unknown key in a holiday": (("work = [2026-12-27]", "rest = [2026-12-27]"), "第1段 [[holiday]] 的 rest 认不出"),
    "no holiday": ((PLAN[PLAN.index("[[") :], ""), "holiday 没有填"),
    "holiday a word": ((PLAN[PLAN.index("[[") :], 'holiday = ["元旦"]'), "holiday 没有填"),
    "holiday without a name": (('name = "劳动节"', ""), "第2段 [[holiday]] 的 name 没有填"),
    "holiday without days": (("off = 2027-10-01", ""), "第3段 [[holiday]]（国庆节） 的 off 应为日期"),
    "day in quotes": (("off = 2027-10-01", 'off = "2027-10-01"'), "日期写成 2025-01-01，不加引号"),
    "day with a time": (("off = 2027-10-01", "off = 2027-10-01T00:00:00"), "不带时间"),
    "no such day": (("off = 2027-10-01", "off = 2027-02-30"), "写法不对，不是 TOML，或日期不存在"),
    "range without an end": (("{ from = 2026-12-31, to = 2027-01-02 }", "{ from = 2027-01-01 }"), "from = 日期"),
    "range backwards": (("to = 2027-05-03", "to = 2027-04-30"), "off from 2027-05-01 晚于 to 2027-04-30"),
    "day of last year": (("2026-12-27", "2026-11-28"), "work 2026-11-28 不在2027年（可以早到2026年12月）"),
    "day of next year": (("to = 2027-01-02", "to = 2028-01-02"), "off 2028-01-02 不在2027年"),
    "day listed twice": (("2027-05-05", "2027-05-02"), "第2段 [[holiday]]（劳动节） 的 off 2027-05-02 列了两次"),
    "day of two holidays": (("off = 2027-10-01", "off = [2027-10-01, 2027-01-02]"), "off 2027-01-02 列了两次"),
    "off and worked": (("2027-10-09", "2027-05-02"), "work 2027-05-02 既列为放假又列为上班"),
    "worked on a Monday": (("2027-10-09", "2027-10-11"), "work 2027-10-11 是周一，本来就上班，不是调休上班日"),
    "no New Year": (("to = 2027-01-02", "to = 2026-12-31"), "holiday 没有列出1月1日放假，安排不完整"),
    "no National Day": (("off = 2027-10-01", "off = 2027-10-02"), "holiday 没有列出10月1日放假，安排不完整"),
}


@pytest.mark.parametrize(("change", "message"), BROKEN.values(), ids=BROKEN)
def test_a_broken_plan_says_where_and_why(change: tuple[str, str], message: str) -> None:
    text = PLAN.replace(*change)
    assert text != PLAN
    with pytest.raises(BadInput) as problem:
        read_plan(text, "2027年安排.toml")
    assert problem.value.code == "E113"
    assert problem.value.what.startswith("2027年安排.toml: ")
    assert message in problem.value.what
    assert "xinfang calendar import" in problem.value.remedy
