"""Simple 简易办理: one of the four sorts of matters that may be handled the short way, if it is the first petition about it."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import BadInput, NotAllowed
from ..core.handling import Simplicity
from ..core.terms import Track
from ..rules.instrument import load
from ..rules.rulebook import BOOKS
from .guards import ANSWERED, must_be_open, must_not_be, not_before


class Simplified(NamedTuple):
    """eligibility: which of the four sorts it is."""

    on: date
    eligibility: Simplicity


def decide(case: Case, eligibility: Simplicity | None = None, *, on: date) -> Simplified:
    """The fact. Not after the answer, not for a repeated petition, not once the time was extended."""
    must_be_open(case, on)
    must_not_be(case, ANSWERED)
    not_before(case, on, "received", "track-changed")
    basis = trial_rules()
    if case.track is Track.SIMPLE:
        raise NotAllowed(
            "E315",
            f"{case.number} 已经在简易办理。",
            remedy=f"不宜简易办理的: xinfang leave-simple {case.number} --reason 理由",
        )
    if case.repeat_of:
        raise NotAllowed(
            "E321",
            f"{case.number} 是 {case.repeat_of} 的重复件，初次信访事项才适用简易办理。",
            basis=basis,
            remedy=f"按普通程序办；不是重复件的先 xinfang unlink {case.number} --from {case.repeat_of} --reason 原因",
        )
    if case.last("extended"):
        raise NotAllowed(
            "E321",
            f"{case.number} 因情况复杂已经延期，不适用简易办理。",
            basis=basis,
            remedy=f"按普通程序办；延期记错的: xinfang retract {case.number} --act extend --reason 原因",
        )
    if eligibility is None:
        raise BadInput(
            "E105",
            "要写明符合哪一种简易办理的情形。",
            basis=basis,
            remedy="加 --ground " + "、".join(f"{each.value}（{each.label}）" for each in Simplicity),
        )
    return Simplified(on, eligibility)


def trial_rules() -> str:
    """The trial rules as refusals cite them: the instrument of the limit that runs on this track, known second-hand."""
    limit = next(each for each in load(BOOKS[-1]).limits if each.name == "reply-simple")
    return f"{limit.basis}（二手引文，须核）"


def apply(case: Case, fact: Simplified) -> Case:
    """On the simple track: 10 working days from acceptance instead of 60 days."""
    return case.after(Event("track-changed", fact.on, value=Track.SIMPLE.value), track=Track.SIMPLE)
