"""Carry out 执行: what was supported or agreed has been done (第三十二条第二款, 第三十三条)."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import NotAllowed
from ..core.terms import State
from ..rules.articles import cite
from ..rules.carrying_out import carrying_out
from .guards import not_before


class CarriedOut(NamedTuple):
    """unit: who carried it out. text: what was done."""

    on: date
    unit: str = ""
    text: str = ""


def decide(case: Case, *, unit: str = "", text: str = "", on: date) -> CarriedOut:
    """The fact; after the end too. Only where a reply or a review supports the request or an agreement was made, and once for each."""
    owed, done = carrying_out(case)
    if case.state in (State.VOID, State.WITHDRAWN) or owed is None:
        raise NotAllowed(
            "E301",
            f"{case.number} 目前是“{case.state.label}”，没有要执行的支持意见或者要履行的协议。",
            basis=cite("carry-out", case.registration.received_on),
            remedy=f"xinfang show {case.number} 查看处理意见",
        )
    if done is not None and done.name == "carried-out":
        raise NotAllowed(
            "E315",
            f"{case.number} 已于 {done.on} 执行。",
            remedy=f"记错了: xinfang retract {case.number} --act carry-out --reason 原因；补充情况用 xinfang note",
        )
    not_before(case, on, owed.name)
    return CarriedOut(on, unit, text)


def apply(case: Case, fact: CarriedOut) -> Case:
    """The duty is met; the state is that of the procedure, which it does not change."""
    return case.after(Event("carried-out", fact.on, about=fact.text, value=fact.unit))
