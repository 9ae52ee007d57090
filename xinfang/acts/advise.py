"""Advise 提出建议: improve the work, complete a policy, call to account (第四十条第一至三款)."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import BadInput
from ..core.office import Office
from ..core.oversight import Proposal
from ..rules.articles import cite
from .guards import must_not_reach_the_accused, must_stand
from .numbered import next_part


class Advised(NamedTuple):
    """part: the number of the advice, 1, 2, 3 … on: the day it reached `to`, a unit or any other body. facts: what was seen."""

    on: date
    part: int
    proposal: Proposal
    to: str
    text: str
    document: str = ""
    facts: str = ""


def decide(
    case: Case,
    *,
    proposal: Proposal,
    to: str,
    text: str,
    document: str = "",
    facts: str = "",
    office: Office,
    on: date,
) -> Advised:
    """The fact, in any state of the petition."""
    must_stand(case, on)
    must_not_reach_the_accused(case, to, office=office)
    basis = cite(proposal.value, case.registration.received_on)
    for value, what, option in ((to, "向谁提出", "--to"), (text, "建议内容", "--text")):
        if not value:
            raise BadInput("E105", f"{what}没有填。", basis=basis, remedy=f"加 {option} …")
    return Advised(on, next_part(case, "advised"), proposal, to, text, document, facts)


def apply(case: Case, fact: Advised) -> Case:
    """The petition stays as it is; the body owes a written answer (第四十条第四款)."""
    return case.after(Event("advised", fact.on, about=fact.to, part=fact.part, value=fact.proposal.value))
