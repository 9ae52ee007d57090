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
from xinfang.core.links import Relation, standing
from xinfang.core.terms import State
from xinfang.rules.deadlines import deadlines_of

from .monthly_recount import in_time
from .office import LAW

ENDED = {"closed", "declined", "redirected", "returned", "diverted", "concluded", "withdrawn", "lapsed"}
WAITING = {"objected", "disputed", "served", "reviewing", "reviewed", "review-served"}
WAITING |= {"rechecking", "rechecked", "recheck-served"}
AWAY = {"forwarded", "assigned"}
SETTLING = {"objection-refused": "refused", "sent-back": "agreed", "handed-back": "agreed"}


Counted = tuple[str, str, str, int]
"""Number, by whom, unit and officer, and what it weighs."""
Weighed = tuple[Case, int]
COUNTS = {"received", "taken_up", "unsigned", "unlanded", "back_and_forth", "first_handled"}
SHARES = {
    "told_rate": "tell_due",
    "hand_overs_each": "hand_overs",
    "signed_rate": "sent",
    "sign_days": "signed",
    "at_first_contact_rate": "ended",
    "came_again_rate": "replied",
    "satisfied_office_rate": "rated_office",
    "satisfied_unit_rate": "rated_unit",
}
"""Figures that are the weight of what was counted over its number."""


class Day(NamedTuple):
    """How a petition stood at the end of a day."""

    unit: str
    state: str
    signed: bool
    sent: bool
    """Whether it was forwarded or assigned to that unit on that day."""
    officer: str = ""
    settled: tuple[tuple[str, str], ...] = ()
    """Objections made on that day that did not stand any more in the night: whose, and what became of each."""


class Stay(NamedTuple):
    """With one unit: days it had the petition, and days in which it had been sent there and not been signed for."""

    unit: str
    held: int = 0
    unsigned: int = 0


class Walked(NamedTuple):
    """What a walk through the days of one petition finds."""

    stays: list[Stay]
    moved: int
    """How often it came to another unit, in whatever way."""
    sent: list[tuple[str, int | None, bool]]
    """Of these, forwarded or assigned: to which unit, after how many days it signed, whether nothing was heard of it."""
    gave_back: list[tuple[str, str]]
    last: Day
    by_officer: Counter[tuple[str, str]]
    """Days that each officer of a unit had it."""


def walk(first_unit: str, days: list[Day]) -> Walked:
    """From day to day: who has it tonight, and did it change hands since last night; before the first, its receiver had it."""
    found = Walked([Stay(first_unit)], 0, [], [], days[-1], Counter())
    route = [first_unit]
    sent_out = False
    for number, (last_night, tonight) in enumerate(
        zip([Day(first_unit, "registered", False, False), *days], days, strict=False)
    ):
        found.gave_back.extend(tonight.settled)
        if last_night.unit != tonight.unit:
            sent_out = True
            found.stays.append(Stay(tonight.unit))
            objected = last_night.state == "objected" or (last_night.unit, "agreed") in tonight.settled
            if last_night.state == "objected":
                found.gave_back.append((last_night.unit, "agreed"))
            if tonight.unit in route:
                del route[route.index(tonight.unit) + 1 :]
                if not objected and last_night.state != "disputed":
                    found.gave_back.append((last_night.unit, "unasked"))
            else:
                if objected and len(route) > 1:
                    route.pop()
                route.append(tonight.unit)
                found = found._replace(moved=found.moved + 1)
                with_it = list(_while_there(days[number:], tonight.unit))
                found.sent.extend(_sent_out(with_it, days[number : number + len(with_it) + 1]))
        elif last_night.state == "objected" != tonight.state:
            settled = {"returned": "agreed", "disputed": "waiting"}
            how = settled.get(tonight.state, "waiting" if tonight.state in ENDED else "refused")
            found.gave_back.append((tonight.unit, how))
        if tonight.state in ENDED | WAITING:
            continue
        unsigned = sent_out and tonight.state in AWAY and not tonight.signed
        found.by_officer[tonight.unit, tonight.officer] += not unsigned
        stay = found.stays.pop()
        found.stays.append(stay._replace(held=stay.held + (not unsigned), unsigned=stay.unsigned + unsigned))
    if days[-1].state == "objected":
        found.gave_back.append((days[-1].unit, "waiting"))
    return found


def _sent_out(with_it: list[Day], seen: list[Day]) -> Iterator[tuple[str, int | None, bool]]:
    """What `Walked.sent` says of a unit that had it on these days, if it was forwarded or assigned to it.

    seen: these days and the one on which it left.
    """
    signed = next((after for after, day in enumerate(with_it) if day.signed), None)
    silent = all(day.state in AWAY | ENDED | {"registered", "informed"} for day in with_it)
    silent = silent and with_it[0].unit not in {unit for day in seen for unit, _ in day.settled}
    if with_it[0].sent:
        yield with_it[0].unit, signed, signed is None and silent


def _while_there(days: list[Day], unit: str) -> Iterator[Day]:
    for day in days:
        if day.unit != unit:
            return
        yield day


def stood(entries: list[Entry], first: date, until: date) -> list[Day]:
    """How the petition of these facts stood at the end of each of those days."""
    cases = (case_on(entries, first + timedelta(days=number)) for number in range((until - first).days + 1))
    return [
        Day(
            *(case.unit, case.state.value, case.acknowledged, _sent(case, day), case.officer),
            tuple(_settled(case, day)),
        )
        for number, case in enumerate(cases)
        if case is not None
        for day in [first + timedelta(days=number)]
    ]


def _settled(case: Case, day: date) -> Iterator[tuple[str, str]]:
    """Every objection of that day but the one that stands in the night."""
    today = [each for each in case.events if each.on == day]
    for place, event in enumerate(today):
        if event.name == "objected":
            then = [each.name for each in today[place + 1 :] if each.name in {*SETTLING, "objected"}]
            if then:
                yield event.value, SETTLING.get(then[0], "agreed")
            elif case.unit != event.value or case.state.value == "returned":
                yield event.value, "agreed"
            elif case.state.value != "objected":
                yield event.value, "waiting"


def _sent(case: Case, day: date) -> bool:
    return any(each.name in AWAY and (each.on, each.value) == (day, case.unit) for each in case.events)


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
    unit: str = ""
    """Whose: of that first receiver, first handled by it; empty: all."""

    def of(self, unit: str) -> Recount:
        first = {case.number: case.registration.first_unit for case in self.cases}
        return self._replace(unit=unit, walked={n: each for n, each in self.walked.items() if first[n] == unit})

    @property
    def judged(self) -> date:
        """While the period runs nothing is late on its last day."""
        return self.last if self.as_of >= self.last else self.as_of - timedelta(days=1)

    def within(self, day: date) -> bool:
        return self.first <= day <= self.until

    def matter(self, case: Case) -> set[str]:
        """The numbers of the petitions tied to it, one after the other."""
        ties = [(each.number, earlier) for each in self.every for earlier in standing(each.links, Relation.REPEAT)]
        found = {case.number}
        while more := {n for tie in ties for n in tie if not found.isdisjoint(tie)} - found:
            found |= more
        return found

    def figures(self) -> dict[str, tuple[int, int]]:
        """Numerator and denominator of every figure; for a count nought and the count."""
        counts = {name: (sum(each[-1] for each in of), len(of)) for name, of in self.measures().items()}
        return {
            **{name: (0, counts[name][1]) for name in COUNTS},
            **{figure: counts[measure] for figure, measure in SHARES.items()},
        }

    def measures(self) -> dict[str, list[Counted]]:
        """What is counted, by the name under which --detail lists it."""
        of = {case.number: case for case in self.cases}
        walked = [(of[number], each) for number, each in self.walked.items()]
        sent = [(case, *each) for case, found in walked for each in found.sent]
        silent = {"registered", "objected", "disputed"}
        by_signature = AWAY | {"informed"}
        landed = {
            c.number: w.last.state not in silent and (w.last.state not in by_signature or w.last.signed)
            for c, w in walked
        }
        found: dict[str, list[Weighed]] = {
            "received": [(case, case.registration.headcount) for case, _ in walked],
            "tell_due": self._told(),
            "hand_overs": [(case, each.moved) for case, each in walked],
            "sent": [(case, after is not None) for case, _, after, _ in sent],
            "signed": [(case, after) for case, _, after, _ in sent if after is not None],
            "taken_up": [(case, 0) for case, _, after, quiet in sent if after is None and not quiet],
            "unsigned": [(case, 0) for case, _, _, quiet in sent if quiet],
            "unlanded": [(case, 0) for case, _ in walked if not landed[case.number]],
            "back_and_forth": [(case, len(each.gave_back)) for case, each in walked if len(each.gave_back) >= 2],
            "ended": self._ended(),
            "replied": self._came_again(),
            "rated_office": self._rated("office"),
            "rated_unit": self._rated("unit"),
        }
        received = {
            name: [
                (case.number, case.registration.first_unit, case.registration.first_officer, int(n))
                for case, n in of_it
            ]
            for name, of_it in found.items()
        }
        taken = [
            (case.number, case.first_handler, "", 0)
            for case in self.cases
            for event in case.events
            if event.name == "accepted" and self.within(event.on)
        ]
        every = {**received, "first_handled": taken}
        return {name: [each for each in of_it if self.unit in ("", each[1])] for name, of_it in every.items()}

    def _on(self, *names: str) -> dict[str, date]:
        """The last day within the period on which one of these happened to each petition."""
        days = {(c.number, e.on) for c in self.cases for e in c.events if e.name in names and self.within(e.on)}
        return dict(sorted(days))

    def _told(self) -> list[Weighed]:
        """What was to be told in the period; what fell away before its day was not."""
        return [
            (case, in_time(each))
            for case in self.cases
            for each in deadlines_of(case, LAW)
            if each.limit.duty == "tell" and each.legal and self.first <= each.legal <= self.judged
            if each.ended_on is None or each.ended_by in each.limit.met_by or each.ended_on > each.legal
        ]

    def _ended(self) -> list[Weighed]:
        ended = self._on("closed", "concluded", "resolved")
        found: list[Weighed] = []
        for case in self.cases:
            if case.number in ended:
                days = stood(self.entries[case.number], case.registration.received_on, ended[case.number])
                found.append((case, {day.unit for day in days} == {case.registration.first_unit}))
        return found

    def _came_again(self) -> list[Weighed]:
        answered = self._on("replied")
        received = {case.number: case.registration.received_on for case in self.cases}
        found: list[Weighed] = []
        for case in self.cases:
            if case.number in answered:
                others = [received[n] for n in self.matter(case) if n in received]
                found.append((case, any(answered[case.number] < day <= self.as_of for day in others)))
        return found

    def _rated(self, body: str) -> list[Weighed]:
        told = [
            (c, e.value.split(":")) for c in self.cases for e in c.events if e.name == "rated" and self.within(e.on)
        ]
        return [(c, said in {"satisfied", "basic"}) for c, (of, said) in told if of == body and said != "not-rated"]


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
