"""A case: what the facts about one petition add up to."""

from datetime import date
from typing import Any, NamedTuple, Self

from .petition import Petitioner, Registration
from .terms import ENDED, Category, Kind, State, Track

ATTRIBUTES = ("kind", "source", "category", "route", "track", "notice_owed", "litigation")
"""Names of what a rulebook's conditions may ask of a case; they are those of the TOML files."""
Attributes = tuple[object, ...]
ENDINGS = frozenset({"closed", "declined", "redirected"})
"""The events that end a petition at this office, until it is taken up again."""


class Event(NamedTuple):
    """Something that time limits can start from, be met by or be changed by: `received`, `accepted`, `extended` …"""

    name: str
    on: date
    days: int = 0
    """For `extended`: by how many calendar days."""
    until: date | None = None
    """For `assigned`: the report-by day."""
    about: str = ""
    """What a person wants to know of it: approver and reason, unit, outcome."""


class Case(NamedTuple):
    """The state of one petition. A new value for every fact; never changed in place."""

    number: str
    kind: Kind
    registration: Registration
    registered_on: date
    state: State = State.REGISTERED
    state_since: date = date.min
    category: Category | None = None
    route: int | None = None
    code: str = ""
    branch: str = ""
    track: Track = Track.ORDINARY
    unit: str = ""
    """Who has it now; at first the unit that received it."""
    officer: str = ""
    co_units: tuple[str, ...] = ()
    first_handler: str = ""
    outcome: str = ""
    reply_text: str = ""
    former: tuple[Petitioner, ...] = ()
    """The petitioners as they were written down before a correction: still to be masked where texts name them."""
    notes: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()

    def after(self, event: Event, **changes: Any) -> Self:
        """A copy to which `event` has happened."""
        return self._replace(events=(*self.events, event), **changes)

    def to(self, state: State, event: Event, **changes: Any) -> Self:
        """A copy moved to `state` by `event`."""
        return self._replace(events=(*self.events, event), state=state, state_since=event.on, **changes)

    @property
    def people(self) -> tuple[Petitioner, ...]:
        """Everyone the petition was ever said to come from."""
        return (*self.registration.petitioners, *self.former)

    def last(self, name: str) -> date | None:
        """The day of the last event of that name, or None."""
        for event in reversed(self.events):
            if event.name == name:
                return event.on
        return None

    @property
    def open(self) -> bool:
        """True while the office still has something to do on it."""
        return self.state not in ENDED

    def attributes(self) -> Attributes:
        """What a rulebook's conditions may ask about, in the order of ATTRIBUTES."""
        registration = self.registration
        return (
            self.kind,
            registration.source,
            self.category or "",
            self.route or 0,
            self.track,
            registration.notice_owed,
            registration.litigation,
        )
