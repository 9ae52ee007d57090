"""Questions about a day: the answers from the tables are those of a plain fold over the facts up to that day.

The recount reads the facts from the file and applies them one by one; of the program it uses what each act does and
what the law says, nothing of the tables, of their making or of the questions put to them.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest
from cli.shell import Shell

from xinfang.core.case import Case
from xinfang.core.terms import State
from xinfang.rules.calendar import Calendar
from xinfang.rules.deadline import Deadline
from xinfang.rules.deadlines import deadlines_of
from xinfang.rules.law import Law

from .folding import cases_on
from .ledgers import founded
from .random_ledger import FIRST, TODAY, UNITS, random_ledger

DAYS = [
    FIRST - timedelta(days=1),
    FIRST + timedelta(days=20),
    date(2025, 10, 9),
    date(2025, 11, 30),
    date(2025, 12, 31),
]
CALENDAR = Calendar()
LAW = Law(CALENDAR)

IN_HAND = {State.REGISTERED, State.INFORMED, State.ACCEPTED, State.ASSIGNED, State.SETTLED, State.RECHECK_SERVED}
"""Somebody has something to do: it is neither answered nor with a body that has to take it first, nor over."""


class Duty(NamedTuple):
    """What a line of overdue or due says."""

    number: str
    deadline: str
    started_on: str
    nominal_due: str
    legal_due: str
    unit: str
    officer: str


def open_deadlines(cases: list[Case]) -> Iterator[tuple[Case, Deadline]]:
    """Those that nothing up to the day has met or ended; windows of the petitioner are not the office's."""
    for case in cases:
        for deadline in deadlines_of(case, LAW):
            if deadline.ended_on is None and deadline.limit.binds != "petitioner":
                yield case, deadline


def duty(case: Case, deadline: Deadline) -> Duty:
    days = (str(deadline.started_on), str(deadline.nominal), str(deadline.legal))
    # Who was supervised, advised or asked for review owes it, whoever has the petition.
    elsewhere = deadline.whom not in ("", case.unit)
    who = (deadline.whom, "") if elsewhere else (case.unit, case.officer)
    return Duty(case.number, deadline.limit.name, *days, *who)


def told(rows: list[dict[str, Any]]) -> list[Duty]:
    return sorted(Duty(*(row[name] for name in Duty._fields)) for row in rows)


@pytest.fixture(scope="module", params=range(6))
def shell(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """A ledger to which a lot has happened."""
    shell = founded(
        tmp_path_factory.mktemp("random"), today=str(TODAY), kind="bureau" if request.param % 3 == 2 else "police"
    )
    random_ledger(shell, random.Random(request.param))
    return shell


@pytest.mark.parametrize("on", [*DAYS, TODAY], ids=str)
def test_what_was_overdue_on_a_day(on: date, shell: Shell) -> None:
    expected = sorted(
        duty(case, deadline)
        for case, deadline in open_deadlines(cases_on(shell, on))
        if not deadline.limit.is_window and deadline.legal is not None and deadline.legal < on
    )
    assert told(shell.data("overdue", "--as-of", on)) == expected
    rows = shell.data("overdue", "--as-of", on)
    assert shell.data("overdue", "--as-of", on, "--limit", "3") == rows[:3]
    for unit in UNITS:
        of_unit = [each for each in expected if each.unit == unit]
        assert told(shell.data("overdue", "--as-of", on, "--unit", unit)) == of_unit


@pytest.mark.parametrize("on", [*DAYS, TODAY], ids=str)
def test_what_was_to_fall_due_on_a_day(on: date, shell: Shell) -> None:
    until = on + timedelta(days=21)
    expected = sorted(
        duty(case, deadline)
        for case, deadline in open_deadlines(cases_on(shell, on))
        if deadline.legal is not None
        and deadline.nominal is not None
        and deadline.legal >= on
        and deadline.nominal <= until
    )
    assert told(shell.data("due", "--within", "21", "--as-of", on)) == expected


@pytest.mark.parametrize("on", [*DAYS, TODAY], ids=str)
def test_how_each_petition_stood_on_a_day(on: date, shell: Shell) -> None:
    cases = {case.number: case for case in cases_on(shell, on)}
    rows = shell.data("list", "--as-of", on)
    assert [row["number"] for row in rows] == sorted(cases, reverse=True)
    for row in rows:
        case = cases[row["number"]]
        category = case.category.value if case.category else ""
        assert (row["state"], row["unit"], row["officer"]) == (case.state.value, case.unit, case.officer)
        assert row["state_since"] == str(case.state_since)
        assert row["received_on"] == str(case.registration.received_on)
        if on == TODAY:
            assert (row["category"], row["route"]) == (category, case.route)
    for state, count in Counter(case.state.value for case in cases.values()).items():
        assert len(shell.data("list", "--as-of", on, "--state", state)) == count
    still_open = shell.data("list", "--as-of", on, "--open")
    assert {row["number"] for row in still_open} == {case.number for case in cases.values() if case.open}


@pytest.mark.parametrize("on", [*DAYS, TODAY], ids=str)
def test_what_there_was_to_do_on_a_day(on: date, shell: Shell) -> None:
    cases = cases_on(shell, on)
    data = shell.data("today", "--as-of", on)
    assert told(data["overdue"]) == told(shell.data("overdue", "--as-of", on))
    for name, states in (
        ("unserved", {State.REPLIED, State.REVIEWED, State.RECHECKED}),
        ("pending", {State.OBJECTED, State.DISPUTED}),
    ):
        assert {row["number"] for row in data[name]} == {case.number for case in cases if case.state in states}
    sent = {case.number for case in cases if case.state is State.FORWARDED and not case.acknowledged}
    assert {row["number"] for row in data["unacknowledged"]} == sent
    limited = {case.number for case, deadline in open_deadlines(cases) if not deadline.limit.is_window}
    in_hand = {case.number for case in cases if case.state in IN_HAND and not case.told_elsewhere}
    assert {row["number"] for row in data["unlimited"]} == in_hand - limited
    until, left = on, 3
    while left:
        until += timedelta(days=1)
        left -= CALENDAR.is_working_day(until)
    soon = sorted(
        duty(case, deadline)
        for case, deadline in open_deadlines(cases)
        if deadline.legal is not None
        and deadline.nominal is not None
        and deadline.legal >= on
        and deadline.nominal <= until
    )
    assert told(data["due_soon"]) == soon


@pytest.mark.parametrize("on", [*DAYS, TODAY], ids=str)
def test_what_was_in_sight_on_a_day(on: date, shell: Shell) -> None:
    """What falls due in the four weeks to come, by day and by unit; the lists and their lengths as `today` has them."""
    last = on + timedelta(days=27)
    coming = [
        (str(deadline.legal), duty(case, deadline).unit)
        for case, deadline in open_deadlines(cases_on(shell, on))
        if not deadline.limit.is_window and deadline.legal is not None and on <= deadline.legal <= last
    ]
    data = shell.data("board", "--as-of", on)
    by_day = {row["day"]: row["due"] for row in data["due_by_day"]}
    assert {day: count for day, count in by_day.items() if count} == Counter(day for day, _ in coming)
    workdays = {str(day) for day in _days(on, last) if CALENDAR.is_working_day(day)} if last.year < 2027 else set()
    assert workdays <= set(by_day)
    assert {row["unit"]: row["due"] for row in data["due_by_unit"]} == Counter(unit for _, unit in coming)
    assert all(row["due"] == sum(row[f"week_{week}"] for week in range(1, 5)) for row in data["due_by_unit"])
    lists = shell.data("today", "--as-of", on)
    assert data["counts"] == {name: len(lists[name]) for name in data["counts"]}
    assert {name: data[name] for name in lists} == lists
    for unit in UNITS:
        of_unit = shell.data("board", "--as-of", on, "--unit", unit)["due_by_unit"]
        assert sum(row["due"] for row in of_unit) == sum(whose == unit for _, whose in coming)


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def test_show_and_why_say_the_same(shell: Shell) -> None:
    for on in DAYS[2:]:
        for case in cases_on(shell, on):
            shown = shell.data("show", case.number, "--as-of", on)
            assert shown["state"] == case.state.value
            assert shown["unit"] == case.unit


def test_the_file_is_sound(shell: Shell) -> None:
    shell.sound()
    assert "逐字节相同" in shell.ok("rebuild").out
