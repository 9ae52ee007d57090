"""Why a petition of the backlog is still there and what is done about it: as diagnosed 研判, else as the ledger shows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ...core.backlog import Known, Stock
from ...core.days import day_or_none
from ...core.events import EVENTS
from ...core.oversight import MEASURE_FOR, Cause
from ...core.remedies import ReviewOutcome
from ...core.terms import State

HANDED_ON = frozenset({State.FORWARDED.value, State.ASSIGNED.value})


class Remedy(NamedTuple):
    """cause: "" where nobody has said and nothing shows. source: diagnosed, ledger or "". finish_by: by when, if a day is set.

    measure: of a diagnosis in the clerk's words, which may name somebody.
    """

    cause: str = ""
    source: str = ""
    measure: str = ""
    finish_by: date | None = None


NOTHING = Remedy()
"""Of what nobody has diagnosed and of which the ledger shows nothing."""


def remedies(stock: Stock, known: Known, outside: frozenset[str]) -> dict[int, Remedy]:
    """What is known of those of the stock of which something is; of the others, most of them, there is NOTHING.

    outside: units of other bodies.
    """
    sent = {
        petition: holder.unit
        for holder, ids in stock.held.items()
        if holder.unit in outside and holder.state in HANDED_ON
        for petition in ids
    }
    told = {petition for facts in known for petition in facts} & stock.ids
    found = {petition: _remedy(petition, sent.get(petition, ""), known) for petition in sorted(told | sent.keys())}
    return {petition: remedy for petition, remedy in found.items() if remedy.cause}


def _remedy(petition: int, sent_to: str, known: Known) -> Remedy:
    """What was diagnosed holds; without that the first thing that the ledger shows."""
    if said := known.diagnoses.get(petition):
        return Remedy(said.cause, "diagnosed", said.measure, day_or_none(said.finish_by))
    return next(_shown(petition, sent_to, known), NOTHING)


def _shown(petition: int, sent_to: str, known: Known) -> Iterator[Remedy]:
    """By the strength of what they say: our own fault first, that somebody was helped last."""
    if seen := known.corrected.get(petition):
        said = f"{seen.on} {EVENTS[seen.event]}{ReviewOutcome(seen.outcome).label}"
        yield _from_ledger(Cause.OUR_FAULT, said, seen.redo_by)
    if by := known.carry_out_by.get(petition):
        yield _from_ledger(Cause.JUSTIFIED, "已支持或者达成协议，待执行", by)
    if sent_to:
        yield _from_ledger(Cause.NOT_OURS, f"已送{sent_to}")
    if by := known.answer_by.get(petition):
        yield _from_ledger(Cause.UNFINISHED, "已督办", by)
    if on := known.assisted.get(petition):
        yield _from_ledger(Cause.NEEDS_HELP, f"{on} 已救助、帮扶")


def _from_ledger(cause: Cause, seen: str, by: str | None = None) -> Remedy:
    return Remedy(cause.value, "ledger", f"{MEASURE_FOR[cause]}: {seen}", day_or_none(by))
