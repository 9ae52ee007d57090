"""Reopen 恢复办理: a petition that was ended too early goes on where it stood."""

from datetime import date
from typing import NamedTuple

from ..core.case import ENDINGS, Case, Event
from ..core.errors import BadInput, NotAllowed
from ..core.terms import State
from ..rules.articles import cite
from .guards import after_the_end, not_before

STANDS: dict[str, State | None] = {
    "review-asked": State.REVIEWING,
    "reviewed": State.REVIEWED,
    "recheck-asked": State.RECHECKING,
    "rechecked": State.RECHECKED,
    # Nothing of it is handled anew: it is to be concluded (第三十六条第三款).
    "recheck-served": State.RECHECK_SERVED,
    **dict.fromkeys(("replied", "served", "review-refused", "review-served", "recheck-refused", "remanded")),
}
"""Event → how it stands before the next level since; None: not there."""


class Reopened(NamedTuple):
    """reason: why it has to go on."""

    on: date
    reason: str


def decide(case: Case, *, reason: str, on: date) -> Reopened:
    """The fact. Only what has ended, and not a registration that was retracted, nor what went through all three levels."""
    if case.open or case.state is State.VOID:
        raise NotAllowed(
            "E301", f"{case.number} 目前是“{case.state.label}”，不需要恢复办理。", remedy=f"xinfang show {case.number}"
        )
    if case.state is State.CONCLUDED:
        raise NotAllowed(
            "E321",
            f"{case.number} 已于 {case.state_since} 三级终结，不恢复办理；以同一事实和理由再提的，登记后不再受理。",
            basis=cite("concluded", case.registration.received_on),
            remedy=f"再提的登记后: xinfang decline 编号 --ground concluded --other {case.number}；{after_the_end(case)}",
        )
    not_before(case, on, *sorted(ENDINGS))
    if not reason:
        raise BadInput("E105", "恢复办理要写明理由。", remedy="加 --reason 理由")
    return Reopened(on, reason)


def apply(case: Case, fact: Reopened) -> Case:
    """Before the next level again if it was there; accepted again if it ever was, else registered: an answer is owed anew."""
    back = State.ACCEPTED if case.last("accepted") else State.REGISTERED
    return case.to(_above(case) or back, Event("reopened", fact.on, about=fact.reason))


def _above(case: Case) -> State | None:
    """How it stood before the next level when it ended: who was asked owes his opinion all the same (第三十五、三十六条)."""
    event = case.last_event(*STANDS)
    return STANDS[event.name] if event else None
