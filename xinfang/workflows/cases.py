"""One petition: everything about it, and why its deadlines are what they are."""

from __future__ import annotations

from ..acts.retract import standing
from ..core.table import Document
from ..reports.case_page import case_page
from ..store.queries import deadlines
from . import clock
from .desk import Desk


def show(desk: Desk, typed: str, *, as_of: str | None = None, reveal: bool = False) -> Document:
    """One petition with its time line."""
    on = clock.day(as_of)
    number = desk.number(typed)
    if reveal:
        desk.record_look("show", 1, number=number)
    entries = desk.entries(number)
    case = desk.case(number, as_of=on)
    retracted = frozenset(entry.turn for entry in entries) - frozenset(entry.turn for entry in standing(entries))
    retracted -= frozenset(entry.turn for entry in entries if entry.act == "retract")
    until = [entry for entry in entries if entry.on <= on or entry.act in {"register", "correct"}]
    with desk.reading() as db:
        limits = deadlines.of_petition(db, number, on=on)
    return case_page(case, until, retracted, limits, on=on, reveal=reveal)


def why(desk: Desk, typed: str, *, as_of: str | None = None) -> Document:
    """Every deadline of a petition, explained."""
    from ..reports import reasons

    on = clock.day(as_of)
    return reasons.reasons(desk.case(desk.number(typed), as_of=on), desk.law, on=on)
