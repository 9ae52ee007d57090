"""A report is printed again as it was, whatever has been written down since."""

from __future__ import annotations

import re

import pytest
from cli.shell import FINGERPRINT, Shell
from store.ledgers import copied, foreign, register

from xinfang.workflows.reporting import REPORTS

from .asking import printed_again, report, value
from .office import FIRST, TODAY


def _without_the_fingerprint(page: str) -> list[str]:
    lines = page.splitlines()
    kept = [line for line in lines if not line.startswith(("台账指纹 ", "核对台账: "))]
    assert len(kept) == len(lines) - 2
    return kept


def test_printed_again_after_more_has_happened(years: Shell, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The page printed from the ledger as it was comes out again to the letter, whatever was written since."""
    shell = copied(years, tmp_path_factory.mktemp("later"))
    asked_for = ("report", "--month", "2024-10", "--as-of", "2024-11-05")
    number = shell.data("list", "--from", "2024-10-01", "--to", "2024-10-31")[0]["number"]
    with printed_again(shell, *asked_for) as printed:
        shell.ok("correct", number, "--received", "2024-09-15", "--reason", "收到日有误")
        register(shell, "补登的一件", received="2024-10-20")
    assert "至今一条未改；此后又记了 2 条" in shell.ok("verify", "--against", printed.fingerprint).out
    changed = shell.ok(*asked_for).out
    for moment in (TODAY, f"{TODAY} 09:00"):
        assert shell.ok(*asked_for, "--as-known", moment).out == changed
    for moment in ("2025-12-30", f"{TODAY} 08:59"):
        then = shell.ok(*asked_for, "--as-known", moment).out
        assert _without_the_fingerprint(then) == _without_the_fingerprint(printed.page)
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


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("2026-06-30 17:44", False),
        ("2026-06-30 17:45", True),
        ("2026-06-30 17:45:29", False),
        ("2026-06-30T17:45:30", True),
        ("2026年6月30日 17:45:30", True),
        ("2026-06-30 17：44", False),
        ("2026-06-30", True),
    ],
)
def test_a_time_is_taken_to_the_second_it_is_written_to(typed: str, known: bool, one: Shell) -> None:
    """A time of day that was typed is never passed over: what was written down after it would be in the page."""
    one.ok("reply", 1, "--outcome", "explain", "--content", "已答复", "--on", "2026-05-04")
    with foreign(one) as connection:
        connection.execute("DROP TRIGGER fact_is_never_changed")
        connection.execute(
            "UPDATE fact SET recorded_at = '2026-06-30T17:45:30+08:00' WHERE seq = (SELECT max(seq) FROM fact)"
        )
    assert value(report(one, "monthly", "--month 2026-05", "--as-known", typed), "replied") == known


@pytest.mark.parametrize(
    "typed", ["2026-06-30 下午5:45", "2026-06-30 17:45:30+08:00", "2026-06-30 17:45:61", "2026-06-30 17时45分"]
)
def test_a_time_that_cannot_be_read_is_no_whole_day(typed: str, one: Shell) -> None:
    told = one.refused("E102", "report", "--month", "2026-05", "--as-known", typed).err
    assert "写成 2026-03-01 或 2026-03-01 17:30" in told
