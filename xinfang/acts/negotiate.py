"""Negotiate 协商受理: a matter of two or more bodies; they agree on who takes it, or dispute it (第二十四条第一款)."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import BadInput
from ..core.office import Office
from ..core.terms import State
from ..rules.articles import cite
from .guards import ANSWERED, must_be_open, must_not_be, must_not_reach_the_accused, not_before
from .handing import MOVES, handed_over, left_with, sent_back


class Negotiated(NamedTuple):
    """parties: the bodies that negotiated, beside the one that has it. taker: which takes it; none: it is disputed."""

    on: date
    parties: tuple[str, ...]
    taker: str = ""
    content: str = ""
    document: str = ""


def decide(
    case: Case,
    *,
    parties: tuple[str, ...] = (),
    taker: str = "",
    failed: bool = False,
    content: str = "",
    document: str = "",
    office: Office,
    on: date,
) -> Negotiated:
    """The fact. Before the petition is accepted: then it is clear whose it is."""
    must_be_open(case, on)
    basis = cite("negotiate", case.registration.received_on)
    must_not_be(
        case,
        (State.ACCEPTED, State.OBJECTED, *ANSWERED),
        basis=basis,
        remedy=f"受理以前才协商由谁受理；异议还没有核实的先 xinfang settle-objection {case.number} --agree 或 --refuse",
    )
    not_before(case, on, *MOVES)
    if not set(parties) - {case.unit}:
        raise BadInput("E105", "要写明和哪些机关、单位协商。", basis=basis, remedy="加 --with 单位，可写多次")
    if bool(taker) == failed:
        raise BadInput(
            "E105",
            "协商的结果要写明一种：由谁受理，或者协商不成。",
            basis=basis,
            remedy="协商一致的加 --agreed 单位，协商不成的加 --failed",
        )
    if taker and taker not in (*parties, case.unit, case.returns_to):
        raise BadInput("E104", f"{taker}没有参加协商。", basis=basis, remedy="改正 --agreed，或者补写 --with")
    must_not_reach_the_accused(case, taker, office=office)
    return Negotiated(on, parties, taker, content, document)


def apply(case: Case, fact: Negotiated) -> Case:
    """With whoever takes it; where nobody does, disputed until a common superior decides."""
    if not fact.taker:
        before = case.before if case.state is State.DISPUTED else case.state
        about = "、".join(fact.parties)
        return case.to(State.DISPUTED, Event("disputed", fact.on, about=about, value=case.unit), before=before)
    if fact.taker == case.unit:
        return left_with(case, fact.on)
    if fact.taker == case.returns_to:
        return sent_back(case, fact.on, "协商受理")
    return handed_over(case, Event("forwarded", fact.on, about=fact.taker, value=fact.taker))
