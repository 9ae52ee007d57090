"""Designate 指定受理: a common superior, or the joint conference, decides whose it is; or a successor takes over (第二十四条)."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import BadInput, NotAllowed
from ..core.handling import Succession
from ..core.office import Office
from ..core.terms import State
from ..rules.articles import cite
from .guards import ANSWERED, must_be_open, must_not_be, must_not_reach_the_accused, not_before
from .handing import MOVES, handed_over, left_with, sent_back

TAKEN = ("accepted", "designated")
"""After these an objection made before is no dispute any more."""


class Designated(NamedTuple):
    """decided_by: the common superior, the joint conference, or who named the successor. succession: none in a dispute."""

    on: date
    unit: str
    decided_by: str = ""
    succession: Succession | None = None
    document: str = ""


def decide(
    case: Case,
    unit: str,
    *,
    decided_by: str = "",
    succession: Succession | None = None,
    document: str = "",
    office: Office,
    on: date,
) -> Designated:
    """The fact. After a dispute about who takes it, or when the body that had to decide was split, merged or abolished."""
    must_be_open(case, on)
    must_not_be(case, ANSWERED)
    not_before(case, on, *MOVES)
    if succession is None:
        _disputed(case, unit, decided_by)
    elif unit == case.unit:
        raise BadInput(
            "E104",
            f"{case.number} 已经在{unit}。",
            basis=cite("succession", case.registration.received_on),
            remedy="--unit 写继续行使其职权的机关、单位",
        )
    must_not_reach_the_accused(case, unit, office=office)
    return Designated(on, unit, decided_by, succession, document)


def _disputed(case: Case, unit: str, decided_by: str) -> None:
    """Raises NotAllowed E301 where nobody disputes it, BadInput E105 when it is not said who decided, E104 when that is the
    body that is to take it."""
    basis = cite("designate", case.registration.received_on)
    if not (case.state is State.DISPUTED or _objected_since_taken(case)):
        raise NotAllowed(
            "E301",
            f"{case.number} 目前是“{case.state.label}”，没有受理争议。",
            basis=basis,
            remedy=f"协商不成的先记 xinfang negotiate {case.number} --with 单位 --failed；"
            "机关分立、合并、撤销的加 --reason split、merged 或 abolished",
        )
    if not decided_by:
        raise BadInput(
            "E105",
            "要写明由谁决定。",
            basis=basis,
            remedy="加 --decided-by 共同的上一级机关、单位；没有的写共同的信访工作联席会议",
        )
    if decided_by == unit:
        raise BadInput(
            "E104",
            f"{unit}不能自己指定自己受理。",
            basis=basis,
            remedy="--decided-by 写共同的上一级机关、单位；没有的写共同的信访工作联席会议",
        )


def _objected_since_taken(case: Case) -> bool:
    """Whether somebody has objected to having it, and nobody has accepted it or was designated since."""
    last = case.last_event("objected", *TAKEN)
    return last is not None and last.name == "objected"


def apply(case: Case, fact: Designated) -> Case:
    """With the body designated, which is the first handler 首办 unless the petition was accepted before."""
    first = case.first_handler if case.last("accepted") and case.first_handler else fact.unit
    about = "，".join(part for part in (fact.decided_by, fact.succession.label if fact.succession else "") if part)
    case = case.after(Event("designated", fact.on, about=about, value=fact.unit))
    if fact.unit == case.unit:
        case = left_with(case, fact.on)
    elif fact.unit == case.returns_to:
        case = sent_back(case, fact.on, "指定受理")
    else:
        case = handed_over(case, Event("assigned", fact.on, about=fact.unit, value=fact.unit))
    return case._replace(first_handler=first)
