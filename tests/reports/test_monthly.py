"""What the monthly bulletin says of single petitions, worked out by hand; its sentences, definitions and looks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from cli.shell import Shell
from python_calamine import CalamineWorkbook
from store.ledgers import FOUNDED, founded, register

from xinfang.core.case import ENDINGS
from xinfang.core.events import EVENTS

from .asking import figures, report


def test_limit_shortens_the_lists_and_no_figure(years: Shell) -> None:
    whole, short = report(years, "monthly", "--year 2024"), report(years, "monthly", "--year 2024", "--limit", "2")
    assert len(whole["overdue"]) > 2 < len(whole["late"])
    assert (short["overdue"], short["late"]) == (whole["overdue"][:2], whole["late"][:2])
    rest = set(whole) - {"overdue", "late"}
    assert {name: short[name] for name in rest} == {name: whole[name] for name in rest}
    assert "只列了 2 条" in years.ok("report", "--year", "2024", "--limit", "2").out
    years.refused("E108", "report", "--year", "2024", "--limit", "0")


def test_the_sentences_say_what_the_tables_say(years: Shell) -> None:
    told = report(years, "monthly", "--year 2024")
    value = {name: each["value"] for name, each in figures(told).items()}
    rate = {each["name"]: f"（{each['part']}/{each['whole']}）" for each in told["indicators"] if "part" in each}
    _, _, came, done, owed, *_ = years.ok("report", "--year", "2024").out.splitlines()
    counts = [int(number) for number in re.findall(r"(?<![.\d])\d+(?= (?:件|人次|批次))", came)]
    names = ("received", "people", "visits", "visitors", "group_visits", "group_visitors", "repeats")
    assert counts == [value[name] for name in names]
    assert done.startswith(f"应办结 {value['due']} 件，按期率 ")
    assert rate["on_time_rate"] in done
    assert rate["told_rate"] in done or rate["told_rate"].endswith("/0）")
    assert f"办结 {value['closed']} 件，化解 {value['resolved']} 件" in done
    first = told["overdue"][0]
    assert owed.startswith(f"年末超期 {told['figures']['overdue_open']} 项，最早的一项是 {first['number']} 的")
    assert first["legal_due"] in owed


def _rate(shell: Shell, name: str, *period: str) -> tuple[int, int]:
    told = figures(shell.data("report", *period))[name]
    return told["part"], told["whole"]


def test_what_is_not_due_yet_makes_no_rate_worse(one: Shell) -> None:
    """While the month runs its later days are nobody's delay; nor is, on the last day for it, a reply."""
    march = ("--month", "2026-03", "--as-of")
    assert _rate(one, "on_time_rate", *march, "2026-03-06") == (0, 0)
    assert _rate(one, "on_time_rate", *march, "2026-03-07") == (0, 1)
    assert "本月未满（31日中的5日）" in one.ok("report", *march, "2026-03-05").out
    assert "本月未满" not in one.ok("report", *march, "2026-03-31").out


def test_what_the_simple_track_missed_stays_missed(one: Shell) -> None:
    """To be answered by 2026-01-19; whoever leaves the track after that has missed it."""
    january = ("--month", "2026-01")
    one.ok("simple", 1, "--ground", "clear", "--on", "2026-01-06")
    assert _rate(one, "on_time_rate", *january) == (0, 1)
    one.ok("leave-simple", 1, "--reason", "争议较大", "--on", "2026-01-20")
    assert _rate(one, "on_time_rate", *january) == (0, 1)
    one.ok("retract", 1, "--act", "leave-simple", "--reason", "日期有误")
    one.ok("leave-simple", 1, "--reason", "争议较大", "--on", "2026-01-19")
    assert _rate(one, "on_time_rate", *january) == (0, 0)


@pytest.mark.parametrize("anew", ["suggestion", "appeal --route 1", "appeal --route 4", "appeal --route 5"])
def test_what_was_missed_stays_missed_however_it_is_classified_since(one: Shell, anew: str) -> None:
    """To be answered by 2026-03-06 (第三十四条); from the day it is no petition of route 6 nothing is owed, but it was."""
    march = ("--month", "2026-03")
    one.ok("classify", 1, "--category", *anew.split(), "--on", "2026-03-06")
    assert _rate(one, "on_time_rate", *march) == (0, 0)
    one.ok("retract", 1, "--act", "classify", "--reason", "日期有误")
    one.ok("classify", 1, "--category", *anew.split(), "--on", "2026-03-09")
    assert _rate(one, "on_time_rate", *march) == (0, 1)
    assert _rate(one, "on_time_rate", *march, "--as-of", "2026-03-08") == (0, 1)
    detail = report(one, "monthly", "--month 2026-03", "--detail")["detail"]
    assert [row["weight"] for row in detail if row["measure"] == "reply_due"] == [0]
    # It never was what it was first taken for: that classification is taken back, not another put on top of it.
    for _ in range(2):
        one.ok("retract", 1, "--act", "classify", "--reason", "分类有误")
    one.ok("classify", 1, "--category", *anew.split(), "--on", "2026-03-09")
    assert _rate(one, "on_time_rate", *march) == (0, 0)


def test_what_comes_back_or_is_taken_apart_is_missed_once(one: Shell) -> None:
    march = ("--month", "2026-03")
    one.ok("classify", 1, "--category", "suggestion", "--on", "2026-03-09")
    one.ok("classify", 1, "--category", "appeal", "--route", 6, "--on", "2026-03-10")
    assert _rate(one, "on_time_rate", *march) == (0, 1)
    one.ok("demand", 1, "--text", "补发工资", "--category", "appeal", "--route", 6, "--on", "2026-03-11")
    assert _rate(one, "on_time_rate", *march) == (0, 2)
    one.ok("demand", 1, "--part", 2, "--category", "suggestion", "--on", "2026-03-12")
    assert _rate(one, "on_time_rate", *march) == (0, 2)


def test_a_step_of_the_police_before_the_petition_came_in_is_no_late_entry(tmp_path: Path) -> None:
    """Nobody could write it down in a petition that there was not; one since then is late like any other."""
    shell = founded(tmp_path, today="2026-01-05")
    register(shell, "不服不予立案", received="2026-01-05")
    shell.ok("procedure", 1, "--step", "not-filed", "--on", "2025-12-20")
    assert report(shell, "monthly", "--month 2025-12")["figures"]["late_entries"] == 0
    assert report(shell, "monthly", "--month 2025-12")["late"] == []
    shell.today = "2026-01-20"
    shell.ok("procedure", 1, "--step", "not-filed-served", "--on", "2026-01-06")
    late = report(shell, "monthly", "--month 2026-01")["late"]
    assert [(row["act"], row["days_late"]) for row in late] == [("procedure", 14)]


def test_another_leader_takes_over_and_it_is_one_case(one: Shell) -> None:
    one.ok("sponsor", 1, "--leader", "王建国", "--post", "副县长", "--on", "2026-02-02")
    one.ok("sponsor", 1, "--leader", "周宁", "--post", "县长", "--on", "2026-03-02")
    assert _rate(one, "resolved_rate", "--month", "2026-03") == (0, 1)


def test_what_is_taken_up_again_is_not_resolved_any_more(one: Shell) -> None:
    one.ok("sponsor", 1, "--leader", "王建国", "--post", "副县长", "--on", "2026-02-02")
    one.ok("withdraw", 1, "--document", "撤回申请书", "--by-petitioner", "--reason", "已和解", "--on", "2026-02-10")
    one.ok("resolve", 1, "--how", "met", "--text", "已付清", "--on", "2026-02-10")
    one.ok("reopen", 1, "--reason", "又拖欠", "--on", "2026-03-02")
    one.ok("resolve", 1, "--how", "met", "--text", "又付清", "--on", "2026-04-01")
    shares = [_rate(one, "resolved_rate", "--month", f"2026-{month:02}") for month in (2, 3, 4)]
    assert shares == [(1, 1), (0, 1), (1, 1)]


def test_a_matter_ended_twice_in_a_month_is_one_matter(one: Shell) -> None:
    opinion = ("--outcome", "support", "--content", "已责令改正", "--basis", "甲法第一条", "--document")
    one.ok("reply", 1, *opinion, "信复〔2026〕1号", "--on", "2026-02-02")
    one.ok("serve", 1, "--on", "2026-02-02")
    one.ok("close", 1, "--on", "2026-02-03", "--despite", "已约定执行日期")
    one.ok("reopen", 1, "--reason", "出现新的事实", "--on", "2026-02-10")
    one.ok("reply", 1, *opinion, "信复〔2026〕2号", "--on", "2026-02-12")
    one.ok("serve", 1, "--on", "2026-02-12")
    one.ok("close", 1, "--on", "2026-02-20", "--despite", "已约定执行日期")
    told = report(one, "monthly", "--month 2026-02")["figures"]
    assert told["closed"] == 2, "counted by time 件次"
    assert _rate(one, "came_again_rate", "--month", "2026-02") == (0, 1)


def test_one_of_several_demands_that_is_diverted_ends_nothing(one: Shell) -> None:
    """The petition ends with the last of them, once: as an answer, or as diverted where all of them were."""

    def closed(month: int) -> list[int]:
        bulletin = report(one, "monthly", f"--month 2026-0{month}")["figures"]
        year = report(one, "annual", "--year 2026")["parts"][0]["by_month"]
        return [bulletin["closed"], year[month - 1]["closed"]]

    divert = ("divert", 1, "--procedure", "行政复议", "--to", "某县人民政府")
    one.ok("demand", 1, "--text", "不服处罚", "--category", "appeal", "--route", 4, "--on", "2026-01-06")
    one.ok(*divert, "--demand", 2, "--on", "2026-01-12")
    assert closed(1) == [0, 0]
    assert _rate(one, "came_again_rate", "--month", "2026-01") == (0, 0)
    one.ok("classify", 1, "--category", "appeal", "--route", 4, "--on", "2026-02-02")
    one.ok(*divert, "--demand", 1, "--on", "2026-02-03")
    assert closed(2) == [1, 1]
    detail = report(one, "monthly", "--month 2026-02", "--detail")["detail"]
    assert [row["number"] for row in detail if row["measure"] == "closed"] == ["2026-000001"]


def test_who_was_told_of_every_demand_was_told(tmp_path: Path) -> None:
    """Each was diverted and told of; whether she was told of the whole is asked when the last of them is."""
    shell = founded(tmp_path, today="2026-02-02")
    divert = ("divert", "--procedure", "行政复议", "--to", "某县人民政府", "--demand")
    for number, last in ((1, ()), (2, ("--not-told",))):
        register(shell, "欠薪和处罚", received="2026-01-05")
        shell.ok("classify", number, "--category", "appeal", "--route", 4, "--on", "2026-01-05")
        shell.ok("demand", number, "--text", "不服处罚", "--category", "appeal", "--route", 4, "--on", "2026-01-05")
        shell.ok(*divert, 1, number, "--on", "2026-01-06")
        shell.ok(*divert, 2, number, "--on", "2026-01-07", *last)
    detail = report(shell, "monthly", "--month 2026-01", "--detail")["detail"]
    assert [row["number"] for row in detail if row["measure"] == "informed"] == ["2026-000001"]
    assert _rate(shell, "told_rate", "--month", "2026-01") == (1, 1)


def test_a_cut_list_says_how_many_there_are(tmp_path: Path) -> None:
    shell = founded(tmp_path, today="2026-06-30")
    for place in range(51):
        register(shell, f"反映欠薪{place}", received="2026-01-05")
    told = report(shell, "monthly", "--month 2026-02")
    assert told["figures"]["overdue_open"] > len(told["overdue"]) == 50
    whole = told["figures"]["overdue_open"]
    assert f"共 {whole} 项，最早届满的在前，最多列 50 项。" in shell.ok("report", "--month", "2026-02").out
    for name, period in (("monthly", "2026-02"), ("backlog", "2026-02"), ("first-receiver", "2026-01")):
        shorter = shell.ok("report", name, "--month", period, "--limit", "2").out
        assert "只列了 2 条" in shorter
        assert "最多列" not in shorter, "nor that there are more of it than that"
        assert not re.findall(r"列出\D*\d+ [件项条个]", shorter), "what --limit cut is not said to be listed"
        assert "只列了" not in shell.ok("report", name, "--month", period, "--limit", "60").out


def test_halves_are_rounded_up_as_whoever_checks_it_does(tmp_path: Path) -> None:
    """5 of 32 are 15.625%: 15.63% in every look, and not the even 15.62%."""
    shell = founded(tmp_path)
    numbers = [register(shell, f"反映第{place}件") for place in range(32)]
    for number in numbers[1:6]:
        shell.ok("link", number, "--to", numbers[0], "--reason", "同一事项")
    rate = figures(report(shell, "monthly", "--month 2026-01"))["repeat_rate"]
    assert (rate["part"], rate["whole"], rate["value"]) == (5, 32, 0.1563)
    assert "15.63%" in shell.ok("report", "--month", "2026-01").out


@pytest.mark.parametrize("kind", ["monthly", "first-receiver", "repeat", "backlog", "annual"])
def test_a_workbook_holds_rates_that_can_be_reckoned_with(kind: str, years: Shell, tmp_path: Path) -> None:
    """Of the figures too, which stand counts and rates under one another: no text in percent, no 2.00日."""
    path = tmp_path / "报表.xlsx"
    years.ok("report", kind, "--year", "2024", "-o", path)
    figures = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()[1:]
    assert any(isinstance(row[1], float) and 0 < row[1] < 1 for row in figures)
    assert not [row for row in figures if isinstance(row[1], str) and re.match(r"\d", row[1])]


def test_the_definition_of_closed_names_all_that_is_counted(one: Shell) -> None:
    """A petition taken into a procedure of its own is counted as 办结: whoever reads the figure has to know."""
    closed = figures(report(one, "monthly", "--month 2026-01"))["closed"]["definition"]
    assert [EVENTS[event] for event in ENDINGS if EVENTS[event] not in closed] == []


def test_what_the_office_and_the_unit_have_to_tell_is_two_limits(tmp_path: Path) -> None:
    """第二十三条第二款、第三款: the unit that signed for it tells the petitioner too. Said where the rate is defined."""
    shell = founded(tmp_path, today="2026-01-31")
    shell.ok("unit", "add", "城关派出所")
    register(shell, "反映欠薪", received="2026-01-05")
    shell.ok("forward", 1, "--unit", "城关派出所", "--told", "--on", "2026-01-06")
    shell.ok("receive", 1, "--receiver", "赵刚", "--on", "2026-01-07")
    shell.ok("inform", 1, "--on", "2026-01-08")
    told = figures(report(shell, "monthly", "--month 2026-01"))["told_rate"]
    assert (told["part"], told["whole"]) == (2, 2)
    assert "签收的单位各计一项" in told["definition"]


def test_one_day_is_named_once(years: Shell) -> None:
    day = "2024-02-29"
    told = years.ok("report", "--from", day, "--to", day)
    assert told.out.splitlines()[0].endswith("局2024年2月29日信访情况")


def test_what_stands_at_the_end_is_the_units_that_had_it_then(tmp_path: Path) -> None:
    """What happened goes by who has the petition now, what stood open by who had it that day: the page says both."""
    shell = founded(tmp_path, today="2026-03-01")
    shell.ok("unit", "add", "北关派出所")
    register(shell, "反映欠薪", "--on", "2026-01-05")
    first = shell.data("show", 1)["unit"]
    shell.ok("forward", 1, "--unit", "北关派出所", "--on", "2026-02-20")
    for unit, received, owed in ((first, 0, 1), ("北关派出所", 1, 0)):
        told = report(shell, "monthly", "--month 2026-01", unit=unit)["figures"]
        assert (told["received"], told["overdue_open"], told["late_entries"]) == (received, owed, owed)
        page = shell.ok("report", "--month", "2026-01", "--unit", unit).out
        assert "期限项数；分单位的，按那天承办的单位，督办、建议、复查、复核的按应履行的单位。" in page
        assert "条数，信访件收到以前的公安程序步骤不计；只看一个单位的，按月末（期未满的截止日）承办的单位。" in page


def test_a_year_is_held_against_the_year_before_once(years: Shell) -> None:
    page = years.ok("report", "--year", "2024").out
    assert page.count("比上年  ") == 1
    assert re.search(r"\n收到 \d+ 件，比上年[增减\d.%件]+，\d+ 人次", page)
    month = years.ok("report", "--month", "2024-10").out
    assert re.search(r"\n收到 \d+ 件，比上月[持平增减\d.%件]+、比上年同月[持平增减\d.%件]+，\d+ 人次", month)


def test_the_days_of_the_simple_track_are_no_days_to_forward(tmp_path: Path) -> None:
    """及时受理率 is about the bureau's 15 days; an office may set 3 working days for accepting on the simple track beside."""
    shell = founded(tmp_path, today="2026-01-30")
    shell.ok("setting", "set", "days:accept-simple", "3", "--on", "2026-01-01")
    register(shell, "反映欠薪", received="2026-01-05")
    shell.ok("classify", 1, "--category", "appeal", "--route", "6", "--track", "simple", "--on", "2026-01-05")
    shell.ok("accept", 1, "--on", "2026-01-06")
    assert "简易受理期限" in shell.ok("show", 1).out
    assert _rate(shell, "prompt_rate", "--month", "2026-01") == (0, 0)


def test_who_was_supervised_owes_the_answer_and_not_who_has_the_petition(one: Shell) -> None:
    """As `overdue` has it: on the list, in its count and in the sentence."""
    one.ok("unit", "add", "北关派出所")
    one.ok("reply", 1, "--outcome", "explain", "--content", "说明", *FOUNDED, "--on", "2026-01-06")
    situation = ("--situation", "s-evasive", "--text", "限期说明", "--answer-by", "2026-02-10")
    one.ok("supervise", 1, *situation, "--unit", "北关派出所", "--on", "2026-02-02")
    had = one.data("show", 1)["unit"]
    for unit, owed in (("", 1), (had, 0), ("北关派出所", 1)):
        told = report(one, "monthly", "--month 2026-02", unit=unit)
        listed = [(row["deadline"], row["unit"]) for row in told["overdue"]]
        assert listed == [("supervision", "北关派出所")] * owed
        assert (
            told["figures"]["overdue_open"] == len(one.data("overdue", "--as-of", "2026-02-28", *unit_of(unit))) == owed
        )
    assert "2026-02-10 届满，在北关派出所" in one.ok("report", "--month", "2026-02").out


def unit_of(unit: str) -> tuple[str, ...]:
    """The option that asks for one unit; '' for all."""
    return ("--unit", unit) if unit else ()


def test_of_a_part_without_a_name_people_read_that_it_has_none(one: Shell) -> None:
    """As in the tables of each part by itself."""
    register(one, "反映噪音", received="2026-01-20")
    page = one.ok("report", "--month", "2026-01", "--detail").out
    apart = page[page.index("分列：收到") :]
    assert re.search(r"^类别 +未分类 +1 ", apart, re.MULTILINE)
    assert re.search(r"^途径 +未定 +1 ", apart, re.MULTILINE)


def test_whole_months_are_held_against_whole_months_of_the_year_before(tmp_path: Path) -> None:
    """By hand: 1—2月 of 2025 beside those of 2024, whose February has a day more; 28 February alone beside one day."""
    shell = founded(tmp_path, today="2025-03-10")
    for day in ("2024-02-28", "2024-02-29", "2025-02-28"):
        register(shell, day, received=day)

    def last_year(period: str) -> int:
        return int(figures(report(shell, "monthly", period))["received"]["last_year"])

    assert last_year("--month 2025-02") == 2
    assert last_year("--from 2025-01-01 --to 2025-02-28") == 2
    assert last_year("--from 2025-02-28 --to 2025-02-28") == 1
    assert last_year("--from 2025-01-02 --to 2025-02-28") == 1


def test_a_definition_names_what_else_is_counted(tmp_path: Path) -> None:
    """By hand: a forward, a designation, one agreed on by the bodies themselves; of two due one was answered, one settled by an agreement."""
    shell = founded(tmp_path, today="2025-12-31")
    for unit in ("城关派出所", "刑侦大队", "交警大队"):
        shell.ok("unit", "add", unit)
    for title, acts in (
        ("噪音", ["reply --outcome refuse --content 说明 --basis 甲法 --document 信复1号"]),
        ("欠薪", ["mediate --result agreed --text 分期付清"]),
        (
            "落户",
            [
                "forward --unit 刑侦大队",
                "object --reason 不属职权",
                "settle-objection --refuse --reason 属其职权",
                "negotiate --with 刑侦大队 --with 交警大队 --failed",
                "designate --unit 交警大队 --decided-by 某市公安局",
            ],
        ),
        ("占道", ["inform", "negotiate --with 刑侦大队 --with 交警大队 --agreed 交警大队"]),
    ):
        number = register(shell, title, received="2025-01-06")
        shell.ok("classify", number, "--category", "appeal", "--route", 6, "--on", "2025-01-06")
        if len(acts) == 1:
            shell.ok("accept", number, "--on", "2025-01-06")
        for line in acts:
            verb, *words = line.split()
            shell.ok(verb, number, *words, "--on", "2025-01-07")
    told = figures(report(shell, "monthly", "--quarter 2025-1"))
    for name, counted, named in (
        ("forwarded", 3, "协商、指定受理"),
        ("met_on_time", 2, "达成协议"),
        ("replied", 1, "逐项"),
    ):
        assert told[name]["value"] == counted, name
        assert named in told[name]["definition"], name
