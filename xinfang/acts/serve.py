"""Serve 送达: the day the petitioner received the written answer; his 30 days run from it (第三十五条)."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import NotAllowed
from ..core.terms import Method, State
from ..rules.articles import cite
from .guards import must_be_open, not_before


class Served(NamedTuple):
    """receiver: who took it. proof: 送达回证 or the post's number."""

    on: date
    method: Method = Method.IN_PERSON
    receiver: str = ""
    proof: str = ""


def decide(case: Case, *, method: Method, receiver: str = "", proof: str = "", on: date) -> Served:
    """The fact. Only after a reply, and once for each reply."""
    must_be_open(case, on)
    if case.state is State.SERVED:
        raise NotAllowed(
            "E315",
            f"{case.number} 的答复已于 {case.state_since} 送达。",
            remedy=f"日期有误: xinfang retract {case.number} --act serve --reason 原因",
        )
    if case.state is not State.REPLIED:
        raise NotAllowed(
            "E301",
            f"{case.number} 还没有答复，谈不上送达。",
            basis=cite("service", case.registration.received_on),
            remedy=f"xinfang reply {case.number} …",
        )
    not_before(case, on, "replied")
    return Served(on, method, receiver, proof)


def apply(case: Case, fact: Served) -> Case:
    """Served; the window to ask for review is open."""
    return case.to(State.SERVED, Event("served", fact.on, about=fact.method.label))
