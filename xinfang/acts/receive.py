"""Receive 签收: the unit to which it was forwarded or assigned has signed for it; its own days run from then (第二十三条第三款)."""

from datetime import date
from typing import NamedTuple

from ..core.case import HANDED_OVER, Case, Event
from ..core.errors import BadInput, NotAllowed
from ..core.office import Office
from .guards import must_be_open, must_not_reach_the_accused, not_before
from .handing import handover

SETTLED_BY = {
    "accepted": "受理",
    "replied": "答复",
    "objected": "提出异议",
    "sent-back": "退回",
}
"""After these there is nothing to sign for any more."""


class Received(NamedTuple):
    """unit: that has it. signed_by: who signed there."""

    on: date
    unit: str
    signed_by: str = ""


def decide(case: Case, *, unit: str = "", signed_by: str = "", office: Office, on: date) -> Received:
    """The fact, once for each handing over. unit: if not given, the one that had it on that day."""
    must_be_open(case, on, late=True)
    sent = handover(case, on)
    if not sent:
        not_before(case, on, *HANDED_OVER)
        raise NotAllowed(
            "E301",
            f"{case.number} 还没有转送、交办给别的单位，谈不上签收。",
            remedy=f"xinfang forward {case.number} --unit 单位 或 xinfang assign {case.number} --unit 单位",
        )
    owner = sent[0].value
    if unit not in ("", owner):
        raise BadInput(
            "E104",
            f"{case.number} 在 {on} 是交给{owner}的，不是{unit}。",
            remedy=f"去掉 --unit；另交{unit}的先 xinfang forward {case.number} --unit {unit}",
        )
    must_not_reach_the_accused(case, owner, office=office)
    _nothing_left(case, sent[1:], on)
    return Received(on, owner, signed_by)


def _nothing_left(case: Case, after: tuple[Event, ...], on: date) -> None:
    """Raises NotAllowed when it was signed for already, or taken up or given back without that."""
    for event in after:
        if event.name == "acknowledged":
            raise NotAllowed(
                "E315",
                f"{case.number} 已由{event.value}于 {event.on} 签收。",
                remedy=f"日期有误: xinfang retract {case.number} --act receive --reason 原因",
            )
    last = next((e for e in reversed(after) if e.name in SETTLED_BY or e.name == "objection-refused"), None)
    if last is not None and last.name in SETTLED_BY and last.on < on:
        raise NotAllowed(
            "E301",
            f"{case.number} 已于 {last.on} {SETTLED_BY[last.name]}，不再签收。",
            remedy=f"签收在那以前的，用 --on 写签收日；xinfang show {case.number} 查看经过",
        )


def apply(case: Case, fact: Received) -> Case:
    """Signed for: off the list of what was sent and not heard of; how it stands does not change."""
    return case.after(Event("acknowledged", fact.on, about=fact.signed_by, value=fact.unit))
