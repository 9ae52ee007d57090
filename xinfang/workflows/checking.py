"""Checks 件件有回复: of one petition, or of all that the office has in hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ..acts.replay import case_of, in_order
from ..core.entry import Entry
from ..core.errors import BadInput
from ..core.office import Office
from ..core.table import Table
from ..core.terms import State
from ..reports.lists.check_table import check_table
from ..rules.checks import CHECKS, findings
from ..rules.checks.finding import Finding, Subject
from ..rules.deadlines import deadlines_of
from ..rules.law import Law
from ..store.queries import links, petitions
from . import clock
from .asked import checked_limit, known_unit
from .desk import Desk

LATE_DAYS = "3"
"""Unless the office has set `late-entry-days`."""


def check(
    desk: Desk,
    typed: str = "",
    *,
    names: Sequence[str] = (),
    unit: str = "",
    ended: bool = False,
    as_of: str | None = None,
    limit: int | None = None,
) -> Table:
    """What the checks find: of one petition, else of every open one (with `ended`, of every one), oldest first."""
    on = clock.as_of(as_of)
    found = list(found_by(desk, typed, names=names, unit=unit, ended=ended, on=on, limit=checked_limit(limit)))
    return check_table(found, on=on, one=typed != "")


def found_by(
    desk: Desk,
    typed: str = "",
    *,
    names: Sequence[str] = (),
    unit: str = "",
    ended: bool = False,
    on: date,
    limit: int | None = None,
) -> Iterator[Finding]:
    """The findings one by one; `limit`: of how many at most. Raises BadInput E104 for an unknown check."""
    for name in names:
        if name not in CHECKS:
            choices = "、".join(f"{known} {each.label}" for known, each in CHECKS.items())
            raise BadInput("E104", f"没有“{name}”这项检查。", remedy=f"可选: {choices}")
    unit = known_unit(desk, unit)
    numbers = [desk.number(typed)] if typed else petitions.numbers(desk.connection, open_only=not ended)
    late = late_days(desk, on)
    left = limit
    for number in numbers:
        again = links.received_again(desk.connection, number, on=on)
        for finding in findings_of(
            desk.entries(number), desk.law, desk.office, on=on, late_days=late, names=names, again=again
        ):
            if unit and finding.unit != unit:
                continue
            if left == 0:
                return
            left = None if left is None else left - 1
            yield finding


def findings_of(
    entries: Sequence[Entry],
    law: Law,
    office: Office,
    *,
    on: date,
    late_days: int,
    names: Sequence[str] = (),
    closing: bool = False,
    again: Sequence[date] = (),
) -> list[Finding]:
    """What the checks find in a petition as it stood at the end of `on`; closing: before it is closed on that day.

    again: on which days the same matter was raised again.
    """
    case = case_of(entries, as_of=on)
    if case is None or case.state is State.VOID:
        return []
    held = [entry for entry in in_order(entries) if entry.on <= on]
    return list(findings(Subject(case, held, deadlines_of(case, law), office, on, late_days, closing, again), names))


def late_days(desk: Desk, on: date) -> int:
    """From how many calendar days on an entry counts as late."""
    return int(desk.office.setting("late-entry-days", on=on, default=LATE_DAYS))
