"""Withdraw 撤回: the petitioner takes his petition back, in writing.

The instruments of 2005 and 2022 do not speak of it. It is never the office's to declare: the fact holds the paper.
"""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import BadInput, NotAllowed
from ..core.terms import State
from ..rules.articles import cite
from .guards import BEFORE_ENDING, must_be_open, must_not_be, not_before


class Withdrawn(NamedTuple):
    """document: the petitioner's paper. dated: its day. agent: who signed for him, with power of attorney."""

    on: date
    document: str
    dated: date
    agent: str = ""
    reason: str = ""


def decide(
    case: Case,
    document: str,
    *,
    by_petitioner: bool = False,
    agent: str = "",
    dated: date | None = None,
    reason: str = "",
    on: date,
) -> Withdrawn:
    """The fact. Refused without the paper and without saying who signed it.

    on: the day the office received it. dated: the day of the paper, `on` itself if not given.
    """
    must_be_open(case, on)
    must_not_be(case, (State.RECHECK_SERVED,), remedy=f"xinfang conclude {case.number}")
    if not document or by_petitioner == bool(agent):
        raise NotAllowed(
            "E320",
            f"{case.number} 的撤回要有信访人本人或者其代理人签名的书面申请，不能由工作人员代为表示。",
            basis=cite("withdraw", case.registration.received_on),
            remedy=f"xinfang withdraw {case.number} --document 撤回申请书 --by-petitioner（代理人签的写 --agent 姓名）",
        )
    not_before(case, on, *BEFORE_ENDING)
    dated = dated or on
    if dated > on:
        raise BadInput("E114", f"书面申请的日期 {dated} 在收到日 {on} 之后。", remedy="改正 --dated 或 --on")
    return Withdrawn(on, document, dated, agent, reason)


def apply(case: Case, fact: Withdrawn) -> Case:
    """Ended by the petitioner's own will."""
    return case.to(State.WITHDRAWN, Event("withdrawn", fact.on, about=fact.reason))
