"""Matters that came again in the period, one by one: why, whose they are, and how far the office has got with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from ...core import masking
from ...core.case import Case, Steps, on_day
from ...rules.law import Law
from ...rules.petition_classes import IN_PERSON
from ..closed import SEALED
from ..matter.same_matters import Matter, Member
from .coming_again import Reason, found, last_answered, since_answer, unheard

When = Literal["in-time", "overdue", "after-reply", "ended"]
"""How far the matter was when the petitioner came once more: in hand, in hand past its time, answered, ended unanswered."""


class VisitAgain(NamedTuple):
    """Somebody came once more in person about a matter. unit: who had it."""

    on: date
    number: str
    root: str
    unit: str
    when: When


class MatterAgain(NamedTuple):
    """A matter with two petitions or more, one of them received in the period, as it stood at the period's end."""

    root: str
    numbers: tuple[str, ...]
    in_period: int
    last_received_on: date
    reason: Reason
    also: tuple[Reason, ...]
    """What else had been left undone; it is counted under `reason` alone."""
    unit: str
    """Who had the petition in which the reason was found, the day before it came again."""
    category: str
    units: tuple[str, ...]
    """Who have its petitions."""
    replied_on: date | None
    outcome: str
    served_on: date | None
    carried_out_on: date | None
    contact: str
    """The first petitioner of the last petition, masked; sealed where it is an accusation."""
    visits: tuple[VisitAgain, ...]


class Days(NamedTuple):
    """The days of the report that had come."""

    first: date
    until: date


def seen(matter: Matter, pasts: Mapping[str, Steps], days: Days, law: Law) -> MatterAgain:
    """What is told of the matter. matter: its petitions received up to the period's end, at least two, the last within it.

    pasts: the history of each, by number.
    """
    *earlier, last = matter
    came_on = date.fromisoformat(last.received_on)
    cases = _stood(matter, pasts, days.until)
    # Two that came in on one day came about the same thing, not one because of the other.
    before = _stood(earlier, pasts, came_on - timedelta(days=1))
    why = found(before, came_on, cases, law) if before else None
    concerned = why.case if why else cases[0]
    answered = last_answered(cases)
    return MatterAgain(
        root=matter[0].number,
        numbers=tuple(member.number for member in matter),
        in_period=sum(member.received_on >= days.first.isoformat() for member in matter),
        last_received_on=came_on,
        reason=why.reason if why else Reason.IN_TIME,
        also=why.also if why else (),
        unit=concerned.unit,
        category=concerned.category.value if concerned.category else "",
        units=tuple(dict.fromkeys(case.unit for case in cases)),
        replied_on=answered.last("replied") if answered else None,
        outcome=answered.last_value("replied") if answered else "",
        served_on=_since_answer(answered, "served"),
        carried_out_on=max((day for case in cases if (day := case.last("carried-out"))), default=None),
        contact=_contact(cases[-1], matter),
        visits=tuple(_visits(matter, pasts, days, law)),
    )


def _stood(members: Sequence[Member], pasts: Mapping[str, Steps], on: date) -> list[Case]:
    """The petitions that had come in by that day, as they stood at its end."""
    return [case for member in members if (case := on_day(pasts[member.number], on)) is not None]


def _since_answer(case: Case | None, name: str) -> date | None:
    return next((event.on for event in since_answer(case) if event.name == name), None) if case else None


def _contact(case: Case, matter: Matter) -> str:
    # Sealed as soon as it is known to be an accusation, whatever was known of it at the period's end.
    if any(member.restricted for member in matter):
        return SEALED
    people = case.registration.petitioners
    return masking.name(people[0].name) if people else ""


def _visits(matter: Matter, pasts: Mapping[str, Steps], days: Days, law: Law) -> list[VisitAgain]:
    visits = []
    for place, member in enumerate(matter[1:], start=1):
        on = date.fromisoformat(member.received_on)
        if on < days.first or member.channel not in IN_PERSON:
            continue
        before = _stood(matter[:place], pasts, on - timedelta(days=1))
        unit, when = _when(before, on, law) if before else (_stood(matter[:1], pasts, on)[0].unit, "in-time")
        visits.append(VisitAgain(on, member.number, matter[0].number, unit, when))
    return visits


def _when(earlier: Sequence[Case], on: date, law: Law) -> tuple[str, When]:
    """Whose the matter was, and how far it was; after a reply, whatever is in hand since."""
    if answered := last_answered(earlier):
        return answered.unit, "after-reply"
    if late := next((case for case in reversed(earlier) if unheard(case, on, law)), None):
        return late.unit, "overdue"
    if in_hand := next((case for case in reversed(earlier) if case.open), None):
        return in_hand.unit, "in-time"
    return earlier[-1].unit, "ended"
