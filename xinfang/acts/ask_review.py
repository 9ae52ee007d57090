"""Ask for review 申请复查: the petitioner is not content with the opinion and turns to the next level up (第三十五条)."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.office import Office
from ..core.terms import State
from ..rules.law import Law
from .levels import REVIEW, body_to_ask, may_be_asked


class ReviewAsked(NamedTuple):
    """to: the body asked. reason: the petitioner's. document: his paper. late_reason: why it is taken after the 30 days.

    against: whose opinion it is 被申请人, where it is not who the ledger takes it to be.
    """

    on: date
    to: str
    reason: str = ""
    document: str = ""
    late_reason: str = ""
    against: str = ""


def decide(
    case: Case,
    to: str = "",
    *,
    reason: str = "",
    document: str = "",
    late_reason: str = "",
    against: str = "",
    law: Law,
    office: Office,
    on: date,
) -> ReviewAsked:
    """The fact. Only where an opinion was served, in time (on the last lawful day at the latest), and of a level above.

    to: where none is named, the next level above the body whose opinion it is.
    on: the day on which the body received the request, for its 30 days run from it.
    """
    may_be_asked(case, REVIEW, late_reason=late_reason, law=law, on=on)
    to = body_to_ask(case, REVIEW, to, against=against, office=office, on=on)
    return ReviewAsked(on, to, reason, document, late_reason, against)


def apply(case: Case, fact: ReviewAsked) -> Case:
    """Before the next level. Who handles it is unchanged: it is his opinion that is looked at."""
    event = Event("review-asked", fact.on, about=fact.reason, value=fact.to)
    opinion_of = fact.against or case.opinion_of
    return case.to(State.REVIEWING, event, before=case.state, opinion_of=opinion_of, reviewer=fact.to)
