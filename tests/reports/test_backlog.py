"""积案清零 against a recount from the bare facts: every petition of the list, why it is there, and the sums."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from cli.shell import Shell
from store.folding import case_on, facts
from store.ledgers import copied, founded, register

from .backlog_recount import by_cause, cause, overdue, sponsor, stock
from .course import OUTSIDE
from .office import TODAY
from .rounding import divided

PERIODS = [
    ("--month 2023-11", date(2023, 11, 1), date(2023, 11, 30)),
    ("--month 2024-06", date(2024, 6, 1), date(2024, 6, 30)),
    ("--quarter 2025-2", date(2025, 4, 1), date(2025, 6, 30)),
    ("--year 2024", date(2024, 1, 1), date(2024, 12, 31)),
    ("--month 2025-12", date(2025, 12, 1), date(2025, 12, 31)),
    # What is old at its first day and what at its last is told by numbers of two years.
    ("--from 2024-11-15 --to 2025-03-15", date(2024, 11, 15), date(2025, 3, 15)),
]


def report(shell: Shell, period: str, *more: object, **variables: str) -> Any:
    return shell.data("report", "backlog", *period.split(), *more, **variables)


def value(told: Any, name: str) -> int:
    found: int = next(each["value"] for each in told["indicators"] if each["name"] == name)
    return found


def asked() -> list[Any]:
    half = date(2024, 6, 14)
    return [
        *(pytest.param(period, first, last, None, id=period) for period, first, last in PERIODS),
        pytest.param("--month 2024-06", date(2024, 6, 1), half, half, id="half a month"),
    ]


@pytest.mark.parametrize(("period", "first", "until", "as_of"), asked())
def test_every_petition_of_the_list(years: Shell, period: str, first: date, until: date, as_of: date | None) -> None:
    every = facts(years)
    expected = stock(every, until, 12)
    told = report(years, period, "--detail", *(("--as-of", as_of) if as_of else ()))
    assert [row["number"] for row in told["cases"]] == sorted(expected)
    for row in told["cases"]:
        why = expected[row["number"]]
        assert tuple(row["kinds"].split(",")) == why.kinds
        assert (row["unit"], row["officer"], row["state"]) == (why.case.unit, why.case.officer, why.case.state.value)
        assert row["overdue_since"] == (min(days) if (days := overdue(why.case, until)) and why.case.open else None)
        assert row["came_again_on"] == (str(why.again_on) if why.again_on else None)
        assert (row["cause"], row["cause_source"], row["finish_by"]) == cause(why.case, until), row["number"]
        expected_sponsor = sponsor(why.case)
        assert {name: row[name] for name in expected_sponsor} == expected_sponsor
    kinds = Counter(kind for why in expected.values() for kind in why.kinds)
    assert {name: value(told, name) for name in ("overdue", "came_again", "old")} == {
        "overdue": kinds["overdue"],
        "came_again": kinds["came-again"],
        "old": kinds["old"],
    }


@pytest.mark.parametrize(("period", "first", "until", "as_of"), asked())
@pytest.mark.parametrize("unit", ["", "城关派出所"])
def test_it_adds_up(years: Shell, period: str, first: date, until: date, as_of: date | None, unit: str) -> None:
    every = facts(years)
    then, now = stock(every, first - timedelta(days=1), 12), stock(every, until, 12)
    had = {number for number, why in then.items() if unit in ("", why.case.unit)}
    has = {number for number, why in now.items() if unit in ("", why.case.unit)}
    more = [*(("--as-of", as_of) if as_of else ()), *(("--unit", unit) if unit else ())]
    told = report(years, period, "--detail", *more)
    sums = {name: value(told, name) for name in ("begin", "added", "left", "end")}
    assert sums == {"begin": len(had), "added": len(has - had), "left": len(had - has), "end": len(has)}
    assert sums["begin"] + sums["added"] - sums["left"] == sums["end"]
    cases = [now[number].case for number in has]
    assert told["by_cause"] == by_cause(cases, until)
    assert value(told, "finish_late") == sum(row["finish_late"] for row in told["by_cause"])
    diagnosed = sum(any(event.name == "diagnosed" for event in case.events) for case in cases)
    sponsored = sum(any(event.name == "sponsored" for event in case.events) for case in cases)
    assert {
        each["name"]: (each["part"], each["whole"], each["value"]) for each in told["indicators"] if "part" in each
    } == {
        "cleared_rate": (len(had - has), len(had), divided(len(had - has), len(had))),
        "diagnosed_rate": (diagnosed, len(has), divided(diagnosed, len(has))),
        "sponsored_rate": (sponsored, len(has), divided(sponsored, len(has))),
    }
    ways = {each["name"]: each["value"] for each in told["indicators"] if each["name"].startswith("left_")}
    assert sum(ways.values()) == sums["left"]
    behind: dict[str, set[str]] = {name: set() for name in sums}
    for row in told["detail"]:
        behind[row["measure"]].add(row["number"])
    assert behind == {"begin": had, "added": has - had, "left": had - has, "end": has}
    for row in told["by_unit"]:
        begin = {number for number in had if then[number].case.unit == row["unit"]}
        end = {number for number in has if now[number].case.unit == row["unit"]}
        assert row == {
            **{"unit": row["unit"], "begin": len(begin), "added": len(end - begin)},
            **{"left": len(begin - end), "end": len(end)},
        }
    if not unit:
        assert sum(row["end"] for row in told["by_unit"]) == sums["end"]


def test_how_they_left(years: Shell) -> None:
    first, until = date(2024, 1, 1), date(2024, 12, 31)
    every = facts(years)
    then, now = stock(every, first - timedelta(days=1), 12), stock(every, until, 12)
    told = {row["number"]: row["left"] for row in report(years, "--year 2024", "--detail")["detail"] if row["left"]}
    assert told.keys() == then.keys() - now.keys()
    for number, way in told.items():
        case = case_on(every[number], until)
        assert case is not None
        same = [case, *(c for e in every.values() if (c := case_on(e, until)) and c.repeat_of == number)]
        resolved = any(e.name == "resolved" and first <= e.on <= until for each in same for e in each.events)
        again = "came-again" in then[number].kinds
        over = "quiet" if again else "ended"
        assert way == ("resolved" if resolved else (over if not case.open else "reopened" if again else "met"))


def test_months_are_the_office_s_to_set(years: Shell, tmp_path_factory: pytest.TempPathFactory) -> None:
    shell = copied(years, tmp_path_factory.mktemp("months"))
    shell.ok("setting", "set", "backlog-months", "3", "--on", "2024-07-01")
    every = facts(shell)
    for period, until, months in (
        ("--month 2024-06", date(2024, 6, 30), 12),
        ("--month 2024-09", date(2024, 9, 30), 3),
    ):
        told = report(shell, period, "--detail")
        assert told["months"] == months
        assert [row["number"] for row in told["cases"]] == sorted(stock(every, until, months))


@pytest.fixture
def stuck(tmp_path: Path) -> Shell:
    """Five petitions received on 2025-01-06, none told by 2025-01-21 nor ended, each stuck for another reason."""
    shell = founded(tmp_path, today="2025-12-31", kind="bureau")
    shell.ok("unit", "add", "城关镇政府")
    shell.ok("unit", "add", OUTSIDE, "--outside")
    for title in ("欠薪", "噪音", "户口", "低保", "道路"):
        register(shell, title, received="2025-01-06")
    return shell


def test_what_ended_and_came_again_is_not_overdue_for_an_answer_still_owed(stuck: Shell) -> None:
    """By hand: the supervision of it was never answered, but nobody has it in hand any more."""
    by = ("--answer-by", "2025-02-10", "--text", "查明原因")
    stuck.ok("close", 1, "--despite", "信访人外出", "--on", "2025-01-10")
    stuck.ok("supervise", 1, "--situation", "s-repeat", "--unit", "城关镇政府", *by, "--on", "2025-01-20")
    register(stuck, "又是欠薪", "--repeat-of", "2025-1", received="2025-02-03")
    told = report(stuck, "--month 2025-03")
    (row,) = (each for each in told["cases"] if each["number"] == "2025-000001")
    assert (row["kinds"], row["overdue_since"], row["came_again_on"]) == ("came-again", None, "2025-02-03")
    # The other four, and the repeat itself.
    assert value(told, "overdue") == 5
    assert value(told, "came_again") == 1
    assert value(told, "end") == 6


def test_what_was_taken_up_again_left_by_that(stuck: Shell) -> None:
    """By hand: forwarded in time and closed, come again; in February it was taken up again, and nothing was overdue."""
    stuck.ok("forward", 1, "--unit", "城关镇政府", "--on", "2025-01-07")
    stuck.ok("close", 1, "--despite", "信访人外出", "--on", "2025-01-10")
    register(stuck, "又是欠薪", "--repeat-of", "2025-1", received="2025-01-25")
    stuck.ok("reopen", 1, "--reason", "新事实", "--on", "2025-02-20")
    told = report(stuck, "--month 2025-02", "--detail")
    assert [(row["number"], row["left"]) for row in told["detail"] if row["left"]] == [("2025-000001", "reopened")]


def test_what_the_ledger_shows_of_the_cause(stuck: Shell) -> None:
    """By hand: where nobody has diagnosed, what was done shows why it is stuck and by when; else nobody knows."""
    shell = stuck
    shell.ok("forward", 1, "--unit", OUTSIDE, "--on", "2025-01-08")
    shell.ok(
        "supervise",
        2,
        "--situation",
        "s-forward-late",
        "--text",
        "转送",
        "--answer-by",
        "2025-02-10",
        "--on",
        "2025-02-03",
    )
    shell.ok("assist", 3, "--kind", "social", "--text", "已协助申请临时救助", "--on", "2025-02-04")
    for words in (["classify", 4, "--category", "appeal", "--route", "6"], ["accept", 4, "--unit", "城关镇政府"]):
        shell.ok(*words, "--on", "2025-01-08")
    shell.ok(
        "reply", 4, "--outcome", "support", "--content", "支付", "--perform-by", "2025-02-20", "--on", "2025-02-05"
    )
    told = report(shell, "--month 2025-02", "--detail")
    shown = {row["number"]: (row["cause"], row["cause_source"], row["finish_by"]) for row in told["cases"]}
    assert shown == {
        "2025-000002": ("unfinished", "ledger", "2025-02-10"),
        "2025-000003": ("needs-help", "ledger", None),
        "2025-000004": ("justified", "ledger", "2025-02-20"),
        "2025-000005": ("", "", None),
    }
    assert value(told, "finish_late") == 2
    # In January the supervision, the help and the reply were still to come.
    told = report(shell, "--month 2025-01", "--detail")
    assert {row["cause"] for row in told["cases"]} == {""}
    # Handed on to another body it was not overdue here; a year on it is old.
    for words in (["classify", 5, "--category", "appeal", "--route", "6"], ["accept", 5, "--unit", "城关镇政府"]):
        shell.ok(*words, "--on", "2025-02-03")
    shell.ok("reply", 5, "--outcome", "refuse", "--content", "不支持", "--on", "2025-02-10")
    shell.ok("serve", 5, "--on", "2025-02-11")
    shell.ok("ask-review", 5, "--to", "某市信访局", "--reason", "认定有误", "--on", "2025-02-20")
    shell.ok("review", 5, "--outcome", "redo", "--document", "信复查〔2025〕3号", "--on", "2025-03-03")
    told = report(shell, "--from 2026-01-01 --to 2026-01-06", "--detail", XINFANG_TODAY="2026-01-06")
    first = told["cases"][0]
    assert (first["number"], first["kinds"], first["cause"], first["measure"]) == (
        *("2025-000001", "old", "not-ours"),
        f"移交跟踪: 已送{OUTSIDE}",
    )
    # A year on it is old, and what a review has set aside is our own fault.
    last = told["cases"][-1]
    assert (last["number"], last["kinds"], last["cause"], last["measure"]) == (
        *("2025-000005", "old", "our-fault"),
        "依法纠正: 2025-03-03 复查、复核已纠正",
    )
    # What is diagnosed counts for more, and the last diagnosis for most.
    shell.ok("diagnose", 2, "--cause", "our-fault", "--measure", "补办转送", "--on", "2025-02-05")
    shell.ok("diagnose", 2, "--cause", "not-ours", "--measure", "转县住建局，每月跟踪", "--on", "2025-02-06")
    row = report(shell, "--month 2025-02")["cases"][0]
    assert (row["cause"], row["cause_source"], row["measure"]) == ("not-ours", "diagnosed", "转县住建局，每月跟踪")


def test_an_accusation_is_listed_by_number(stuck: Shell) -> None:
    """Its title and what a clerk wrote of it are nobody's business (第三十条第三款)."""
    stuck.ok("classify", 1, "--category", "accusation", "--on", "2025-01-07")
    stuck.ok("diagnose", 1, "--cause", "unfinished", "--measure", "张三所反映的问题尽快转送", "--on", "2025-02-03")
    stuck.ok("diagnose", 2, "--cause", "unfinished", "--measure", "张三所反映的问题尽快转送", "--on", "2025-02-03")
    first, second = report(stuck, "--month 2025-02")["cases"][:2]
    assert (first["title"], first["measure"], first["restricted"]) == ("※", "※", True)
    assert (second["title"], second["measure"], second["restricted"]) == ("噪音", "张*所反映的问题尽快转送", False)
    assert "张三" not in stuck.ok("report", "backlog", "--month", "2025-02").out


def test_printed_again_after_more_has_happened(years: Shell, tmp_path_factory: pytest.TempPathFactory) -> None:
    shell = copied(years, tmp_path_factory.mktemp("later"))
    words = ("report", "backlog", "--month", "2025-11", "--as-of", "2025-12-05")
    printed = shell.ok(*words)
    fingerprint = shell.data(*words)["ledger"]["fingerprint"]
    number = shell.data(*words)["cases"][0]["number"]
    shell.ok("diagnose", number, "--cause", "unfinished", "--measure", "督促办理", "--on", "2025-11-20")
    assert shell.ok(*words).out != printed.out
    assert shell.ok(*words, "--as-known", fingerprint).out == printed.out
    assert str(TODAY) not in printed.out.replace(f"最后一条 {TODAY} 记入", "")
    shell.today = "2026-02-03"
    assert shell.ok(*words, "--as-known", fingerprint).out == printed.out


def test_a_limit_that_fell_away_on_the_last_day_is_not_overdue_at_its_end(stuck: Shell) -> None:
    """By hand: 60 days from 01-08 end on Sunday 03-09, so on 03-10; found on 03-31 to be a suggestion, it has no such day."""
    stuck.ok("classify", 1, "--category", "appeal", "--route", "6", "--on", "2025-01-08")
    stuck.ok("accept", 1, "--unit", "城关镇政府", "--on", "2025-01-08")
    stuck.ok("classify", 1, "--category", "suggestion", "--on", "2025-03-31")
    told = report(stuck, "--from 2025-03-30 --to 2025-03-30", "--detail")
    assert "2025-000001" in {row["number"] for row in told["cases"]}
    told = report(stuck, "--from 2025-03-30 --to 2025-03-31", "--detail")
    assert "2025-000001" not in {row["number"] for row in told["cases"]}
    assert [row["measure"] for row in told["detail"] if row["number"] == "2025-000001"] == ["begin", "left"]


def test_of_two_promises_the_nearer_day_is_told(stuck: Shell) -> None:
    """By hand: of two demands one is to be carried out by 02-20, the other by 02-14; both are past."""
    stuck.ok("classify", 1, "--category", "appeal", "--route", "6", "--on", "2025-01-08")
    for text in ("补发工资", "支付加班费"):
        stuck.ok("demand", 1, "--text", text, "--category", "appeal", "--route", "6", "--on", "2025-01-08")
    stuck.ok("accept", 1, "--unit", "城关镇政府", "--on", "2025-01-08")
    for demand, day in ((1, "2025-02-20"), (2, "2025-02-14")):
        more = ("--outcome", "support", "--content", "支付", "--perform-by", day, "--on", "2025-02-05")
        stuck.ok("reply", 1, "--demand", demand, *more)
    (row,) = (each for each in report(stuck, "--month 2025-02")["cases"] if each["number"] == "2025-000001")
    assert (row["cause"], row["cause_source"], row["finish_by"]) == ("justified", "ledger", "2025-02-14")


def test_what_happens_on_the_last_days(tmp_path: Path) -> None:
    """By hand, March: what is done on 02-28 stands at its begin, what is done on 03-31 at its end, later moves do not."""
    shell = founded(tmp_path, today="2025-12-31")
    for unit in ("城关派出所", "北关派出所"):
        shell.ok("unit", "add", unit)
    # Told nobody by 2025-01-21, each is overdue as long as it is open: sending it on tells nobody.
    for title in ("欠薪", "噪音", "户口", "低保", "道路"):
        register(shell, title, received="2025-01-06")
    shell.ok("forward", 1, "--unit", "城关派出所", "--on", "2025-02-28")
    shell.ok("forward", 2, "--unit", "城关派出所", "--on", "2025-03-31")
    shell.ok("forward", 2, "--unit", "北关派出所", "--on", "2025-04-02")
    for ended in (3, 4):
        shell.ok("close", ended, "--despite", "信访人外出", "--on", "2025-01-10")
    register(shell, "又是户口", "--repeat-of", "2025-3", received="2025-03-31")
    register(shell, "又是低保", "--repeat-of", "2025-4", received="2025-03-10")
    shell.ok("unlink", 7, "--from", 4, "--reason", "是另一户", "--on", "2025-03-31")
    told = report(shell, "--month 2025-03", "--detail")
    cases = {row["number"][-1]: (row["kinds"], row["unit"], row["came_again_on"]) for row in told["cases"]}
    here = "某县公安局"
    assert cases == {
        "1": ("overdue", "城关派出所", None),
        "2": ("overdue", "城关派出所", None),
        "3": ("came-again", here, "2025-03-31"),
        "5": ("overdue", here, None),
        "7": ("overdue", here, None),  # 03-10 + 15 = 03-25
    }
    assert {row["unit"]: (row["begin"], row["end"]) for row in told["by_unit"]} == {"城关派出所": (1, 2), here: (2, 3)}
    # The day before, what came in on the last day had not come again, and what was taken apart then had.
    told = report(shell, "--from 2025-03-01 --to 2025-03-30")
    again = {row["number"][-1]: row["came_again_on"] for row in told["cases"] if row["came_again_on"]}
    assert again == {"4": "2025-03-10"}
