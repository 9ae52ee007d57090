"""Serve 送达: the day the petitioner received an opinion; his 30 days run from it (第三十五、三十六条)."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import BadInput, NotAllowed
from ..core.remedies import REMANDING, Opinion
from ..core.terms import Method, State
from ..rules.articles import cite
from ..rules.opinions import decided_by_opinion
from .guards import must_be_open, not_before
from .parts import DIVERTED

GIVEN = {
    State.REPLIED: (Opinion.REPLY, "replied"),
    State.REVIEWED: (Opinion.REVIEW, "reviewed"),
    State.RECHECKED: (Opinion.RECHECK, "rechecked"),
}
"""What waits to be served, and since when."""
HAS_IT = {State.SERVED: "答复", State.REVIEW_SERVED: "复查意见", State.RECHECK_SERVED: "复核意见"}
PROOFS = {
    Method.LEFT: "见证人和留置情况",
    Method.POST: "邮件号",
    Method.NOTICE: "公告的名称和日期",
}
"""The ways of serving without a receiver's signature, and what proves each."""


class Served(NamedTuple):
    """receiver: who took it; none where it was handed over: the petitioner himself. proof: 送达回证 or the post's number.

    server: who brought it 送达人. witness: 见证人.
    """

    on: date
    method: Method = Method.IN_PERSON
    receiver: str = ""
    proof: str = ""
    opinion: Opinion = Opinion.REPLY
    server: str = ""
    witness: str = ""


def decide(
    case: Case,
    *,
    method: Method,
    receiver: str = "",
    proof: str = "",
    server: str = "",
    witness: str = "",
    on: date,
) -> Served:
    """The fact, about what was made last: the reply, the review opinion or the recheck opinion; each is served once.

    on: the day of receipt; for a public notice the day that counts as it, which the clerk names: no instrument says it.
    """
    must_be_open(case, on)
    if case.state in HAS_IT:
        raise NotAllowed(
            "E315",
            f"{case.number} 的{HAS_IT[case.state]}已于 {case.state_since} 送达。",
            remedy=f"日期有误: xinfang retract {case.number} --act serve --reason 原因",
        )
    if case.state not in GIVEN:
        why, remedy = _nothing_to_serve(case)
        raise NotAllowed(
            "E301", f"{case.number} {why}。", basis=cite("service", case.registration.received_on), remedy=remedy
        )
    opinion, made = GIVEN[case.state]
    not_before(case, on, made)
    if method in PROOFS and not (proof or (method is Method.LEFT and witness)):
        raise BadInput(
            "E105",
            f"{method.label}要写明凭据。",
            basis=cite("service", case.registration.received_on),
            remedy=f"加 --proof {PROOFS[method]}",
        )
    return Served(on, method, receiver, proof, opinion, server, witness)


def _nothing_to_serve(case: Case) -> tuple[str, str]:
    """Why, and what to do first: with several demands the reply is complete when all are done."""
    left = [each.part for each in case.demands if not each.done]
    if left and len(left) < len(case.demands):
        which = "、".join(f"诉求{part}" for part in left)
        return f"的{which}还没有答复，逐项答复齐了再送达", f"xinfang reply {case.number} --demand {left[0]} …"
    if case.last("replied"):
        waits = "没有待送达的处理、复查、复核意见"
        return f"目前是“{case.state.label}”，{waits}", f"xinfang next {case.number} 查看现在该办的一步"
    return "还没有答复，谈不上送达", f"xinfang reply {case.number} …"


def apply(case: Case, fact: Served) -> Case:
    """Served: the window to go one level up is open, or, where the opinion was set aside, it is handled anew.

    It is handled anew from the service, not from the decision: until then the one it was made for does not know of it.
    """
    about = fact.method.label
    if fact.opinion is Opinion.REPLY:
        return case.to(State.SERVED, Event("served", fact.on, about=about))
    if fact.opinion is Opinion.REVIEW:
        case = case.to(State.REVIEW_SERVED, Event("review-served", fact.on, about=about))
        return _anew(case, fact) if case.last_value("reviewed") in REMANDING else case
    case = case.to(State.RECHECK_SERVED, Event("recheck-served", fact.on, about=about))
    return _anew(case, fact) if case.last_value("rechecked") in REMANDING else case


def _anew(case: Case, fact: Served) -> Case:
    """In hand again with the body whose opinion it was; what that opinion had decided is open again.

    What was diverted, and a suggestion that was answered, was no matter of the review (第三十五条).
    """
    demands = tuple(
        each._replace(outcome="", answer="", basis="")
        if each.outcome != DIVERTED and decided_by_opinion(case, each)
        else each
        for each in case.demands
    )
    return case.to(State.ACCEPTED, Event("remanded", fact.on, value=fact.opinion.value), demands=demands)
