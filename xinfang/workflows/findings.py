"""What the checks find 件件有回复: of one petition, or of many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ..acts.replay import case_on, in_order
from ..core.entry import Entry
from ..core.errors import BadInput
from ..core.office import Office
from ..core.terms import State
from ..rules.checks import CHECKS, findings
from ..rules.checks.finding import Finding, Subject
from ..rules.deadlines import deadlines_of
from ..rules.law import Law
from ..store.queries import in_hand, links, petitions
from . import clock
from .asked import known_unit
from .desk import Desk


def found_by(
    desk: Desk, typed: str = "", *, names: Sequence[str] = (), unit: str, ended: bool, on: date
) -> Iterator[Finding]:
    """The findings one by one. Raises BadInput E104 for an unknown check."""
    for name in names:
        if name not in CHECKS:
            choices = "、".join(f"{known} {each.label}" for known, each in CHECKS.items())
            raise BadInput("E104", f"没有“{name}”这项检查。", remedy=f"可选: {choices}")
    unit = known_unit(desk, unit)
    all_in_hand = not typed and not ended
    for number in [desk.number(typed)] if typed else _numbers(desk, on, ended=ended):
        again = links.received_again(desk.connection, number, on=on)
        found = findings_of(
            desk.entries(number), desk.law, desk.office, on=on, names=names, in_hand=all_in_hand, again=again
        )
        yield from (finding for finding in found if unit in ("", finding.unit))


def _numbers(desk: Desk, on: date, *, ended: bool) -> Iterator[str]:
    if ended:
        return petitions.numbers(desk.connection)
    since = on - timedelta(days=desk.office.number("watched-days", on=on))
    return in_hand.numbers(desk.connection, on=on, today=clock.today(), since=since)


def findings_of(
    entries: Sequence[Entry],
    law: Law,
    office: Office,
    *,
    on: date,
    names: Sequence[str] = (),
    closing: bool = False,
    in_hand: bool = False,
    again: Sequence[date] = (),
) -> list[Finding]:
    """What the checks find in a petition as it stood at the end of `on`; closing: before it is closed on that day.

    in_hand: once it has ended, only what it asks for yet. again: on which days the same matter was raised again.
    """
    case = case_on(entries, on)
    if case is None or case.state is State.VOID:
        return []
    held = [entry for entry in in_order(entries) if entry.on <= on]
    found = findings(Subject(case, held, deadlines_of(case, law), office, on, closing, again), names)
    return [each for each in found if not in_hand or case.open or CHECKS[each.check].after_end]
