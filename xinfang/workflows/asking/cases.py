"""One petition: everything about it, and why its deadlines are what they are."""

from __future__ import annotations

from collections.abc import Sequence

from ...acts.replay import case_of, standing
from ...core.case import Case
from ...core.entry import Entry
from ...core.table import Document, Table
from ...reports.case.page import case_page
from ...reports.closed import sealed
from ...store.queries import deadlines
from ..desk import Desk
from ..matters.classing import sorts_of


def show(desk: Desk, typed: str, *, as_of: str | None, reveal: bool, restricted: bool) -> Document:
    """One petition with its time line. restricted: an accusation too, and that it was looked at is written down.

    Raises NotAllowed E317, E318 for an accusation, E318 for the names where the petitioner wants none to be known.
    """
    on = desk.as_of(as_of)
    number = desk.number(typed)
    entries = desk.entries(number)
    now = case_of(entries)  # of whatever day it is shown: an accusation was one before it was classified
    closed = now.restricted and _let_pass(desk, now, entries, restricted=restricted)
    if reveal and now.registration.confidential:
        from ..access import require_names

        require_names(desk, now, entries)
    if closed or reveal:
        looked = ["show", *["--restricted"] * closed, *["--reveal"] * (closed and reveal)]
        desk.record_look(" ".join(looked), 1, number=number)
        entries = desk.entries(number)
    case = desk.case(number, as_of=on)
    retracted = frozenset(entry.turn for entry in entries) - frozenset(entry.turn for entry in standing(entries))
    retracted -= frozenset(entry.turn for entry in entries if entry.act == "retract")
    until = [entry for entry in entries if entry.on <= on or entry.act in {"register", "correct"}]
    with desk.reading() as db:
        limits = deadlines.of_petition(db, number, on=on)
    return case_page(
        case,
        until,
        retracted,
        limits,
        on=on,
        reveal=reveal,
        readers=_readers(desk, now, entries),
        sorts=sorts_of(desk, case, on=on),
    )


def why(desk: Desk, typed: str, *, as_of: str | None, restricted: bool) -> Document:
    """Every deadline of a petition, explained; of an accusation without what somebody wrote, unless `restricted`.

    Raises NotAllowed E318 as `show` does.
    """
    from ...reports.case import reasons

    on = desk.as_of(as_of)
    number = desk.number(typed)
    entries = desk.entries(number)
    now = case_of(entries)
    if restricted and now.restricted:
        from ..access import look

        look(desk, "why", entries, restricted=True)
    case = desk.case(number, as_of=on)
    if now.restricted and not restricted:
        case = sealed(case)
    return reasons.reasons(case, desk.law, on=on)


def _let_pass(desk: Desk, now: Case, entries: Sequence[Entry], *, restricted: bool) -> bool:
    from ..access import require

    return require(desk, now, entries, restricted=restricted)


def _readers(desk: Desk, now: Case, entries: Sequence[Entry]) -> tuple[str, ...]:
    """Who may see it, where not everybody may."""
    if not (now.restricted or now.registration.confidential):
        return ()
    from ..access import readers_of

    return readers_of(desk, now, entries)


def next_acts(desk: Desk, typed: str, *, as_of: str | None) -> Table:
    """What may and what must be done with a petition now."""
    from ...acts.lawful import lawful
    from ...reports.case import next_acts as page
    from ...rules.deadlines import deadlines_of
    from ..findings import findings_of

    on = desk.as_of(as_of)
    number = desk.number(typed)
    case = desk.case(number, as_of=on)
    found = findings_of(desk.entries(number), desk.law, desk.office, on=on, closing=True)
    may = list(lawful(case, desk.law, desk.office, findings=found, on=on))
    return page.next_acts(case, may, deadlines_of(case, desk.law), found, on=on)
