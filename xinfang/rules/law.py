"""What time limits are worked out by, beside the rulebooks: the working days, and what the office has set for itself."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from ..core.office import DAYS, NONE, PROFILE, Setting
from .calendar import Calendar


class OwnDays(NamedTuple):
    """A number of days set by the office for a limit whose source nobody could read; for petitions received from `since`.

    days: in the limit's own unit; 0: again those of the rulebook.
    """

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

    def days_on(self, received_on: date) -> tuple[OwnDays, ...]:
        """What is set for a petition received on that day: at most one for each limit, by name."""
        found = {each.limit: each for each in self.days if each.since <= received_on}
        return tuple(each for _, each in sorted(found.items()) if each.days)

    def profile_on(self, received_on: date) -> Profile | None:
        """The regional instrument that holds for a petition received on that day, if any."""
        found = [each for each in self.profiles if each.since <= received_on]
        return found[-1] if found and found[-1].name else None


NOTHING_SET = OwnRules()


def own_rules(settings: Iterable[Setting]) -> OwnRules:
    """What the office's settings say about the law. settings: in the order of their days, as Office keeps them."""
    days: list[OwnDays] = []
    profiles: list[Profile] = []
    for setting in settings:
        value = "" if setting.value == NONE else setting.value
        if setting.name == PROFILE:
            profiles.append(Profile(setting.since, value))
        elif setting.name.startswith(DAYS):
            days.append(OwnDays(setting.since, setting.name.removeprefix(DAYS), int(value or 0)))
    return OwnRules(tuple(days), tuple(profiles)) if days or profiles else NOTHING_SET


class Law(NamedTuple):
    """The calendar and the office's own rules: all that a deadline depends on besides the facts and the rulebooks."""

    calendar: Calendar
    own: OwnRules = NOTHING_SET
