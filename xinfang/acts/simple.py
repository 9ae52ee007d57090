"""Simple 简易办理: one of the four sorts of matters that may be handled the short way, if it is the first petition about it."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import BadInput, NotAllowed
from ..core.handling import Simplicity
from ..core.terms import Track
from ..rules.deadlines import deadlines_of
from ..rules.instrument import load
from ..rules.law import Law
from ..rules.rulebook import BOOKS
from .guards import ANSWERED, must_be_open, must_not_be, not_before

LIMIT = "reply-simple"
"""The limit of this track."""


class Simplified(NamedTuple):
    """eligibility: which of the four sorts it is."""

    on: date
    eligibility: Simplicity


def decide(case: Case, eligibility: Simplicity | None = None, *, law: Law, on: date) -> Simplified:
    """The fact. Not after an answer, for a repeated petition, once the time was extended, or when the 10 days are over."""
    must_be_open(case, on)
    must_not_be(case, ANSWERED)
    not_before(case, on, "received", "track-changed", "simple-left")
    if case.track is Track.SIMPLE:
        raise NotAllowed(
            "E315",
            f"{case.number} 已经在简易办理。",
            remedy=f"不宜简易办理的: xinfang leave-simple {case.number} --reason 理由",
        )
    basis = trial_rules()
    may_be_simple(case, law, on=on)
    if eligibility is None:
        raise BadInput(
            "E105",
            "要写明符合哪一种简易办理的情形。",
            basis=basis,
            remedy="加 --ground " + "、".join(f"{each.value}（{each.label}）" for each in Simplicity),
        )
    return Simplified(on, eligibility)


def may_be_simple(case: Case, law: Law, *, on: date) -> None:
    """Raises NotAllowed E321 for what the short way is not for, however the petition would come to it."""
    why, remedy = "", "按普通程序办"
    if case.repeat_of:
        why = f"是 {case.repeat_of} 的重复件，初次信访事项才适用简易办理"
        remedy += f"；不是重复件的先 xinfang unlink {case.number} --from {case.repeat_of} --reason 原因"
    elif case.last("extended"):
        why = "因情况复杂已经延期，不适用简易办理"
        remedy += f"；延期记错的: xinfang retract {case.number} --act extend --reason 原因"
    elif replied_on := case.last("replied"):
        # Its days would be counted anew by the other limit, and an answer in time would become one too late.
        why = f"已于 {replied_on} 答复过，重新办理的不适用简易办理"
    elif ended_on := _ended(case, law, on):
        why = f"自受理之日起的简易办理期限已于 {ended_on} 届满，不能再改为简易办理"
        remedy += f"；此前已经适用、补记的: xinfang simple {case.number} --ground 情形 --on 适用之日"
    if why:
        raise NotAllowed("E321", f"{case.number} {why}。", basis=trial_rules(), remedy=remedy)


def _ended(case: Case, law: Law, on: date) -> date | None:
    """The last day of the short time, counted from the acceptance, where it is over."""
    for each in deadlines_of(case._replace(track=Track.SIMPLE), law):
        if each.limit.name == LIMIT and each.legal is not None and each.legal < on:
            return each.legal
    return None


def trial_rules() -> str:
    """The trial rules as refusals cite them: the instrument of the limit that runs on this track, known second-hand."""
    limit = next(each for each in load(BOOKS[-1]).limits if each.name == LIMIT)
    return f"{limit.basis}（二手引文，须核）"


def apply(case: Case, fact: Simplified) -> Case:
    """On the simple track: 10 working days from acceptance instead of 60 days."""
    return onto_the_simple(case, on=fact.on)


def onto_the_simple(case: Case, *, on: date) -> Case:
    """The case on the simple track; what had left it is owed again by the same day."""
    return case.after(Event("track-changed", on, value=Track.SIMPLE.value), track=Track.SIMPLE)
