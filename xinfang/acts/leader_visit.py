"""Leader-visit 领导接访: a leader received the petitioner, by appointment or not, or went to see him (第十八条第二款)."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import BadInput
from ..core.oversight import LeaderMeeting
from ..rules.articles import cite
from .guards import must_stand


class LeaderMet(NamedTuple):
    """meeting: where it took place, in law. result: what was said or promised."""

    on: date
    meeting: LeaderMeeting
    leader: str
    post: str = ""
    place: str = ""
    result: str = ""


def decide(
    case: Case,
    *,
    meeting: LeaderMeeting = LeaderMeeting.RECEPTION,
    leader: str,
    post: str = "",
    place: str = "",
    result: str = "",
    on: date,
) -> LeaderMet:
    """The fact, in any state of the petition."""
    must_stand(case, on)
    if not leader:
        raise BadInput(
            "E105",
            "要写明是哪位领导。",
            basis=cite("leader", case.registration.received_on),
            remedy="加 --leader 姓名",
        )
    return LeaderMet(on, meeting, leader, post, place, result)


def apply(case: Case, fact: LeaderMet) -> Case:
    """The petition stays as it is."""
    return case.after(Event("leader-met", fact.on, about=fact.leader, value=fact.meeting.value))
