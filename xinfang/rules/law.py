"""What time limits are worked out by, beside the rulebooks: the working days, and what the office has set for itself."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from ..core.office import NONE, PROFILE, Setting
from .calendar import Calendar


class OwnRules(NamedTuple):
    """The office's dated settings about the law, in the order of their days; each for petitions received from its day."""

    settings: tuple[Setting, ...] = ()

    def days_on(self, received_on: date) -> tuple[Setting, ...]:
        """What is set for a petition received on that day: at most one `days:…` for each limit, by name."""
        found = {each.name: each for each in self._until(received_on) if each.name != PROFILE}
        return tuple(each for _, each in sorted(found.items()) if each.value != NONE)

    def profile_on(self, received_on: date) -> Setting | None:
        """The regional instrument that holds for a petition received on that day, if any."""
        found = [each for each in self._until(received_on) if each.name == PROFILE]
        return found[-1] if found and found[-1].value != NONE else None

    def _until(self, day: date) -> list[Setting]:
        return [each for each in self.settings if each.since <= day]


NOTHING_SET = OwnRules()


def own_rules(settings: Iterable[Setting]) -> OwnRules:
    """Those of the office's settings that are about the law. settings: in the order of their days, as Office keeps them."""
    own = tuple(each for each in settings if each.sets_the_law)
    return OwnRules(own) if own else NOTHING_SET


class Law(NamedTuple):
    """The calendar and the office's own rules: all that a deadline depends on besides the facts and the rulebooks."""

    calendar: Calendar
    own: OwnRules = NOTHING_SET
