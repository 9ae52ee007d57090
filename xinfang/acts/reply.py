"""Reply 答复: the opinion on the petition 信访处理意见书, or the answer to a suggestion (第二十九、三十一、三十二条)."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import BadInput, NotAllowed
from ..core.terms import Category, Outcome, State, item
from ..rules.articles import cite, knows
from .guards import PETITION_ROUTE, must_be_open, must_not_be, not_before, owes_an_opinion

OPINIONS = (Outcome.SUPPORT, Outcome.PARTLY, Outcome.EXPLAIN, Outcome.REFUSE)
ADOPTIONS = (Outcome.ADOPT, Outcome.PARTLY_ADOPT, Outcome.NOT_ADOPT, Outcome.EXPLAIN)
HANDLING = ("received", "accepted", "forwarded", "assigned", "objected", "extended", "reopened")
"""What the answer cannot come before."""
DUTY_ROUTE = 5


class Replied(NamedTuple):
    """text: what was answered. basis: the laws it rests on. document: 文号. unit: who answered."""

    on: date
    outcome: Outcome | None = None
    text: str = ""
    basis: str = ""
    document: str = ""
    unit: str = ""


def decide(
    case: Case,
    *,
    outcome: Outcome | None,
    text: str = "",
    basis: str = "",
    document: str = "",
    unit: str = "",
    on: date,
) -> Replied:
    """The fact. Needs the classification; on route 6 the acceptance and an outcome; on routes 1 to 4 there is none."""
    must_be_open(case, on)
    must_not_be(
        case, (State.REPLIED, State.SERVED), remedy=f"答复有误: xinfang retract {case.number} --act reply --reason 原因"
    )
    not_before(case, on, *HANDLING)
    if case.category is None and knows("categories", case.registration.received_on):
        raise NotAllowed(
            "E307",
            f"{case.number} 还没有甄别分类。",
            basis=cite("categories", case.registration.received_on),
            remedy=f"xinfang classify {case.number} --category appeal --route 6",
        )
    _an_appeal(case)
    allowed = _allowed(case)
    if outcome is None and owes_an_opinion(case):
        raise BadInput(
            "E105",
            "要写明处理意见。",
            basis=cite("outcomes", case.registration.received_on),
            remedy=f"加 --outcome {_words(allowed)}",
        )
    if outcome is not None and outcome not in allowed:
        raise BadInput(
            "E104",
            f"“{outcome.label}”不适用于{case.category.label if case.category else '这一件'}。",
            remedy=f"可选: {_words(allowed)}",
        )
    return Replied(on, outcome, text, basis, document, unit)


def _an_appeal(case: Case) -> None:
    if case.route is not None and case.route < DUTY_ROUTE:
        raise NotAllowed(
            "E314",
            f"{case.number} 属第三十一条第{item(case.route)}项，应当导入相应程序，不出具信访处理意见书。",
            basis=cite("routes", case.registration.received_on),
            remedy=f"xinfang close {case.number} --result 导入的程序和机关；分类有误的先 xinfang classify",
        )
    accepted_first = case.route == PETITION_ROUTE or (case.category is None and case.route is None)
    if accepted_first and case.last("accepted") is None:
        raise NotAllowed(
            "E308",
            f"{case.number} 还没有受理，不能答复。",
            basis=cite("reply-limit", case.registration.received_on),
            remedy=f"xinfang accept {case.number} --on 受理日",
        )


def _allowed(case: Case) -> tuple[Outcome, ...]:
    if case.category is Category.SUGGESTION:
        return ADOPTIONS
    if case.route == DUTY_ROUTE:
        return (Outcome.ANSWERED, *OPINIONS)
    return OPINIONS


def _words(outcomes: tuple[Outcome, ...]) -> str:
    return "、".join(f"{outcome.value} {outcome.label}" for outcome in outcomes)


def apply(case: Case, fact: Replied) -> Case:
    """Answered; the petitioner's window opens only when the answer is served (第三十五条)."""
    outcome = fact.outcome.value if fact.outcome else ""
    about = fact.outcome.label if fact.outcome else ""
    return case.to(State.REPLIED, Event("replied", fact.on, about=about), outcome=outcome, reply_text=fact.text)
