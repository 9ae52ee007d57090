"""The two levels above the answer: what review 复查 and recheck 复核 have in common (第三十五、三十六条)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ..core.case import Case
from ..core.errors import BadInput, NotAllowed
from ..core.office import Office
from ..core.terms import State
from ..rules.articles import cite, knows
from ..rules.deadline import Deadline
from ..rules.deadlines import deadlines_of
from ..rules.law import Law
from ..rules.opinions import owes_an_opinion
from ..rules.reviewers import at_or_below, giver, in_line, next_above, placed
from .guards import must_be_open, must_not_be, not_before


class Level(NamedTuple):
    """label: 复查 or 复核. of: the opinion complained of. asks, answers: the acts, named as their articles are.

    served: the event and state from which it may be asked for, within the limit `asks`. asked: the event that asks.
    pending, decided, answered: the states from asking to serving.
    """

    label: str
    of: str
    asks: str
    answers: str
    served: str
    ready: State
    asked: str
    pending: State
    decided: State
    answered: State


REVIEW = Level(
    "复查",
    "信访处理意见",
    "ask-review",
    "review",
    "served",
    State.SERVED,
    "review-asked",
    State.REVIEWING,
    State.REVIEWED,
    State.REVIEW_SERVED,
)
RECHECK = Level(
    "复核",
    "复查意见",
    "ask-recheck",
    "recheck",
    "review-served",
    State.REVIEW_SERVED,
    "recheck-asked",
    State.RECHECKING,
    State.RECHECKED,
    State.RECHECK_SERVED,
)


def may_be_asked(case: Case, level: Level, *, late_reason: str, law: Law, on: date) -> None:
    """Refuses a request that nothing served allows, and one too late without a reason.

    A petition closed meanwhile may still be brought before the next level: closing does not shorten the petitioner's time.
    """
    if case.state is State.VOID:
        must_be_open(case, on)
    basis = cite(level.answers, case.registration.received_on)
    if case.category is None and knows("routes", case.registration.received_on):
        raise NotAllowed(
            "E307",
            f"{case.number} 还没有甄别分类，没有可以申请{level.label}的{level.of}。",
            basis=basis,
            remedy=f"xinfang classify {case.number} --category … --route …",
        )
    if not owes_an_opinion(case):
        raise NotAllowed(
            "E314",
            f"{case.number} 不出具信访处理意见书，不适用复查、复核。",
            basis=basis,
            remedy="不服的按该途径自己的程序提出（复议、诉讼等）",
        )
    window = _window(case, level, law)
    if case.state not in (level.ready, State.CLOSED, State.LAPSED) or window is None:
        raise NotAllowed(
            "E301",
            f"{case.number} 目前是“{case.state.label}”（{case.state_since} 起），没有已经送达、可以申请{level.label}的{level.of}。",
            basis=basis,
            remedy=f"已经申请，作出意见后: xinfang {level.answers} {case.number} --outcome 意见"
            if case.state is level.pending
            else f"已作出的先送达: xinfang serve {case.number}；经过见 xinfang show {case.number}",
        )
    not_before(case, on, level.served, f"{level.answers}-refused", "closed", "lapsed")
    if window.legal is not None and on > window.legal and not late_reason:
        raise NotAllowed(
            "E319",
            f"申请{level.label}应在 {window.legal}（含当日）以前提出，{on} 已经逾期。",
            basis=f"{basis}；{_if_missed(case, law)}",
            remedy="有正当理由、由上一级收下的加 --late-reason 理由，账上照实留痕",
        )


def body_to_ask(case: Case, level: Level, to: str, *, against: str = "", office: Office, on: date) -> str:
    """The body that the request goes to: the one named, else the level above the body whose opinion it is.

    against: whose opinion it is, where it is not who the ledger takes it to be. Raises BadInput E105 where no body is
    named or known, E104 for one that decided itself or stands below it, and for one known not to be the next above.
    """
    office = placed(office, on)
    decided = against or (case.reviewer if level is RECHECK else "") or giver(case, office)
    above = next_above(decided, office)
    basis = cite(level.answers, case.registration.received_on)
    if not (to or above):
        raise BadInput(
            "E105",
            f"要写明向哪个机关、单位申请{level.label}。",
            basis=basis,
            remedy=f"加 --to {decided or '原办理机关、单位'}的上一级",
        )
    named = as_known(to, office, on)
    why = _not_above(case, level, named, decided, against, office) if to else ""
    if not why and to and above and named != above and in_line(named, office):
        why = f"{decided}的上一级是{above}，不是{to}"
    if why:
        raise BadInput("E104", f"{why}。", basis=basis, remedy=_instead(level, above))
    return to or above


def as_known(body: str, office: Office, on: date) -> str:
    """The office under its first name, by which it stands among its units; every other body as it is called."""
    return office.name if body == office.setting("office-name", on=on) else body


def _not_above(case: Case, level: Level, named: str, decided: str, against: str, office: Office) -> str:
    """Why the body named cannot review what was decided: it is the one that did, or is below; empty where it may."""
    own = {decided} if against else {decided, case.unit, giver(case, office)}
    if named in own:
        return f"{level.label}由上一级机关、单位办理，不能向{named}自己申请"
    if any(named in at_or_below(body, office) for body in own):
        return f"{level.label}由上一级机关、单位办理，{named}不在{decided}之上"
    return ""


def _instead(level: Level, above: str) -> str:
    right = f"改为 --to {above}" if above else "改正 --to"
    return f"{right}；处理意见是别的单位作出的，加 --against 单位" if level is REVIEW else right


def _if_missed(case: Case, law: Law) -> str:
    """What the rules say of a window that was missed: the regional regulation's, or that the national ones say nothing."""
    from ..rules.regional import regional  # few come too late

    received_on = case.registration.received_on
    found = regional(law.own, received_on)
    return f"{found.title}{found.missed}" if found and found.missed else cite("missed-window", received_on)


def may_be_decided(case: Case, level: Level, *, on: date) -> None:
    """Refuses an opinion that nobody asked for, or a second one."""
    must_be_open(case, on)
    number = case.number
    must_not_be(
        case,
        (level.decided, level.answered),
        remedy=f"{level.label}意见有误: xinfang retract {number} --act {level.answers} --reason 原因",
    )
    if case.state is not level.pending:
        raise NotAllowed(
            "E301",
            f"{number} 目前是“{case.state.label}”，没有人申请{level.label}。",
            basis=cite(level.answers, case.registration.received_on),
            remedy=f"xinfang {level.asks} {number} --to 上一级机关 --on 收到申请之日",
        )
    not_before(
        case,
        on,
        level.asked,
        f"{level.answers}-accepted",
        "hearing-convened",
        "hearing-began",
        "hearing-ended",
        "mediation-failed",
    )


def body_that_decides(case: Case, level: Level, body: str, *, office: Office, on: date) -> str:
    """The body that decides on a request, or nothing where it is the one that was asked.

    Raises BadInput E104 for one that cannot: it decided itself, or stands below who did.
    """
    if not body or body == asked_body(case, level):
        return ""
    office = placed(office, on)
    decided = (case.reviewer if level is RECHECK else "") or giver(case, office)
    if why := _not_above(case, level, as_known(body, office, on), decided, "", office):
        basis = cite(level.answers, case.registration.received_on)
        raise BadInput("E104", f"{why}。", basis=basis, remedy=f"改正 --body；由{asked_body(case, level)}作出的不用写")
    return body


def asked_body(case: Case, level: Level) -> str:
    """The body that was last asked at that level."""
    return case.last_value(level.asked)


def _window(case: Case, level: Level, law: Law) -> Deadline | None:
    """The petitioner's time to ask, not used and not fallen away; it may have run out."""
    open_still = [d for d in deadlines_of(case, law) if d.limit.name == level.asks and d.ended_on is None]
    return open_still[-1] if open_still else None
