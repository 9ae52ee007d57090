"""Decline 不予受理 / 不再受理: on the two grounds the law knows, and no other."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import BadInput
from ..core.terms import Ground, State
from ..rules.articles import cite
from .guards import ANSWERED, BEFORE_ENDING, must_be_open, must_be_settled, must_not_be, not_before


class Declined(NamedTuple):
    """other: the petition in progress, or the 复核意见 that concluded it, by number and date.

    dated: the day on which that one was accepted, or that opinion made.
    """

    on: date
    ground: Ground
    other: str
    reason: str = ""
    dated: date | None = None


def decide(
    case: Case, ground: Ground, *, other: str, reason: str = "", dated: date | None = None, on: date
) -> Declined:
    """The fact. Not once the petition has been accepted: then it must be answered.

    Nor while an objection or a dispute about who is to take it waits for its decision.
    """
    must_be_open(case, on)
    must_not_be(
        case,
        (State.ACCEPTED, *ANSWERED),
        basis=cite("reply-limit", case.registration.received_on),
        remedy=f"xinfang reply {case.number} …",
    )
    must_be_settled(case)
    not_before(case, on, *BEFORE_ENDING)
    if not other:
        raise BadInput(
            "E105",
            "要写明在办的是哪一件，或者复核意见的文号和日期。",
            basis=cite(ground.value, case.registration.received_on),
            remedy="加 --other 编号或文号",
        )
    if dated is not None and dated > on:
        what = "受理" if ground is Ground.IN_PROGRESS else "复核意见作出"
        raise BadInput("E114", f"另件的{what}日期 {dated} 在 {on} 之后。", remedy="改正 --dated 或 --on")
    return Declined(on, ground, other, reason, dated)


def apply(case: Case, fact: Declined) -> Case:
    """Ended at this office; it stays registered (第二十二、二十三条: 应当予以登记)."""
    return case.to(State.DECLINED, Event("declined", fact.on, about=f"{fact.ground.label}: {fact.other}"))
