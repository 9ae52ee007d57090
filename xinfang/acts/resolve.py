"""Resolve 化解: the matter itself is settled in fact, which is more than that its file is closed."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import NotAllowed
from ..core.remedies import Resolution
from ..core.terms import State
from ..rules.articles import cite
from .guards import must_be_open, not_before


class Resolved(NamedTuple):
    """text: how. document: the petitioner's paper, where he desists."""

    on: date
    resolution: Resolution
    text: str = ""
    document: str = ""


def decide(case: Case, resolution: Resolution, *, text: str = "", document: str = "", on: date) -> Resolved:
    """The fact, in any state; once, until the petition is taken up again. That he desists is the petitioner's to write."""
    if case.state is State.VOID:
        must_be_open(case, on)
    resolved_on, reopened_on = case.last("resolved"), case.last("reopened")
    if resolved_on is not None and (reopened_on is None or reopened_on <= resolved_on):
        raise NotAllowed(
            "E315",
            f"{case.number} 已于 {resolved_on} 记为化解。",
            remedy=f"记错了: xinfang retract {case.number} --act resolve --reason 原因",
        )
    received_on = case.registration.received_on
    if resolution is Resolution.PERFORMED:
        _must_be_agreed(case)
    if resolution is Resolution.DESISTED and not document:
        raise NotAllowed(
            "E320",
            "息访要有信访人的书面材料，不能由工作人员代为表示。",
            basis=cite("withdraw", received_on),
            remedy="加 --document 息访承诺书（名称、日期）",
        )
    not_before(case, on, "settled" if resolution is Resolution.PERFORMED else "received")
    return Resolved(on, resolution, text, document)


def _must_be_agreed(case: Case) -> None:
    """Raises NotAllowed E301 where no agreement was made, or the last one broke down (第三十三条)."""
    last = case.last_event("settled", "mediation-failed")
    if last is not None and last.name == "settled":
        return
    what, agreed = f"{case.number} 没有调解、和解协议，谈不上履行。", "达成协议的"
    if last is not None and case.last("settled") is not None:
        what, agreed = f"{case.number} 的协议已于 {last.on} 记为没有履行。", "又达成协议的"
    raise NotAllowed(
        "E301",
        what,
        basis=cite("mediation", case.registration.received_on),
        remedy=f"{agreed}: xinfang mediate {case.number} --result agreed --text 协议内容；"
        f"没有协议、诉求已解决的: xinfang resolve {case.number} --how met",
    )


def apply(case: Case, fact: Resolved) -> Case:
    """Nothing changes in the procedure; reports tell it apart from 办结."""
    return case.after(Event("resolved", fact.on, about=fact.text, value=fact.resolution.value))
