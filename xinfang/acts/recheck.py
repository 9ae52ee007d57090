"""Recheck 复核: the last look, within 30 days of the request, not counting a hearing (第三十六条)."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import BadInput, NotAllowed
from ..core.office import Office
from ..core.remedies import ReviewOutcome
from ..core.terms import State
from ..rules.articles import cite
from .hear import in_session
from .levels import RECHECK, body_that_decides, may_be_decided


class Rechecked(NamedTuple):
    """body: who rechecked it, if not the body that was asked. text, basis, document: of the 复核意见书. found: 认定的事实.

    published: whether the opinion, after a hearing, is made public (第三十六条第二款); None: not said.
    """

    on: date
    decision: ReviewOutcome
    text: str = ""
    basis: str = ""
    document: str = ""
    body: str = ""
    found: str = ""
    published: bool | None = None


def decide(
    case: Case,
    decision: ReviewOutcome,
    *,
    text: str = "",
    basis: str = "",
    document: str = "",
    body: str = "",
    found: str = "",
    published: bool | None = None,
    office: Office,
    on: date,
) -> Rechecked:
    """The fact. Only while a recheck is asked for and not yet decided, by a level above, and not in the middle of a hearing."""
    may_be_decided(case, RECHECK, on=on)
    if in_session(case):
        raise NotAllowed(
            "E301",
            f"{case.number} 的听证还没有结束，不能作出复核意见。",
            basis=cite("recheck-hearing", case.registration.received_on),
            remedy=f"xinfang hear {case.number} finish --conclusion 结论",
        )
    if published and not _was_heard(case):
        raise BadInput(
            "E104",
            f"{case.number} 的复核没有举行听证，复核意见不公示。",
            basis=cite("recheck-hearing", case.registration.received_on),
            remedy=f"去掉 --published；听证过的先记: xinfang hear {case.number} convene …",
        )
    body = body_that_decides(case, RECHECK, body, office=office, on=on)
    return Rechecked(on, decision, text, basis, document, body, found, published)


def _was_heard(case: Case) -> bool:
    """Whether a hearing was held since the recheck was asked for."""
    names = [event.name for event in case.events]
    return "hearing-ended" in names[len(names) - names[::-1].index(RECHECK.asked) :]


def apply(case: Case, fact: Rechecked) -> Case:
    """Decided, and to be served."""
    return case.to(State.RECHECKED, Event("rechecked", fact.on, about=fact.text, value=fact.decision.value))
