"""How likely something open today is still open on its last day, from how the like went before.

Time runs towards the last day: whoever works to a time limit hurries as it nears, whether it began 60 days before or,
extended, 90. A duty is watched from the day it came to stand to the day it was done, moved or fell away; what then was
neither done, moved nor gone by its last day became late.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

LATE = -1
"""Days left when it ended, of what did not end in time."""
PRIOR = 20.0
"""A unit's own past is joined by as many duties that went as the office's did: of two of its own nothing follows."""


class Course(NamedTuple):
    """So many (`number`) duties that came to stand with `begun` days left, and ended with `ended` left, or LATE."""

    begun: int
    ended: int
    number: int


class Ends:
    """Of what was open with so many days left and one more: how many there were, and how many ended that day."""

    def __init__(self, courses: Iterable[Course] = ()) -> None:
        self.open: defaultdict[int, int] = defaultdict(int)
        self.ended: defaultdict[int, int] = defaultdict(int)

        for begun, ended, number in courses:
            if begun <= max(ended, 0):
                continue  # it ended on the day it came to stand, and was never open at the end of a day

            for left in range(max(ended, 0), begun):
                self.open[left] += number
            if ended != LATE:
                self.ended[ended] += number

    def hazard(self, left: int) -> float:
        """The share that ended on the day with so many days left (Kaplan and Meier's); 0 where none was open."""
        return self.ended[left] / self.open[left] if self.open[left] else 0.0


def late_chance(left: int, own: Ends, office: Ends) -> float:
    """The chance that what is open at the end of a day, so many days before its last, is not done by the last.

    own: the unit's past. office: everybody's, towards which the unit's is drawn. What never happened yet is not
    impossible: half a duty is added to those that were late and half a one to those that were not (Jeffreys).
    """
    chance = 1.0
    for day in range(left):
        ended = own.ended[day] + PRIOR * office.hazard(day)
        chance *= 1 - ended / (own.open[day] + PRIOR)
    known = own.open[left - 1] + min(PRIOR, office.open[left - 1])
    return (chance * known + 0.5) / (known + 1)
