"""The matters that came again, by the plain fold of the facts: written again, and slowly, to hold the report against."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from store.folding import case_on

from xinfang.core.case import Case
from xinfang.core.entry import Entry
from xinfang.core.terms import State
from xinfang.rules.deadlines import deadlines_of

from .monthly_recount import IN_PERSON, repeated
from .office import LAW

SUPPORTED = {"support", "partly", "adopt", "partly-adopt"}
ELSEWHERE = {"redirected", "declined", "diverted", "returned"}


class Visit(NamedTuple):
    """Somebody came once more: how far the matter was the day before, and who had it."""

    on: date
    number: str
    when: str
    unit: str


class Seen(NamedTuple):
    """A matter as the recount sees it."""

    numbers: list[str]
    reason: str
    also: set[str]
    unit: str
    category: str
    visits: list[Visit]
    shown: dict[str, Any]
    """What else its line in the list says."""


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
            for earlier in {*repeated(case)} & {*known}:
                tied = [each for each in sets if number in each or earlier in each]
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
        first = later[numbers[0]]
        reason, also, where = self._why(before, on, later) if before else ("in-time", set[str](), first)
        visits = [
            Visit(day, number, *self._when(self._stood(numbers[:place], day - timedelta(days=1)), day, numbers[0]))
            for place, number in enumerate(numbers)
            if place and later[number].registration.channel.value in IN_PERSON
            if (day := self._received(number)) >= self.first
        ]
        category = where.category.value if where.category else ""
        shown = self._shown(numbers, [later[number] for number in numbers])
        return Seen(numbers, reason, also, where.unit, category, visits, shown)

    def _shown(self, numbers: list[str], cases: list[Case]) -> dict[str, Any]:
        replies = [
            (e.on, place, e.value) for place, case in enumerate(cases) for e in case.events if e.name == "replied"
        ]
        on, place, _ = max(replies, key=lambda each: each[:2]) if replies else (None, 0, "")
        after = cases[place].events if replies else ()
        last = max((at for at, event in enumerate(after) if event.name == "replied"), default=0)
        served = [event.on for event in after[last:] if event.name == "served"]
        done = [event.on for case in cases for event in case.events if event.name == "carried-out"]
        days = [self._received(number) for number in numbers]
        return {
            **{"petitions": len(numbers), "in_period": sum(day >= self.first for day in days)},
            **{
                "replied_on": _text(on),
                "outcome": [e.value for e in after if e.name == "replied"][-1] if after else "",
            },
            **{"served_on": _text(served[0] if served else None), "carried_out_on": _text(max(done, default=None))},
            **{"last_received_on": str(days[-1]), "units": "、".join(dict.fromkeys(case.unit for case in cases))},
        }

    def _why(self, before: list[Case], on: date, later: dict[str, Case]) -> tuple[str, set[str], Case]:
        """All that can be said of the petitions, sorted by what comes first; of the same, of the last petition."""
        replies = [(e.on, place) for place, case in enumerate(before) for e in case.events if e.name == "replied"]
        answered = max(replies)[1] if replies else None
        said = [
            (rank, -place, reason)
            for place, case in enumerate(before)
            for rank, reason in _faults(case, on, last=place == answered, later=later[case.number])
        ]
        _, place, reason = min(said)
        return reason, {other for rank, _, other in said if rank < 6} - {reason}, before[-place]

    def _when(self, before: list[Case], on: date, first: str) -> tuple[str, str]:
        """How far it was, and whose: of whoever answered last, else of the latest petition of which it is true."""
        replies = [(e.on, place) for place, case in enumerate(before) for e in case.events if e.name == "replied"]
        if replies:
            return "after-reply", before[max(replies)[1]].unit
        if late := [case for case in before if _owes(case, on)]:
            return "overdue", late[-1].unit
        if in_hand := [case for case in before if case.open]:
            return "in-time", in_hand[-1].unit
        return ("ended", before[-1].unit) if before else ("in-time", self._stood([first], on)[0].unit)


def _text(day: date | None) -> str | None:
    return str(day) if day else None


def _owes(case: Case, on: date) -> bool:
    return any(
        deadline.limit.duty in {"reply", "tell"}
        and deadline.ended_on is None
        and deadline.legal
        and deadline.legal < on
        for deadline in deadlines_of(case, LAW)
    )


def _not_content(case: Case) -> bool:
    """Whether either body's last rating says so."""
    ratings = [event.value.split(":") for event in case.events if event.name == "rated"]
    return any([how for body, how in ratings if body == whom][-1:] == ["dissatisfied"] for whom in ("office", "unit"))


def _faults(case: Case, on: date, *, last: bool, later: Case) -> Iterator[tuple[int, str]]:
    names = [event.name for event in case.events]
    since = names[len(names) - names[::-1].index("replied") :] if "replied" in names else []
    if _owes(case, on) or (last and _late(case)):
        yield 1, "no-reply"
    if last and not {"served", "remanded"} & set(since):
        yield 2, "unserved"
    if _undone(case, on):
        yield 3, "not-carried-out"
    if {"review-asked", "recheck-asked"} & set(names) or _not_content(case):
        yield 4, "unsatisfied"
    if any(event.name == "reopened" for event in later.events):
        yield 5, "new-facts"
    if case.open and case.state.value not in {"served", "review-served", "recheck-served"}:
        yield 6, "in-time"
    if case.state.value in ELSEWHERE:
        yield 7, "outside"
    yield 8, "none"


def _late(case: Case) -> bool:
    rounds: list[set[date]] = [set()]
    for event in case.events:
        if event.name in {"answered", "replied"}:
            rounds[-1].add(event.on)
        if event.name in {"replied", "remanded"}:
            rounds.append(set())
    replied_on = [event.on for event in case.events if event.name == "replied"][-1]
    answered_on = next(days for days in reversed(rounds) if replied_on in days)
    return any(
        d.limit.duty == "reply" and d.ended_on in answered_on and d.ended_by in d.limit.met_by and d.legal < d.ended_on
        for d in deadlines_of(case, LAW)
        if d.legal is not None and d.ended_on is not None
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
