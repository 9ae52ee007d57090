"""Accept 受理: the day from which the 60 days of 第三十四条 run."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import NotAllowed
from ..core.office import Office
from ..core.terms import State
from .guards import (
    ANSWERED,
    must_be_open,
    must_not_be,
    must_not_be_recused,
    must_not_reach_the_accused,
    not_before,
    not_recused,
)


class Accepted(NamedTuple):
    """unit, officer: who handles it. told: the petitioner was told of the acceptance in writing the same day (第二十三条, 第四十四条第三项)."""

    on: date
    unit: str = ""
    told: bool = True
    officer: str = ""


def decide(case: Case, *, unit: str = "", officer: str = "", told: bool = True, office: Office, on: date) -> Accepted:
    """The fact. A petition is accepted once, and before it is answered (entered late, it may follow the answer in the ledger)."""
    must_be_open(case, on)
    must_not_reach_the_accused(case, unit, office=office, officer=officer)
    must_not_be_recused(case, officer)
    not_before(case, on, "received", "sent-back", "objection-refused", "designated")
    answered_on = case.last("replied") or case.last("settled")
    if answered_on is not None and on >= answered_on:
        must_not_be(
            case,
            ANSWERED,
            remedy=f"受理在答复之前的，用 --on 写受理日；答复记错的: xinfang retract {case.number} --act reply --reason 原因",
        )
    accepted_on = case.last("accepted")
    if accepted_on is not None:
        raise NotAllowed(
            "E315",
            f"{case.number} 已于 {accepted_on} 受理，办理期限从那一天起算。",
            remedy=f"日期写错了: xinfang retract {case.number} --act accept --reason 原因，再重新受理",
        )
    return Accepted(on, unit, told, officer)


def apply(case: Case, fact: Accepted) -> Case:
    """In hand; the first unit that accepted or was assigned is the first handler 首办."""
    unit = fact.unit or case.unit
    event = Event("accepted", fact.on, about=unit)
    officer = fact.officer or (case.officer if unit == case.unit else "")
    first = case.first_handler or unit
    case = case.to(
        State.ACCEPTED, event, unit=unit, officer=not_recused(case, officer), first_handler=first, returns_to=""
    )
    return case.after(Event("informed", fact.on)) if fact.told else case
