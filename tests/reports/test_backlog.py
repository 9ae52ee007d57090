"""积案清零: why a petition is stuck, when it came and when it left, in cases worked by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.shell import Shell
from store.ledgers import copied, founded, register

from .asking import figures, printed_again, report, value
from .course import OUTSIDE
from .office import TODAY


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
    told = report(stuck, "backlog", "--month 2025-03")
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
    told = report(stuck, "backlog", "--month 2025-02", "--detail")
    assert [(row["number"], row["left"]) for row in told["detail"] if row["left"]] == [("2025-000001", "reopened")]


@pytest.fixture
def worked_on(stuck: Shell) -> Shell:
    """One forwarded to another body, one supervised, one helped, one granted by a promise; nothing was done of the fifth."""
    shell = stuck
    shell.ok("forward", 1, "--unit", OUTSIDE, "--on", "2025-01-08")
    asked = ("--situation", "s-forward-late", "--text", "转送", "--answer-by", "2025-02-10")
    shell.ok("supervise", 2, *asked, "--on", "2025-02-03")
    shell.ok("assist", 3, "--kind", "social", "--text", "已协助申请临时救助", "--on", "2025-02-04")
    for words in (["classify", 4, "--category", "appeal", "--route", "6"], ["accept", 4, "--unit", "城关镇政府"]):
        shell.ok(*words, "--on", "2025-01-08")
    promise = ("--outcome", "support", "--content", "支付", "--perform-by", "2025-02-20")
    shell.ok("reply", 4, *promise, "--on", "2025-02-05")
    return shell


def test_what_the_ledger_shows_of_the_cause(worked_on: Shell) -> None:
    """By hand: where nobody has diagnosed, what was done shows why it is stuck and by when; else nobody knows."""
    told = report(worked_on, "backlog", "--month 2025-02", "--detail")
    shown = {row["number"]: (row["cause"], row["cause_source"], row["finish_by"]) for row in told["cases"]}
    assert shown == {
        "2025-000002": ("unfinished", "ledger", "2025-02-10"),
        "2025-000003": ("needs-help", "ledger", None),
        "2025-000004": ("justified", "ledger", "2025-02-20"),
        "2025-000005": ("", "", None),
    }
    assert value(told, "finish_late") == 2
    # In January the supervision, the help and the reply were still to come.
    told = report(worked_on, "backlog", "--month 2025-01", "--detail")
    assert {row["cause"] for row in told["cases"]} == {""}


def test_a_year_on_it_is_old_and_the_ledger_shows_whose_fault_it_is(worked_on: Shell) -> None:
    """By hand: handed on to another body it was not overdue here; what a review has set aside is our own fault."""
    shell = worked_on
    for words in (["classify", 5, "--category", "appeal", "--route", "6"], ["accept", 5, "--unit", "城关镇政府"]):
        shell.ok(*words, "--on", "2025-02-03")
    shell.ok("reply", 5, "--outcome", "refuse", "--content", "不支持", "--on", "2025-02-10")
    shell.ok("serve", 5, "--on", "2025-02-11")
    shell.ok("ask-review", 5, "--to", "某市信访局", "--reason", "认定有误", "--on", "2025-02-20")
    shell.ok("review", 5, "--outcome", "redo", "--document", "信复查〔2025〕3号", "--on", "2025-03-03")
    told = report(shell, "backlog", "--from 2026-01-01 --to 2026-01-06", "--detail", XINFANG_TODAY="2026-01-06")
    first = told["cases"][0]
    assert (first["number"], first["kinds"], first["cause"], first["measure"]) == (
        *("2025-000001", "old", "not-ours"),
        f"移交跟踪: 已送{OUTSIDE}",
    )
    last = told["cases"][-1]
    assert (last["number"], last["kinds"], last["cause"], last["measure"]) == (
        *("2025-000005", "old", "our-fault"),
        "依法纠正: 2025-03-03 复查责令重新办理",
    )


def test_what_a_review_sets_aside_is_to_be_answered_again_by_a_day(one: Shell) -> None:
    """By hand: served on 03-10, sixty days are over on 05-09, a working day (调休) in place of Labour Day; then it is late."""
    shell = one
    shell.ok("reply", 1, "--outcome", "refuse", "--content", "不支持", "--on", "2026-01-12")
    shell.ok("serve", 1, "--on", "2026-01-13")
    shell.ok("ask-review", 1, "--to", "某市公安局", "--reason", "认定有误", "--on", "2026-01-20")
    shell.ok("review", 1, "--outcome", "redo", "--document", "信复查〔2026〕3号", "--on", "2026-02-10")
    shell.ok("serve", 1, "--on", "2026-03-10")
    told = report(shell, "backlog", "--month 2026-05")
    (row,) = told["cases"]
    assert (row["cause"], row["finish_by"], row["overdue_since"]) == ("our-fault", "2026-05-09", "2026-05-09")
    assert row["measure"] == "依法纠正: 2026-02-10 复查责令重新办理"
    assert value(told, "finish_late") == 1
    # Before it was served no days ran, though it was a month old, which is old enough where the office says so.
    shell.ok("setting", "set", "backlog-months", 1, "--on", "2026-01-01")
    (row,) = report(shell, "backlog", "--month 2026-02")["cases"]
    assert (row["kinds"], row["cause"], row["finish_by"]) == ("old", "our-fault", None)


def test_what_is_diagnosed_counts_for_more_than_what_the_ledger_shows(worked_on: Shell) -> None:
    """By hand: of two diagnoses the last."""
    shell = worked_on
    shell.ok("diagnose", 2, "--cause", "our-fault", "--measure", "补办转送", "--on", "2025-02-05")
    shell.ok("diagnose", 2, "--cause", "not-ours", "--measure", "转县住建局，每月跟踪", "--on", "2025-02-06")
    row = report(shell, "backlog", "--month 2025-02")["cases"][0]
    assert (row["cause"], row["cause_source"], row["measure"]) == ("not-ours", "diagnosed", "转县住建局，每月跟踪")


def test_an_accusation_is_listed_by_number(stuck: Shell) -> None:
    """Its title and what a clerk wrote of it are nobody's business (第三十条第三款)."""
    stuck.ok("classify", 1, "--category", "accusation", "--on", "2025-01-07")
    stuck.ok("diagnose", 1, "--cause", "unfinished", "--measure", "张三所反映的问题尽快转送", "--on", "2025-02-03")
    stuck.ok("diagnose", 2, "--cause", "unfinished", "--measure", "张三所反映的问题尽快转送", "--on", "2025-02-03")
    first, second = report(stuck, "backlog", "--month 2025-02")["cases"][:2]
    assert (first["title"], first["measure"], first["restricted"]) == ("※", "※", True)
    assert (second["title"], second["measure"], second["restricted"]) == ("噪音", "张*所反映的问题尽快转送", False)
    assert "张三" not in stuck.ok("report", "backlog", "--month", "2025-02").out


def test_printed_again_after_more_has_happened(years: Shell, tmp_path_factory: pytest.TempPathFactory) -> None:
    shell = copied(years, tmp_path_factory.mktemp("later"))
    words = ("report", "backlog", "--month", "2025-11", "--as-of", "2025-12-05")
    number = shell.data(*words)["cases"][0]["number"]
    with printed_again(shell, *words) as printed:
        shell.ok("diagnose", number, "--cause", "unfinished", "--measure", "督促办理", "--on", "2025-11-20")
    assert str(TODAY) not in printed.page.replace(f"最后一条 {TODAY} 记入", "")
    shell.today = "2026-02-03"
    assert shell.ok(*words, "--as-known", printed.fingerprint).out == printed.page


def test_a_limit_that_fell_away_on_the_last_day_is_not_overdue_at_its_end(stuck: Shell) -> None:
    """By hand: 60 days from 01-08 end on Sunday 03-09, so on 03-10; found on 03-31 to be a suggestion, it has no such day."""
    stuck.ok("classify", 1, "--category", "appeal", "--route", "6", "--on", "2025-01-08")
    stuck.ok("accept", 1, "--unit", "城关镇政府", "--on", "2025-01-08")
    stuck.ok("classify", 1, "--category", "suggestion", "--on", "2025-03-31")
    told = report(stuck, "backlog", "--from 2025-03-30 --to 2025-03-30", "--detail")
    assert "2025-000001" in {row["number"] for row in told["cases"]}
    told = report(stuck, "backlog", "--from 2025-03-30 --to 2025-03-31", "--detail")
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
    (row,) = (each for each in report(stuck, "backlog", "--month 2025-02")["cases"] if each["number"] == "2025-000001")
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
    told = report(shell, "backlog", "--month 2025-03", "--detail")
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
    told = report(shell, "backlog", "--from 2025-03-01 --to 2025-03-30")
    again = {row["number"][-1]: row["came_again_on"] for row in told["cases"] if row["came_again_on"]}
    assert again == {"4": "2025-03-10"}


def test_units_that_had_some_at_one_end_only(tmp_path: Path) -> None:
    """By hand, March: one went from station to station, one stayed with the office; who has most at the end comes first."""
    shell = founded(tmp_path, today="2025-12-31")
    for unit in ("城关派出所", "西山派出所"):
        shell.ok("unit", "add", unit)
    for title in ("欠薪", "噪音"):
        register(shell, title, received="2025-01-06")
    shell.ok("forward", 1, "--unit", "城关派出所", "--on", "2025-02-10")
    shell.ok("forward", 1, "--unit", "西山派出所", "--on", "2025-03-10")
    told = report(shell, "backlog", "--month 2025-03")["by_unit"]
    assert [(row["unit"], row["begin"], row["end"]) for row in told] == [
        ("某县公安局", 1, 1),
        ("西山派出所", 0, 1),
        ("城关派出所", 1, 0),
    ]


def test_what_a_unit_hands_on_is_not_cleared_by_it(tmp_path: Path) -> None:
    """By hand, March: of two that the station had, one went on to another and is overdue there, one was closed."""
    shell = founded(tmp_path, today="2025-12-31")
    for unit in ("城关派出所", "北关派出所"):
        shell.ok("unit", "add", unit)
    for number in (1, 2):
        register(shell, f"第{number}件", received="2025-01-06")
        shell.ok("forward", number, "--unit", "城关派出所", "--on", "2025-02-03")
    shell.ok("forward", 1, "--unit", "北关派出所", "--on", "2025-03-10")
    shell.ok("close", 2, "--despite", "信访人外出", "--on", "2025-03-12")
    for unit, cleared in (("城关派出所", (1, 2)), ("北关派出所", (0, 0)), ("", (1, 2))):
        rate = figures(report(shell, "backlog", "--month 2025-03", unit=unit))["cleared_rate"]
        assert (rate["part"], rate["whole"]) == cleared, unit


def test_months_that_began_on_a_day_the_last_month_has_not_end_with_it(tmp_path: Path) -> None:
    """By hand: six months from 30 or 31 August are over on 28 February (《民法典》第二百零二条), a day before on none of them."""
    shell = founded(tmp_path, today="2026-03-31", kind="bureau")
    shell.ok("unit", "add", OUTSIDE, "--outside")
    shell.ok("setting", "set", "backlog-months", 6, "--on", "2025-01-01")
    for day in ("2025-08-28", "2025-08-31", "2025-09-01"):
        number = register(shell, f"{day}提出", received=day)
        shell.ok("forward", number, "--unit", OUTSIDE, "--on", day)

    def old(until: str) -> list[str]:
        return [row["title"][:10] for row in report(shell, "backlog", f"--from 2026-02-01 --to {until}")["cases"]]

    assert old("2026-02-27") == []
    assert old("2026-02-28") == ["2025-08-28", "2025-08-31"]
    assert old("2026-03-01") == ["2025-08-28", "2025-08-31", "2025-09-01"]


def test_a_repeat_of_a_repeat_is_of_one_matter(tmp_path: Path) -> None:
    """By hand: the third was taken for a repeat of the second before that was found to repeat the first; all three are one."""
    shell = founded(tmp_path, today="2025-12-31")
    for place, (received, closed) in enumerate((("2025-01-06", "2025-01-10"), ("2025-02-03", "2025-02-10")), start=1):
        register(shell, "欠薪", "--repeat-of", "none", received=received)
        shell.ok("inform", place, "--on", closed)
        shell.ok("close", place, "--despite", "信访人外出", "--on", closed)
    register(shell, "还是欠薪", "--repeat-of", "2025-2", received="2025-03-03")
    shell.ok("inform", 3, "--on", "2025-03-04")
    shell.ok("link", 2, "--to", 1, "--reason", "同一笔工资", "--on", "2025-03-10")
    # Until the tenth nobody knew: the second it was that had come again.
    for until, first in (("2025-03-09", "2025-000002"), ("2025-03-31", "2025-000001")):
        (row,) = report(shell, "backlog", f"--from 2025-03-05 --to {until}")["cases"]
        assert (row["number"], row["kinds"], row["came_again_on"]) == (first, "came-again", "2025-03-03")
    shell.ok("resolve", 3, "--how", "met", "--text", "工资已支付", "--on", "2025-04-02")
    shell.ok("close", 3, "--despite", "已支付", "--on", "2025-04-03")
    told = report(shell, "backlog", "--month 2025-04", "--detail")
    assert [(row["number"], row["left"]) for row in told["detail"] if row["left"]] == [("2025-000001", "resolved")]
    assert value(told, "end") == 0


def test_what_counts_as_ended_for_nobody_asked_comes_again_too(tmp_path: Path) -> None:
    """山东省信访条例第四十六条: it has ended as what was closed has; by hand, thirty days from 02-11 end on 03-13."""
    shell = founded(tmp_path, today="2025-12-31")
    shell.ok("setting", "set", "profile", "shandong", "--on", "2025-01-01")
    register(shell, "欠薪", received="2025-01-06")
    for words in (["classify", 1, "--category", "appeal", "--route", "6"], ["accept", 1]):
        shell.ok(*words, "--on", "2025-01-07")
    shell.ok("reply", 1, "--outcome", "refuse", "--content", "不支持", "--on", "2025-02-10")
    shell.ok("serve", 1, "--on", "2025-02-11")
    shell.ok("conclude", 1, "--lapsed", "--on", "2025-03-14")
    number = register(shell, "又是欠薪", "--repeat-of", "2025-1", received="2025-04-07")
    shell.ok("inform", number, "--on", "2025-04-07")
    (row,) = report(shell, "backlog", "--month 2025-04")["cases"]
    assert (row["number"], row["kinds"], row["state"]) == ("2025-000001", "came-again", "lapsed")
