"""Settle a request 申请审查: the next level takes up the request for review or recheck, or does not (第三十五、三十六条).

The instruments of 2005 and 2022 have no step of this kind; some regional regulations give it days of its own.
"""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import BadInput, NotAllowed
from ..core.office import Office
from ..core.remedies import RequestResult
from ..core.terms import State
from ..rules.articles import cite
from .guards import must_be_open, not_before
from .levels import RECHECK, REVIEW, Level, body_that_decides

RESULTS = {
    "review": (RequestResult.REVIEW_ACCEPTED, RequestResult.REVIEW_REFUSED),
    "recheck": (RequestResult.RECHECK_ACCEPTED, RequestResult.RECHECK_REFUSED),
}
"""Level → what taking up and refusing are called; each is the name of the event too."""
ENDED_AS = {"closed": State.CLOSED, "lapsed": State.LAPSED}
"""How a petition may have ended and the next level still be asked."""
REFUSALS = frozenset({RequestResult.REVIEW_REFUSED, RequestResult.RECHECK_REFUSED})


class RequestSettled(NamedTuple):
    """body: who decided, if not the body that was asked. reason: why it is not taken up. document: 告知书文号."""

    on: date
    request: RequestResult
    reason: str = ""
    document: str = ""
    body: str = ""


def decide(
    case: Case,
    *,
    accepted: bool | None = None,
    reason: str = "",
    document: str = "",
    body: str = "",
    office: Office,
    on: date,
) -> RequestSettled:
    """The fact. Once for each request, before the opinion on it and by a level above; a refusal says why."""
    must_be_open(case, on)
    level = _asked(case)
    basis = cite(level.answers, case.registration.received_on)
    _once(case, level, basis)
    not_before(case, on, level.asked)
    if accepted is None:
        raise BadInput(
            "E105",
            f"要写明是否受理{level.label}申请。",
            basis=basis,
            remedy="受理的加 --accept，不予受理的加 --refuse --reason 理由",
        )
    if not accepted and not reason:
        raise BadInput("E105", f"不予受理{level.label}申请要写明理由。", basis=basis, remedy="加 --reason 理由")
    result = RESULTS[level.answers][0 if accepted else 1]
    return RequestSettled(on, result, reason, document, body_that_decides(case, level, body, office=office, on=on))


def _asked(case: Case) -> Level:
    for level in (REVIEW, RECHECK):
        if case.state is level.pending:
            return level
    raise NotAllowed(
        "E301",
        f"{case.number} 目前是“{case.state.label}”，没有待定是否受理的复查、复核申请。",
        basis=cite("review", case.registration.received_on),
        remedy=f"先记申请: xinfang ask-review {case.number} 或 xinfang ask-recheck {case.number}",
    )


def _once(case: Case, level: Level, basis: str) -> None:
    """Raises NotAllowed E315 where this request was taken up already; a refused one no longer waits."""
    taken = RESULTS[level.answers][0].value
    for event in reversed(case.events):
        if event.name == level.asked:
            return
        if event.name == taken:
            raise NotAllowed(
                "E315",
                f"{case.number} 的{level.label}申请已于 {event.on} 受理。",
                basis=basis,
                remedy=f"作出意见: xinfang {level.answers} {case.number} --outcome 意见；"
                f"记错的: xinfang retract {case.number} --act settle-request --reason 原因",
            )


def apply(case: Case, fact: RequestSettled) -> Case:
    """Taken up: it goes on. Refused: the petition stands as before the request, and the petitioner's time runs on."""
    event = Event(fact.request.value, fact.on, about=fact.reason, value=fact.body)
    if fact.request is RequestResult.REVIEW_ACCEPTED:
        return case.after(event, reviewer=fact.body or case.reviewer)
    if fact.request not in REFUSALS:
        return case.after(event)
    level = REVIEW if fact.request is RequestResult.REVIEW_REFUSED else RECHECK
    return case.to(_before(case, level), event)


def _before(case: Case, level: Level) -> State:
    """How it stood when it was asked for: the opinion served, perhaps the file closed since."""
    for event in reversed(case.events):
        if event.name in ENDED_AS:
            return ENDED_AS[event.name]
        if event.name in (level.served, "reopened"):
            break
    return level.ready
