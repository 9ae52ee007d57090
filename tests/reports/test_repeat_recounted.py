"""重复信访: every matter, reason and visit against a recount by the plain fold of the facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest
from cli.shell import Shell
from store.folding import case_on, facts

from xinfang.core.case import Case
from xinfang.core.entry import Entry
from xinfang.core.terms import State
from xinfang.rules.deadlines import deadlines_of

from . import tossing
from .monthly_recount import IN_PERSON, MEASURES, RATES, Known, known_of, repeated
from .monthly_recount import visits as in_person
from .office import LAW
from .periods import asked
from .rounding import divided
from .rows import compared

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


REASONS = ["no-reply", "unserved", "not-carried-out", "unsatisfied", "new-facts", "in-time", "outside", "none"]
WHEN = {"in_time": "in-time", "overdue": "overdue", "after_reply": "after-reply", "ended": "ended"}


def checked(data: Any, recount: Recount, known: Known) -> None:
    """Every matter, every table and every line of the detail; known: what the two rates are counted of."""
    matters = list(recount.matters())
    listed = {row["root"]: row for row in data["matters"]}
    assert len(listed) == len(matters)
    for seen in matters:
        row = listed[seen.numbers[0]]
        assert row["numbers"].split("、") == seen.numbers
        assert (row["reason"], row["unit"]) == (seen.reason, seen.unit), seen
        assert {each for each in row["also"].split("、") if each} == seen.also, seen
        assert {name: row[name] for name in seen.shown} == seen.shown, seen
    visits = [visit for seen in matters for visit in seen.visits]
    when = Counter(visit.when for visit in visits)
    assert data["figures"] == {
        "matters": len(matters),
        "petitions": sum(seen.shown["in_period"] for seen in matters),
        "petitions_in_all": sum(len(seen.numbers) for seen in matters),
        "visits_again": len(visits),
        "visits_before_reply": when["in-time"] + when["overdue"],
        "visits_after_reply": when["after-reply"],
    }
    rates = {each["name"]: (each["part"], each["whole"], each["value"]) for each in data["rates"]}
    assert rates == {name: (*RATES[name](known), divided(*RATES[name](known))) for name in rates}
    whole = Counter(seen.reason for seen in matters)
    keys = ("order", "reason", "matters", "of_matters", "share")
    assert [tuple(row[key] for key in keys) for row in data["by_reason"]] == [
        (order, reason, whole[reason], len(matters), divided(whole[reason], len(matters)))
        for order, reason in enumerate(REASONS, start=1)
    ]
    for key, of in (("unit", lambda seen: seen.unit), ("category", lambda seen: seen.category)):
        compared(data[f"by_{key}"], map(of, matters), lambda each, k=key, f=of: _by_reason(matters, k, f, each), key)
    units = {visit.unit for visit in visits}
    compared(data["visits_by_unit"], units, lambda unit: {"unit": unit, **_visits(visits, unit)}, "unit")
    for row in data["visits_by_month"]:
        every = sum(f"{c.registration.received_on:%Y-%m}" == row["month"] for c in in_person(known))
        again = _visits(visits, row["month"])
        share = divided(again["visits_again"], every)
        assert row == {"month": row["month"], **again, "visits": every, "share": share}
    assert sum(row["visits_again"] for row in data["visits_by_month"]) == len(visits)
    rows = Counter((row["measure"], row["number"], row["root"], row["value"], row["weight"]) for row in data["detail"])
    assert rows == Counter(
        [
            *(("matters", number, seen.numbers[0], seen.reason, 1) for seen in matters for number in seen.numbers),
            *(("visits_again", v.number, seen.numbers[0], v.when, 1) for seen in matters for v in seen.visits),
            *((name, c.number, "", "", int(n)) for name in ("repeats", "came_again") for c, n in MEASURES[name](known)),
        ]
    )


def _by_reason(matters: list[Seen], key: str, of: Callable[[Seen], str], value: str) -> dict[str, Any]:
    own = Counter(seen.reason for seen in matters if of(seen) == value)
    return {key: value, "matters": own.total(), **{reason.replace("-", "_"): own[reason] for reason in REASONS}}


def _visits(visits: list[Visit], value: str) -> dict[str, Any]:
    own = Counter(each.when for each in visits if value in (each.unit, f"{each.on:%Y-%m}"))
    return {"visits_again": own.total(), **{name: own[when] for name, when in WHEN.items()}}


def told(shell: Shell, *words: object) -> Any:
    return shell.data("report", "repeat", *words, "--detail")


@pytest.mark.parametrize(("period", "first", "last", "as_of"), asked())
def test_an_office_of_years(years: Shell, period: str, first: date, last: date, as_of: date | None) -> None:
    known = as_of or date.fromisoformat(years.today)
    data = told(years, *period.split(), *(("--as-of", as_of) if as_of else ()))
    checked(data, Recount(facts(years), first, min(last, known), known), known_of(years, first, last, known))


@pytest.mark.parametrize(("first", "last", "as_of"), TOSSED)
def test_an_office_of_to_and_fro(tossed: Shell, first: str, last: str, as_of: str) -> None:
    data = told(tossed, "--from", first, "--to", last, "--as-of", as_of)
    days = [date.fromisoformat(day) for day in (first, last, as_of)]
    checked(data, Recount(facts(tossed), days[0], min(days[1:]), days[2]), known_of(tossed, *days))
