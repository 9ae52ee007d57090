"""Redirect 告知向有权机关提出: not within this office's or its system's powers (第二十三条第一款)."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import BadInput, NotAllowed
from ..core.terms import Kind, Source, State
from ..rules.articles import cite, knows
from .guards import ANSWERED, BEFORE_ENDING, must_be_open, must_be_settled, must_not_be, not_before


class Redirected(NamedTuple):
    """to: the body that has the power. document: 告知书文号."""

    on: date
    to: str
    reason: str = ""
    document: str = ""


def decide(case: Case, to: str, *, reason: str = "", document: str = "", on: date) -> Redirected:
    """The fact. Not once it has been accepted, nor round an objection or a dispute that waits for its decision."""
    must_be_open(case, on)
    must_not_be(case, (State.ACCEPTED, *ANSWERED), basis=cite("reply-limit", case.registration.received_on))
    must_be_settled(case)
    _must_object_instead(case)
    not_before(case, on, *BEFORE_ENDING)
    if not to:
        raise BadInput(
            "E105",
            "要写明有权处理的机关、单位。",
            basis=cite("redirect", case.registration.received_on),
            remedy="加 --to 机关名称",
        )
    return Redirected(on, to, reason, document)


def _must_object_instead(case: Case) -> None:
    """What the bureau or a superior sent goes back only with its consent, not round the petitioner."""
    received_on = case.registration.received_on
    sent = case.kind is not Kind.BUREAU and case.registration.source is not Source.DIRECT
    if sent and knows("object", received_on):
        raise NotAllowed(
            "E301",
            f"{case.number} 是{case.registration.source_unit}{case.registration.source.label}来的，不能径行告知信访人另提。",
            basis=cite("object", received_on),
            remedy=f"不属职权的先提出异议: xinfang object {case.number} --reason 理由；经同意交还的 xinfang settle-objection {case.number} --agree",
        )


def apply(case: Case, fact: Redirected) -> Case:
    """Told where to go; ended at this office."""
    return case.to(State.REDIRECTED, Event("redirected", fact.on, about=f"告知向{fact.to}提出"))
