"""The forecast against a recount from the bare facts, and its chances against a plain count of what became late."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from math import isclose
from typing import Any, NamedTuple

import pytest
from cli.shell import Shell
from store.folding import case_on, cases_on, facts
from store.ledgers import foreign, founded, register

from xinfang.core.case import Case
from xinfang.core.report_rows import EndedDuties, OpenDuties
from xinfang.core.statistics.sums import chances
from xinfang.core.terms import State
from xinfang.reports.forecast import Horizon, forecast
from xinfang.rules.deadline import OWED_BY_OTHERS, Deadline
from xinfang.rules.deadlines import deadlines_of
from xinfang.store.queries.forecasting import ended_by

from .office import LAW, TODAY


def foretold(shell: Shell, *words: object) -> Any:
    return shell.data("forecast", *words)


def open_at(shell: Shell, on: date, until: date) -> Iterator[tuple[Case, Deadline]]:
    """Duties open at the end of `on` and due after it by `until`, by folding the facts up to that day."""
    for case in cases_on(shell, on):
        if case.state is State.VOID:
            continue
        for deadline in deadlines_of(case, LAW):
            if deadline.limit.is_window or deadline.ended_on is not None or deadline.legal is None:
                continue
            if on < deadline.legal <= until:
                yield case, deadline


def whose(case: Case, deadline: Deadline) -> str:
    """The unit that has the petition, unless somebody else owes it: nobody is named then."""
    return "" if deadline.limit.name in OWED_BY_OTHERS else case.unit


def became_late(shell: Shell, found: list[tuple[Case, Deadline]]) -> int:
    """How many stood as they were, and open, at the end of their last day."""
    late = 0
    for case, deadline in found:
        assert deadline.legal is not None
        then = next(each for each in cases_on(shell, deadline.legal) if each.number == case.number)
        late += any(
            (each.limit.name, each.started_on, each.legal) == (deadline.limit.name, deadline.started_on, deadline.legal)
            and each.part == deadline.part
            and (each.ended_on is None or each.ended_on > deadline.legal)
            for each in deadlines_of(then, LAW)
        )
    return late


def standing(shell: Shell, on: date) -> Iterator[tuple[str, date, date, date]]:
    """Duties that stood open: name, last day, and the days from which and to which (not included) they stood so.

    What began on its last day nobody could have foretold.
    """
    for entries in facts(shell).values():
        now = case_on(entries, on)
        if now is None or now.state is State.VOID:
            continue
        days = sorted({now.registration.received_on, *(entry.on for entry in entries if entry.on <= on)})
        for day, following in zip(days, [*days[1:], on + timedelta(days=1)], strict=True):
            case = case_on(entries, day)
            if case is None:
                continue
            for deadline in deadlines_of(case, LAW):
                if deadline.limit.is_window or deadline.ended_on is not None or deadline.legal is None:
                    continue
                if deadline.started_on < deadline.legal:
                    yield deadline.limit.name, deadline.legal, max(day, deadline.started_on), following


@pytest.mark.parametrize("on", [date(2024, 6, 30), date(2025, 9, 1), TODAY])
def test_how_the_past_went(years: Shell, on: date) -> None:
    """Of every kind: how many duties were open so many days before their last, by folding the facts."""
    since = on - timedelta(days=365)
    found: Counter[tuple[str, int]] = Counter()
    for name, legal, begun, following in standing(years, on):
        if since <= legal <= on:
            for day in range((legal - begun).days, (legal - following).days, -1):
                if day >= 0:
                    found[name, day] += 1
    with foreign(years) as connection:
        past = ended_by(connection, on, since=since)
    told: Counter[tuple[str, int]] = Counter()
    for each in past:
        for left in range(each.ended + 1, each.begun + 1):
            told[each.name, left] += each.number
    assert found
    assert told == found


@pytest.mark.parametrize("as_of", [date(2024, 5, 6), date(2025, 3, 31), date(2025, 10, 15), TODAY])
def test_what_becomes_due(years: Shell, as_of: date) -> None:
    until = as_of + timedelta(weeks=4)
    told = foretold(years, "--as-of", as_of)
    found = list(open_at(years, as_of, until))
    assert told["forecast"]["due"] == len(found)
    assert {row["unit"]: row["due"] for row in told["by_unit"]} == Counter(whose(*each) for each in found)
    assert {row["limit"]: row["due"] for row in told["by_limit"]} == Counter(d.limit.label for _, d in found)
    weeks = Counter((deadline.legal - as_of).days for _, deadline in found if deadline.legal)
    assert [row["due"] for row in told["by_week"]] == [
        sum(weeks[day] for day in range(first, first + 7)) for first in range(1, 29, 7)
    ]
    assert (told["first"], told["last"]) == (str(as_of + timedelta(days=1)), str(until))


def test_something_becomes_due(years: Shell) -> None:
    assert foretold(years, "--as-of", "2025-10-15", "--weeks", "8")["forecast"]["due"] > 2


def test_every_trial_is_what_was_known_and_what_happened(years: Shell) -> None:
    told = foretold(years, "--as-of", "2025-12-20", "--weeks", "6")
    assert len(told["trials"]) >= 4
    for row in told["trials"]:
        on, last = date.fromisoformat(row["as_of"]), date.fromisoformat(row["last"])
        assert (last - on).days == 42
        found = list(open_at(years, on, last))
        assert row["due"] == len(found)
        assert row["happened"] == became_late(years, found)
        assert row["units"] == len({whose(*each) for each in found})
        assert row["within"] == ("yes" if row["low"] <= row["happened"] <= row["high"] else "no")
    coverage = told["coverage"]
    assert coverage["trials"] == len(told["trials"])
    assert coverage["within"] == sum(row["within"] == "yes" for row in told["trials"])
    assert coverage["unit_trials"] == sum(row["units"] for row in told["trials"])
    assert coverage["unit_within"] == sum(row["units_within"] for row in told["trials"])


def test_a_forecast_knows_nothing_of_what_comes_after(years: Shell) -> None:
    """The trial of a day is the forecast that is made on that day, but for how wide the other trials make it."""
    told = foretold(years, "--as-of", "2025-12-20", "--weeks", "6")
    row = told["trials"][-1]
    then = foretold(years, "--as-of", row["as_of"], "--weeks", "6")["forecast"]
    assert (row["due"], row["late"]) == (then["due"], then["late"])


def test_one_unit(years: Shell) -> None:
    every = {row["unit"]: row for row in foretold(years, "--as-of", "2025-10-15", "--weeks", "8")["by_unit"]}
    for unit, row in every.items():
        if not unit:
            continue
        own = foretold(years, "--as-of", "2025-10-15", "--weeks", "8", "--unit", unit)
        assert own["forecast"]["due"] == row["due"]
        assert own["forecast"]["late"] == row["late"], "its chances are drawn towards the whole office all the same"
        assert [each["unit"] for each in own["by_unit"]] == [unit]


def test_no_person_is_in_it(years: Shell) -> None:
    printed = years.ok("forecast", "--as-of", "2025-10-15", "--weeks", "8").out
    assert not any(
        f"{family}{given}" in printed for family in "张王李赵" for given in "伟芳敏" if family + given != "王芳"
    )
    assert "李明" not in printed


class Made(NamedTuple):
    """A past by hand."""

    past: list[EndedDuties]
    open: list[OpenDuties]

    def at(self, on: date) -> Horizon:
        return Horizon(on, on + timedelta(weeks=4), self.open, self.past)


ON = date(2025, 6, 1)
PAST = [
    EndedDuties("reply", "甲所", 60, 20, 60),
    EndedDuties("reply", "甲所", 60, -1, 40),
    EndedDuties("reply", "乙所", 60, 20, 150),
    EndedDuties("reply", "乙所", 60, 5, 30),
    EndedDuties("reply", "乙所", 60, -1, 20),
]


def told_of(past: list[EndedDuties], open_: list[OpenDuties], trials: list[Horizon] | None = None) -> Any:
    document = forecast(
        office="某局",
        unit="",
        now=Made(past, open_).at(ON),
        trials=trials or [],
        looked_back=365,
        unverified=0,
    )
    return document.data


def due(days: int) -> str:
    return str(ON + timedelta(days=days))


def test_chances_by_hand() -> None:
    """Ten days before its last day: of 甲所's 40 that were open then all became late; of 乙所's 50, 20."""
    told = told_of(
        PAST,
        [
            OpenDuties("reply", "办理期限", "甲所", due(10), 3, 0),
            OpenDuties("reply", "办理期限", "乙所", due(10), 5, 0),
        ],
    )
    # The office: 60 late of 90 open. Drawn towards it: by 20 such duties, day by day; at 5 days left 30 of 90 end.
    first = 1 - (0 + 20 / 3) / (40 + 20)
    second = 1 - (30 + 20 / 3) / (50 + 20)
    smooth = [(share * known + 0.5) / (known + 1) for share, known in ((first, 60), (second, 70))]
    rows = {row["unit"]: row for row in told["by_unit"]}
    assert rows["甲所"]["late"] == round(3 * smooth[0], 1)
    assert rows["乙所"]["late"] == round(5 * smooth[1], 1)
    assert told["forecast"]["late"] == round(3 * smooth[0] + 5 * smooth[1], 1)
    by_hand = chances([smooth[0]] * 3 + [smooth[1]] * 5)
    low, high = told["forecast"]["low"], told["forecast"]["high"]
    assert sum(by_hand[low : high + 1]) >= 0.9
    assert sum(by_hand[: low + 1]) > 0.05
    assert sum(by_hand[high:]) > 0.05


def test_a_kind_without_a_past_goes_as_all_do() -> None:
    told = told_of(PAST, [OpenDuties("report", "反馈期限", "丙所", due(10), 4, 0)])
    # 20 duties of the office's kind: 60 of 90 late.
    assert isclose(told["forecast"]["late"], round(4 * (60 / 90 * 20 + 0.5) / 21, 1))


def test_too_little_past_foretells_nothing_and_says_so() -> None:
    told = told_of([EndedDuties("reply", "甲所", 60, -1, 29)], [OpenDuties("reply", "办理期限", "甲所", due(3), 4, 0)])
    assert told["forecast"] == {"due": 4, "late": None, "low": None, "high": None, "late_rate": None}
    assert not told["past"]["enough"]
    assert told["trials"] == []


def test_what_proved_wrong_makes_the_interval_wider() -> None:
    """Two of a hundred were to be late; in every trial ten were: the next forecast is less sure of itself."""
    past = [EndedDuties("reply", "甲所", 60, -1, 20), EndedDuties("reply", "甲所", 60, 5, 980)]
    ahead = [OpenDuties("reply", "办理期限", "甲所", due(20), 100, 0)]

    def trial(late: int, weeks: int) -> Horizon:
        on = ON - timedelta(weeks=weeks)
        return Horizon(
            on,
            on + timedelta(weeks=4),
            [OpenDuties("reply", "办理期限", "甲所", str(on + timedelta(days=20)), 100, late)],
            past,
        )

    sure = told_of(past, ahead, [trial(2, 8), trial(2, 4)])
    unsure = told_of(past, ahead, [trial(10, 12), trial(10, 8), trial(10, 4)])
    assert sure["spread"] == {"units": 1.0, "whole": 1.0}
    assert unsure["spread"]["units"] > 20
    assert unsure["forecast"]["high"] >= 10 > sure["forecast"]["high"]
    # Each trial is as wide as the others made it, and these were as wrong.
    assert all(row["within"] == "yes" for row in unsure["trials"])
    alone = told_of(past, ahead, [trial(10, 4)])
    assert [row["within"] for row in alone["trials"]] == ["no"]


@pytest.fixture
def shell(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    return founded(tmp_path_factory.mktemp("forecast"), today="2026-01-05")


def test_an_empty_office(shell: Shell) -> None:
    told = foretold(shell)
    assert told["forecast"]["due"] == 0
    assert told["by_unit"] == []
    assert "0 项" in shell.ok("forecast").out


def test_what_is_not_verified_is_said(shell: Shell) -> None:
    """A limit that ends in a year without a holiday plan has no last day yet, and is counted apart."""
    later = Shell(shell.folder, today="2026-12-22")
    register(later, "反映噪音", received="2026-12-22")
    told = foretold(later)
    assert told["unverified"] == 1
    assert "未核" in later.ok("forecast").out


@pytest.mark.parametrize("weeks", [0, -1, 14])
def test_weeks_that_make_no_sense(shell: Shell, weeks: int) -> None:
    shell.refused("E108", "forecast", "--weeks", weeks)


def test_an_unknown_unit(shell: Shell) -> None:
    shell.refused("E202", "forecast", "--unit", "没有的所")
