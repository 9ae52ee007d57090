"""Admitting officers to an accusation: entered like any other act, so that who let whom see it stays on record."""

from __future__ import annotations

from collections.abc import Sequence

from ...acts.registry import module_of
from ...acts.replay import case_of
from ...core import clean
from ...core.entry import Entry
from .. import clock
from ..access import readers_of
from ..desk import Desk
from .doing import Done, write


def admit(desk: Desk, typed: str, *, officer: str, reason: str, withdraw: bool) -> Done:
    """Let an officer see a restricted petition, or take that back. It holds from the moment it is written down.

    Raises NotFound E203 for an unknown officer, and what the act's `decide` refuses.
    """
    name = desk.office.officer(officer).name
    why = clean.line(reason, what="理由")

    def decide(entries: Sequence[Entry]) -> object:
        return module_of("admit").decide(
            case_of(entries),
            name,
            reason=why,
            by=desk.officer,
            withdraw=withdraw,
            registered_by=entries[0].by,
            office=desk.office,
            on=clock.today(),
        )

    number = desk.number(typed)
    done = write(desk, "admit", number, decide)
    may = readers_of(desk, done.case, desk.entries(number))
    said = f"  {'不再准予' if withdraw else '准予'}{name}；可以查看的人员: {'、'.join(may) or '没有'}"
    return done._replace(lines=(done.lines[0], said, *done.lines[1:]))
