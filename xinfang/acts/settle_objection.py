"""Settle an objection 异议核实: whoever sent it agrees to take it back, or does not (第二十三条第三款: 经核实同意后交还)."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import BadInput, NotAllowed
from ..core.terms import State
from ..rules.articles import cite
from .guards import must_be_open, not_before
from .handing import AWAY, left_with, sent_back


class ObjectionSettled(NamedTuple):
    """by_unit: the sender, who looked into it. approver: who decided there. reason: why it was agreed to or not."""

    on: date
    agreed: bool
    by_unit: str = ""
    approver: str = ""
    reason: str = ""
    document: str = ""


def decide(
    case: Case,
    *,
    agreed: bool | None = None,
    by_unit: str = "",
    approver: str = "",
    reason: str = "",
    document: str = "",
    on: date,
) -> ObjectionSettled:
    """The fact. Only while an objection waits; that nobody answers it is no consent."""
    must_be_open(case, on)
    if case.state is not State.OBJECTED:
        raise NotAllowed(
            "E301",
            f"{case.number} 目前是“{case.state.label}”，没有待核实的异议。",
            basis=cite("object", case.registration.received_on),
            remedy=f"先提出异议: xinfang object {case.number} --reason 理由",
        )
    not_before(case, on, "objected")
    if agreed is None:
        raise BadInput(
            "E105",
            "要写明是否同意异议。",
            basis=cite("object", case.registration.received_on),
            remedy="同意退回的加 --agree，不同意的加 --refuse",
        )
    sender = case.returns_to if case.before in AWAY else case.registration.source_unit
    return ObjectionSettled(on, agreed, by_unit or sender, approver, reason, document)


def apply(case: Case, fact: ObjectionSettled) -> Case:
    """Agreed: back to where it came from. Refused: it stays, and so does the duty to tell."""
    about = "，".join(part for part in (fact.by_unit, fact.approver, fact.reason) if part)
    if not fact.agreed:
        event = Event("objection-refused", fact.on, about=about, value=case.unit)
        return left_with(case.after(event), fact.on)
    if case.before in AWAY:
        return sent_back(case, fact.on, about)
    return case.to(State.RETURNED, Event("handed-back", fact.on, about=about, value=case.registration.source_unit))
