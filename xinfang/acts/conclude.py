"""Conclude 三级终结: the recheck opinion is served, and the same matter is not accepted again (第三十六条第三款)."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import NotAllowed
from ..core.terms import State
from ..rules.articles import cite
from ..rules.deadline import Deadline
from ..rules.deadlines import deadlines_of
from ..rules.law import Law
from .guards import not_before

WINDOWS = {State.SERVED: "ask-review", State.REVIEW_SERVED: "ask-recheck"}
"""State → the petitioner's time to go one level up, which may have run out."""


class Concluded(NamedTuple):
    """document: the 复核意见书 that a later refusal cites, by number.

    lapsed: nobody went one level up in time, and a regional regulation takes the handling for ended. basis: which.
    """

    on: date
    document: str = ""
    lapsed: bool = False
    basis: str = ""


def decide(case: Case, *, document: str = "", lapsed: bool = False, law: Law, on: date) -> Concluded:
    """The fact. Only after a recheck opinion that leaves an opinion standing was served.

    A window that ran out does not conclude: no such effect stands in the instruments of 2005 and 2022. What some
    regional regulations say (视为办理终结) ends the handling where the office has switched that profile on, and without
    the effect of 第三十六条第三款: a recheck opinion there is none.
    """
    if lapsed:
        return _lapsed(case, law, on)
    if case.state is State.RECHECK_SERVED:
        not_before(case, on, "recheck-served")
        return Concluded(on, document)
    received_on = case.registration.received_on
    if case.state is State.CONCLUDED:
        raise NotAllowed(
            "E315",
            f"{case.number} 已于 {case.state_since} 三级终结。",
            basis=cite("concluded", received_on),
            remedy=f"日期有误: xinfang retract {case.number} --act conclude --reason 原因",
        )
    ran_out = case.state in WINDOWS
    remedy = f"xinfang show {case.number} 查看经过"
    if case.state is State.RECHECKED:
        remedy = f"先送达复核意见: xinfang serve {case.number}"
    elif ran_out:
        remedy = f"期满未申请的可以办结: xinfang close {case.number}"
    raise NotAllowed(
        "E301",
        f"{case.number} 目前是“{case.state.label}”（{case.state_since} 起），没有经过复核并送达复核意见，不能三级终结。",
        basis=cite("missed-window" if ran_out else "concluded", received_on),
        remedy=remedy,
    )


def _lapsed(case: Case, law: Law, on: date) -> Concluded:
    from ..rules.regional import lapse_basis  # few offices apply a regional regulation

    received_on = case.registration.received_on
    basis = lapse_basis(law.own, received_on)
    if not basis:
        raise NotAllowed(
            "E321",
            f"{case.number} 适用的规定没有“逾期不申请视为办理终结”。",
            basis=cite("missed-window", received_on),
            remedy=f"期满未申请的可以办结: xinfang close {case.number}；适用浙江、山东条例的单位: xinfang setting set profile zhejiang",
        )
    window = _window(case, law)
    if window is None:
        raise NotAllowed(
            "E301",
            f"{case.number} 目前是“{case.state.label}”（{case.state_since} 起），没有申请复查、复核的期限可以届满。",
            basis=basis,
            remedy=f"xinfang why {case.number}",
        )
    if window.legal is None or on <= window.legal:
        until = window.legal or f"未核（缺{window.missing_year}年节假日安排）"
        raise NotAllowed(
            "E301",
            f"{case.number} 的{window.label}至 {until}，还没有届满。",
            basis=basis,
            remedy=f"届满次日起: xinfang conclude {case.number} --lapsed",
        )
    return Concluded(on, lapsed=True, basis=basis)


def _window(case: Case, law: Law) -> Deadline | None:
    """The petitioner's time to go one level up from what was served last, which nobody used."""
    name = WINDOWS.get(case.state)
    found = [each for each in deadlines_of(case, law) if each.limit.name == name and each.ended_on is None]
    return found[-1] if found else None


def apply(case: Case, fact: Concluded) -> Case:
    """Ended for good; caring for the petitioner goes on (第三十七条第三款)."""
    if fact.lapsed:
        return case.to(State.LAPSED, Event("lapsed", fact.on, about=fact.basis))
    return case.to(State.CONCLUDED, Event("concluded", fact.on, about=fact.document))
