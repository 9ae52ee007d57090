"""Ask for recheck 申请复核: the petitioner is not content with the review either (第三十六条第一款)."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.office import Office
from ..core.terms import State
from ..rules.law import Law
from .levels import RECHECK, body_to_ask, may_be_asked


class RecheckAsked(NamedTuple):
    """to: the body asked. reason: the petitioner's. document: his paper. late_reason: why it is taken after the 30 days."""

    on: date
    to: str
    reason: str = ""
    document: str = ""
    late_reason: str = ""


def decide(
    case: Case,
    to: str = "",
    *,
    reason: str = "",
    document: str = "",
    late_reason: str = "",
    law: Law,
    office: Office,
    on: date,
) -> RecheckAsked:
    """The fact. Only where a review opinion was served that leaves an opinion standing, in time, and of a level above.

    to: where none is named, the next level above the body that reviewed, if the ledger knows it.
    on: the day on which the body received the request, for its 30 days run from it.
    """
    may_be_asked(case, RECHECK, late_reason=late_reason, law=law, on=on)
    to = body_to_ask(case, RECHECK, to, office=office, on=on)
    return RecheckAsked(on, to, reason, document, late_reason)


def apply(case: Case, fact: RecheckAsked) -> Case:
    """Before the last level."""
    event = Event("recheck-asked", fact.on, about=fact.reason, value=fact.to)
    return case.to(State.RECHECKING, event, before=case.state)
