"""Every figure of 督查督办 counted again from the bare facts.

The recount folds the facts up to each day by itself; of the program's tables, queries and reports it uses nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from cli.shell import Shell
from store.folding import case_on, facts

from xinfang.acts.inspect import Inspected
from xinfang.acts.registry import fact_of
from xinfang.core.case import Case, Event
from xinfang.core.entry import Entry
from xinfang.core.terms import State

from .monthly_recount import ENDED
from .office import TODAY
from .rounding import divided

FEEDBACK_DAYS = timedelta(days=30)
LEADERS = {
    "sponsored": "sponsored",
    "sponsor-visited": "sponsor_visits",
    "sponsor-reported": "sponsor_reports",
    "leader-met": "receptions",
}


class Asked(NamedTuple):
    """A supervision, or a piece of advice: of which unit, for what, and what came of it."""

    number: str
    part: int
    unit: str
    what: str
    on: date
    by: date | None
    answered: date | None
    answer: str
    closed: date | None


class Recount(NamedTuple):
    """The cases as they stood at the end of `as_of`, and the days of the period; of one unit or (empty) all."""

    first: date
    last: date
    as_of: date
    cases: list[Case]
    entries: dict[str, list[Entry]]
    unit: str = ""

    def of(self, unit: str) -> Recount:
        return self._replace(unit=unit)

    @property
    def until(self) -> date:
        return min(self.last, self.as_of)

    def within(self, day: date | None) -> bool:
        return day is not None and self.first <= day <= self.until

    def events(self, *names: str) -> Iterator[tuple[Case, Event]]:
        """Those of the petitions that the unit has."""
        for case in self.cases:
            if self.unit in ("", case.unit):
                yield from ((case, event) for event in case.events if event.name in names and self.within(event.on))

    def _asked(self, name: str, answered: str, closed: str = "") -> list[Asked]:
        found = []
        for case in self.cases:
            for event in case.events:
                if event.name == name and self.unit in ("", event.about):
                    answer = _first(case, answered, event.part)
                    over = _first(case, closed, event.part)
                    found.append(
                        Asked(
                            *(case.number, event.part, event.about, event.value, event.on, event.until),
                            *(answer and answer.on, answer.value if answer else "", over and over.on),
                        )
                    )
        return found

    def supervisions(self) -> list[Asked]:
        return self._asked("supervised", "supervision-answered", "supervision-closed")

    def opened(self) -> list[Asked]:
        return [each for each in self.supervisions() if self.within(each.on)]

    def closed(self) -> list[Asked]:
        return [each for each in self.supervisions() if self.within(each.closed)]

    def due(self) -> dict[str, list[Asked]]:
        """Those to be answered in the period, and while it runs before `as_of`, by how they were."""
        found: dict[str, list[Asked]] = {"in_time": [], "late": [], "unanswered": []}
        for each in self.supervisions():
            by = each.by
            if by is None or not self.first <= by <= self.last or not (by < self.as_of or self.as_of == self.last):
                continue
            if each.answered:
                found["in_time" if each.answered <= by else "late"].append(each)
            elif each.closed is None or each.closed > by:
                found["unanswered"].append(each)
        return found

    def advice(self) -> list[Asked]:
        return [each for each in self._asked("advised", "advice-answered") if self.within(each.on)]

    def silent(self) -> list[Asked]:
        """Advice without feedback for longer than practice allows."""
        return [each for each in self.advice() if not each.answered and each.on + FEEDBACK_DAYS < self.as_of]

    def inspections(self) -> list[Inspected]:
        """From the facts themselves, as they carry the score."""
        return [
            fact_of(entry)
            for case in self.cases
            if self.unit in ("", case.unit)
            for entry in self.entries[case.number]
            if entry.act == "inspect" and self.within(entry.on)
            if not any(e.act == "retract" and e.data["turn"] == entry.turn for e in self.entries[case.number])
        ]

    def inspected(self) -> tuple[int, int]:
        """Of what was closed in the period, what had been inspected by its end."""
        ended = [any(_inspected(each, self.until) for each in case.events) for case, _ in self.events(*ENDED)]
        return sum(ended), len(ended)


def _first(case: Case, name: str, part: int) -> Event | None:
    return next((event for event in case.events if event.name == name and event.part == part), None)


def recount(shell: Shell, first: date, last: date, as_of: date | None) -> Recount:
    on = as_of or TODAY
    every = facts(shell)
    folded = [case for entries in every.values() if (case := case_on(entries, on)) is not None]
    return Recount(first, last, on, [case for case in folded if case.state is not State.VOID], every)


def supervised(known: Recount, of: Callable[[Asked], bool] = lambda each: True) -> dict[str, Any]:
    """The columns about supervisions."""
    due = {how: sum(map(of, found)) for how, found in known.due().items()}
    whole = sum(due.values())
    return {
        "supervised": sum(map(of, known.opened())),
        "due": whole,
        **due,
        "answered_rate": divided(due["in_time"], whole),
        "closed": sum(map(of, known.closed())),
    }


def advised(known: Recount, of: Callable[[Asked], bool] = lambda each: True) -> dict[str, Any]:
    """The columns about advice."""
    advice = [each for each in known.advice() if of(each)]
    said = [each.answer for each in advice if each.answered]
    counts = {"adopted": said.count("adopted"), "partly": said.count("partly"), "not_adopted": said.count("not")}
    return {
        "advised": len(advice),
        "feedback": len(said),
        **counts,
        "feedback_overdue": sum(map(of, known.silent())),
        "adoption_rate": divided(counts["adopted"] + counts["partly"], len(advice)),
    }


def average(inspections: list[Inspected]) -> float | None:
    scores = [each.score for each in inspections if each.score is not None]
    return divided(sum(scores), len(scores), 1)


def counted(known: Recount) -> dict[str, Any]:
    """Every figure; rates as part and whole."""
    due, advice = supervised(known), advised(known)
    acts = [LEADERS[event.name] for _, event in known.events(*LEADERS)]
    return {
        **{name: due[name] for name in ("supervised", "due", "in_time", "late", "unanswered", "closed")},
        "supervised_petitions": len({each.number for each in known.opened()}),
        **{name: number for name, number in advice.items() if name != "adoption_rate"},
        "inspected": len(known.inspections()),
        **{name: acts.count(name) for name in LEADERS.values()},
        "answered_rate": (due["in_time"], due["due"]),
        "feedback_rate": (advice["feedback"], advice["advised"]),
        "adoption_rate": (advice["adopted"] + advice["partly"], advice["advised"]),
        "inspected_rate": known.inspected(),
    }


def detail(known: Recount) -> list[tuple[str, str, int | None, str, int | None]]:
    """Everything counted: figure, petition, which of its supervisions or pieces of advice, unit; whether it was inspected."""
    asked = {"supervised": known.opened(), **known.due(), "closed": known.closed(), "advised": known.advice()}
    asked["feedback"] = [each for each in known.advice() if each.answered]
    for name, answer in (("adopted", "adopted"), ("partly", "partly"), ("not_adopted", "not")):
        asked[name] = [each for each in asked["feedback"] if each.answer == answer]
    asked["feedback_overdue"] = known.silent()
    acts = [(case, "inspected") for case, _ in known.events("inspected")]
    acts += [(case, LEADERS[event.name]) for case, event in known.events(*LEADERS)]
    ended = [(case, any(_inspected(event, known.until) for event in case.events)) for case, _ in known.events(*ENDED)]
    return [
        *((name, each.number, each.part, each.unit, None) for name, found in asked.items() for each in found),
        *((name, case.number, None, case.unit, None) for case, name in acts),
        *(("inspected_rate", case.number, None, case.unit, int(was)) for case, was in ended),
    ]


def _inspected(event: Event, until: date) -> bool:
    return event.name == "inspected" and event.on <= until
