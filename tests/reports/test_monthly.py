"""The monthly bulletin against a recount of every figure from the bare facts, and what it says of single ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cli.shell import FINGERPRINT, Shell
from python_calamine import CalamineWorkbook
from store.ledgers import copied, founded, register

from xinfang.core.case import ENDINGS, Case
from xinfang.core.events import EVENTS
from xinfang.workflows.reporting import REPORTS

from .monthly_recount import COUNTS, MEASURES, RATES, Known, groups, known_of, late_entries, overdue
from .office import FIRST, TODAY
from .periods import asked, before, year_before
from .rounding import divided


def report(shell: Shell, period: str, as_of: date | None, *more: str) -> Any:
    return shell.ok("report", *period.split(), *(("--as-of", as_of) if as_of else ()), *more, "-f", "json").data


@pytest.mark.parametrize(("period", "first", "last", "as_of"), asked())
@pytest.mark.parametrize("unit", ["", "城关派出所", "某县公安局"])
def test_every_figure(years: Shell, period: str, first: date, last: date, as_of: date | None, unit: str) -> None:
    stretches = [(first, last), before(period, first, last), year_before(period, first, last)]
    now, previous, last_year = (
        known_of(years, *days, as_of).of(lambda case: unit in ("", case.unit)) for days in stretches
    )
    told = {each["name"]: each for each in report(years, period, as_of, *_of(unit))["indicators"]}
    assert set(told) == {*COUNTS, *RATES}
    for name, each in told.items():
        beside = (each["value"], each["previous"], each["last_year"])
        if name in COUNTS:
            assert beside == tuple(COUNTS[name](known) for known in (now, previous, last_year)), name
        else:
            assert (each["part"], each["whole"]) == RATES[name](now), name
            assert beside == tuple(divided(*RATES[name](known)) for known in (now, previous, last_year)), name


def _of(unit: str) -> tuple[str, ...]:
    return ("--unit", unit) if unit else ()


@pytest.mark.parametrize(("period", "first", "last", "as_of"), asked())
@pytest.mark.parametrize("unit", ["", "城关派出所", "某县公安局"])
def test_what_stood_open_and_what_came_late(
    years: Shell, period: str, first: date, last: date, as_of: date | None, unit: str
) -> None:
    """Of one unit: by who had the petition at the period's end."""
    told = report(years, period, as_of, *_of(unit))
    earlier = [name for name in told if name.startswith(("previous_", "same_"))]
    stretches = {"figures": (first, last)}
    stretches |= dict(zip(earlier, [before(period, first, last), year_before(period, first, last)], strict=True))
    for name, days in stretches.items():
        until = min(days[1], as_of or TODAY)
        then = known_of(years, *days, until).of(lambda case: unit in ("", case.unit))
        had = {case.number for case in then.every if unit in ("", case.unit)}
        owed = overdue(then)
        late = [entry for entry in late_entries(years, days[0], until) if not unit or entry.subject in had]
        assert (told[name]["overdue_open"], told[name]["late_entries"]) == (len(owed), len(late)), name
        if name == "figures":
            expected = [(name, str(day), case.number, case.unit, (until - day).days) for day, case, name in owed]
            keys = ("deadline", "legal_due", "number", "unit", "days_over")
            rows = [tuple(row[key] for key in keys) for row in told["overdue"]]
            assert Counter(rows) <= Counter(expected)
            assert [row[1:3] for row in rows] == [row[1:3] for row in expected[:50]]
            listed = Counter((row["number"], row["act"], row["on"], row["recorded_on"]) for row in told["late"])
            assert listed <= Counter((each.subject, each.act, str(each.on), str(each.recorded_on)) for each in late)
            delays = [(each.recorded_on - each.on).days for each in late]
            assert [row["days_late"] for row in told["late"]] == sorted(delays, reverse=True)[:50]


@pytest.mark.parametrize(("period", "first", "last", "as_of"), asked())
def test_every_part(years: Shell, period: str, first: date, last: date, as_of: date | None) -> None:
    known = known_of(years, first, last, as_of)
    told = report(years, period, as_of)
    for column, part in PARTS.items():
        rows = [_row(known, column, part, value) for value in {part(case) for case in known.own}]
        expected = [row for row in rows if any(number for number in row.values() if isinstance(number, int))]
        assert told[f"by_{column}"] == sorted(expected, key=lambda row: (-row["received"], row[column])), column


PARTS: dict[str, Callable[[Case], str]] = {
    "channel": lambda case: case.registration.channel.value,
    "region": lambda case: case.registration.region,
    "category": lambda case: case.category.value if case.category else "",
    "route": lambda case: str(case.route or ""),
    "content": lambda case: case.code.split("/")[0],
    "unit": lambda case: case.unit,
    "branch": lambda case: case.branch,
}


def _row(known: Known, column: str, part: Callable[[Case], str], value: str) -> dict[str, Any]:
    own = known.of(lambda case: part(case) == value)
    counts = {name: COUNTS[name](own) for name in ("received", "replied", "closed", "due", "met_on_time")}
    return {column: value, **counts, "on_time_rate": divided(counts["met_on_time"], counts["due"])}


@pytest.mark.parametrize(("period", "first", "last", "as_of"), asked())
def test_group_visits_by_size(years: Shell, period: str, first: date, last: date, as_of: date | None) -> None:
    came = [case.registration.headcount for case in groups(known_of(years, first, last, as_of))]
    sizes = {
        "5至10人": (5, 10),
        "11至20人": (11, 20),
        "21至50人": (21, 50),
        "51至100人": (51, 100),
        "101人以上": (101, 9999),
    }
    expected = []
    for size, (least, most) in sizes.items():
        if of_size := [people for people in came if least <= people <= most]:
            expected.append({"size": size, "visits": len(of_size), "visitors": sum(of_size)})
    assert report(years, period, as_of)["group_visits"] == expected


@pytest.mark.parametrize(("period", "first", "last", "as_of"), asked())
def test_ranking(years: Shell, period: str, first: date, last: date, as_of: date | None) -> None:
    """The same rate has the same place; who had nothing due has none."""
    now, earlier = (known_of(years, *days, as_of) for days in [(first, last), before(period, first, last)])
    rates = {unit: _on_time(now, unit) for unit in {case.unit for case in now.own}}
    due = {unit: rate for unit, rate in rates.items() if rate[1]}
    told = report(years, period, as_of)["unit_ranking"]
    assert {row["unit"] for row in told} == set(due)
    for row in told:
        met, whole = due[row["unit"]]
        better = sum(part * whole > met * of for part, of in due.values())
        rate, past = divided(met, whole), divided(*_on_time(earlier, row["unit"]))
        assert rate is not None
        trend = "" if past is None else "↑" if rate > past else "↓" if rate < past else "→"
        assert row == {
            **{"place": better + 1, "unit": row["unit"], "due": whole, "met_on_time": met, "on_time_rate": rate},
            **{"previous_rate": past, "trend": trend},
        }


def _on_time(known: Known, unit: str) -> tuple[int, int]:
    return RATES["on_time_rate"](known.of(lambda case: case.unit == unit))


@pytest.mark.parametrize(("period", "first", "last", "as_of"), asked()[::4])
@pytest.mark.parametrize("unit", ["", "交警大队"])
def test_detail_lists_what_was_counted(
    years: Shell, period: str, first: date, last: date, as_of: date | None, unit: str
) -> None:
    known = known_of(years, first, last, as_of).of(lambda case: unit in ("", case.unit))
    told = report(years, period, as_of, "--detail", *_of(unit))["detail"]
    assert Counter((row["measure"], row["number"], row["unit"], row["weight"]) for row in told) == Counter(
        (name, case.number, case.unit, int(weight)) for name, of in MEASURES.items() for case, weight in of(known)
    )


def test_printed_again_after_more_has_happened(years: Shell, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The page printed from the ledger as it was comes out again to the letter, whatever was written since."""
    shell = copied(years, tmp_path_factory.mktemp("later"))
    asked_for = ("report", "--month", "2024-10", "--as-of", "2024-11-05")
    printed = shell.ok(*asked_for)
    fingerprint = shell.ok(*asked_for, "-f", "json").data["ledger"]["fingerprint"]
    number = shell.ok("list", "--from", "2024-10-01", "--to", "2024-10-31", "-f", "json").data[0]["number"]
    shell.ok("correct", number, "--received", "2024-09-15", "--reason", "收到日有误")
    register(shell, "补登的一件", received="2024-10-20")
    changed = shell.ok(*asked_for)
    assert changed.out != printed.out
    assert shell.ok(*asked_for, "--as-known", fingerprint).out == printed.out
    assert "至今一条未改；此后又记了 2 条" in shell.ok("verify", "--against", fingerprint).out
    for moment in (TODAY, f"{TODAY} 09:00"):
        assert shell.ok(*asked_for, "--as-known", moment).out == changed.out
    for moment in ("2025-12-30", f"{TODAY} 08:59"):
        then = shell.ok(*asked_for, "--as-known", moment).out
        assert then.splitlines()[:-1] == printed.out.splitlines()[:-1], "all but the fingerprint"
    shell.refused("E208", *asked_for, "--as-known", f"{FIRST} 08:59")
    shell.refused("E102", *asked_for, "--as-known", f"{TODAY} 25:00")


def test_a_page_of_an_older_ledger_is_headed_by_its_own_day(
    years: Shell, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Not by today: what has been written down since is not in it, and nothing else would say so."""
    shell = copied(years, tmp_path_factory.mktemp("headed"))
    asked_for = ("report", "--month", "2024-10")
    printed = shell.ok(*asked_for).out
    shell.today = "2026-02-03"
    register(shell, "补登的一件", received="2024-10-20")
    now = shell.ok(*asked_for).out
    assert "截至 2026-02-03 的台账。" in now
    assert f"最后一条 {shell.today} 记入" in now
    fingerprint = FINGERPRINT.search(printed)
    assert fingerprint is not None
    for typed in (fingerprint[0], fingerprint[0].upper(), TODAY, f"{TODAY} 17:30"):
        assert shell.ok(*asked_for, "--as-known", typed).out == printed
    later = shell.ok(*asked_for, "--as-known", "2026-01-15").out
    assert "截至 2026-01-15 的台账。" in later
    assert f"最后一条 {TODAY} 记入" in later
    shell.refused("E103", "report", "--month", "2026-02", "--as-known", fingerprint[0])


@pytest.mark.parametrize("kind", REPORTS)
def test_the_page_says_how_it_is_printed_again(kind: str, one: Shell) -> None:
    """The day is part of it: a page of the month before is signed on the day it was made."""
    asked_for = ("report", kind, *(("--year", 2026) if kind == "annual" else ("--month", "2026-05")))
    one.ok(*asked_for, "-o", "印出的.docx")
    said = re.search(r"照原样重做: 同一命令加 (.+)。", one.ok(*asked_for).out)
    assert said
    later = {"XINFANG_TODAY": "2026-07-20"}
    one.ok("reply", 1, "--outcome", "explain", "--content", "已答复", **later)
    one.ok(*asked_for, *said[1].split(), "-o", "重做的.docx", **later)
    assert (one.folder / "重做的.docx").read_bytes() == (one.folder / "印出的.docx").read_bytes()


def test_what_as_known_cannot_mean_is_told_apart(years: Shell) -> None:
    """A mistyped fingerprint is no strange day, before the first fact no fingerprint helps, nobody knows what comes."""
    for typed, code, told in (
        ("3f2a-91bc", "E102", "不是指纹，也不是日期、时间"),
        ("2026-02-30 09:00", "E102", "写印出的指纹"),
        ("2020-01-01", "E208", "写晚一些的日期、时间"),
        ("2030-01-01", "E103", "还没有到"),
        ("2030-01-01 08:00", "E103", "还没有到"),
    ):
        ran = years.refused(code, "report", "--month", "2024-10", "--as-known", typed)
        assert told in ran.err


def test_limit_shortens_the_lists_and_no_figure(years: Shell) -> None:
    whole, short = report(years, "--year 2024", None), report(years, "--year 2024", None, "--limit", "2")
    assert len(whole["overdue"]) > 2 < len(whole["late"])
    assert (short["overdue"], short["late"]) == (whole["overdue"][:2], whole["late"][:2])
    rest = set(whole) - {"overdue", "late"}
    assert {name: short[name] for name in rest} == {name: whole[name] for name in rest}
    assert "只列了 2 条" in years.ok("report", "--year", "2024", "--limit", "2").out
    years.refused("E108", "report", "--year", "2024", "--limit", "0")


def test_the_sentences_say_what_the_tables_say(years: Shell) -> None:
    told = report(years, "--year 2024", None)
    value = {each["name"]: each["value"] for each in told["indicators"]}
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


@pytest.fixture
def one(tmp_path: Path) -> Shell:
    """One petition, accepted on 2026-01-05: to be answered by 2026-03-06."""
    shell = founded(tmp_path, today="2026-06-30")
    register(shell, "反映欠薪", received="2026-01-05")
    shell.ok("classify", 1, "--category", "appeal", "--route", "6", "--on", "2026-01-05")
    shell.ok("accept", 1, "--on", "2026-01-05")
    return shell


def _rate(shell: Shell, name: str, *period: str) -> tuple[int, int]:
    (told,) = (each for each in shell.ok("report", *period, "-f", "json").data["indicators"] if each["name"] == name)
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


def test_a_step_of_the_police_before_the_petition_came_in_is_no_late_entry(tmp_path: Path) -> None:
    """Nobody could write it down in a petition that there was not; one since then is late like any other."""
    shell = founded(tmp_path, today="2026-01-05")
    register(shell, "不服不予立案", received="2026-01-05")
    shell.ok("procedure", 1, "--step", "not-filed", "--on", "2025-12-20")
    assert shell.ok("report", "--month", "2025-12", "-f", "json").data["figures"]["late_entries"] == 0
    assert shell.ok("report", "--month", "2025-12", "-f", "json").data["late"] == []
    shell.today = "2026-01-20"
    shell.ok("procedure", 1, "--step", "not-filed-served", "--on", "2026-01-06")
    late = shell.ok("report", "--month", "2026-01", "-f", "json").data["late"]
    assert [(row["act"], row["days_late"]) for row in late] == [("procedure", 14)]


def test_another_leader_takes_over_and_it_is_one_case(one: Shell) -> None:
    one.ok("sponsor", 1, "--leader", "王建国", "--post", "副县长", "--on", "2026-02-02")
    one.ok("sponsor", 1, "--leader", "周宁", "--post", "县长", "--on", "2026-03-02")
    assert _rate(one, "resolved_rate", "--month", "2026-03") == (0, 1)


def test_a_matter_ended_twice_in_a_month_is_one_matter(one: Shell) -> None:
    opinion = ("--outcome", "support", "--content", "已责令改正", "--basis", "甲法第一条", "--document")
    one.ok("reply", 1, *opinion, "信复〔2026〕1号", "--on", "2026-02-02")
    one.ok("serve", 1, "--on", "2026-02-02")
    one.ok("close", 1, "--on", "2026-02-03", "--despite", "已约定执行日期")
    one.ok("reopen", 1, "--reason", "出现新的事实", "--on", "2026-02-10")
    one.ok("reply", 1, *opinion, "信复〔2026〕2号", "--on", "2026-02-12")
    one.ok("serve", 1, "--on", "2026-02-12")
    one.ok("close", 1, "--on", "2026-02-20", "--despite", "已约定执行日期")
    told = one.ok("report", "--month", "2026-02", "-f", "json").data["figures"]
    assert told["closed"] == 2, "counted by time 件次"
    assert _rate(one, "came_again_rate", "--month", "2026-02") == (0, 1)


def test_a_cut_list_says_how_many_there_are(tmp_path: Path) -> None:
    shell = founded(tmp_path, today="2026-06-30")
    for place in range(51):
        register(shell, f"反映欠薪{place}", received="2026-01-05")
    told = shell.ok("report", "--month", "2026-02", "-f", "json").data
    assert told["figures"]["overdue_open"] > len(told["overdue"]) == 50
    whole = told["figures"]["overdue_open"]
    assert f"共 {whole} 项，最早届满的在前，最多列 50 项。" in shell.ok("report", "--month", "2026-02").out
    for name, period in (("monthly", "2026-02"), ("backlog", "2026-02"), ("first-receiver", "2026-01")):
        shorter = shell.ok("report", name, "--month", period, "--limit", "2").out
        assert "只列了 2 条" in shorter
        assert not re.findall(r"列出\D*\d+ [件项条个]", shorter), "what --limit cut is not said to be listed"
        assert "只列了" not in shell.ok("report", name, "--month", period, "--limit", "60").out


def test_halves_are_rounded_up_as_whoever_checks_it_does(tmp_path: Path) -> None:
    """5 of 32 are 15.625%: 15.63% in every look, and not the even 15.62%."""
    shell = founded(tmp_path)
    numbers = [register(shell, f"反映第{place}件") for place in range(32)]
    for number in numbers[1:6]:
        shell.ok("link", number, "--to", numbers[0], "--reason", "同一事项")
    figures = {each["name"]: each for each in shell.ok("report", "--month", "2026-01", "-f", "json").data["indicators"]}
    rate = figures["repeat_rate"]
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
    figures = report(one, "--month 2026-01", None)["indicators"]
    (closed,) = (each["definition"] for each in figures if each["name"] == "closed")
    assert [EVENTS[event] for event in ENDINGS if EVENTS[event] not in closed] == []


def test_what_the_office_and_the_unit_have_to_tell_is_two_limits(tmp_path: Path) -> None:
    """第二十三条第二款、第三款: the unit that signed for it tells the petitioner too. Said where the rate is defined."""
    shell = founded(tmp_path, today="2026-01-31")
    shell.ok("unit", "add", "城关派出所")
    register(shell, "反映欠薪", received="2026-01-05")
    shell.ok("forward", 1, "--unit", "城关派出所", "--told", "--on", "2026-01-06")
    shell.ok("receive", 1, "--receiver", "赵刚", "--on", "2026-01-07")
    shell.ok("inform", 1, "--on", "2026-01-08")
    figures = report(shell, "--month 2026-01", None)["indicators"]
    (told,) = (each for each in figures if each["name"] == "told_rate")
    assert (told["part"], told["whole"]) == (2, 2)
    assert "签收的单位各计一项" in told["definition"]


def test_one_day_is_named_once(years: Shell) -> None:
    day = "2024-02-29"
    told = years.ok("report", "--from", day, "--to", day)
    assert told.out.splitlines()[0].endswith(f" {day}信访情况")


def test_what_stands_at_the_end_is_the_units_that_had_it_then(tmp_path: Path) -> None:
    """What happened goes by who has the petition now, what stood open by who had it that day: the page says both."""
    shell = founded(tmp_path, today="2026-03-01")
    shell.ok("unit", "add", "北关派出所")
    register(shell, "反映欠薪", "--on", "2026-01-05")
    first = shell.ok("show", 1, "-f", "json").data["unit"]
    shell.ok("forward", 1, "--unit", "北关派出所", "--on", "2026-02-20")
    for unit, received, owed in ((first, 0, 1), ("北关派出所", 1, 0)):
        told = shell.ok("report", "--month", "2026-01", "--unit", unit, "-f", "json").data["figures"]
        assert (told["received"], told["overdue_open"], told["late_entries"]) == (received, owed, owed)
        page = shell.ok("report", "--month", "2026-01", "--unit", unit).out
        assert "期限项数；只看一个单位的，按那天承办的单位。" in page
        assert "条数，信访件收到以前的公安程序步骤不计；只看一个单位的，按月末（期未满的截止日）承办的单位。" in page


def test_a_year_is_held_against_the_year_before_once(years: Shell) -> None:
    assert years.ok("report", "--year", "2024").out.count("比上年  ") == 1


@pytest.mark.parametrize("column", ["channel", "category", "unit", "route", "content", "branch", "region"])
def test_the_parts_add_up_to_the_whole(years: Shell, column: str) -> None:
    told = report(years, "--year 2024", None)
    value = {each["name"]: each["value"] for each in told["indicators"]}
    for name in ("received", "replied", "closed", "due", "met_on_time"):
        assert sum(row[name] for row in told[f"by_{column}"]) == value[name]


def test_the_days_of_the_simple_track_are_no_days_to_forward(tmp_path: Path) -> None:
    """及时受理率 is about the bureau's 15 days; an office may set 3 working days for accepting on the simple track beside."""
    shell = founded(tmp_path, today="2026-01-30")
    shell.ok("setting", "set", "days:accept-simple", "3", "--on", "2026-01-01")
    register(shell, "反映欠薪", received="2026-01-05")
    shell.ok("classify", 1, "--category", "appeal", "--route", "6", "--track", "simple", "--on", "2026-01-05")
    shell.ok("accept", 1, "--on", "2026-01-06")
    assert "简易受理期限" in shell.ok("show", 1).out
    assert _rate(shell, "prompt_rate", "--month", "2026-01") == (0, 0)
