"""Care 疏导帮扶: what is done for a petitioner whose petition was answered or is over (第三十七条第三款, 第三十二条第二款)."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import BadInput, NotAllowed
from ..core.remedies import Care
from ..core.terms import ENDED, State
from ..rules.articles import cite
from .guards import ANSWERED, not_before


class Cared(NamedTuple):
    """care: 疏导教育, 矛盾化解 or 帮扶救助. by_whom: the body or the people who did it."""

    on: date
    care: Care
    text: str
    by_whom: str = ""


def decide(case: Case, care: Care, text: str, *, by_whom: str = "", on: date) -> Cared:
    """The fact, as often as there is something to write down. While a petition is in hand it is part of handling it."""
    if case.state is State.VOID or case.state not in ENDED.union(ANSWERED):
        raise NotAllowed(
            "E301",
            f"{case.number} 目前是“{case.state.label}”，还没有答复，也没有终结。",
            basis=cite("care", case.registration.received_on),
            remedy=f"办理中的疏导用 xinfang note {case.number} 内容",
        )
    not_before(case, on, "received")
    if not text:
        raise BadInput("E105", "疏导帮扶的情况没有填。", remedy="加 --text 情况")
    return Cared(on, care, text, by_whom)


def apply(case: Case, fact: Cared) -> Case:
    """Nothing changes in law."""
    return case.after(Event("cared", fact.on, about=fact.text, value=fact.care.value))
