"""What the clerk is told after an act: what was done, what the office now owes and until when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...acts.registry import PETITION_ACTS
from ...core import letters_owed
from ...core.case import Case
from ...core.days import iso_or_none
from ...core.entry import Entry
from ...core.office import NOWHERE, Office
from ...core.reclassified import RECLASSIFIED
from ...core.terms import Kind, State, classified
from ...rules.articles import cite, knows
from ...rules.deadline import Deadline
from ...rules.deadlines import deadlines_of
from ...rules.law import Law
from ...rules.opinions import agreed_on, owes_an_opinion
from ...rules.rulebook import governing

UNSORTED = frozenset({State.REGISTERED, State.INFORMED, State.ACCEPTED})
HANDING = frozenset({"designate", "negotiate", "object", "recuse", "settle-objection"})
"""Acts after which reports/case/handing_lines.py has more to say; imported only then."""
OVERSIGHT = frozenset({"adopt", "advise", "rate", "sponsor", "supervise", "urgent"})
"""Acts after which reports/case/oversight_lines.py has more to say; imported only then."""
LATER = frozenset(
    {"serve", "hear", "mediate", "carry-out", "withdraw", "conclude"}
    | {"ask-review", "ask-recheck", "settle-request", "review", "recheck"}
)
"""Acts after which reports/case/remedy_lines.py has more to say; imported only then."""


def receipt(case: Case, law: Law, *, done: str, entry: Entry, today: date, office: Office = NOWHERE) -> tuple[str, ...]:
    """First line: number, act and day; then one line per running time limit."""
    late = f"，补录，晚 {entry.days_late} 天" if entry.days_late else ""
    return (
        f"{case.number}  {done}（{entry.on}{late}）  现状: {case.state.label}",
        *_presumed(entry),
        *_handing(case, entry),
        *_collision(case, entry, office),
        *_oversight(case, entry),
        *_later(case, entry, office),
        *_police(case, entry),
        *_missed(case, law, entry),
        *_left(case, entry),
        *owed(case, law, today=today, office=office),
        *_letters(case, entry),
    )


def _presumed(entry: Entry) -> Iterator[str]:
    """What an act takes for done unless told otherwise, said aloud."""
    if entry.act == "accept" and entry.data.get("told", True):
        yield "  已记为受理当日书面告知信访人；没有告知的，撤销后用 --not-told 重记"
    if entry.act == "extend" and entry.data.get("told", True):
        yield "  已记为延期理由已告知信访人；没有告知的，撤销后用 --not-told 重记"
    if entry.act == "divert" and entry.data.get("told", True) and not entry.data.get("demand"):
        yield "  已记为当日书面告知信访人导入的程序和机关；没有告知的，撤销后用 --not-told 重记"
    if entry.act == "retract":
        label = PETITION_ACTS[entry.data["act"]].label
        yield f"  撤销的是第 {entry.data['turn']} 条: {label}；理由: {entry.data['reason']}"


def _letters(case: Case, entry: Entry) -> Iterator[str]:
    """The command that makes the documents which the act calls for."""
    if case.state is State.VOID:
        return
    kinds = letters_owed.owed(entry.act, entry.data, case, opinion=owes_an_opinion(case))
    if kinds:
        yield f"  文书: xinfang letter {case.number} {' '.join(kinds)}"


def _police(case: Case, entry: Entry) -> Iterator[str]:
    """Which step of the police's own procedures was taken, or where such steps are written down."""
    if entry.act == "procedure":
        from ...core.police_steps import word

        yield f"  记的是: {word(entry.data['step'])}"
    if entry.act == "divert" and "公安" in entry.data["procedure"] and case.kind is Kind.POLICE:
        yield f"  公安程序的各步另记，各算期限: xinfang procedure {case.number} --step 步骤"


def _missed(case: Case, law: Law, entry: Entry) -> Iterator[str]:
    """The last day that was over already when the petition was classified otherwise: it stays on record."""
    if entry.act in {"classify", "demand"} and case.last(RECLASSIFIED) == entry.on:
        for deadline in deadlines_of(case, law):
            if deadline.ended_by == RECLASSIFIED and deadline.ended_on == entry.on and deadline.legal:
                days = (entry.on - deadline.legal).days
                yield (
                    f"  {deadline.label}已于 {deadline.legal} 届满，自 {entry.on} 起不再适用，超期 {days} 天仍记在账上；"
                    f"原来的分类是误记的: xinfang retract {case.number} --turn 序号 --reason 原因"
                )


def _left(case: Case, entry: Entry) -> Iterator[str]:
    """After one of several demands was added or done, those still to be done."""
    act = entry.data["act"] if entry.act == "retract" else entry.act
    if act not in {"demand", "reply", "divert"} or not case.demands:
        return
    from ...core import masking

    known = masking.known_of(case.people)
    for demand in case.demands:
        if not demand.done and case.open and not agreed_on(case, demand):
            text = "※" if case.restricted else masking.text(demand.text, known)
            yield f"  诉求{demand.part} 待答复（{classified(demand.category, demand.route)}）: {text}"


def _handing(case: Case, entry: Entry) -> Iterator[str]:
    """Whose it is now, after that was in question."""
    if entry.act in HANDING:
        from .handing_lines import handing_lines

        yield from handing_lines(case, entry)


def _collision(case: Case, entry: Entry, office: Office) -> Iterator[str]:
    """What the guard of 第三十条第三款 could not compare when an accusation went to a unit."""
    if case.restricted and entry.act in {"forward", "assign", "designate"}:
        from ...rules.accused import not_compared  # few petitions are accusations

        if why := not_compared(case.registration, office):
            basis = cite("secrecy", case.registration.received_on)
            yield f"  {why}，{case.unit}是不是被反映的一方没有核对（{basis}）；查明的: xinfang correct {case.number} --respondent-unit 单位 --reason 依据"


def _oversight(case: Case, entry: Entry) -> Iterator[str]:
    """What supervision, advice and the like rest on and ask for next."""
    if entry.act in OVERSIGHT:
        from .oversight_lines import oversight_lines

        yield from oversight_lines(case, entry)


def _later(case: Case, entry: Entry, office: Office) -> Iterator[str]:
    """What service, hearing, agreement and review mean, and what comes next."""
    if entry.act in LATER:
        from .remedy_lines import remedy_lines

        yield from remedy_lines(case, entry, office)


def running(case: Case, law: Law, *, today: date) -> Iterator[dict[str, object]]:
    """The time limits that run now, for scripts."""
    for deadline in deadlines_of(case, law):
        if deadline.ended_on is None:
            yield {
                "deadline": deadline.limit.name,
                "article": deadline.limit.basis,
                "started_on": deadline.started_on.isoformat(),
                "nominal_due": iso_or_none(deadline.nominal),
                "legal_due": iso_or_none(deadline.legal),
                "overdue": deadline.overdue(today),
                "deadline_label": deadline.label,
            }


def owed(case: Case, law: Law, *, today: date, office: Office) -> Iterator[str]:
    """One line per time limit that runs now, the nearest first; rights that have lapsed are left to `why`.

    office: knows who stands above whom, and so who decides a review.
    """
    running = [d for d in deadlines_of(case, law) if d.ended_on is None and not d.lapsed(today)]
    for deadline in sorted(running, key=lambda d: d.legal or d.nominal or date.max):
        yield f"  {deadline.label}: {_until(deadline)}{_where(case, deadline, office, today)}{_over(deadline, today)}  {deadline.limit.basis}"
    received_on = case.registration.received_on
    if governing(case.kind, received_on, law.own) is None:
        yield "  收到日在 2005-05-01 以前，当时的规定没有收录，不推算期限"
    elif (
        case.open
        and case.category is None
        and case.state in UNSORTED
        and not case.told_elsewhere
        and knows("categories", received_on)
    ):
        yield f"  下一步: xinfang classify {case.number} --category …（甄别分类后，办理期限按途径起算）"


def _where(case: Case, deadline: Deadline, office: Office, today: date) -> str:
    """To whom the petitioner turns: one level above whose opinion it is."""
    if deadline.limit.binds != "petitioner" or deadline.limit.duty != "review":
        return ""
    from ...rules.reviewers import giver, next_above, placed

    office = placed(office, today)
    rechecked = deadline.limit.starts == ("review-served",)
    body = case.reviewer if rechecked else giver(case, office)
    above = next_above(body, office) or (f"{body}的上一级机关、单位" if rechecked and body else "")
    return f"，向{above}提出" if above else ""


def _until(deadline: Deadline) -> str:
    if deadline.held_since:
        return f"{deadline.held_since} 起听证，停算，结束后再推算"
    if deadline.legal is None:
        when = f"约 {deadline.nominal}" if deadline.nominal else ""
        return f"未核（缺{deadline.missing_year}年节假日安排）{when}"
    if deadline.nominal is None or deadline.nominal == deadline.legal:
        return f"至 {deadline.legal}（含当日）"
    return f"至 {deadline.legal}（含当日；{deadline.nominal} 逢休假日顺延）"


def _over(deadline: Deadline, today: date) -> str:
    if deadline.legal is None or deadline.legal >= today:
        return ""
    return f"，已超期 {(today - deadline.legal).days} 天"
