"""Review 复查: what the next level up makes of the opinion, within 30 days of the request (第三十五条)."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.office import Office
from ..core.remedies import ReviewOutcome
from ..core.terms import State
from .levels import REVIEW, body_that_decides, may_be_decided


class Reviewed(NamedTuple):
    """body: who reviewed it, if not the body that was asked. text, basis, document: of the 复查意见书. found: 认定的事实."""

    on: date
    decision: ReviewOutcome
    text: str = ""
    basis: str = ""
    document: str = ""
    body: str = ""
    found: str = ""


def decide(
    case: Case,
    decision: ReviewOutcome,
    *,
    text: str = "",
    basis: str = "",
    document: str = "",
    body: str = "",
    found: str = "",
    office: Office,
    on: date,
) -> Reviewed:
    """The fact. Only while a review is asked for and not yet decided, and by a level above."""
    may_be_decided(case, REVIEW, on=on)
    body = body_that_decides(case, REVIEW, body, office=office, on=on)
    return Reviewed(on, decision, text, basis, document, body, found)


def apply(case: Case, fact: Reviewed) -> Case:
    """Decided, and to be served; what it means for the petition begins with that."""
    event = Event("reviewed", fact.on, about=fact.text, value=fact.decision.value)
    return case.to(State.REVIEWED, event, reviewer=fact.body or case.reviewer)
