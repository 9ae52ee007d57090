"""Extend 延期: once, by at most 30 days, approved before the time is up, with the reason told (第三十四条)."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import BadInput, NotAllowed
from ..core.terms import State, Track
from ..rules.articles import cite
from ..rules.deadline import Deadline
from ..rules.deadlines import deadlines_of
from ..rules.law import Law
from .guards import must_be_open, not_before


class Extended(NamedTuple):
    """days: calendar days from the day after the original nominal day. approver: the head who approved it."""

    on: date
    days: int
    approver: str
    reason: str
    told: bool = True


def decide(case: Case, *, days: int, approver: str, reason: str, told: bool = True, law: Law, on: date) -> Extended:
    """The fact, by the extension that the governing limit allows (第三十四条). days: calendar days.

    Raises NotAllowed E301 to E306, BadInput E105 without approver or reason.
    """
    must_be_open(case, on, late=True)
    not_before(case, on, "accepted")
    deadline = _extendable(case, law, on)
    extension = deadline.limit.extension
    assert extension is not None  # _extendable chose it by this
    basis = deadline.limit.extension_basis
    if len(deadline.extensions) >= extension.times:
        done = deadline.extensions[-1]
        raise NotAllowed(
            "E303",
            f"{case.number} 已于 {done.on} 延长 {done.days} 日，不能再延。",
            basis=basis,
            remedy=f"按期答复；届满日见 xinfang why {case.number}",
        )
    if not 0 < days <= extension.at_most:
        raise NotAllowed(
            "E302",
            f"{case.number} 最多可延长{extension.at_most}日，不能延长{days}日。",
            basis=basis,
            remedy=f"xinfang extend {case.number} --days {extension.at_most} --approver … --reason …",
        )
    if deadline.legal is not None and on > deadline.legal:
        raise NotAllowed(
            "E304",
            f"{deadline.label}已于 {deadline.legal} 届满，{on} 不能再批准延长。",
            basis=basis,
            remedy="尽快答复；超期情况留痕",
        )
    for value, what, option in ((approver, "批准人", "--approver"), (reason, "延期理由", "--reason")):
        if not value:
            raise BadInput("E105", f"{what}没有填。", basis=basis, remedy=f"加 {option} …")
    return Extended(on, days, approver, reason, told)


def _extendable(case: Case, law: Law, on: date) -> Deadline:
    running = [
        d
        for d in deadlines_of(case, law)
        if d.limit.extension and d.limit.extension.by == "extended" and (d.ended_on is None or on < d.ended_on)
    ]
    if running:
        # Of several demands all are lengthened, also those that were lengthened since, where this is written down late.
        return max(running, key=lambda each: len(each.extensions))
    if case.last("accepted") is None:
        why, remedy = "还没有受理，办理期限尚未起算", f"xinfang accept {case.number}"
    elif case.state is State.ACCEPTED and case.last("remanded") is not None:
        why, remedy = "是重新办理的，条文没有规定可以延长", f"xinfang why {case.number}"
    elif case.state is State.SETTLED:
        why, remedy = "已经达成协议，没有期限可以延长", ""
    elif case.last("replied") is not None:
        why, remedy = "已经答复，没有期限可以延长", ""
    elif case.category is None:
        why, remedy = "还没有甄别分类，办理期限尚未起算", f"xinfang classify {case.number} --category … --route …"
    elif case.track is Track.SIMPLE:
        why = "在简易办理，没有可以延长的办理期限（60日只适用于普通程序）"
        remedy = f"情况复杂的先转普通程序: xinfang leave-simple {case.number} --reason 理由"
    else:
        why, remedy = (
            "没有可以延长的办理期限（60日只适用于第三十一条第（六）项的普通程序）",
            f"xinfang why {case.number}",
        )
    raise NotAllowed(
        "E305", f"{case.number} {why}。", basis=cite("reply-limit", case.registration.received_on), remedy=remedy
    )


def apply(case: Case, fact: Extended) -> Case:
    """The limit lasts longer; by how much is worked out from this event."""
    about = f"{fact.approver}批准：{fact.reason}"
    return case.after(Event("extended", fact.on, days=fact.days, about=about))
