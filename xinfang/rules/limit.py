"""A time limit as the law states it."""

from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple

from ..core.case import ATTRIBUTES, Attributes

Length = Literal["calendar", "working", "month"]
"""What the days of a limit are: 日, 工作日, or months."""
Counts = Literal[Length, "given", "hour", "at-once"]
_UNITS: dict[Counts, str] = {"calendar": "日", "working": "个工作日", "month": "个月", "hour": "小时"}
Condition = Mapping[str, tuple[object, ...]]
BY_DEMAND = frozenset({"category", "route"})
"""What each of several demands in one petition has for itself."""
READ = "TEXT"
"""The source class of what somebody has read in the text of the law itself."""
OWN = "OWN"
"""The source of days that the office has set; no rulebook may say so."""


class Extension(NamedTuple):
    """By which event a limit is extended, by at most how many calendar days, how often, and by which article."""

    by: str
    at_most: int
    times: int
    article: str
    source: str
    rule: str
    instrument: str = ""
    """Where it stands, when not in the limit's own instrument."""


class Exemption(NamedTuple):
    """When the limit does not run at all, and the article or reason that `why` prints."""

    when: Condition
    reason: str
    article: str


class Exclusion(NamedTuple):
    """Days that do not count, from the event `begins` to the event `ends`, both days included."""

    begins: str
    ends: str
    article: str


class Limit(NamedTuple):
    """One time limit.

    counts: calendar days (日), working days (工作日), months, hours, at once (立即: the day itself), or a day given by
    whoever assigned it.
    starts: the events that start it (each time anew). met_by: the events that fulfil it.
    ended_by: the events after which nobody owes it any more. right: a window that may be used, not a duty.
    """

    name: str
    label: str
    duty: str
    binds: str
    starts: tuple[str, ...]
    met_by: tuple[str, ...]
    ended_by: tuple[str, ...]
    counts: Counts
    days: int
    article: str
    source: str
    rule: str
    instrument: str
    right: bool
    when: Condition
    only: tuple[str, ...]
    """Only by starting events of one of these values; empty: by all of them."""
    unless: tuple[Exemption, ...]
    extension: Extension | None
    exclusion: Exclusion | None
    not_after: tuple[str, ...]
    """The events after which it does not start any more."""
    passed_on_by: tuple[str, ...]
    """The events that end it when they are about another unit than the event that started it."""
    optional: bool
    """Its days are so doubtful that it runs only where the office has set them itself."""
    since: date
    """It runs from what happened on this day or later: for what stands beside every book, each from its own law."""
    instead: "Limit | None" = None
    """As the rulebook has it, where `days` are the office's own; `source` is OWN then."""
    own_since: date = date.min
    """The office's own days hold for petitions received from then on."""

    @property
    def by_demand(self) -> bool:
        """Whether it depends on what sort of demand it is, so that each of several demands has its own."""
        return not BY_DEMAND.isdisjoint(self.when)

    @property
    def length(self) -> str:
        """60日, 5个工作日; nothing where it has no number."""
        return f"{self.days}{_UNITS[self.counts]}" if self.days else ""

    @property
    def basis(self) -> str:
        """Instrument and article, as refusals and `why` print it."""
        return f"{self.instrument}{self.article}"

    @property
    def extension_basis(self) -> str:
        """Instrument and article of the extension."""
        assert self.extension is not None
        return f"{self.extension.instrument or self.instrument}{self.extension.article}"

    @property
    def settable(self) -> bool:
        """Whether an office may set other days: nobody has read the text, and it is days that are counted."""
        return self.source != READ and self.counts in {"calendar", "working", "month"}

    @property
    def is_window(self) -> bool:
        """True for what someone may do in time (object, ask for review) rather than must."""
        return self.right or self.binds == "petitioner"


def holds(condition: Condition, attributes: Attributes) -> bool:
    """True when every attribute named has one of the values given."""
    return all(attributes[ATTRIBUTES.index(name)] in values for name, values in condition.items())
