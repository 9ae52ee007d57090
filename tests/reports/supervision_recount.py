"""Every figure of 督查督办 counted again from the bare facts.

The recount folds the facts up to each day by itself; of the program's tables, queries and reports it uses nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
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


class Recount(NamedTuple):
    """The cases as they stood at the end of `as_of`, and the days of the period."""

    first: date
    last: date
    as_of: date
    cases: list[Case]
    entries: dict[str, list[Entry]]

    @property
    def until(self) -> date:
        return min(self.last, self.as_of)

    def within(self, day: date) -> bool:
        return self.first <= day <= self.until

    def judged(self, day: date) -> bool:
        return self.first <= day <= self.last and (day < self.as_of or self.as_of == self.last)

    def events(self, *names: str) -> Iterator[tuple[Case, Event]]:
        for case in self.cases:
            yield from ((case, event) for event in case.events if event.name in names and self.within(event.on))

    def due(self, unit: str = "", situation: str = "") -> dict[str, int]:
        """How the supervisions were that were to be answered in the period, and while it runs before `as_of`."""
        found = {"in_time": 0, "late": 0, "unanswered": 0}
        for case in self.cases:
            for event in case.events:
                if event.name != "supervised" or event.until is None or not self.judged(event.until):
                    continue
                if unit in ("", event.about) and situation in ("", event.value) and (how := self._how(case, event)):
                    found[how] += 1
        return found

    def _how(self, case: Case, event: Event) -> str:
        assert event.until is not None
        told = [e.on for e in case.events if e.name == "supervision-answered" and e.part == event.part]
        over = [e.on for e in case.events if e.name == "supervision-closed" and e.part == event.part]
        if told:
            return "in_time" if told[0] <= event.until else "late"
        return "" if over and over[0] <= event.until else "unanswered"

    def adoptions(self) -> list[tuple[Event, str]]:
        """The advice of the days counted, each with what came of it."""
        return [
            (event, next((e.value for e in case.events if e.name == "advice-answered" and e.part == event.part), ""))
            for case, event in self.events("advised")
        ]

    def inspections(self) -> list[Inspected]:
        """From the facts themselves, as they carry the score."""
        return [
            fact_of(entry)
            for case in self.cases
            for entry in self.entries[case.number]
            if entry.act == "inspect" and self.within(entry.on)
            if not any(e.act == "retract" and e.data["turn"] == entry.turn for e in self.entries[case.number])
        ]


def recount(shell: Shell, first: date, last: date, as_of: date | None) -> Recount:
    on = as_of or TODAY
    every = facts(shell)
    folded = [case for entries in every.values() if (case := case_on(entries, on)) is not None]
    return Recount(first, last, on, [case for case in folded if case.state is not State.VOID], every)


def counted(known: Recount) -> dict[str, Any]:
    """Every figure; rates as part and whole."""
    due, adoptions = known.due(), known.adoptions()
    said = [value for _, value in adoptions if value]
    ended = [
        any(each.name == "inspected" and each.on <= known.until for each in case.events)
        for case, _ in known.events(*ENDED)
    ]
    whole = sum(due.values())
    return {
        "supervised": len(list(known.events("supervised"))),
        "supervised_petitions": len({case.number for case, _ in known.events("supervised")}),
        "due": whole,
        **due,
        "closed": len(list(known.events("supervision-closed"))),
        "advised": len(adoptions),
        "feedback": len(said),
        **{name: said.count(value) for name, value in (("adopted", "adopted"), ("partly", "partly"))},
        "not_adopted": said.count("not"),
        "feedback_overdue": sum(not v and event.on + timedelta(days=30) < known.as_of for event, v in adoptions),
        "inspected": len(list(known.events("inspected"))),
        "sponsored": len(list(known.events("sponsored"))),
        "sponsor_visits": len(list(known.events("sponsor-visited"))),
        "sponsor_reports": len(list(known.events("sponsor-reported"))),
        "receptions": len(list(known.events("leader-met"))),
        "answered_rate": (due["in_time"], whole),
        "feedback_rate": (len(said), len(adoptions)),
        "adoption_rate": (said.count("adopted") + said.count("partly"), len(adoptions)),
        "inspected_rate": (sum(ended), len(ended)),
    }
