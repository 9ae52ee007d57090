"""A machine whose clock has gone back, against a ledger that knows it is later."""

from __future__ import annotations

from datetime import datetime

import pytest

from .arranging import clock_at, clock_set_back
from .samples import PETITION_LINE
from .shell import Shell


def test_nothing_is_registered_in_a_year_long_past(petition: Shell) -> None:
    facts = petition.sound()
    with clock_set_back(petition):
        ran = petition.refused("E120", *PETITION_LINE)
        assert "电脑的日期是 2000-01-03，台账里已有 2026-01-05 的记载" in ran.err
    assert petition.sound() == facts


def test_what_the_same_clock_wrote_does_not_make_it_right(petition: Shell) -> None:
    """Something may be written down before anything is registered."""
    with clock_set_back(petition):
        petition.ok("unit", "add", "西关派出所")
        petition.ok("unit", "add", "东关派出所")
        petition.refused("E120", *PETITION_LINE)


def test_what_is_known_already_or_dated_by_hand_is_no_matter_of_the_clock(petition: Shell) -> None:
    keyed = (*PETITION_LINE, "--key", "来件-1")
    petition.ok(*keyed)
    with clock_set_back(petition):
        assert petition.data(*keyed)["number"] == "2026-000002"
        assert petition.data(*PETITION_LINE, "--on", "2000-01-03")["number"] == "2000-000001"
    petition.today = "2026-01-20"
    petition.ok("show", 1, "--reveal")
    assert petition.data(*PETITION_LINE, "--on", "2026-01-06")["number"] == "2026-000003"
    assert petition.data(*PETITION_LINE, XINFANG_TODAY="2026-01-02")["number"] == "2026-000004"


@pytest.mark.parametrize(("day", "right"), [(4, True), (3, False)])
def test_two_machines_need_not_agree_to_the_hour(day: int, right: bool, petition: Shell) -> None:
    """The last fact is of the fifth, nine o'clock."""
    with clock_at(petition, datetime(2026, 1, day, 10, 0).astimezone()):
        assert petition(*PETITION_LINE).code == (0 if right else 2)


def test_a_clock_that_was_fast_once_stands_in_nobodys_way(petition: Shell) -> None:
    """What one machine wrote under next year's date does not make the day of all others wrong."""
    for _ in range(9):
        petition.ok("note", "2026-1", "走快了", XINFANG_TODAY="2027-01-05")
    with clock_at(petition, datetime(2026, 1, 6, 9, 0).astimezone()):
        petition.refused("E120", *PETITION_LINE)  # nearly all that is written
    for _ in range(9):
        petition.ok("note", "2026-1", "电话联系")
    with clock_at(petition, datetime(2026, 1, 6, 9, 0).astimezone()):
        petition.ok(*PETITION_LINE)
        petition.ok("note", "2026-1", "走快了", XINFANG_TODAY="2027-01-05")
        ran = petition.refused("E120", *PETITION_LINE)
        assert "加 --on 2026-01-06\n" in ran.err
        petition.ok(*PETITION_LINE, "--on", "2026-01-06")


OF_A_PETITION = ("show", "why", "next", "similar", "matter")
LOOKS_AT_TODAY = [
    *((look,) for look in ("overdue", "due", "today", "board", "check", "forecast", "list", "export")),
    *(*((look, "2026-1") for look in OF_A_PETITION), ("search", "工资")),
    ("report", "--month", "1999-12"),
]


@pytest.mark.parametrize("look", LOOKS_AT_TODAY)
def test_nobody_is_told_that_nothing_is_overdue(look: tuple[str, ...], petition: Shell) -> None:
    """As of 2000 nothing has come in yet: a script would go on, and write an empty list over yesterday's."""
    with clock_set_back(petition):
        ran = petition.refused("E120", *look, "-f", "json")
        assert "加 --as-of 2000-01-03" in ran.err
        petition.ok(*look, "-f", "json", XINFANG_TODAY="2026-01-05")
    with clock_at(petition, datetime(2026, 1, 4, 10, 0).astimezone()):
        if look[0] not in OF_A_PETITION:  # of a petition that has come in by then
            petition.ok(*look)
