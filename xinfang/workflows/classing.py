"""Of which sorts petitions are: each beside the others about its matter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from ..core.case import Case
from ..core.classes import PetitionClass
from ..core.office import COUNTS
from ..rules.petition_classes import classes_of, raised
from ..store.queries import links
from .desk import Desk


def group_size(desk: Desk, cases: Iterable[Case], *, on: date) -> int:
    """From how many people on a petition is a group's, as the office has set it; that of each of these has to be told."""
    # The office is asked only where more than one came: it would have to be looked up for every petition shown.
    if all(case.registration.headcount == 1 for case in cases):
        return COUNTS["group-size"][0]
    return desk.office.number("group-size", on=on)


def matter_of(desk: Desk, number: str, *, on: date) -> list[Case]:
    """The petitions about the same matter as they stood on that day, this one among them, the first received first."""
    with desk.reading() as db:
        numbers = links.matter(db, number, on=on)
    return sorted((desk.case(each, as_of=on) for each in numbers), key=lambda case: raised(case)[:3])


def sorted_out(cases: Sequence[Case], *, group_size: int) -> list[tuple[PetitionClass, ...]]:
    """The sorts of each of the petitions about one matter."""
    times = [raised(case) for case in cases]
    return [classes_of(case, [*times[:at], *times[at + 1 :]], group_size=group_size) for at, case in enumerate(cases)]


def classes(desk: Desk, case: Case, *, on: date) -> tuple[PetitionClass, ...]:
    """The sorts of one petition, `case` as it stood on that day."""
    cases = [case if each.number == case.number else each for each in matter_of(desk, case.number, on=on)]
    size = group_size(desk, [case], on=on)
    found = dict(zip((each.number for each in cases), sorted_out(cases, group_size=size), strict=True))
    return found.get(case.number) or classes_of(case, group_size=size)
