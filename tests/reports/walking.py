"""A recount of 首接首办责任 that walks through the days one by one, by the plain fold of the facts.

Of the program's tables, queries and reports it uses nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from cli.shell import Shell
from store.folding import case_on, facts

from xinfang.core.case import Case
from xinfang.core.entry import Entry
from xinfang.core.terms import State
from xinfang.rules.calendar import Calendar
from xinfang.rules.deadlines import deadlines_of
from xinfang.rules.law import Law

LAW = Law(Calendar())
ENDED = {"closed", "declined", "redirected", "returned", "diverted", "concluded", "withdrawn", "lapsed"}
WAITING = {"objected", "disputed", "served", "reviewing", "reviewed", "review-served"}
WAITING |= {"rechecking", "rechecked", "recheck-served"}
AWAY = {"forwarded", "assigned"}


class Day(NamedTuple):
    """How a petition stood at the end of a day."""

    unit: str
    state: str
    signed: bool


class Walked(NamedTuple):
    """What a walk through the days of one petition finds."""

    held: Counter[str]
    unsigned_days: Counter[str]
    sent: list[tuple[str, int | None, bool]]
    """To which unit, after how many days it signed, whether nothing was heard of it."""
    gave_back: list[tuple[str, str]]
    last: Day


def walk(first_unit: str, days: list[Day]) -> Walked:
    """From day to day: who has it tonight, and did it change hands since last night; before the first, its receiver had it."""
    found = Walked(Counter(), Counter(), [], [], days[-1])
    route = [first_unit]
    sent_out = False
    for number, (last_night, tonight) in enumerate(
        zip([Day(first_unit, "registered", False), *days], days, strict=False)
    ):
        if last_night.unit != tonight.unit:
            sent_out = True
            objected = last_night.state == "objected"
            if objected:
                found.gave_back.append((last_night.unit, "agreed"))
            if tonight.unit in route:
                del route[route.index(tonight.unit) + 1 :]
                if not objected and last_night.state != "disputed":
                    found.gave_back.append((last_night.unit, "unasked"))
            else:
                if objected and len(route) > 1:
                    route.pop()
                route.append(tonight.unit)
                with_it = list(_while_there(days[number:], tonight.unit))
                signed = next((after for after, day in enumerate(with_it) if day.signed), None)
                silent = all(day.state in AWAY | ENDED | {"registered", "informed"} for day in with_it)
                found.sent.append((tonight.unit, signed, signed is None and silent))
        elif last_night.state == "objected" != tonight.state:
            settled = {"returned": "agreed", "disputed": "waiting"}
            how = settled.get(tonight.state, "waiting" if tonight.state in ENDED else "refused")
            found.gave_back.append((tonight.unit, how))
        if tonight.state in ENDED | WAITING:
            continue
        unsigned = sent_out and tonight.state in AWAY and not tonight.signed
        (found.unsigned_days if unsigned else found.held)[tonight.unit] += 1
    if days[-1].state == "objected":
        found.gave_back.append((days[-1].unit, "waiting"))
    return found


def _while_there(days: list[Day], unit: str) -> Iterator[Day]:
    for day in days:
        if day.unit != unit:
            return
        yield day


def stood(entries: list[Entry], first: date, until: date) -> list[Day]:
    """How the petition of these facts stood at the end of each of those days."""
    cases = (case_on(entries, first + timedelta(days=number)) for number in range((until - first).days + 1))
    return [Day(case.unit, case.state.value, case.acknowledged) for case in cases if case is not None]


class Recount(NamedTuple):
    """Everything the report counts, from the facts of every petition."""

    first: date
    until: date
    as_of: date
    last: date
    cases: list[Case]
    walked: dict[str, Walked]
    entries: dict[str, list[Entry]]
    every: list[Case]
    """With those whose registration was retracted: they hold their matter together still."""

    @property
    def judged(self) -> date:
        """While the period runs nothing is late on its last day."""
        return self.last if self.as_of >= self.last else self.as_of - timedelta(days=1)

    def within(self, day: date) -> bool:
        return self.first <= day <= self.until

    def matter(self, case: Case) -> set[str]:
        """The numbers of the petitions tied to it, one after the other."""
        ties = [(each.number, each.repeat_of) for each in self.every if each.repeat_of]
        found = {case.number}
        while more := {n for tie in ties for n in tie if not found.isdisjoint(tie)} - found:
            found |= more
        return found

    def figures(self) -> dict[str, tuple[int, int]]:
        """Numerator and denominator of every figure; for a count nought and the count."""
        walked = list(self.walked.values())
        sent = [each for of in walked for each in of.sent]
        signed = [after for _, after, _ in sent if after is not None]
        silent = {"registered", "informed", "objected", "disputed"}
        landed = [w.last.state not in silent and (w.last.state not in AWAY or w.last.signed) for w in walked]
        due = [d for case in self.cases for d in deadlines_of(case, LAW) if d.limit.duty == "tell"]
        due = [d for d in due if d.legal and self.first <= d.legal <= self.judged]
        met = [d for d in due if d.ended_by in d.limit.met_by and d.ended_on and d.legal and d.ended_on <= d.legal]
        owed = [
            d for d in due if d.ended_on is None or d.ended_by in d.limit.met_by or (d.legal and d.ended_on > d.legal)
        ]
        return {
            "received": (0, len(walked)),
            "told_rate": (len(met), len(owed)),
            "hand_overs_each": (len(sent), len(walked)),
            "signed_rate": (len(signed), len(sent)),
            "sign_days": (sum(signed), len(signed)),
            "taken_up": (0, sum(after is None and not quiet for _, after, quiet in sent)),
            "unsigned": (0, sum(silent for _, _, silent in sent)),
            "unlanded": (0, landed.count(False)),
            "back_and_forth": (0, sum(len(w.gave_back) >= 2 for w in walked)),
            "first_handled": (0, len(self._on("accepted"))),
            "at_first_contact_rate": self._at_first_contact(),
            "came_again_rate": self._came_again(),
            "satisfied_office_rate": self._satisfied("office"),
            "satisfied_unit_rate": self._satisfied("unit"),
        }

    def _on(self, *names: str) -> dict[str, date]:
        """The last day within the period on which one of these happened to each petition."""
        days = {(c.number, e.on) for c in self.cases for e in c.events if e.name in names and self.within(e.on)}
        return dict(sorted(days))

    def _at_first_contact(self) -> tuple[int, int]:
        ended = self._on("closed", "concluded", "resolved")
        stayed = 0
        for case in self.cases:
            if case.number in ended:
                days = stood(self.entries[case.number], case.registration.received_on, ended[case.number])
                stayed += {day.unit for day in days} == {case.registration.first_unit}
        return stayed, len(ended)

    def _came_again(self) -> tuple[int, int]:
        answered = self._on("replied")
        received = {case.number: case.registration.received_on for case in self.cases}
        again = 0
        for case in self.cases:
            if case.number in answered:
                others = [received[n] for n in self.matter(case) if n in received]
                again += any(answered[case.number] < day <= self.as_of for day in others)
        return again, len(answered)

    def _satisfied(self, body: str) -> tuple[int, int]:
        told = [e.value for c in self.cases for e in c.events if e.name == "rated" and self.within(e.on)]
        told = [value.split(":")[1] for value in told if value.startswith(f"{body}:")]
        told = [value for value in told if value != "not-rated"]
        return sum(value in {"satisfied", "basic"} for value in told), len(told)


def recount(shell: Shell, first: date, last: date, as_of: date) -> Recount:
    """Of the days from `first` to `last`, by what is known of the days up to `as_of`."""
    entries = facts(shell)
    until = min(last, as_of)
    folded = {number: case for number, of in entries.items() if (case := case_on(of, as_of)) is not None}
    cases = [case for case in folded.values() if case.state is not State.VOID]
    walked = {
        case.number: walk(
            case.registration.first_unit, stood(entries[case.number], case.registration.received_on, until)
        )
        for case in cases
        if first <= case.registration.received_on <= until
    }
    return Recount(first, until, as_of, last, cases, walked, entries, list(folded.values()))
