"""Questions about a day: the answers from the tables are those of a plain fold over the facts up to that day.

The recount reads the facts from the file and applies them one by one; of the program it uses what each act does and
what the law says, nothing of the tables, of their making or of the questions put to them.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
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
from .ledgers import FOUNDED, founded, register

FIRST, TODAY = date(2025, 9, 1), date(2026, 1, 5)
UNITS = ("城关派出所", "刑侦大队", "某县公安局")
PETITIONS, ACTS = 14, 12
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


def random_ledger(shell: Shell, chance: random.Random) -> None:
    """Petitions to which things happen in any order on any day; what the law does not allow is refused and goes by."""
    shell.ok("unit", "add", "城关派出所")
    shell.ok("unit", "add", "刑侦大队")
    shell.ok("officer", "add", "李明", "--unit", "城关派出所")
    for place in range(1, PETITIONS + 1):
        received = _day(chance, FIRST, TODAY - timedelta(days=10))
        more = chance.choice(
            [
                [],
                ["--source", "forwarded", "--from", "刑侦大队"],
                ["--source", "assigned", "--from", "刑侦大队", "--report-by", str(received + timedelta(days=40))],
                ["--address-unclear"],
                ["--litigation"],
            ]
        )
        # Taken down some days after it came in, and known to the tables from the day it came in.
        late = ["--on", str(min(TODAY, received + timedelta(days=chance.choice([0, 0, 3]))))]
        number = register(shell, f"第{place}件", *more, *late, received=str(received))
        on = received
        for _ in range(ACTS):
            on = min(TODAY, on + timedelta(days=chance.choice([0, 0, 1, 4, 12, 30, 61])))
            shell(*_act(chance, number, received), "--on", on)


def _act(chance: random.Random, number: str, received: date) -> list[str]:
    unit = chance.choice(UNITS)
    return chance.choice(
        [
            ["classify", number, "--category", "appeal", "--route", chance.choice("66665")],
            [
                "classify",
                number,
                "--category",
                "appeal",
                "--route",
                "6",
                "--track",
                chance.choice(["simple", "ordinary"]),
            ],
            ["classify", number, "--category", "suggestion"],
            ["inform", number],
            ["accept", number, "--unit", unit],
            ["accept", number, "--officer", "李明"],
            ["accept", number],
            ["forward", number, "--unit", unit],
            ["receive", number],
            ["receive", number],
            ["object", number, "--reason", "不属本机关职权"],
            ["object", number, "--reason", "不属本单位职权", "--late-reason", "转送单在途中"],
            ["settle-objection", number, chance.choice(["--agree", "--refuse"])],
            ["negotiate", number, "--with", "刑侦大队", "--with", "城关派出所", "--failed"],
            ["designate", number, "--unit", unit, "--decided-by", "某市公安局"],
            ["assign", number, "--unit", unit, "--report-by", str(received + timedelta(days=50))],
            ["extend", number, "--days", chance.choice(["10", "30"]), "--approver", "李局长", "--reason", "复杂"],
            ["reply", number, "--outcome", "explain", "--content", "说明", *FOUNDED],
            ["reply", number, "--outcome", "explain", "--content", "说明"],
            ["serve", number],
            ["close", number, "--result", "已办"],
            ["close", number, "--despite", "另有安排", "--result", "已办"],
            ["reopen", number, "--reason", "新事实"],
            ["redirect", number, "--to", "县人社局"],
            ["retract", number, "--reason", "录错了"],
            ["correct", number, "--received", str(received - timedelta(days=2)), "--reason", "收到日有误"],
        ]
    )


def _day(chance: random.Random, first: date, last: date) -> date:
    return first + timedelta(days=chance.randrange((last - first).days + 1))


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
def test_overdue(on: date, shell: Shell) -> None:
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
def test_due(on: date, shell: Shell) -> None:
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
def test_list(on: date, shell: Shell) -> None:
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
def test_today(on: date, shell: Shell) -> None:
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
def test_board(on: date, shell: Shell) -> None:
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


def test_the_file_is_sound(shell: Shell, tmp_path: Path) -> None:
    shell.sound()
    assert "逐字节相同" in shell.ok("rebuild").out
