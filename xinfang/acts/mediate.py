"""Mediate 调解和解: the parties come to an agreement, or do not, while an appeal is handled (第三十三条)."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import BadInput, NotAllowed
from ..core.remedies import Agreement, MediationResult
from ..core.terms import Category, State
from ..rules.articles import cite, knows
from ..rules.carrying_out import carrying_out
from .guards import must_be_open, must_not_be, not_before

NOT_IN_HAND = (
    *(State.FORWARDED, State.OBJECTED, State.DISPUTED, State.REPLIED, State.SERVED),
    *(State.REVIEWED, State.REVIEW_SERVED, State.RECHECKED, State.RECHECK_SERVED),
)
"""Somebody else's to handle, or nobody's: 在处理申诉求决类事项过程中."""
HANDLING = (
    *("received", "informed", "accepted", "forwarded", "assigned", "objected", "reopened"),
    *("hearing-began", "hearing-ended", "settled", "mediation-failed", "review-asked", "recheck-asked"),
)


class Mediated(NamedTuple):
    """text: what was agreed, or why it failed. document: 协议书文号. perform_by: the day agreed on. mediator: who brought it about.

    counterpart: the other party, where that is not whom the petition complains of. manner: 履行方式.
    """

    on: date
    settlement: MediationResult
    agreement: Agreement = Agreement.MEDIATION
    text: str = ""
    document: str = ""
    perform_by: date | None = None
    mediator: str = ""
    counterpart: str = ""
    manner: str = ""


def decide(
    case: Case,
    settlement: MediationResult,
    *,
    agreement: Agreement = Agreement.MEDIATION,
    text: str = "",
    document: str = "",
    perform_by: date | None = None,
    mediator: str = "",
    counterpart: str = "",
    manner: str = "",
    on: date,
) -> Mediated:
    """The fact. `failed` after an agreement says that it broke down before it was performed: the petition goes on."""
    must_be_open(case, on)
    basis = cite("mediation", case.registration.received_on)
    if case.state is State.SETTLED:
        _may_break_down(case, settlement, basis)
    _must_be_an_appeal(case, basis)
    must_not_be(
        case,
        NOT_IN_HAND,
        basis=basis,
        remedy=f"调解、和解在办理、复查、复核过程中进行；答复以后谈成的: xinfang resolve {case.number} --how …",
    )
    not_before(case, on, *HANDLING)
    if settlement is MediationResult.AGREED and not text and not document:
        raise BadInput(
            "E105",
            f"达成一致的应当制作{agreement.label}协议书。",
            basis=basis,
            remedy="加 --text 协议内容 或 --document 协议书文号",
        )
    if settlement is MediationResult.FAILED and (perform_by is not None or manner):
        raise BadInput("E104", "没有达成协议，就没有履行的期限和方式。", remedy="去掉 --perform-by、--manner")
    if case.state is State.SETTLED and not text:
        raise BadInput("E105", "协议没有履行要写明原因。", basis=basis, remedy="加 --text 原因")
    if perform_by is not None and perform_by < on:
        raise BadInput("E114", f"履行期限 {perform_by} 在达成协议之日 {on} 之前。", remedy="改正 --perform-by")
    return Mediated(on, settlement, agreement, text, document, perform_by, mediator, counterpart, manner)


def _may_break_down(case: Case, settlement: MediationResult, basis: str) -> None:
    """Refuses a second agreement beside one that stands, and the breaking down of one that was performed."""
    settled_on = case.last("settled")
    if settlement is MediationResult.AGREED:
        raise NotAllowed(
            "E315",
            f"{case.number} 已于 {settled_on} 达成协议。",
            basis=basis,
            remedy=f"协议没有履行、要接着办的: xinfang mediate {case.number} --result failed --text 原因",
        )
    _, done = carrying_out(case)
    if done is not None:
        act = "carry-out" if done.name == "carried-out" else "resolve"
        raise NotAllowed(
            "E301",
            f"{case.number} 的协议已于 {done.on} 履行。",
            basis=basis,
            remedy=f"xinfang close {case.number} --result 协议已履行；"
            f"记错了: xinfang retract {case.number} --act {act} --reason 原因",
        )


def _must_be_an_appeal(case: Case, basis: str) -> None:
    """Refuses what is no appeal, and what nobody has classified."""
    if Category.APPEAL in {case.category, *(demand.category for demand in case.demands)}:
        return
    if case.category is not None:
        raise NotAllowed(
            "E321",
            f"{case.number} 是{case.category.label}，调解、和解只适用于申诉求决。",
            basis=basis,
            remedy=f"分类有误的: xinfang classify {case.number} --category appeal --route 6",
        )
    if knows("categories", case.registration.received_on):
        raise NotAllowed(
            "E307",
            f"{case.number} 还没有甄别分类。",
            basis=cite("categories", case.registration.received_on),
            remedy=f"xinfang classify {case.number} --category appeal --route 6",
        )


def apply(case: Case, fact: Mediated) -> Case:
    """An agreement takes the place of an opinion; one that breaks down leaves the petition where it stood before."""
    if fact.settlement is MediationResult.AGREED:
        event = Event("settled", fact.on, until=fact.perform_by, about=fact.text, value=fact.agreement.value)
        return case.to(State.SETTLED, event, before=case.state)
    event = Event("mediation-failed", fact.on, about=fact.text, value=fact.agreement.value)
    return case.to(case.before, event) if case.state is State.SETTLED else case.after(event)
