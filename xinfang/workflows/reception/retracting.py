"""Retracting: a mistaken act is undone, unless others lean on it."""

from __future__ import annotations

from collections.abc import Sequence

from ...acts.registry import module_of
from ...core import clean
from ...core.entry import Entry
from ...store.queries import links
from .. import clock
from ..acting.doing import Done, write
from ..desk import Desk
from ..matters.linking import must_hold_together


def retract(desk: Desk, typed: str, *, turn: int | None, act: str | None, reason: str, on: str | None) -> Done:
    """Undo a mistaken act: the entry with that turn, or the last of that act, or the last of all.

    No registration that others are linked to as its repeats (E312).
    """
    day = clock.day(on)
    module = module_of("retract")
    number = desk.number(typed)
    why = clean.line(reason, what="理由")

    def decide(entries: Sequence[Entry]) -> object:
        repeats = links.repeated_by(desk.connection, number, on=clock.today())
        return module.decide(entries, turn=turn, act=act, reason=why, repeated_by=repeats, on=day)

    return write(desk, "retract", number, decide, allowed=must_hold_together)
