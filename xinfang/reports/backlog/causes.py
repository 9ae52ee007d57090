"""Why a petition of the backlog is still there and what is done about it: as diagnosed 研判, else as the ledger shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from ...core.backlog import Known, Stock, Stuck
from ...core.oversight import MEASURE_FOR, Cause
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


def remedies(petitions: Iterable[int], end: Stock, known: Known, outside: frozenset[str]) -> dict[int, Remedy]:
    """Those of the petitions of which something is known, in their order; of the others, most of them, there is NOTHING."""
    told = {petition for facts in known for petition in facts}
    return {
        petition: found
        for petition in petitions
        if (petition in told or end[petition].unit in outside)
        and (found := remedy(petition, end[petition], known, outside)).cause
    }


def remedy(petition: int, stuck: Stuck, known: Known, outside: frozenset[str]) -> Remedy:
    """What was diagnosed holds; without that the first thing that the ledger shows. outside: units of other bodies."""
    if said := known.diagnoses.get(petition):
        return Remedy(said.cause, "diagnosed", said.measure, _day(said.finish_by))
    return next(_shown(petition, stuck, known, outside), NOTHING)


def _shown(petition: int, stuck: Stuck, known: Known, outside: frozenset[str]) -> Iterator[Remedy]:
    """By the strength of what they say: our own fault first, that somebody was helped last."""
    if on := known.corrected.get(petition):
        yield _from_ledger(Cause.OUR_FAULT, f"{on} 复查、复核已纠正")
    if by := known.carry_out_by.get(petition):
        yield _from_ledger(Cause.JUSTIFIED, "已支持或者达成协议，待执行", by)
    if stuck.unit in outside and stuck.state in HANDED_ON:
        yield _from_ledger(Cause.NOT_OURS, f"已送{stuck.unit}")
    if by := known.answer_by.get(petition):
        yield _from_ledger(Cause.UNFINISHED, "已督办", by)
    if on := known.assisted.get(petition):
        yield _from_ledger(Cause.NEEDS_HELP, f"{on} 已救助、帮扶")


def _from_ledger(cause: Cause, seen: str, by: str | None = None) -> Remedy:
    return Remedy(cause.value, "ledger", f"{MEASURE_FOR[cause]}: {seen}", _day(by))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
