"""What several acts ask before they may be done."""

from __future__ import annotations

from datetime import date

from ..core.case import ENDINGS, RESUMED, Case, Event
from ..core.errors import NotAllowed
from ..core.events import EVENTS
from ..core.office import Office
from ..core.terms import State
from ..rules.articles import cite


def must_be_open(case: Case, on: date, *, late: bool = False) -> None:
    """Raises NotAllowed E301 when the petition has ended, E306 when `on` lies between an end and its being taken up again.

    late: what was done before the end may still be written down after it (补录).
    """
    written_late = late and case.state is not State.VOID and on < case.state_since
    if not case.open and not written_late:
        raise NotAllowed(
            "E301",
            f"{case.number} 目前是“{case.state.label}”（{case.state_since} 起），不能再办这一步。",
            basis=cite("concluded", case.registration.received_on) if case.state is State.CONCLUDED else "",
            remedy=after_the_end(case),
        )
    _not_while_ended(case, on)
    if not late:
        # What was done before an opinion was set aside belongs to the handling that ended with that opinion.
        not_before(case, on, "remanded")


def after_the_end(case: Case) -> str:
    """The way on from a petition that has ended: where the law leaves none (第三十六条第三款), a petition of its own."""
    if case.state is State.VOID:
        return "重新登记: xinfang register"
    if case.state is State.CONCLUDED:
        return (
            "另有新的事实、理由的另行登记: xinfang register；"
            f"终结记错的: xinfang retract {case.number} --act conclude --reason 原因"
        )
    return f"xinfang reopen {case.number} --reason 理由"


def must_not_be(case: Case, states: tuple[State, ...], *, basis: str = "", remedy: str = "") -> None:
    """Raises NotAllowed E301 when the petition is in one of the states."""
    if case.state in states:
        raise NotAllowed(
            "E301",
            f"{case.number} 目前是“{case.state.label}”（{case.state_since} 起），不能办这一步。",
            basis=basis,
            remedy=remedy or f"xinfang show {case.number} 查看经过；记错了的一步用 xinfang retract 撤销",
        )


def not_before(case: Case, on: date, *events: str) -> None:
    """Raises NotAllowed E306 when `on` lies before the last event of any of these names."""
    for name in events:
        day = case.last(name)
        if day is not None and on < day:
            raise NotAllowed(
                "E306",
                f"{on} 早于{EVENTS[name]}之日 {day}。",
                remedy=f"用 --on 写 {day} 或以后的日期；若那一天登记错了，先 xinfang correct 或 retract",
            )


def must_stand(case: Case, on: date) -> None:
    """Raises NotAllowed E301 when the registration was retracted, E306 when `on` lies before the petition came in.

    For what is done beside the procedure, in any state of the petition.
    """
    must_not_be(case, (State.VOID,), remedy="重新登记: xinfang register")
    not_before(case, on, "received")


def must_be_settled(case: Case) -> None:
    """Raises NotAllowed E301 while a unit's objection or a dispute waits for its decision (第二十三条第三款、第二十四条)."""
    received_on = case.registration.received_on
    if case.state is State.DISPUTED:
        raise NotAllowed(
            "E301",
            f"{case.number} 受理有争议（{case.state_since} 起），由谁受理还没有决定。",
            basis=cite("designate", received_on),
            remedy=f"xinfang designate {case.number} --decided-by 共同的上一级机关 --unit 单位",
        )
    if case.state is State.OBJECTED and case.before in {State.FORWARDED, State.ASSIGNED}:
        raise NotAllowed(
            "E301",
            f"{case.unit}对 {case.number} 提出的异议（{case.state_since}）还没有核实。",
            basis=cite("object", received_on),
            remedy=f"xinfang settle-objection {case.number} --agree 或 --refuse",
        )


def must_not_be_recused(case: Case, officer: str) -> None:
    """Raises NotAllowed E322 when that officer may not handle the petition (第二十八条第三款)."""
    if officer and officer in case.recused:
        raise NotAllowed(
            "E322",
            f"{officer}已经回避，不能再办理 {case.number}。",
            basis=cite("recusal", case.registration.received_on),
            remedy=f"改由别的经办人办理；回避记错的: xinfang retract {case.number} --act recuse --reason 原因",
        )


def not_recused(case: Case, officer: str) -> str:
    """The officer, or nobody where he was recused, by what was written down later, before this was done."""
    return "" if officer in case.recused else officer


def must_not_reach_the_accused(case: Case, *units: str, office: Office, officer: str = "") -> None:
    """Raises NotAllowed E316 when an accusation would go to the accused, the unit accused or one below it (第三十条第三款).

    office: knows which unit stands below which, and whose officers are whose.
    """
    if not case.restricted:
        return
    from ..rules.accused import met  # few petitions are accusations

    paper = case.registration
    for unit in units or ("",):
        why = met(paper, office, unit=unit, officer=officer)
        if why:
            raise NotAllowed(
                "E316",
                f"{case.number} 是检举控告，不得交给{unit}{officer}: {why}。",
                basis=cite("secrecy", paper.received_on),
                remedy="转送、交办给有管辖权的纪检监察或者上级机关、单位；"
                f"被反映人所在单位另已查明的，xinfang correct {case.number} --respondent-unit 单位 --reason 依据",
            )


def _not_while_ended(case: Case, on: date) -> None:
    """What is entered late may have been done before the petition ended or after it was taken up again, not between."""
    ended: Event | None = None
    for event in case.events:
        if event.name in ENDINGS and not event.part:
            ended = event
        elif event.name in RESUMED and ended is not None and ended.on <= on < event.on:
            raise NotAllowed(
                "E306",
                f"{on} 在{EVENTS[ended.name]}之日 {ended.on} 与{EVENTS[event.name]}之日 {event.on} 之间，当时不在办理。",
                remedy=f"用 --on 写 {event.on} 或以后的日期；若记错了，先 xinfang retract",
            )


BEFORE_ENDING = (
    "received",
    "informed",
    "accepted",
    "forwarded",
    "assigned",
    "acknowledged",
    "objected",
    "objection-refused",
    "sent-back",
    "disputed",
    "designated",
    "extended",
    "demanded",
    "answered",
    "replied",
    "diverted",
    "served",
    "reopened",
    "hearing-convened",
    "hearing-began",
    "hearing-ended",
    "settled",
    "mediation-failed",
    "carried-out",
    "review-asked",
    "review-accepted",
    "review-refused",
    "reviewed",
    "review-served",
    "recheck-asked",
    "recheck-accepted",
    "recheck-refused",
    "rechecked",
    "recheck-served",
    "remanded",
)
"""What an act that ends the petition cannot come before."""
ANSWERED = (
    State.REPLIED,
    State.SERVED,
    State.SETTLED,
    State.REVIEWING,
    State.REVIEWED,
    State.REVIEW_SERVED,
    State.RECHECKING,
    State.RECHECKED,
    State.RECHECK_SERVED,
)
"""Nothing is left to handle: an opinion was given or an agreement made, or what was given is under review."""
