"""Assist 救助: a petitioner in need is helped to apply for social or judicial assistance (第三十七条第二款)."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import BadInput
from ..core.remedies import Assistance
from ..core.terms import State
from .guards import must_be_open, not_before


class Assisted(NamedTuple):
    """to: the body that gives it. text: what was told, applied for or given."""

    on: date
    assistance: Assistance
    text: str
    to: str = ""


def decide(case: Case, assistance: Assistance, text: str, *, to: str = "", on: date) -> Assisted:
    """The fact, in any state."""
    if case.state is State.VOID:
        must_be_open(case, on)
    not_before(case, on, "received")
    if not text:
        raise BadInput("E105", "救助的情况没有填。", remedy="加 --text 情况")
    return Assisted(on, assistance, text, to)


def apply(case: Case, fact: Assisted) -> Case:
    """Nothing changes in the procedure."""
    return case.after(Event("assisted", fact.on, about=fact.text, value=fact.assistance.value))
