"""Which rules govern a petition: the instrument in force when it was received, with the police layer on top."""

from datetime import date
from functools import cache, cached_property, lru_cache

from ..core.office import DAYS, Setting
from ..core.terms import Kind
from .instrument import Instrument, load
from .law import NOTHING_SET, OwnRules
from .limit import OWN, Limit
from .regional import profile, regional

BOOKS = ("tiaoli-2005", "tiaoli-2022")
LAYERS = ("police-79", "police-2023")
"""Folders under rules/book/. A layer lies on top of one book, for one kind of office."""
BESIDE = ("police-procedures",)
"""Procedures that run beside a petition of one kind of office; their limits are looked at where a step of them was taken."""
PROFILES = ("beijing", "henan", "shandong", "shanghai", "zhejiang")
"""Regional instruments, rules/book/local-<name>/: each lies on top of all others where the office has switched it on."""


class Rulebook:
    """The limits that govern a petition, and the instruments they come from. One object for each combination.

    unused: the limits that would run if the office had set their days.
    """

    def __init__(
        self, instruments: tuple[Instrument, ...], limits: tuple[Limit, ...], unused: tuple[Limit, ...] = ()
    ) -> None:
        self.instruments = instruments
        self.limits = limits
        self.unused = unused

    @cached_property
    def movers(self) -> frozenset[str]:
        """The events that start, lengthen or suspend any limit, or end one that may be suspended: a hearing ends with it."""
        names: set[str] = set()
        for limit in self.limits:
            names.update(limit.starts)
            if limit.exclusion:
                names.update((*limit.met_by, *limit.ended_by))
        return self.lengtheners | names

    @cached_property
    def lengtheners(self) -> frozenset[str]:
        """The events that lengthen or suspend any limit."""
        names: set[str] = set()
        for limit in self.limits:
            if limit.extension:
                names.add(limit.extension.by)
            if limit.exclusion:
                names.update((limit.exclusion.begins, limit.exclusion.ends))
        return frozenset(names)


def book_on(received_on: date) -> str | None:
    """The one of BOOKS in force on that day; None before the first."""
    return next((name for name in reversed(BOOKS) if load(name).since <= received_on), None)


@lru_cache(4096)
def governing(kind: Kind, received_on: date, own: OwnRules = NOTHING_SET, *, beside: bool = False) -> Rulebook | None:
    """The rulebook for a petition received on that day by that kind of office.

    beside: with the limits of the procedures in BESIDE, which hold from days of their own.
    None before 2005-05-01: the regulation of that time is not in the tool, and nothing is guessed.
    """
    base = book_on(received_on)
    if base is None:
        return None
    layer = next(
        (
            name
            for name in reversed(LAYERS)
            if (book := load(name)).on_top_of == base and book.kind == kind.value and book.since <= received_on
        ),
        None,
    )
    local = regional(own, received_on)
    others = [name for name in BESIDE if load(name).kind == kind.value] if beside else []
    names = (base, layer, local and local.name, *others)
    return _combined(tuple(name for name in names if name), own.days_on(received_on))


@cache
def _combined(names: tuple[str, ...], own: tuple[Setting, ...]) -> Rulebook:
    """The instruments of these names, each on top of those before it, with the office's own days where it may set them."""
    instruments = tuple(load(name) for name in names)
    by_name: dict[str, Limit] = {}
    for instrument in instruments:
        by_name.update((limit.name, limit) for limit in instrument.limits)
        for change in instrument.changes:
            if change.limit in by_name:
                by_name[change.limit] = change.of(by_name[change.limit])
    for each in own:
        limit = by_name.get(each.name.removeprefix(DAYS))
        if limit and limit.settable:
            by_name[limit.name] = limit._replace(
                days=int(each.value), optional=False, source=OWN, instead=limit, own_since=each.since
            )
    return Rulebook(
        tuple(each for each in instruments if each.name not in BESIDE),
        tuple(limit for limit in by_name.values() if not limit.optional),
        tuple(limit for limit in by_name.values() if limit.optional),
    )


def settable(kind: Kind, on: date) -> dict[str, Limit]:
    """The limits, by name, whose days an office of that kind may set for petitions received from `on`."""
    days = [on, *(since for name in (*BOOKS, *LAYERS) if (since := load(name).since) > on)]
    books = [book for day in sorted(days) if (book := governing(kind, day, beside=True))]
    return {limit.name: limit for book in books for limit in (*book.limits, *book.unused) if limit.settable}


def every_instrument() -> tuple[Instrument, ...]:
    """All that are shipped: first those that govern by themselves, then what lies on top of or stands beside them."""
    return (*map(load, (*BOOKS, *LAYERS, *BESIDE)), *map(profile, PROFILES))
