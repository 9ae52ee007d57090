"""Diagnose 研判: why a hard matter is still there, and what is done about it by when, so that 积案 are worked down one by one.

No article orders it: it sorts a matter by what 第二十七条 asks for (诉求合理的解决到位、生活困难的帮扶救助到位 …).
"""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import BadInput
from ..core.oversight import MEASURE_FOR, Cause
from .guards import must_stand


class Diagnosed(NamedTuple):
    """measure: what is done; of what is not ours, where it is followed. finish_by: the last day for it, or None."""

    on: date
    cause: Cause
    measure: str
    finish_by: date | None = None


def decide(case: Case, cause: Cause, measure: str, *, finish_by: date | None = None, on: date) -> Diagnosed:
    """The fact, in any state of the petition; the last one holds. What is within our power and justified needs a day."""
    must_stand(case, on)
    if not measure:
        raise BadInput("E105", f"“{cause.label}”要写明措施（{MEASURE_FOR[cause]}）。", remedy="加 --measure 措施")
    if cause is Cause.JUSTIFIED and finish_by is None:
        raise BadInput("E105", f"“{cause.label}”要写明何时办到。", remedy="加 --finish-by 日期")
    if finish_by is not None and finish_by < on:
        raise BadInput("E114", f"办到的日期 {finish_by} 在研判日 {on} 之前。", remedy="改正 --finish-by")
    return Diagnosed(on, cause, measure, finish_by)


def apply(case: Case, fact: Diagnosed) -> Case:
    """The petition stays as it is."""
    return case.after(Event("diagnosed", fact.on, until=fact.finish_by, about=fact.measure, value=fact.cause.value))
