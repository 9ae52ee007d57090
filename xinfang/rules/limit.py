"""A time limit as the law states it: one table of a rulebook file, checked on loading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from ..core.case import ATTRIBUTES, Attributes
from ..core.errors import BadInput

SOURCE_CLASSES = ("TEXT", "QUOTE", "MEMORY", "CODE", "SEED")
"""TEXT: read in the statute itself; QUOTE: quoted second-hand; MEMORY: from memory, to be checked; others: practice."""
COUNTS = ("calendar", "working", "month", "given")
DUTIES = ("tell", "route", "object", "reply", "report", "review")
BOUND = ("office", "unit", "petitioner")
EVENTS = frozenset(
    [
        "received",
        "tasked",
        "informed",
        "accepted",
        "declined",
        "redirected",
        "forwarded",
        "objected",
        "assigned",
        "extended",
        "replied",
        "served",
        "closed",
        "reopened",
        "hearing-began",
        "hearing-ended",
    ]
)
"""Every event that an act can report; a rulebook that names another does not load."""

Condition = Mapping[str, tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Extension:
    """By which event a limit is extended, by at most how many calendar days, how often, and by which article."""

    by: str
    at_most: int
    times: int
    article: str
    source: str
    rule: str


@dataclass(frozen=True, slots=True)
class Exemption:
    """When the limit does not run at all, and the article or reason that `why` prints."""

    when: Condition
    reason: str
    article: str


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Days that do not count, from the event `begins` to the event `ends`, both days included."""

    begins: str
    ends: str
    article: str


@dataclass(frozen=True, slots=True)
class Limit:
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
    when: Condition = field(default_factory=dict)
    unless: tuple[Exemption, ...] = ()
    extension: Extension | None = None
    exclusion: Exclusion | None = None

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


def read_limit(table: Mapping[str, Any], *, instrument: str, source: str, where: str) -> Limit:
    """A checked Limit from one TOML table; `where` is the place named in errors. Raises BadInput E112."""
    reader = _Reader(table, where)
    limit = Limit(
        name=reader.text("name"),
        label=reader.text("label"),
        duty=reader.one_of("duty", DUTIES),
        binds=reader.one_of("binds", BOUND),
        starts=reader.events("starts", required=True),
        met_by=reader.events("met_by", required=True),
        ended_by=reader.events("ended_by"),
        counts=reader.one_of("counts", COUNTS),  # type: ignore[arg-type]  # one_of has checked it
        days=0 if table.get("counts") == "given" else reader.count("days"),
        article=reader.text("article"),
        source=reader.one_of("source", SOURCE_CLASSES) if "source" in table else source,
        rule=reader.text("rule"),
        instrument=reader.text("instrument") if "instrument" in table else instrument,
        right=bool(reader.take("right", False)),
        when=reader.condition("when"),
        unless=tuple(
            Exemption(part.condition("when"), part.text("reason"), part.text("article"))
            for part in reader.parts("unless")
        ),
        extension=next((_extension(part) for part in reader.parts("extension")), None),
        exclusion=next((_exclusion(part) for part in reader.parts("exclusion")), None),
    )
    reader.finish()
    return limit


def _extension(part: _Reader) -> Extension:
    (by,) = part.events("by", required=True)
    return Extension(
        by,
        part.count("at_most"),
        part.count("times"),
        part.text("article"),
        part.one_of("source", SOURCE_CLASSES),
        part.text("rule"),
    )


def _exclusion(part: _Reader) -> Exclusion:
    (begins,) = part.events("begins", required=True)
    (ends,) = part.events("ends", required=True)
    return Exclusion(begins, ends, part.text("article"))


class _Reader:
    """Takes the keys of a TOML table one by one and complains about each that is wrong, missing or left over."""

    def __init__(self, table: Mapping[str, Any], where: str) -> None:
        self.table = table
        self.where = where
        self.left = set(table)

    def wrong(self, what: str) -> BadInput:
        return BadInput("E112", f"{self.where}: {what}", remedy="改正规则书文件后再试；没有条文出处的值不能加载")

    def take(self, key: str, default: Any = None) -> Any:
        self.left.discard(key)
        return self.table.get(key, default)

    def text(self, key: str) -> str:
        value = self.take(key)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(f"缺少“{key}”（应为文字）")
        return value

    def one_of(self, key: str, allowed: tuple[str, ...]) -> str:
        value = self.text(key)
        if value not in allowed:
            raise self.wrong(f"“{key}”不能是“{value}”，可用: {'、'.join(allowed)}")
        return value

    def count(self, key: str) -> int:
        value = self.take(key)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= 3660:
            raise self.wrong(f"“{key}”应为正整数")
        return value

    def events(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        value = self.take(key, [])
        names = (value,) if isinstance(value, str) else tuple(value)
        if required and not names:
            raise self.wrong(f"缺少“{key}”")
        for name in names:
            if name not in EVENTS:
                raise self.wrong(f"“{key}”里没有“{name}”这个事件")
        return names

    def condition(self, key: str) -> Condition:
        value = self.take(key, {})
        if not isinstance(value, dict):
            raise self.wrong(f"“{key}”应为条件表")
        for name in value:
            if name not in ATTRIBUTES:
                raise self.wrong(f"“{key}”里没有“{name}”这个条件")
        return {name: tuple(v) if isinstance(v, list) else (v,) for name, v in value.items()}

    def parts(self, key: str) -> list[_Reader]:
        value = self.take(key, [])
        tables = [value] if isinstance(value, dict) else value
        readers = [_Reader(table, f"{self.where}.{key}") for table in tables]
        return readers

    def finish(self) -> None:
        if self.left:
            raise self.wrong(f"认不出的键: {'、'.join(sorted(self.left))}")
