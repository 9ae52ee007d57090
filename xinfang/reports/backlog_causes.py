"""Why a petition of the backlog is still there and what is done about it: as diagnosed 研判, else as the ledger shows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ..core import masking
from ..core.backlog import Care, StuckCase
from ..core.oversight import MEASURE_FOR, Cause
from ..core.terms import State
from . import closed

HANDED_ON = frozenset({State.FORWARDED.value, State.ASSIGNED.value})


class Remedy(NamedTuple):
    """cause: "" where nobody has said and nothing shows. source: diagnosed, ledger or "". finish_by: by when, if a day is set."""

    cause: str = ""
    source: str = ""
    measure: str = ""
    finish_by: date | None = None


def remedy(case: StuckCase, care: Care, outside: frozenset[str]) -> Remedy:
    """What was diagnosed holds; without that the first thing that the ledger shows. outside: units of other bodies.

    What a clerk wrote about an accusation is not shown.
    """
    if case.cause is not None:
        words = closed.SEALED if case.restricted else _masked(case)
        return Remedy(case.cause, "diagnosed", words, _day(case.finish_by))
    return next(_shown(case, care, outside), Remedy())


def _shown(case: StuckCase, care: Care, outside: frozenset[str]) -> Iterator[Remedy]:
    """By the strength of what they say: our own fault first, that somebody was helped last."""
    if on := care.corrected.get(case.id):
        yield _from_ledger(Cause.OUR_FAULT, f"{on} 复查、复核已纠正")
    if case.carry_out_by:
        yield _from_ledger(Cause.JUSTIFIED, "已支持或者达成协议，待执行", case.carry_out_by)
    if case.unit in outside and case.state in HANDED_ON:
        yield _from_ledger(Cause.NOT_OURS, f"已送{case.unit}")
    if case.answer_by:
        yield _from_ledger(Cause.UNFINISHED, "已督办", case.answer_by)
    if on := care.assisted.get(case.id):
        yield _from_ledger(Cause.NEEDS_HELP, f"{on} 已救助、帮扶")


def _from_ledger(cause: Cause, seen: str, by: str | None = None) -> Remedy:
    return Remedy(cause.value, "ledger", f"{MEASURE_FOR[cause]}: {seen}", _day(by))


def _masked(case: StuckCase) -> str:
    return masking.text(case.measure or "", masking.known_names(case.names.split("\n")))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
