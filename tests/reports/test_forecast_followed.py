"""到期预测: what was open, what fell due and what had become late on a day, followed through the folded facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from cli.shell import Shell
from store.folding import case_on, cases_on, facts
from store.ledgers import foreign

from xinfang.core.case import Case
from xinfang.core.terms import State
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
    """The unit that has the petition, unless somebody else owes it: who was supervised or advised; of reviews nobody."""
    if deadline.limit.name in ("supervision", "advice"):
        return deadline.whom
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


def test_one_unit_has_the_chances_of_the_whole_office(years: Shell) -> None:
    every = {row["unit"]: row for row in foretold(years, "--as-of", "2025-10-15", "--weeks", "8")["by_unit"]}
    for unit, row in every.items():
        if not unit:
            continue
        own = foretold(years, "--as-of", "2025-10-15", "--weeks", "8", "--unit", unit)
        assert own["forecast"]["due"] == row["due"]
        assert own["forecast"]["late"] == row["late"], "its chances are drawn towards the whole office all the same"
        assert [each["unit"] for each in own["by_unit"]] == [unit]
