"""A case: what the facts about one petition add up to."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple, Self

from .links import Links, Relation, standing
from .petition import Petitioner, Registration
from .terms import ENDED, Category, Channel, Kind, State, Track

ATTRIBUTES = ("kind", "source", "category", "route", "track", "notice_owed", "litigation", "repeat", "simple")
"""Names of what a rulebook's conditions may ask of a case; they are those of the TOML files."""
Attributes = tuple[object, ...]
ENDINGS = frozenset({"closed", "declined", "redirected", "handed-back", "diverted", "withdrawn", "concluded", "lapsed"})
"""The events that end a petition at this office, until it is taken up again."""
ACCUSATION_LINES = frozenset({Channel.H12389, Channel.H12337})
"""举报 lines: what comes by them is an accusation until it is classified otherwise."""
HANDED_OVER = frozenset({"forwarded", "assigned"})
"""The events by which a petition goes to another unit, which has to sign for it."""
RESUMED = frozenset({"reopened", "review-asked", "recheck-asked"})
"""The events after which an ended petition goes on."""


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
    part: int = 0
    """Which demand, supervision or piece of advice it is about, from 1; 0: the petition as a whole."""
    value: str = ""
    """What is counted by: a unit, an outcome, a situation, a rating; the stable name, not the word."""
    score: int | None = None
    """For `inspected`: of 100, None where the office only grades."""


class Demand(NamedTuple):
    """One of several demands 诉求 in one petition, classified, routed and answered by itself.

    part: its number, from 1. outcome: of its answer, or of the procedure it was diverted to.
    """

    part: int
    text: str
    category: Category | None = None
    route: int | None = None
    outcome: str = ""
    answer: str = ""
    basis: str = ""

    @property
    def done(self) -> bool:
        """Whether nothing is left to answer."""
        return self.outcome != ""


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
    reply_basis: str = ""
    opinion_of: str = ""
    """In whose name the opinion was given, where that was said; else who has the petition tells (rules/reviewers.py)."""
    reviewer: str = ""
    """Who reviewed it, or was asked to: a recheck goes to the level above."""
    demands: tuple[Demand, ...] = ()
    """Where there are several; else category and route above are those of the one demand."""
    returns_to: str = ""
    """Where it goes back to when an objection is agreed to or refused: the unit that had it before."""
    before: State = State.REGISTERED
    """How it stood before an objection, a dispute or a review was raised."""
    recused: tuple[str, ...] = ()
    """Officers who may not handle it (第二十八条第三款)."""
    admitted: tuple[str, ...] = ()
    """Officers who may see it although it is restricted, besides those who handle it."""
    beside: bool = False
    """Whether a step of the police's own procedures was written down; their time limits run beside the petition's."""
    former: tuple[Petitioner, ...] = ()
    """The petitioners as they were written down before a correction: still to be masked where texts name them."""
    links: Links = ()
    """What it repeats or has to do with, as registered and as linked since."""
    notes: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()

    def after(self, event: Event, **changes: Any) -> Self:
        """A copy to which `event` has happened."""
        return self._with(events=(*self.events, event), **changes)

    def to(self, state: State, event: Event, **changes: Any) -> Self:
        """A copy moved to `state` by `event`."""
        return self._with(events=(*self.events, event), state=state, state_since=event.on, **changes)

    def _with(self, **changes: Any) -> Self:
        # As _replace, in half its time: an import makes half a dozen cases for every row.
        values = list(self)
        for name, value in changes.items():
            values[_PLACES[name]] = value
        return tuple.__new__(self.__class__, values)

    @property
    def people(self) -> tuple[Petitioner, ...]:
        """Everyone the petition was ever said to come from."""
        return (*self.registration.petitioners, *self.former)

    @property
    def repeat_of(self) -> str:
        """The earlier petition about the same matter that it repeats; empty for the first about it (初次)."""
        return next(iter(standing(self.links, Relation.REPEAT)), "") if self.links else ""

    def last_event(self, *names: str) -> Event | None:
        """The last event of any of these names, or None."""
        for event in reversed(self.events):
            if event.name in names:
                return event
        return None

    def last(self, name: str) -> date | None:
        """The day of the last event of that name, or None."""
        event = self.last_event(name)
        return event.on if event else None

    def last_value(self, name: str) -> str:
        """The value of the last event of that name; empty where there is none."""
        event = self.last_event(name)
        return event.value if event else ""

    @property
    def left_simple(self) -> bool:
        """Whether it was taken off the simple track after its acceptance: until then that one's days ran."""
        return self.last_event("simple-left") is not None

    @property
    def open(self) -> bool:
        """True while the office still has something to do on it."""
        return self.state not in ENDED

    @property
    def restricted(self) -> bool:
        """Whether only those who handle it may see it: accusations, and what came by the lines for them (第三十条第三款).

        Of several demands one that is an accusation is enough.
        """
        if self.category is None:
            return self.registration.channel in ACCUSATION_LINES
        return self.category is Category.ACCUSATION or any(
            demand.category is Category.ACCUSATION for demand in self.demands
        )

    @property
    def urgent(self) -> bool:
        """Whether it counts as grave and urgent: registered so, or reported so since (第二十五条)."""
        return self.registration.urgent or self.times("urgent-reported") > 0

    @property
    def marks(self) -> list[str]:
        """The marks of the register 标记 it carries, in the order of the form."""
        paper = self.registration
        marks = (
            (paper.anonymous, "匿名"),
            (paper.address_unclear, "姓名住址不清"),
            (paper.confidential, "要求保密"),
            (paper.joint_letter, "联名"),
            (paper.level_skipping, "越级"),
            (paper.litigation, "涉法涉诉"),
            (self.urgent, "重大紧急"),
        )
        return [label for carried, label in marks if carried]

    @property
    def acknowledged(self) -> bool:
        """Whether the unit it was last handed over to has signed for it; once is enough where it is sent there twice."""
        for event in reversed(self.events):
            if event.name == "acknowledged":
                return event.value == self.unit
            if event.name == "sent-back" or (event.name in HANDED_OVER and event.value != self.unit):
                return False
        return False

    @property
    def told_elsewhere(self) -> bool:
        """Whether the unit it was sent to has signed for it and told the petitioner: it is that unit's to handle now."""
        return self.state is State.INFORMED and self.acknowledged

    def times(self, name: str) -> int:
        """How often an event of that name happened."""
        return sum(event.name == name for event in self.events)

    def attributes(self, demand: Demand | None = None) -> Attributes:
        """What a rulebook's conditions may ask about, in the order of ATTRIBUTES; of one of several demands if given."""
        registration = self.registration
        return (
            self.kind,
            registration.source,
            (demand.category if demand else self.category) or "",
            (demand.route if demand else self.route) or 0,
            self.track,
            registration.notice_owed,
            registration.litigation,
            self.repeat_of != "",
            self.track is Track.SIMPLE or self.left_simple,
        )


Steps = Sequence[tuple[date, Case]]
"""The case after each fact, with the day from which it stood so (acts/replay.steps)."""


def on_day(steps: Iterable[tuple[date, Case]], day: date) -> Case | None:
    """How the petition stood at the end of that day; None when it had not come in yet."""
    found: Case | None = None
    for since, case in steps:
        if since <= day:
            found = case
    return found


_PLACES = {name: place for place, name in enumerate(Case._fields)}
