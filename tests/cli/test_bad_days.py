"""Days and periods that cannot be, or are written as nobody else writes them: refused with a reason, or understood."""

from __future__ import annotations

import pytest

from .samples import PETITION_LINE
from .shell import Shell


@pytest.mark.parametrize("day", ["2026-02-30", "2026-13-01", "0000-00-00", "明天", "2026-1-5-6", "20260132", "١٢"])
def test_impossible_days_are_refused_everywhere(petition: Shell, day: str) -> None:
    """Wherever a day is asked for."""
    facts = petition.sound()
    for line in (
        ("accept", 1, "--on", day),
        ("list", "--from", day),
        ("overdue", "--as-of", day),
        ("days", day, "--days", 15),
        ("assign", 1, "--unit", "城关派出所", "--report-by", day),
        ("correct", 1, "--received", day, "--reason", "录错"),
        (*PETITION_LINE, "--received", day),
    ):
        petition.refused("E102", *line)
    petition.refused("E102", "today", XINFANG_TODAY=day)
    assert petition.sound() == facts


def test_an_empty_day_is_not_today(petition: Shell) -> None:
    """`--on "$DAY"` in a script whose variable is empty: an act dated today, or a page of today, would pass unseen."""
    facts = petition.sound()
    for line in (
        ("accept", 1, "--on", ""),
        ("link", 1, "--to", 1, "--on", ""),
        (*PETITION_LINE, "--on", ""),
        ("overdue", "--as-of", "", "--exit-code"),
        ("report", "--month", "2025-12", "--as-of", ""),
        ("forecast", "--as-of", ""),
    ):
        assert "没有写日期" in petition.refused("E102", *line).err
    assert petition.sound() == facts
    petition.ok(*PETITION_LINE, "--received", "")


def test_days_in_the_future_and_out_of_order(petition: Shell) -> None:
    """What has not happened cannot be written down; nor can what is done before what it rests on."""
    facts = petition.sound()
    petition.refused("E103", "accept", 1, "--on", "2026-01-06")
    petition.refused("E103", *PETITION_LINE, "--received", "2026-01-06")
    petition.refused("E306", "accept", 1, "--on", "2026-01-04")
    petition.refused("E114", *PETITION_LINE, "--received", "2026-01-05", "--on", "2026-01-04")
    petition.refused("E114", "list", "--from", "2026-01-05", "--to", "2026-01-04")
    petition.refused("E103", "report", "--month", "2026-02")
    petition.refused("E102", "report", "--month", "2026-13")
    assert petition.sound() == facts
    petition.ok("classify", 1, "--category", "appeal", "--route", 6)
    petition.ok("accept", 1)
    petition.today = "2026-01-20"
    petition.refused("E306", "reply", 1, "--outcome", "support", "--on", "2026-01-04")
    petition.ok("reply", 1, "--outcome", "support", "--on", "2026-01-10")
    petition.refused("E306", "serve", 1, "--on", "2026-01-09")
    petition.refused("E306", "close", 1, "--on", "2026-01-09", "--despite", "试")


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        *(("E102", typed) for typed in ("--month 2026-00", "--month 1900-12", "--month 2200-01", "--month 三月")),
        *(("E102", typed) for typed in ("--quarter 2026-5", "--quarter 1900-4", "--quarter 2200-1", "--quarter 春")),
        *(("E102", typed) for typed in ("--year 1900", "--year 2200", "--year 去年")),
        # Periods there are, which have not begun.
        *(("E103", typed) for typed in ("--month 2199-12", "--quarter 2199-4", "--year 2199")),
        ("E101", "--month 2025-12 --year 2025"),
        ("E101", "--quarter 2025-4 --from 2025-10-01"),
        ("E105", "--to 2025-12-31"),
        ("E114", "--from 2025-12-31 --to 2025-12-30"),
    ],
)
def test_periods_that_no_report_is_of(office: Shell, code: str, typed: str) -> None:
    office.refused(code, "report", *typed.split())


@pytest.mark.parametrize("typed", ["--month 1901-01", "--quarter 1901-1", "--year 1901"])
def test_the_first_periods_there_are(office: Shell, typed: str) -> None:
    office.ok("report", *typed.split())


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("--month 2025年12月", "--month 2025-12"),
        ("--month ２０２５－１２", "--month 2025-12"),
        ("--quarter ２０２５年第４季度", "--quarter 2025-4"),
        ("--year ２０２５", "--year 2025"),
        ("积案 --year 2025", "backlog --year 2025"),
        ("年度报告 --year 2025", "annual --year 2025"),
    ],
)
def test_periods_and_reports_as_people_write_them(office: Shell, typed: str, plain: str) -> None:
    """Figures as an input method for Chinese leaves them, and reports by what they are called, or a part of it."""
    assert office.ok("report", *typed.split()).out == office.ok("report", *plain.split()).out


def test_what_several_reports_are_called_is_none(office: Shell) -> None:
    for typed in ("信访", "", "报表"):
        assert "可选: monthly 月度通报、" in office.refused("E104", "report", typed, "--year", "2025").err


def test_what_is_written_down_had_come_in(petition: Shell) -> None:
    """Corrected to a later day it would have been registered, and numbered, before anybody had it."""
    petition.today = "2026-01-20"
    petition.refused("E114", "correct", 1, "--received", "2026-01-06", "--reason", "录错")
    petition.ok("correct", 1, "--received", "2026-01-02", "--reason", "录错")
    petition.ok(*PETITION_LINE, "--on", "2025-12-31")
    petition.refused("E114", "correct", "2025-1", "--received", "2026-01-03", "--reason", "录错")
