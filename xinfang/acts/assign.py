"""Assign 交办/分办: a lead unit, perhaps others beside it, an officer, and a day to report by (第二十二条第一款第三项)."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import BadInput
from ..core.office import Office
from ..core.terms import State
from .guards import (
    ANSWERED,
    must_be_open,
    must_be_settled,
    must_not_be,
    must_not_be_recused,
    must_not_reach_the_accused,
    not_before,
    not_recused,
)
from .handing import MOVES, sender


class Assigned(NamedTuple):
    """unit: lead. co_units: 协办. report_by: the last day for the report, or None when none was set. attachments: what goes with it."""

    on: date
    unit: str
    co_units: tuple[str, ...] = ()
    officer: str = ""
    report_by: date | None = None
    document: str = ""
    attachments: tuple[str, ...] = ()


def decide(
    case: Case,
    unit: str,
    *,
    co_units: tuple[str, ...] = (),
    officer: str = "",
    report_by: date | None = None,
    document: str = "",
    attachments: tuple[str, ...] = (),
    office: Office,
    on: date,
) -> Assigned:
    """The fact. Not after the reply."""
    must_be_open(case, on)
    must_not_reach_the_accused(case, unit, *co_units, office=office, officer=officer)
    must_not_be(case, ANSWERED)
    must_be_settled(case)
    must_not_be_recused(case, officer)
    not_before(case, on, *MOVES)
    if report_by is not None and report_by < on:
        raise BadInput("E114", f"反馈期限 {report_by} 在交办日 {on} 之前。", remedy="改正 --report-by")
    if unit in co_units:
        raise BadInput("E104", f"{unit}已是主办单位，不能同时是协办单位。", remedy="改正 --co-unit")
    return Assigned(on, unit, co_units, officer, report_by, document, attachments)


def apply(case: Case, fact: Assigned) -> Case:
    """With the lead unit now. An accepted petition stays accepted; its first unit is the first handler 首办."""
    event = Event("assigned", fact.on, until=fact.report_by, about=fact.unit, value=fact.unit)
    changes = {
        "unit": fact.unit,
        "officer": not_recused(case, fact.officer),
        "co_units": fact.co_units,
        "first_handler": case.first_handler or fact.unit,
        "returns_to": sender(case, fact.unit),
    }
    if case.state is State.ACCEPTED:
        return case.after(event, **changes)
    return case.to(State.ASSIGNED, event, **changes)
