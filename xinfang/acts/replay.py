"""Facts → the case or the office they add up to.

Order: the registration first, then its corrections (they mend the record, so they hold from the beginning), then the
other facts by business day, those of one day as they were written. What was retracted never happened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ..core.case import Case, on_day
from ..core.entry import Entry
from ..core.office import Office
from ..core.terms import Category, State
from .registry import fact_of, module_of


def standing(entries: Sequence[Entry]) -> list[Entry]:
    """The entries that hold: without those retracted and without the retractions."""
    gone = {entry.data["turn"] for entry in entries if entry.act == "retract"}
    return [entry for entry in entries if entry.act != "retract" and entry.turn not in gone]


def in_order(entries: Sequence[Entry]) -> list[Entry]:
    """The standing entries of one petition in the order in which they took effect."""
    held = standing(entries)
    return [*held[:1], *sorted(held[1:], key=_place)]


def _place(entry: Entry) -> tuple[bool, date, int]:
    corrects = entry.act == "correct"
    return not corrects, date.min if corrects else entry.on, entry.turn


def steps(entries: Sequence[Entry]) -> Iterator[tuple[date, Case]]:
    """The case after each of its facts, with the day from which it stood so; never empty.

    As registered and corrected it stood from the day it was received.
    """
    first, *later = in_order(entries) if not _retraction_of_registration(entries) else entries[:1]
    case: Case = module_of("register").apply(first.subject, fact_of(first))
    while later and later[0].act == "correct":
        case = module_of("correct").apply(case, fact_of(later.pop(0)))
    if retraction := _retraction_of_registration(entries):
        case = case._replace(state=State.VOID, state_since=retraction.on, category=_closed(entries))
    received_on = case.registration.received_on
    yield received_on, case
    for entry in later:
        case = module_of(entry.act).apply(case, fact_of(entry))
        # A note may be dated before the petition came in, and a correction may move that day past a note.
        yield max(entry.on, received_on), case


def case_of(entries: Sequence[Entry]) -> Case:
    """How the petition stands now."""
    *_, (_, case) = steps(entries)
    return case


def case_on(entries: Sequence[Entry], day: date) -> Case | None:
    """How it stood at the end of that day, by what is known now; None when it had not come in yet."""
    return on_day(steps(entries), day)


def office_of(entries: Sequence[Entry]) -> Office:
    """The office its facts add up to. The first of them founded it."""
    office: Office | None = None
    for entry in entries:
        office = module_of(entry.act).apply(office, fact_of(entry))
    assert office is not None  # a ledger begins with its founding
    return office


def _closed(entries: Sequence[Entry]) -> Category | None:
    """What was ever classified as an accusation, or one of its demands, stays closed when its registration is retracted.

    Before a registration all else has to be retracted: that an accusation was tells nothing.
    """
    accused = any(
        entry.act in ("classify", "demand") and entry.data.get("category") == Category.ACCUSATION for entry in entries
    )
    return Category.ACCUSATION if accused else None


def _retraction_of_registration(entries: Sequence[Entry]) -> Entry | None:
    return next((entry for entry in entries if entry.act == "retract" and entry.data["act"] == "register"), None)
