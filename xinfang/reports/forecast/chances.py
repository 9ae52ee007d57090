"""How likely each open duty is to be late, from how the office's duties went before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from ...core.report_rows import EndedDuties, OpenDuties
from ...core.statistics.sums import interval
from ...core.statistics.survival import Course, Ends, late_chance
from ...rules.deadline import OWED_BY_OTHERS

ENOUGH = 30
"""Fewer duties before, and no chance is stated."""


class Horizon(NamedTuple):
    """A day, the last day looked ahead to, what stood open, and how what had come due before went."""

    on: date
    until: date
    open: Sequence[OpenDuties]
    past: Sequence[EndedDuties]

    def of(self, unit: str) -> Horizon:
        """Only what is open with that unit; all of it for no unit. The past stays everybody's."""
        return self._replace(open=[each for each in self.open if unit in ("", each.unit)])

    @property
    def enough(self) -> bool:
        """Whether there is a past to learn from."""
        return sum(each.number for each in self.past) >= ENOUGH


class Lot(NamedTuple):
    """Open duties of one kind and unit due on one day, and how likely each is to be late."""

    label: str
    unit: str
    due: date
    number: int
    late: int
    chance: float

    @property
    def chances(self) -> list[float]:
        """The chance of each of them."""
        return [self.chance] * self.number


class Sum(NamedTuple):
    """Several lots added up: how many are due, how many will be late, between which two counts; how many were."""

    due: int
    expected: float
    low: int
    high: int
    late: int


def lots(horizon: Horizon) -> list[Lot]:
    """Every lot of open duties with its chance; a kind without a past goes as all kinds together do."""
    own: dict[tuple[str, str], list[Course]] = defaultdict(list)
    of_kind: dict[str, list[Course]] = defaultdict(list)
    for past in horizon.past:
        course = Course(past.begun, past.ended, past.number)
        own[past.name, past.unit].append(course)
        of_kind[past.name].append(course)
    every = Ends(course for courses in of_kind.values() for course in courses)
    kinds = {name: Ends(courses) for name, courses in of_kind.items()}
    units = {key: Ends(courses) for key, courses in own.items()}
    known: dict[tuple[str, str, int], float] = {}
    found = []
    for each in horizon.open:
        due = date.fromisoformat(each.due)
        left = (due - horizon.on).days
        # Who was supervised and when is said of what is open; how the supervised answered is known of all together.
        key = (each.name, "" if each.name in OWED_BY_OTHERS else each.unit, left)
        if key not in known:
            known[key] = late_chance(left, units.get(key[:2], Ends()), kinds.get(each.name, every))
        found.append(Lot(each.label, each.unit, due, each.number, each.late, known[key]))
    return found


def added(several: Sequence[Lot], spread: float = 1.0) -> Sum:
    """The lots together. spread: how much more than independent things they have proved to vary."""
    each = [chance for lot in several for chance in lot.chances]
    low, high = interval(each, spread)
    return Sum(len(each), sum(each), low, high, sum(lot.late for lot in several))
