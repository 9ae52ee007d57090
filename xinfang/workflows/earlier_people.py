"""What else the same person has: one look into the index, so that every registration can afford it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from ..core.earlier_petition import EarlierPetition
from ..core.petition import Registration
from ..store import connection as store
from ..store.queries import same_person
from .desk import Desk

if TYPE_CHECKING:
    from ..reports.matter.candidate_lines import Known


def of_same_person(desk: Desk, paper: Registration, *, but: str = "", by: date) -> list[EarlierPetition]:
    """The person's other petitions received by that day, newest first, whatever they are about."""
    if paper.anonymous:
        return []
    with store.translated(desk.path):
        return same_person.of_same_person(desk.connection, paper.petitioners, but=but, received_by=by)


def with_signs(desk: Desk, paper: Registration, found: Sequence[EarlierPetition]) -> list[Known]:
    """The petitions found, each with what agrees between the people."""
    from ..reports.matter.candidate_lines import Known  # most registrations find none
    from ..rules.same_person import agreement

    cases = [desk.case(each.number) for each in found]
    return [Known(case, agreement(paper.petitioners, case.registration.petitioners)) for case in cases]
