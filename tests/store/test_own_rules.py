"""What the office sets about the law moves the petitions it touches, in the same transaction, and no others."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from cli.shell import Shell

from xinfang.rules.law import NOTHING_SET
from xinfang.workflows.acting.doing import do
from xinfang.workflows.desk import Desk

OLD, NEW = "2026-02-27", "2026-03-02"
DAY = "2026-03-01"


@pytest.fixture
def office(tmp_path: Path) -> Shell:
    """Two petitions on the simple track, both accepted on 2026-03-02: one received before 2026-03-01, one after it."""
    shell = Shell(tmp_path, today="2026-03-10")
    shell.ok("init", "--office", "某县公安局", "--code", "410185", "--kind", "police")
    shell.ok("unit", "add", "城关派出所")
    for number, received in enumerate((OLD, NEW), start=1):
        shell.ok(
            *("register", "--channel", "visit", "--name", "张三", "--address", "城关镇", "--title", f"第{number}件"),
            *("--content", "请求办理落户", "--on", received),
        )
        shell.ok("classify", number, "--category", "appeal", "--route", "6", "--track", "simple", "--on", NEW)
        shell.ok("accept", number, "--on", NEW)
    return shell


def due(shell: Shell) -> dict[str, str]:
    """The last lawful day of every open duty, from the tables."""
    rows = shell.data("due", "--within", "60")
    return {f"{row['number'][-1]} {row['deadline']}": row["legal_due"] for row in rows}


def why(shell: Shell, number: int) -> dict[str, Any]:
    """The same worked out from the facts."""
    return {row["deadline"]: row for row in shell.data("why", number)["deadlines"]}


def moved(shell: Shell, *words: str) -> list[tuple[str, str, str | None, str | None, str]]:
    """What a setting says it moves."""
    rows = shell.data("setting", "set", *words)
    return [(row["number"][-1], row["deadline"], row["before"], row["after"], row["change"]) for row in rows]


def test_own_days_move_what_came_in_from_their_day_on(office: Shell) -> None:
    before = due(office)
    assert before == {"1 reply-simple": "2026-03-16", "2 reply-simple": "2026-03-16"}
    expected = [("2", "reply-simple", "2026-03-16", "2026-03-23", "moved")]
    facts = office.sound()
    assert moved(office, "days:reply-simple", "15", "--on", DAY, "--dry-run") == expected
    assert (office.sound(), due(office)) == (facts, before), "a dry run writes nothing"
    assert moved(office, "days:reply-simple", "15", "--on", DAY) == expected
    assert office.sound() == facts + 1
    assert due(office) == {"1 reply-simple": "2026-03-16", "2 reply-simple": "2026-03-23"}
    assert [why(office, number)["reply-simple"]["source"] for number in (1, 2)] == ["QUOTE", "OWN"]
    assert "逐字节相同" in office.ok("rebuild").out
    assert moved(office, "days:reply-simple", "none", "--on", DAY) == [
        ("2", "reply-simple", "2026-03-23", "2026-03-16", "moved")
    ]
    assert due(office) == before
    office.sound()


def test_what_comes_in_later_is_under_the_days_set(office: Shell) -> None:
    office.ok("setting", "set", "days:reply-simple", "15")
    office.ok(
        *("register", "--channel", "visit", "--name", "李四", "--address", "城关镇", "--title", "第3件"),
        *("--content", "请求办理落户"),
    )
    office.ok("classify", 3, "--category", "appeal", "--route", "6", "--track", "simple")
    office.ok("accept", 3)
    assert due(office)["3 reply-simple"] == "2026-03-31"
    assert due(office)["2 reply-simple"] == "2026-03-16"
    office.sound()


def test_a_limit_that_runs_only_when_set_begins_and_falls_away(office: Shell) -> None:
    office.ok("retract", 2, "--act", "accept", "--reason", "录错了件")
    assert ("2", "accept-simple", None, "2026-03-05", "new") in moved(office, "days:accept-simple", "3", "--on", DAY)
    assert [row["deadline"] for row in office.data("overdue")] == ["accept-simple"]
    office.sound()
    assert ("2", "accept-simple", "2026-03-05", None, "gone") in moved(
        office, "days:accept-simple", "none", "--on", DAY
    )
    assert office.data("overdue") == []
    assert "逐字节相同" in office.ok("rebuild").out


@pytest.mark.parametrize("region", ["beijing", "henan", "shandong", "shanghai", "zhejiang"])
def test_a_region_switched_on_and_off_leaves_the_tables_as_they_were(office: Shell, region: str) -> None:
    before = due(office), office.ok("why", 2).out
    office.ok("setting", "set", "profile", region, "--on", DAY)
    office.sound()
    page = office.ok("why", 2).out
    assert "效力须核" in page and f"自 {DAY} 起收到的件适用" in page
    assert "效力须核" not in office.ok("why", 1).out
    assert "逐字节相同" in office.ok("rebuild").out
    office.ok("setting", "set", "profile", "none", "--on", DAY)
    assert (due(office), office.ok("why", 2).out) == before
    office.sound()


def test_a_day_in_the_past_is_answered_by_what_holds_for_the_petition_now(office: Shell) -> None:
    office.ok("setting", "set", "profile", "zhejiang", "--on", DAY)
    rows = office.data("due", "--within", "60", "--as-of", NEW)
    assert {row["number"][-1] for row in rows} == {"1", "2"}
    office.ok("setting", "set", "office-name", "某县公安局信访处")
    office.sound()


def test_two_who_set_at_once_leave_a_sound_ledger(office: Shell) -> None:
    """Each brings the petitions along from how the other has left them."""
    lines = [("days:reply-simple", "15"), ("profile", "zhejiang"), ("days:reply-simple", "20"), ("profile", "henan")]
    ran: list[int] = []

    def one(words: tuple[str, str]) -> None:
        ran.append(office.outside("setting", "set", *words, "--on", DAY).code)

    threads = [threading.Thread(target=one, args=(words,)) for words in lines]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert ran == [0, 0, 0, 0]
    office.sound()


@pytest.mark.parametrize("act", [("accept", {"unit": "城关派出所"}), ("extend", {"days": 30})])
def test_an_act_that_waited_for_a_setting_is_done_under_it(
    office: Shell, monkeypatch: pytest.MonkeyPatch, act: tuple[str, dict[str, Any]]
) -> None:
    """Whoever began before another set the law, and wrote after it, writes what holds now."""
    name, details = act
    if name == "accept":
        office.ok("retract", 2, "--act", "accept", "--reason", "录错了件")
    else:
        office.ok("classify", 2, "--category", "appeal", "--route", "6", "--track", "ordinary")
        details = details | {"approver": "李局长", "reason": "案情复杂"}
    monkeypatch.setenv("XINFANG_TODAY", office.today)
    with Desk.at(office.ledger, by=None) as desk:
        assert desk.law.own == NOTHING_SET
        office.ok("setting", "set", "profile", "zhejiang", "--on", DAY)
        do(desk, name, "2026-2", on="2026-03-10", **details)
    office.sound()
    assert "逐字节相同" in office.ok("rebuild").out


def test_what_cannot_be_set_moves_nothing(office: Shell) -> None:
    facts, before = office.sound(), due(office)
    for words in (("days:reply", "90"), ("days:reply-simple", "0"), ("profile", "hunan"), ("days:", "3")):
        office.refused("E116", "setting", "set", *words, "--on", DAY)
    assert (office.sound(), due(office)) == (facts, before)


def test_one_person_is_no_group(office: Shell) -> None:
    """The bulletin would count every visit as 集体访, `show` none."""
    assert "2 至 100" in office.refused("E116", "setting", "set", "group-size", "1").err
    office.ok("setting", "set", "group-size", "2")
