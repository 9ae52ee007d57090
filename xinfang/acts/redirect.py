"""Redirect 告知向有权机关提出: not within this office's or its system's powers (第二十三条第一款)."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import BadInput
from ..core.terms import State
from .guards import DONE, must_be_open, must_not_be, not_before


class Redirected(NamedTuple):
    """to: the body that has the power. document: 告知书文号."""

    on: date
    to: str
    reason: str = ""
    document: str = ""


def decide(case: Case, to: str, *, reason: str = "", document: str = "", on: date) -> Redirected:
    """The fact. Not once it has been accepted."""
    must_be_open(case, on)
    must_not_be(case, (State.ACCEPTED, State.REPLIED, State.SERVED), basis="已经受理的应当办理并答复（第三十四条）")
    not_before(case, on, *DONE)
    if not to:
        raise BadInput(
            "E105", "要写明有权处理的机关、单位。", basis="《信访工作条例》第二十三条第一款", remedy="加 --to 机关名称"
        )
    return Redirected(on, to, reason, document)


def apply(case: Case, fact: Redirected) -> Case:
    """Told where to go; ended at this office."""
    return case.to(State.REDIRECTED, Event("redirected", fact.on, about=f"告知向{fact.to}提出"))
