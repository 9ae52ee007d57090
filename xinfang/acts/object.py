"""Object 异议: what was forwarded or assigned is not the receiver's (第二十三条第三款, within 5 working days).

Ours, to whoever sent it to this office; or, once it was sent on, that of the unit that got it, to this office.
"""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import BadInput, NotAllowed
from ..core.terms import Source, State
from ..rules.articles import cite
from ..rules.counting import working_days
from ..rules.deadlines import book_of, deadlines_of
from ..rules.law import Law
from .guards import ANSWERED, must_be_open, must_not_be, not_before
from .handing import AWAY, MOVES, handover


class Objected(NamedTuple):
    """reason: in detail, as the article demands. to: whose it is, in their view. late_reason: why after the 5 days.

    returning: the materials that are to go back 拟退回材料.
    """

    on: date
    reason: str
    to: str = ""
    late_reason: str = ""
    returning: tuple[str, ...] = ()


def decide(
    case: Case,
    *,
    reason: str,
    to: str = "",
    late_reason: str = "",
    returning: tuple[str, ...] = (),
    law: Law,
    on: date,
) -> Objected:
    """The fact. Only for what was forwarded or assigned, before whoever objects took the petition up."""
    must_be_open(case, on)
    basis = cite("object", case.registration.received_on)
    away = case.state in AWAY
    if case.registration.source is Source.DIRECT and not away:
        raise NotAllowed(
            "E309",
            f"{case.number} 是信访人直接提出的，不能提出异议。",
            basis=basis,
            remedy="不属职权的用 redirect 或 forward",
        )
    must_not_be(case, (State.INFORMED, State.ACCEPTED, State.OBJECTED, State.DISPUTED, *ANSWERED), basis=basis)
    not_before(case, on, *MOVES)
    _once(case, away=away, on=on)
    window = (_of_the_unit if away else _ours)(case, law, on)
    if not reason:
        raise BadInput("E105", "异议要详细说明理由。", basis=basis, remedy="加 --reason 理由")
    if window is not None and on > window and not late_reason:
        raise NotAllowed(
            "E310",
            f"异议应在 {window} 以前提出，{on} 已经过期。",
            basis=basis,
            remedy="仍要提出的加 --late-reason 原因，账上照实留痕；否则按期告知信访人",
        )
    return Objected(on, reason, to, late_reason, returning)


def _once(case: Case, *, away: bool, on: date) -> None:
    """Raises NotAllowed E315 when an objection to the same sending was refused: it may not be given back then."""
    events = handover(case, on) if away else case.events
    refused = next((event for event in events if event.name == "objection-refused"), None)
    if refused is not None and (away or refused.value == case.unit):
        raise NotAllowed(
            "E315",
            f"{case.number} 的异议已于 {refused.on} 未获同意，不能再提。",
            basis=cite("object", case.registration.received_on),
            remedy=f"对由谁受理仍有争议的: xinfang negotiate {case.number} --with 单位 --failed",
        )


def _ours(case: Case, law: Law, on: date) -> date | None:
    """The last day for this office's own objection; None while it is 未核."""
    window = next((d for d in deadlines_of(case, law) if d.limit.duty == "object" and d.limit.binds == "office"), None)
    if window is None:
        raise _no_such_procedure(case)
    return window.legal


def _of_the_unit(case: Case, law: Law, on: date) -> date | None:
    """The last day for the unit that has it: 5 working days from its signing for it, or from the sending if it never did."""
    sent = handover(case, on)
    book = book_of(case, law.own)
    limit = next((each for each in (book.limits if book else ()) if each.name == "object-unit"), None)
    if limit is None:
        raise _no_such_procedure(case)
    if any(event.name in limit.not_after for event in case.events):
        raise NotAllowed(
            "E309",
            f"{case.number} 已经受理或者指定受理，{case.unit}不能再提出异议。",
            basis=cite("object", case.registration.received_on),
            remedy=f"确需改由别的单位办的: xinfang assign {case.number} --unit 单位",
        )
    signed = next((event.on for event in sent if event.name == "acknowledged"), sent[0].on)
    return working_days(signed, limit.days, law.calendar).legal


def _no_such_procedure(case: Case) -> NotAllowed:
    return NotAllowed(
        "E309",
        f"{case.number} 适用的规定没有异议程序。",
        basis=f"{cite('object', case.registration.received_on)}（只及信访部门以外的机关、单位；2022-05-01 以前收到的没有这项规定）",
        remedy="不属职权的用 redirect 或 forward",
    )


def apply(case: Case, fact: Objected) -> Case:
    """Waiting for the sender, without whose consent nothing goes back."""
    event = Event("objected", fact.on, about=fact.reason, value=case.unit)
    return case.to(State.OBJECTED, event, before=case.state)
