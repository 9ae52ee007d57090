"""What an observation is given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from ...core.period import Period
from ...core.statistics.screening import Group


class Stretch(NamedTuple):
    """A period as far as it is compared: the last day compared, what came in on each working day, all that came in."""

    period: Period
    last: date
    working: Mapping[date, int]
    groups: Sequence[Group]

    @property
    def days(self) -> int:
        """Calendar days compared."""
        return (self.last - self.period.first).days + 1

    @property
    def weekdays(self) -> Counter[str]:
        """How many working days there are of each weekday."""
        return Counter(str(day.isoweekday()) for day in self.working)

    @property
    def season(self) -> int:
        """Which month or quarter of the year it is; 0 where years are compared, or days that are no month."""
        if self.period.kind == "month":
            return self.period.first.month
        return self.period.first.month // 3 + 1 if self.period.kind == "quarter" else 0


class Petition(NamedTuple):
    """One petition of the period. title: masked; title and text: empty where they may not be shown.

    persons: what tells who raised it apart.
    """

    number: str
    unit: str
    title: str
    text: str
    restricted: bool
    persons: tuple[frozenset[str], ...]


class Seen(NamedTuple):
    """The period, those before it (the oldest first), and the period's petitions in the order of its groups.

    needed: how many earlier periods it takes to test. calendar_known: whether all days off are known.
    """

    now: Stretch
    before: Sequence[Stretch]
    petitions: Sequence[Petition]
    needed: int
    calendar_known: bool

    @property
    def testable(self) -> bool:
        """Whether there is history enough."""
        return len(self.before) >= self.needed and any(each.groups for each in self.before)
