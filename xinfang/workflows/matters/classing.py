"""Of which sorts petitions are: each beside the others about its matter."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ...core.case import Case
from ...core.office import COUNTS
from ...core.table import Said
from ...rules.petition_classes import Raised, classes_of, raised, word
from ...store.queries import links
from ..desk import Desk

Sorts = tuple[Said, ...]
"""Values of PetitionClass, each with what offices say of that petition: 初访、集体访（5人以上）."""


def matter_of(desk: Desk, number: str, *, on: date) -> list[Case]:
    """The petitions about the same matter as they stood on that day, this one among them, the first received first."""
    with desk.reading() as db:
        numbers = links.matter(db, number, on=on)
    return sorted((desk.case(each, as_of=on) for each in numbers), key=lambda case: raised(case)[:3])


def sorts_of(desk: Desk, case: Case, *, on: date) -> Sorts:
    """The sorts of one petition, `case` as it stood on that day."""
    return _sorts(desk, case, [raised(each) for each in matter_of(desk, case.number, on=on)])


def sorts_of_each(desk: Desk, cases: Sequence[Case]) -> list[Sorts]:
    """The sorts of each of the petitions about one matter."""
    times = [raised(case) for case in cases]
    return [_sorts(desk, case, times) for case in cases]


def _sorts(desk: Desk, case: Case, times: Sequence[Raised]) -> Sorts:
    # The office is asked only where more than one came: it would have to be looked up for every petition shown.
    alone = case.registration.headcount == 1
    # As it was set on the day they came: what a bulletin has counted as a group stays one.
    size = COUNTS["group-size"][0] if alone else desk.office.number("group-size", on=case.registration.received_on)
    others = [each for each in times if each.number != case.number]
    found = classes_of(case, others, group_size=size)
    return tuple(Said(sort.value, word(sort, case.registration.channel, group_size=size)) for sort in found)
