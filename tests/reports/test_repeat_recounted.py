"""重复信访: every matter, reason and visit against a recount by the plain fold of the facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest
from cli.shell import Shell
from store.folding import case_on, facts

from xinfang.core.case import Case
from xinfang.core.entry import Entry
from xinfang.core.terms import State
from xinfang.rules.calendar import Calendar
from xinfang.rules.deadlines import deadlines_of
from xinfang.rules.law import Law

from . import tossing
from .periods import asked

LAW = Law(Calendar())
IN_PERSON = {"visit", "joint-reception", "down-visit", "video"}
SUPPORTED = {"support", "partly", "adopt", "partly-adopt"}
ELSEWHERE = {"redirected", "declined", "diverted", "returned"}
TOSSED = [
    ("2025-07-01", "2025-12-31", "2025-12-31"),
    ("2025-09-01", "2025-09-30", "2025-12-31"),
    ("2025-08-15", "2025-12-31", "2025-10-20"),
]


@pytest.fixture(scope="module", params=range(4))
def tossed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Shell:
    return tossing.tossing(tmp_path_factory.mktemp("tossed"), request.param)


class Seen(NamedTuple):
    """A matter as the recount sees it."""

    numbers: list[str]
    reason: str
    also: set[str]
    unit: str
    visits: list[tuple[str, str]]


class Recount(NamedTuple):
    entries: dict[str, list[Entry]]
    first: date
    until: date
    as_of: date

    def matters(self) -> Iterator[Seen]:
        """Sets of numbers tied to one another, grown until nothing more is tied."""
        known = {n: case for n, of in self.entries.items() if (case := case_on(of, self.as_of)) is not None}
        sets = [{n} for n in known]
        for number, case in known.items():
            if case.repeat_of in known:
                tied = [each for each in sets if number in each or case.repeat_of in each]
                sets = [each for each in sets if each not in tied] + [set().union(*tied)]
        for each in sets:
            papers = {n: known[n].registration for n in each if known[n].state is not State.VOID}
            came = sorted((paper.received_on, n) for n, paper in papers.items() if paper.received_on <= self.until)
            if len(came) > 1 and came[-1][0] >= self.first:
                yield self._seen([n for _, n in came])

    def _stood(self, numbers: list[str], on: date) -> list[Case]:
        return [case for n in numbers if (case := case_on(self.entries[n], on)) is not None]

    def _received(self, number: str) -> date:
        (case,) = self._stood([number], self.as_of)
        return case.registration.received_on

    def _seen(self, numbers: list[str]) -> Seen:
        on = self._received(numbers[-1])
        before = self._stood(numbers[:-1], on - timedelta(days=1))
        later = {case.number: case for case in self._stood(numbers, self.until)}
        reason, also, unit = "in-time", set[str](), later[numbers[0]].unit
        if before:
            reason, also, unit = self._why(before, on, later)
        visits = [
            (n, self._when(self._stood(numbers[:place], self._received(n) - timedelta(days=1)), self._received(n)))
            for place, n in enumerate(numbers)
            if place and later[n].registration.channel.value in IN_PERSON and self._received(n) >= self.first
        ]
        return Seen(numbers, reason, also, unit, visits)

    def _why(self, before: list[Case], on: date, later: dict[str, Case]) -> tuple[str, set[str], str]:
        """All that can be said of the petitions, sorted by what comes first; of the same, of the last petition."""
        replies = [(e.on, place) for place, case in enumerate(before) for e in case.events if e.name == "replied"]
        answered = max(replies)[1] if replies else None
        said = [
            (rank, -place, reason, case.unit)
            for place, case in enumerate(before)
            for rank, reason in _faults(case, on, last=place == answered, later=later[case.number])
        ]
        _, _, reason, unit = min(said)
        return reason, {other for rank, _, other, _ in said if rank < 6} - {reason}, unit

    def _when(self, before: list[Case], on: date) -> str:
        if any(event.name == "replied" for case in before for event in case.events):
            return "after-reply"
        if any(_owes(case, on) for case in before):
            return "overdue"
        return "in-time" if not before or any(case.open for case in before) else "ended"


def _owes(case: Case, on: date) -> bool:
    return any(
        deadline.limit.duty in {"reply", "tell"}
        and deadline.ended_on is None
        and deadline.legal
        and deadline.legal < on
        for deadline in deadlines_of(case, LAW)
    )


def _faults(case: Case, on: date, *, last: bool, later: Case) -> Iterator[tuple[int, str]]:
    names = [event.name for event in case.events]
    since = names[len(names) - names[::-1].index("replied") :] if "replied" in names else []
    if _owes(case, on) or (last and _late(case)):
        yield 1, "no-reply"
    if last and not {"served", "remanded"} & set(since):
        yield 2, "unserved"
    if _undone(case, on):
        yield 3, "not-carried-out"
    if {"review-asked", "recheck-asked"} & set(names) or any("dissatisfied" in event.value for event in case.events):
        yield 4, "unsatisfied"
    if any(event.name == "reopened" for event in later.events):
        yield 5, "new-facts"
    if case.open and case.state.value not in {"served", "review-served", "recheck-served"}:
        yield 6, "in-time"
    if case.state.value in ELSEWHERE:
        yield 7, "outside"
    yield 8, "none"


def _late(case: Case) -> bool:
    replied_on = [event.on for event in case.events if event.name == "replied"][-1]
    return any(
        d.limit.duty == "reply" and d.ended_on == replied_on and d.ended_by in d.limit.met_by and d.legal < replied_on
        for d in deadlines_of(case, LAW)
        if d.legal is not None
    )


def _undone(case: Case, on: date) -> bool:
    """Something granted or agreed was not carried out, and of the days set for it the first has passed, or none was set.

    A new answer, a review that sets it aside or an agreement that breaks down takes it back, with its days.
    """
    owed: dict[str, list[date]] = {}
    answered: list[date | None] = []
    for event in case.events:
        if event.name == "answered":
            answered.append(event.until)
        elif event.name == "replied":
            owed.pop("answer", None)
            granted = {demand.outcome for demand in case.demands} | {event.value}
            if granted & SUPPORTED:
                owed["answer"] = [day for day in {*answered, event.until} if day]
            answered = []
        elif event.name == "settled":
            owed["agreement"] = [event.until] if event.until else []
        elif event.name == "mediation-failed":
            owed.pop("agreement", None)
        elif event.name in {"carried-out", "resolved"}:
            owed.clear()
        elif event.name == "remanded" or (event.name in {"reviewed", "rechecked"} and event.value == "change"):
            owed.pop("answer", None)
            answered = []
    days = owed.get("agreement", owed.get("answer"))
    return days is not None and case.state is not State.WITHDRAWN and (not days or min(days) < on)


def compared(data: Any, recount: Recount) -> None:
    expected = list(recount.matters())
    told = {row["root"]: row for row in data["matters"]}
    assert len(told) == data["figures"]["matters"] == len(expected)
    for seen in expected:
        row = told[seen.numbers[0]]
        assert row["numbers"].split("、") == seen.numbers
        assert (row["reason"], row["unit"]) == (seen.reason, seen.unit), seen
        assert {each for each in row["also"].split("、") if each} == seen.also, seen
    assert {row["reason"]: row["matters"] for row in data["by_reason"] if row["matters"]} == Counter(
        seen.reason for seen in expected
    )
    visits = [visit for seen in expected for visit in seen.visits]
    when = Counter(when for _, when in visits)
    for row_key, name in (("in_time", "in-time"), ("overdue", "overdue"), ("after_reply", "after-reply")):
        assert sum(row[row_key] for row in data["visits_by_month"]) == when[name]
    listed = [(row["number"], row["value"]) for row in data["detail"] if row["measure"] == "visits_again"]
    assert sorted(listed) == sorted(visits)


def told(shell: Shell, *words: object) -> Any:
    return shell.ok("report", "repeat", *words, "--detail", "-f", "json").data


@pytest.mark.parametrize(("period", "first", "last", "as_of"), asked())
def test_an_office_of_years(years: Shell, period: str, first: date, last: date, as_of: date | None) -> None:
    known = as_of or date.fromisoformat(years.today)
    data = told(years, *period.split(), *(("--as-of", as_of) if as_of else ()))
    compared(data, Recount(facts(years), first, min(last, known), known))


@pytest.mark.parametrize(("first", "last", "as_of"), TOSSED)
def test_an_office_of_to_and_fro(tossed: Shell, first: str, last: str, as_of: str) -> None:
    data = told(tossed, "--from", first, "--to", last, "--as-of", as_of)
    days = [date.fromisoformat(day) for day in (first, last, as_of)]
    compared(data, Recount(facts(tossed), days[0], min(days[1:]), days[2]))


def test_there_was_enough_to_tell(years: Shell) -> None:
    """The offices have matters that came again for several reasons, before and after replies."""
    data = told(years, "--from", "2023-01-01", "--to", "2025-12-31")
    assert sum(row["matters"] > 0 for row in data["by_reason"]) >= 2
    assert data["figures"]["visits_before_reply"]
    assert data["figures"]["visits_after_reply"]
