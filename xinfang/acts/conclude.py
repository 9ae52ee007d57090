"""Conclude 三级终结: the recheck opinion is served, and the same matter is not accepted again (第三十六条第三款)."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import NotAllowed
from ..core.terms import State
from ..rules.articles import cite
from .guards import not_before


class Concluded(NamedTuple):
    """document: the 复核意见书 that a later refusal cites, by number."""

    on: date
    document: str = ""


def decide(case: Case, *, document: str = "", on: date) -> Concluded:
    """The fact. Only after a recheck opinion that leaves an opinion standing was served.

    A window that ran out does not conclude: no such effect stands in the instruments of 2005 and 2022, and what some
    regional regulations say (视为办理终结) closes the file there, without the effect of 第三十六条第三款.
    """
    if case.state is State.RECHECK_SERVED:
        not_before(case, on, "recheck-served")
        return Concluded(on, document)
    received_on = case.registration.received_on
    lapsed = case.state in (State.SERVED, State.REVIEW_SERVED)
    remedy = f"xinfang show {case.number} 查看经过"
    if case.state is State.RECHECKED:
        remedy = f"先送达复核意见: xinfang serve {case.number}"
    elif lapsed:
        remedy = f"期满未申请的可以办结: xinfang close {case.number}"
    raise NotAllowed(
        "E301",
        f"{case.number} 目前是“{case.state.label}”（{case.state_since} 起），没有经过复核并送达复核意见，不能三级终结。",
        basis=cite("missed-window" if lapsed else "concluded", received_on),
        remedy=remedy,
    )


def apply(case: Case, fact: Concluded) -> Case:
    """Ended for good; caring for the petitioner goes on (第三十七条第三款)."""
    return case.to(State.CONCLUDED, Event("concluded", fact.on, about=fact.document))
