"""A time limit as the law states it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from ..core.case import ATTRIBUTES, Attributes

Condition = Mapping[str, tuple[object, ...]]
BY_DEMAND = frozenset({"category", "route"})
"""What each of several demands in one petition has for itself."""


class Extension(NamedTuple):
    """By which event a limit is extended, by at most how many calendar days, how often, and by which article."""

    by: str
    at_most: int
    times: int
    article: str
    source: str
    rule: str


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

    counts: calendar days (日), working days (工作日), months, or a day given by whoever assigned it.
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
    counts: Literal["calendar", "working", "month", "given"]
    days: int
    article: str
    source: str
    rule: str
    instrument: str
    right: bool = False
    when: Condition = MappingProxyType({})
    unless: tuple[Exemption, ...] = ()
    extension: Extension | None = None
    exclusion: Exclusion | None = None

    @property
    def by_demand(self) -> bool:
        """Whether it depends on what sort of demand it is, so that each of several demands has its own."""
        return not BY_DEMAND.isdisjoint(self.when)

    @property
    def basis(self) -> str:
        """Instrument and article, as refusals and `why` print it."""
        return f"{self.instrument}{self.article}"

    @property
    def is_window(self) -> bool:
        """True for what someone may do in time (object, ask for review) rather than must."""
        return self.right or self.binds == "petitioner"


def holds(condition: Condition, attributes: Attributes) -> bool:
    """True when every attribute named has one of the values given."""
    return all(attributes[ATTRIBUTES.index(name)] in values for name, values in condition.items())
