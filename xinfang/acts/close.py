"""Close 办结: an opinion was given and served, or it is clear where the petition went."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import NotAllowed
from ..core.terms import State
from ..rules.articles import cite
from ..rules.carrying_out import carrying_out
from ..rules.checks.finding import Finding
from ..rules.opinions import owes_an_opinion
from .guards import BEFORE_ENDING, must_be_open, not_before

WENT_ON = frozenset({State.FORWARDED, State.REPLIED, State.SERVED, State.SETTLED})
"""States that say by themselves how it ended."""


class Closed(NamedTuple):
    """result: how it ended, in words. despite: why it was closed although something was missing.

    petitioner_says: what the petitioner thinks of the answer 信访人意见. attachments: what goes with the report 办结报告.
    """

    on: date
    result: str = ""
    despite: str = ""
    petitioner_says: str = ""
    attachments: tuple[str, ...] = ()


def decide(
    case: Case,
    *,
    result: str = "",
    despite: str = "",
    petitioner_says: str = "",
    attachments: tuple[str, ...] = (),
    findings: Sequence[Finding] = (),
    on: date,
) -> Closed:
    """The fact. What the checks found (rules/checks) is listed with its article; `despite` keeps the reason and goes on."""
    must_be_open(case, on)
    not_before(case, on, *BEFORE_ENDING)
    missing = [
        *_undecided(case),
        *((each.what, each.article, each.remedy) for each in findings if each.blocks),
        *_nowhere(case, result),
    ]
    if missing and not despite:
        raise NotAllowed(
            "E311",
            f"{case.number} 还不能办结：" + "；".join(what for what, _, _ in missing) + "。",
            basis="、".join(dict.fromkeys(basis for _, basis, _ in missing)),
            remedy=f"{missing[0][2]}；确需办结的: xinfang close {case.number} --despite 理由（账上留痕）",
        )
    return Closed(on, result, despite if missing else "", petitioner_says, attachments)


def _undecided(case: Case) -> Iterator[tuple[str, str, str]]:
    """It waits for somebody's decision: whose it is, what the next level says, that it is concluded."""
    received_on = case.registration.received_on
    if case.state is State.OBJECTED:
        remedy = f"xinfang settle-objection {case.number} --agree 或 --refuse"
        yield f"{case.state_since} 提出的异议还没有核实", cite("object", received_on), remedy
    elif case.state is State.DISPUTED:
        remedy = f"xinfang designate {case.number} --decided-by 共同的上一级机关 --unit 单位"
        yield "受理有争议，由谁受理还没有决定", cite("designate", received_on), remedy
    elif case.state is State.SETTLED and not carrying_out(case)[1]:
        remedy = (
            f"xinfang carry-out {case.number}；没有履行的: xinfang mediate {case.number} --result failed --text 原因"
        )
        yield f"{case.state_since} 达成的协议还没有履行", cite("mediation", received_on), remedy
    elif case.state is State.REVIEWING:
        yield "复查申请还没有答复", cite("review", received_on), f"xinfang review {case.number} --outcome 意见"
    elif case.state is State.RECHECKING:
        yield "复核申请还没有答复", cite("recheck", received_on), f"xinfang recheck {case.number} --outcome 意见"
    elif case.state is State.RECHECK_SERVED:
        yield "复核意见已经送达，应当三级终结", cite("concluded", received_on), f"xinfang conclude {case.number}"


def _nowhere(case: Case, result: str) -> Iterator[tuple[str, str, str]]:
    """Neither answered, nor said where it went."""
    later = case.last("reviewed") or case.last("rechecked")
    went_on = case.state in WENT_ON or case.told_elsewhere
    if not went_on and not later and not owes_an_opinion(case) and not result:
        yield (
            "没有答复，也没有写明去向（--result）",
            cite("no-delay", case.registration.received_on),
            f"xinfang close {case.number} --result 去向",
        )


def apply(case: Case, fact: Closed) -> Case:
    """Ended; that something was missing is counted."""
    return case.to(State.CLOSED, Event("closed", fact.on, about=fact.result, value="despite" if fact.despite else ""))
