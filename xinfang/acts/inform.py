"""Inform 告知: tell the petitioner in writing that it was received and how it will be handled (第二十三条)."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.terms import State
from .guards import must_be_open, not_before


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
    """The duty to tell is met; a petition only registered so far is now 已告知."""
    event = Event("informed", fact.on, about=fact.document)
    if case.state is State.REGISTERED:
        return case.to(State.INFORMED, event)
    return case.after(event)
