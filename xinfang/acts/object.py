"""Object 异议: what was forwarded or assigned to us is not ours (第二十三条第三款, within 5 working days)."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import BadInput, NotAllowed
from ..core.terms import Source, State
from ..rules.articles import cite
from ..rules.deadlines import deadlines_of
from ..rules.law import Law
from .guards import must_be_open, must_not_be, not_before


class Objected(NamedTuple):
    """reason: in detail, as the article demands. to: whose it is, in our view. late_reason: why after the 5 days."""

    on: date
    reason: str
    to: str = ""
    late_reason: str = ""


def decide(case: Case, *, reason: str, to: str = "", late_reason: str = "", law: Law, on: date) -> Objected:
    """The fact. Only for what was forwarded or assigned to the office, before it took the petition up."""
    must_be_open(case, on)
    if case.registration.source is Source.DIRECT:
        raise NotAllowed(
            "E309",
            f"{case.number} 是信访人直接提出的，不能提出异议。",
            basis=cite("object", case.registration.received_on),
            remedy="不属职权的用 redirect 或 forward",
        )
    must_not_be(
        case,
        (State.INFORMED, State.ACCEPTED, State.REPLIED, State.SERVED, State.OBJECTED),
        basis=cite("object", case.registration.received_on),
    )
    not_before(case, on, "received")
    if not reason:
        raise BadInput(
            "E105",
            "异议要详细说明理由。",
            basis=cite("object", case.registration.received_on),
            remedy="加 --reason 理由",
        )
    window = next((d for d in deadlines_of(case, law) if d.limit.duty == "object"), None)
    if window is None:
        raise NotAllowed(
            "E309",
            f"{case.number} 适用的规定没有异议程序。",
            basis=f"{cite('object', case.registration.received_on)}（只及信访部门以外的机关、单位；2022-05-01 以前收到的没有这项规定）",
            remedy="不属职权的用 redirect 或 forward",
        )
    if window.legal is not None and on > window.legal and not late_reason:
        raise NotAllowed(
            "E310",
            f"异议应在 {window.legal} 以前提出，{on} 已经过期。",
            basis=cite("object", case.registration.received_on),
            remedy="仍要提出的加 --late-reason 原因，账上照实留痕；否则按期告知信访人",
        )
    return Objected(on, reason, to, late_reason)


def apply(case: Case, fact: Objected) -> Case:
    """Waiting for the sender, without whose consent nothing goes back."""
    return case.to(State.OBJECTED, Event("objected", fact.on, about=fact.reason))
