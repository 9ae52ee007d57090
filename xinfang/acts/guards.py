"""What several acts ask before they may be done."""

from __future__ import annotations

from datetime import date

from ..core.case import ENDINGS, RESUMED, Case, Event
from ..core.errors import NotAllowed
from ..core.events import EVENTS
from ..core.terms import Category, State
from ..rules.articles import cite, knows

PETITION_ROUTE = 6
"""第三十一条第（六）项: the only route that ends with an opinion 信访处理意见书."""


def must_be_open(case: Case, on: date, *, late: bool = False) -> None:
    """Raises NotAllowed E301 when the petition has ended, E306 when `on` lies between an end and its being taken up again.

    late: what was done before the end may still be written down after it (补录).
    """
    written_late = late and case.state is not State.VOID and on < case.state_since
    if not case.open and not written_late:
        again = (
            "重新登记: xinfang register" if case.state is State.VOID else f"xinfang reopen {case.number} --reason 理由"
        )
        raise NotAllowed(
            "E301",
            f"{case.number} 目前是“{case.state.label}”（{case.state_since} 起），不能再办这一步。",
            remedy=again,
        )
    _not_while_ended(case, on)


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


def must_not_reach_the_accused(case: Case, *units: str) -> None:
    """Raises NotAllowed E316 when an accusation would go to the unit it accuses (第三十条第三款)."""
    respondent = case.registration.respondent
    if case.category is not Category.ACCUSATION or not respondent:
        return
    for unit in units:
        if unit and (unit in respondent or respondent in unit):
            raise NotAllowed(
                "E316",
                f"{case.number} 是检举控告，被反映的是“{respondent}”，不得交给{unit}。",
                basis=cite("secrecy", case.registration.received_on),
                remedy="转送、交办给有管辖权的纪检监察或者上级机关、单位",
            )


def owes_an_opinion(case: Case) -> bool:
    """Whether the petition ends with an opinion in writing: an appeal on route 6.

    Before the routes came (2022) every petition that was accepted ended so, unless other law has its own procedure.
    """
    if knows("routes", case.registration.received_on):
        return case.category is Category.APPEAL and case.route == PETITION_ROUTE
    return case.last("accepted") is not None and case.route in (None, PETITION_ROUTE)


def _not_while_ended(case: Case, on: date) -> None:
    """What is entered late may have been done before the petition ended or after it was taken up again, not between."""
    ended: Event | None = None
    for event in case.events:
        if event.name in ENDINGS:
            ended = event
        elif event.name in RESUMED and ended is not None and ended.on <= on < event.on:
            raise NotAllowed(
                "E306",
                f"{on} 在{EVENTS[ended.name]}之日 {ended.on} 与{EVENTS[event.name]}之日 {event.on} 之间，当时不在办理。",
                remedy=f"用 --on 写 {event.on} 或以后的日期；若记错了，先 xinfang retract",
            )


DONE = (
    "received",
    "informed",
    "accepted",
    "forwarded",
    "assigned",
    "objected",
    "extended",
    "replied",
    "served",
    "reopened",
)
"""What an act that ends the petition cannot come before."""
