"""What else the same person has: one look into the index, so that every registration can afford it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..core.petition import Registration
from ..store import connection as store
from ..store.queries import same_person
from .desk import Desk

if TYPE_CHECKING:
    from ..reports.matter.candidate_lines import Known


def of_same_person(
    desk: Desk, paper: Registration, *, but: str = "", later: bool = False, going_on: bool = False
) -> list[Known]:
    """The person's other petitions received by the day of this one, whatever they are about, with what agrees.

    The surest first; last those of people who each have an ID number of their own. Nobody of whom only the name agrees.
    but: its own number. later: those received after that day instead. going_on: only those in hand or concluded, and of
    the very name.
    """
    found = may_be_of_same_person(desk, paper, but=but, later=later, going_on=going_on)
    return _with_signs(desk, paper, found) if found else []


def may_be_of_same_person(
    desk: Desk, paper: Registration, *, but: str = "", later: bool = False, going_on: bool = False
) -> list[str]:
    """The numbers of those, and of some that turn out not to be: what the index finds, before anything is read."""
    if paper.anonymous:
        return []
    with store.translated(desk.path):
        return same_person.of_same_person(
            desk.connection, paper.petitioners, but=but, received_by=paper.received_on, later=later, going_on=going_on
        )


def _with_signs(desk: Desk, paper: Registration, found: Sequence[str]) -> list[Known]:
    from ..reports.matter.candidate_lines import Known  # most registrations find none
    from ..rules.same_person import agreement, by_name_alone, sureness

    cases = [desk.case(number) for number in found]
    known = [Known(case, agreement(paper.petitioners, case.registration.petitioners)) for case in cases]
    told = [each for each in known if each.signs and not by_name_alone(each.signs)]
    return sorted(told, key=lambda each: sureness(each.signs).value)
