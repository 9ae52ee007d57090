"""Forward 转送: pass it to the body that has the power; nothing is asked back (第二十二条第一款, 第二十三条第一款)."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import BadInput
from ..core.office import Office
from ..core.terms import State
from .guards import ANSWERED, must_be_open, must_be_settled, must_not_be, must_not_reach_the_accused, not_before
from .handing import MOVES, sender


class Forwarded(NamedTuple):
    """told: the petitioner was told in writing where it went. document: 转送单文号. attachments: what goes with it."""

    on: date
    unit: str
    told: bool = False
    document: str = ""
    attachments: tuple[str, ...] = ()


def decide(
    case: Case,
    unit: str,
    *,
    told: bool = False,
    document: str = "",
    attachments: tuple[str, ...] = (),
    office: Office,
    on: date,
) -> Forwarded:
    """The fact. Not after the reply, and not to the unit that has it already."""
    must_be_open(case, on)
    must_not_reach_the_accused(case, unit, office=office)
    must_not_be(case, ANSWERED)
    must_be_settled(case)
    not_before(case, on, *MOVES)
    if unit == case.unit and case.state is State.FORWARDED:
        raise BadInput("E104", f"{case.number} 已经在{unit}。", remedy="核对单位名称")
    return Forwarded(on, unit, told, document, attachments)


def apply(case: Case, fact: Forwarded) -> Case:
    """With the other unit now; until somebody takes it up, `today` keeps it in sight."""
    event = Event("forwarded", fact.on, about=fact.unit, value=fact.unit)
    case = case.to(State.FORWARDED, event, unit=fact.unit, officer="", returns_to=sender(case, fact.unit))
    return case.after(Event("informed", fact.on)) if fact.told else case
