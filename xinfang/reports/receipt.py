"""What the clerk is told after an act: what was done, what the office now owes and until when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..core.case import Case
from ..core.entry import Entry
from ..core.terms import State
from ..rules.calendar import Calendar
from ..rules.deadlines import Deadline, deadlines_of


def receipt(
    case: Case, calendar: Calendar, *, done: str, entry: Entry, today: date, superior: str = ""
) -> tuple[str, ...]:
    """First line: number, act and day; then one line per running time limit."""
    late = f"，补录，晚 {entry.days_late} 天" if entry.days_late else ""
    return (
        f"{case.number}  {done}（{entry.on}{late}）  现状: {case.state.label}",
        *owed(case, calendar, today=today, superior=superior),
    )


def running(case: Case, calendar: Calendar, *, today: date) -> Iterator[dict[str, object]]:
    """The time limits that run now, for scripts."""
    for deadline in deadlines_of(case, calendar):
        if deadline.ended_on is None:
            yield {
                "deadline": deadline.limit.name,
                "article": deadline.limit.basis,
                "started_on": deadline.started_on.isoformat(),
                "nominal_due": deadline.nominal.isoformat() if deadline.nominal else None,
                "legal_due": deadline.legal.isoformat() if deadline.legal else None,
                "overdue": deadline.overdue(today),
            }


def owed(case: Case, calendar: Calendar, *, today: date, superior: str) -> Iterator[str]:
    """One line per time limit that runs now, the nearest first. superior: who decides a review."""
    running = [d for d in deadlines_of(case, calendar) if d.ended_on is None]
    for deadline in sorted(running, key=lambda d: d.legal or d.nominal or date.max):
        to = f"，向{superior}提出" if superior and deadline.limit.duty == "review" else ""
        yield f"  {deadline.limit.label}: {_until(deadline)}{to}{_over(deadline, today)}  {deadline.limit.basis}"
    if case.open and case.category is None and case.state in {State.REGISTERED, State.INFORMED, State.ACCEPTED}:
        yield f"  下一步: xinfang classify {case.number} --category …（甄别分类后，办理期限按途径起算）"


def _until(deadline: Deadline) -> str:
    if deadline.legal is None:
        when = f"约 {deadline.nominal}" if deadline.nominal else ""
        return f"未核（缺{deadline.missing_year}年节假日安排）{when}"
    if deadline.nominal is None or deadline.nominal == deadline.legal:
        return f"{deadline.legal} 前"
    return f"{deadline.legal} 前（{deadline.nominal} 逢休假日顺延）"


def _over(deadline: Deadline, today: date) -> str:
    return f"，已超期 {(today - deadline.legal).days} 天" if deadline.legal and deadline.overdue(today) else ""
