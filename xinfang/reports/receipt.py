"""What the clerk is told after an act: what was done, what the office now owes and until when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..acts.registry import PETITION_ACTS
from ..core.case import Case
from ..core.entry import Entry
from ..core.terms import State
from ..rules.articles import knows
from ..rules.deadlines import Deadline, deadlines_of
from ..rules.law import Law
from ..rules.rulebook import governing

UNSORTED = frozenset({State.REGISTERED, State.INFORMED, State.ACCEPTED})


def receipt(case: Case, law: Law, *, done: str, entry: Entry, today: date, superior: str = "") -> tuple[str, ...]:
    """First line: number, act and day; then one line per running time limit."""
    late = f"，补录，晚 {entry.days_late} 天" if entry.days_late else ""
    return (
        f"{case.number}  {done}（{entry.on}{late}）  现状: {case.state.label}",
        *_presumed(entry),
        *owed(case, law, today=today, superior=superior),
    )


def _presumed(entry: Entry) -> Iterator[str]:
    """What an act takes for done unless told otherwise, said aloud."""
    if entry.act == "accept" and entry.data.get("told", True):
        yield "  已记为受理当日书面告知信访人；没有告知的，撤销后用 --not-told 重记"
    if entry.act == "extend" and entry.data.get("told", True):
        yield "  已记为延期理由已告知信访人；没有告知的，撤销后用 --not-told 重记"
    if entry.act == "retract":
        label = PETITION_ACTS[entry.data["act"]].label
        yield f"  撤销的是第 {entry.data['turn']} 条: {label}；理由: {entry.data['reason']}"


def running(case: Case, law: Law, *, today: date) -> Iterator[dict[str, object]]:
    """The time limits that run now, for scripts."""
    for deadline in deadlines_of(case, law):
        if deadline.ended_on is None:
            yield {
                "deadline": deadline.limit.name,
                "article": deadline.limit.basis,
                "started_on": deadline.started_on.isoformat(),
                "nominal_due": deadline.nominal.isoformat() if deadline.nominal else None,
                "legal_due": deadline.legal.isoformat() if deadline.legal else None,
                "overdue": deadline.overdue(today),
            }


def owed(case: Case, law: Law, *, today: date, superior: str) -> Iterator[str]:
    """One line per time limit that runs now, the nearest first. superior: who decides a review."""
    running = [d for d in deadlines_of(case, law) if d.ended_on is None]
    for deadline in sorted(running, key=lambda d: d.legal or d.nominal or date.max):
        to = f"，向{superior}提出" if superior and deadline.limit.duty == "review" else ""
        yield f"  {deadline.label}: {_until(deadline)}{to}{_over(deadline, today)}  {deadline.limit.basis}"
    received_on = case.registration.received_on
    if governing(case.kind, received_on, law.own) is None:
        yield "  收到日在 2005-05-01 以前，当时的规定没有收录，不推算期限"
    elif case.open and case.category is None and case.state in UNSORTED and knows("categories", received_on):
        yield f"  下一步: xinfang classify {case.number} --category …（甄别分类后，办理期限按途径起算）"


def _until(deadline: Deadline) -> str:
    if deadline.legal is None:
        when = f"约 {deadline.nominal}" if deadline.nominal else ""
        return f"未核（缺{deadline.missing_year}年节假日安排）{when}"
    if deadline.nominal is None or deadline.nominal == deadline.legal:
        return f"至 {deadline.legal}（含当日）"
    return f"至 {deadline.legal}（含当日；{deadline.nominal} 逢休假日顺延）"


def _over(deadline: Deadline, today: date) -> str:
    if deadline.legal is None or deadline.legal >= today:
        return ""
    return "，已过" if deadline.limit.is_window else f"，已超期 {(today - deadline.legal).days} 天"
