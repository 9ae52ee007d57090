"""Inform 告知: tell the petitioner in writing that it was received and how it will be handled (第二十三条)."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.terms import Kind, State
from .guards import must_be_open, not_before
from .handing import AWAY


class Informed(NamedTuple):
    """document: 告知书文号. method: how it reached the petitioner, in the clerk's words."""

    on: date
    document: str = ""
    method: str = ""


def decide(case: Case, *, document: str = "", method: str = "", on: date) -> Informed:
    """The fact; refused once the petition has ended."""
    must_be_open(case, on, late=True)
    not_before(case, on, "received")
    return Informed(on, document, method)


def apply(case: Case, fact: Informed) -> Case:
    """The duty to tell is met; a petition only registered so far, or told of by the unit it was sent to, is now 已告知."""
    event = Event("informed", fact.on, about=fact.document)
    if _told_by_the_unit(case):
        return case.after(event).to(State.INFORMED, Event("informed-by-unit", fact.on, value=case.unit))
    if case.state is State.REGISTERED:
        return case.to(State.INFORMED, event)
    return case.after(event)


def _told_by_the_unit(case: Case) -> bool:
    """Whether it is the telling of 第二十三条第三款 by the unit that signed for it, not this office's own of where it went.

    A petition bureau owes none of its own (第二十二条); any other body has done with its own before the unit does its.
    """
    if case.state not in AWAY or not case.acknowledged:
        return False
    return case.kind is Kind.BUREAU or case.last("informed") is not None
