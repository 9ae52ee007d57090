"""What oversight asked about a petition, and what came of it: supervisions, advice, inspections, diagnoses."""

from __future__ import annotations

from ..core.case import Case, Event
from ..core.days import iso, iso_or_none
from ..core.projected import Row
from ..core.terms import State

KINDS = frozenset({"supervised", "advised", "inspected", "diagnosed"})
"""The events that a row begins with."""
TO_A_BODY = frozenset({"supervised", "advised"})
"""Those whose `about` is the unit or body that was asked."""
ANSWERS = {"supervised": "supervision-answered", "advised": "advice-answered"}
CLOSES = {"supervised": "supervision-closed"}


def oversight_rows(petition: int, case: Case) -> tuple[Row, ...]:
    """Rows in the order of TABLES["oversight"]; none for nearly every petition."""
    rows = [_row(petition, case, event, part) for part, event in _begun(case)]
    return tuple(sorted(rows, key=lambda row: row[:3]))


def wordings(petition: int, case: Case) -> tuple[Row, ...]:
    """What the clerk wrote of them that a list shows, in the order of TABLES["wording"]: the measure of a diagnosis."""
    return tuple((petition, event.name, part, event.about) for part, event in _begun(case) if event.name == "diagnosed")


def _begun(case: Case) -> list[tuple[int, Event]]:
    """The events that a row begins with, each with its number among those of its name."""
    begun = [event for event in case.events if event.name in KINDS]
    if not begun or case.state is State.VOID:
        return []
    counts = dict.fromkeys(KINDS, 0)
    found = []
    for event in begun:
        counts[event.name] += 1
        found.append((event.part or counts[event.name], event))
    return found


def _row(petition: int, case: Case, event: Event, part: int) -> Row:
    answer = _first(case, ANSWERS.get(event.name, ""), part)
    closed = _first(case, CLOSES.get(event.name, ""), part)
    return (
        petition,
        event.name,
        part,
        iso(event.on),
        event.about if event.name in TO_A_BODY else "",
        event.value,
        event.score,
        iso_or_none(event.until),
        iso(answer.on) if answer else None,
        answer.value if answer else "",
        iso(closed.on) if closed else None,
    )


def _first(case: Case, name: str, part: int) -> Event | None:
    """When it was first answered: a supplement does not make it later."""
    return next((event for event in case.events if event.name == name and event.part == part), None)
