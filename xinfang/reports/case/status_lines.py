"""How a petition stands, in what its petitioner may be told."""

from __future__ import annotations

from datetime import date

from ...core.case import Case
from ...core.days import iso_or_none
from ...core.table import Document
from ...core.terms import State
from ...rules.deadline import Deadline
from ...rules.deadlines import deadlines_of
from ...rules.law import Law
from ...rules.opinions import set_aside

ANSWERING = frozenset({"reply", "review", "recheck"})
"""Duties whose end the petitioner waits for."""


def status_of(case: Case, law: Law) -> Document:
    """Received on, handled by, until when, answered or not."""
    waiting = [
        d for d in deadlines_of(case, law) if d.ended_on is None and d.limit.duty in ANSWERING and not d.limit.is_window
    ]
    due = min(waiting, key=lambda d: d.legal or d.nominal or date.max, default=None) if case.open else None
    last_day = (due.legal or due.nominal) if due else None
    answered_on = None if set_aside(case) else case.last("replied")
    data = {
        "number": case.number,
        "received_on": case.registration.received_on.isoformat(),
        "unit": case.unit,
        "due": iso_or_none(last_day),
        "answered_on": iso_or_none(answered_on),
        "ended_on": None if case.open else case.state_since.isoformat(),
    }
    lines = (
        f"{case.number}",
        f"  收到: {case.registration.received_on}",
        f"  承办: {case.unit}",
        *((f"  {due.label}: {_until(due)}",) if due else ()),
        f"  答复: {_answer(case, answered_on)}",
    )
    return Document(case.number, data, (), lines=lines)


def _until(due: Deadline) -> str:
    if due.held_since:
        return "听证中，所需时间不计算在期限内"
    return f"至 {due.legal}（含当日）" if due.legal else f"约 {due.nominal}（节假日安排未公布，未核）"


def _answer(case: Case, answered_on: date | None) -> str:
    if case.state is State.VOID:
        return "登记已撤销"
    if answered_on is not None:
        return f"已于 {answered_on} 答复"
    if not case.open:
        return f"已于 {case.state_since} 办理完毕"
    return "原答复已不再有效，重新办理，尚未答复" if set_aside(case) else "尚未答复"
