"""What time limits are worked out by, beside the rulebooks: the working days, and what the office has set for itself."""

from datetime import date
from typing import NamedTuple

from .calendar import Calendar


class OwnDays(NamedTuple):
    """A number of days set by the office for a limit whose source nobody could read; for petitions received from `since`."""

    since: date
    limit: str
    days: int


class Profile(NamedTuple):
    """A regional instrument switched on (or, with no name, off) for petitions received from `since`."""

    since: date
    name: str


class OwnRules(NamedTuple):
    """The office's dated choices about the law, in the order of their days."""

    days: tuple[OwnDays, ...] = ()
    profiles: tuple[Profile, ...] = ()

    def days_of(self, limit: str, received_on: date) -> int | None:
        """The days set for that limit for a petition received on that day, or None."""
        found = [each.days for each in self.days if each.limit == limit and each.since <= received_on]
        return found[-1] if found else None

    def profile(self, received_on: date) -> str:
        """The regional instrument that holds for a petition received on that day; none: the empty word."""
        found = [each.name for each in self.profiles if each.since <= received_on]
        return found[-1] if found else ""


NOTHING_SET = OwnRules()


class Law(NamedTuple):
    """The calendar and the office's own rules: all that a deadline depends on besides the facts and the rulebooks."""

    calendar: Calendar
    own: OwnRules = NOTHING_SET
