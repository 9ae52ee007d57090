"""Reading time limits from a rulebook's TOML tables; whatever is wrong is said with its place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from ..core.case import ATTRIBUTES, ENDINGS
from ..core.errors import BadInput
from ..core.events import EVENTS
from ..core.terms import ROUTES, Category, Kind, Source, Track
from .limit import Condition, Exclusion, Exemption, Extension, Limit

if TYPE_CHECKING:
    from .regional import Change

SOURCE_CLASSES = ("TEXT", "QUOTE", "MEMORY", "CODE", "SEED")
"""TEXT: read in the statute itself; QUOTE: quoted second-hand; MEMORY: from memory, to be checked; others: practice."""
COUNTS = ("calendar", "working", "month", "given", "hour", "at-once")
ENDED = "ended"
"""In `ended_by`: whatever ends the petition at this office (core/case.ENDINGS)."""
UNCOUNTED = frozenset({"given", "at-once"})
"""Limits without a number."""
DUTIES = (
    "tell",
    "route",
    "object",
    "reply",
    "report",
    "request",
    "review",
    "carry-out",
    "supervision",
    "advice",
    "rating",
    "police",
)
BOUND = ("office", "unit", "superior", "petitioner")
VALUES: dict[str, tuple[object, ...]] = {
    "kind": tuple(Kind),
    "source": tuple(Source),
    "category": ("", *Category),
    "route": (0, *ROUTES),
    "track": tuple(Track),
    "notice_owed": (True, False),
    "litigation": (True, False),
    "repeat": (True, False),
}
"""What a condition may compare each of ATTRIBUTES with; "" and 0: not classified yet. A misspelt value would never hold."""


def read_limit(table: Mapping[str, Any], *, instrument: str, source: str, where: str) -> Limit:
    """A checked Limit from one TOML table; `where` is the place named in errors. Raises BadInput E112."""
    reader = _Reader(table, where)
    limit = Limit(
        name=reader.text("name"),
        label=reader.text("label"),
        duty=reader.one_of("duty", DUTIES),
        binds=reader.one_of("binds", BOUND),
        starts=reader.events("starts", required=True),
        met_by=reader.events("met_by", required=table.get("binds") != "petitioner"),
        ended_by=reader.events("ended_by", endings=True),
        not_after=reader.events("not_after"),
        passed_on_by=reader.events("passed_on_by"),
        counts=reader.one_of("counts", COUNTS),  # type: ignore[arg-type]  # one_of has checked it
        days=0 if table.get("counts") in UNCOUNTED else reader.count("days"),
        article=reader.text("article"),
        source=reader.one_of("source", SOURCE_CLASSES) if "source" in table else source,
        rule=reader.text("rule"),
        instrument=reader.text("instrument") if "instrument" in table else instrument,
        right=reader.truth("right"),
        optional=reader.truth("optional"),
        since=reader.day("since") if "since" in table else date.min,
        when=reader.condition("when"),
        only=reader.values_of_starts("only") if "only" in table else (),
        unless=tuple(_exemption(part) for part in reader.parts("unless")),
        extension=next((_extension(part) for part in reader.parts("extension", at_most=1)), None),
        exclusion=next((_exclusion(part) for part in reader.parts("exclusion", at_most=1)), None),
    )
    reader.finish()
    if limit.optional and not limit.settable:
        raise reader.wrong("“optional”的期限要能由本单位设定天数")
    return limit


def read_change(table: Mapping[str, Any], *, instrument: str, source: str, where: str) -> Change:
    """A checked Change from one TOML table. Raises BadInput E112."""
    from .regional import Change  # only an office that has switched a regional instrument on pays for it

    reader = _Reader(table, where)
    extension = next((_extension(part) for part in reader.parts("extension", at_most=1)), None)
    if extension is None and "days" not in table:
        raise reader.wrong("“days”和“extension”至少写一个")
    change = Change(
        limit=reader.text("limit"),
        article=reader.text("article"),
        source=source,
        rule=reader.text("rule"),
        instrument=instrument,
        days=reader.count("days") if "days" in table else 0,
        counts=reader.one_of("counts", COUNTS[:3]) if "days" in table else "calendar",  # type: ignore[arg-type]
        extension=extension._replace(instrument=instrument) if extension else None,
    )
    reader.finish()
    return change


def _exemption(part: _Reader) -> Exemption:
    exemption = Exemption(part.condition("when"), part.text("reason"), part.text("article"))
    if not exemption.when:
        # Without a condition it would exempt every petition.
        raise part.wrong("缺少“when”（应为条件表）")
    part.finish()
    return exemption


def _extension(part: _Reader) -> Extension:
    extension = Extension(
        part.event("by"),
        part.count("at_most"),
        part.count("times"),
        part.text("article"),
        part.one_of("source", SOURCE_CLASSES),
        part.text("rule"),
    )
    part.finish()
    return extension


def _exclusion(part: _Reader) -> Exclusion:
    exclusion = Exclusion(part.event("begins"), part.event("ends"), part.text("article"))
    part.finish()
    return exclusion


def _is_police_step(name: str) -> bool:
    # Late: only the police's own procedures name them, and every command reads the other rulebooks.
    from ..core.police_steps import STEPS

    return name in STEPS


class _Reader:
    """Takes the keys of a TOML table one by one and complains about each that is wrong, missing or left over."""

    def __init__(self, table: Mapping[str, Any], where: str) -> None:
        self.table = table
        self.where = where
        self.left = set(table)

    def wrong(self, what: str) -> BadInput:
        return BadInput("E112", f"{self.where}: {what}。", remedy="改正规则书文件后再试；没有条文出处的值不能加载")

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

    def events(self, key: str, *, required: bool = False, endings: bool = False) -> tuple[str, ...]:
        """Names of events; endings: ENDED may stand for every event that ends a petition."""
        value = self.take(key, [])
        names = [value] if isinstance(value, str) else value
        if endings and isinstance(names, list) and ENDED in names:
            names = [*(name for name in names if name != ENDED), *sorted(ENDINGS)]
        if not isinstance(names, list):
            raise self.wrong(f"“{key}”应为事件名")
        if required and not names:
            raise self.wrong(f"缺少“{key}”")
        for name in names:
            if not isinstance(name, str) or not (name in EVENTS or _is_police_step(name)):
                raise self.wrong(f"“{key}”里没有“{name}”这个事件")
        return tuple(names)

    def values_of_starts(self, key: str) -> tuple[str, ...]:
        """Values of the event that starts the limit; only proposals are told apart so far."""
        from ..core.oversight import Proposal  # hardly any book asks: start-up does not pay for it

        value = self.take(key)
        values = [value] if isinstance(value, str) else value
        if not isinstance(values, list) or self.table.get("starts") != "advised":
            raise self.wrong(f"“{key}”应为起算事件 advised 的取值: {'、'.join(Proposal)}")
        for each in values:
            if each not in list(Proposal):
                raise self.wrong(f"“{key}”不能是“{each}”，可用: {'、'.join(Proposal)}")
        return tuple(values)

    def event(self, key: str) -> str:
        names = self.events(key, required=True)
        if len(names) > 1:
            raise self.wrong(f"“{key}”只能写一个事件")
        return names[0]

    def day(self, key: str) -> date:
        value = self.take(key)
        if type(value) is not date:
            raise self.wrong(f"“{key}”应为日期")
        return value

    def truth(self, key: str) -> bool:
        value = self.take(key, False)
        if not isinstance(value, bool):
            raise self.wrong(f"“{key}”应为 true 或 false")
        return value

    def condition(self, key: str) -> Condition:
        value = self.take(key, {})
        if not isinstance(value, dict):
            raise self.wrong(f"“{key}”应为条件表")
        condition = {name: tuple(v) if isinstance(v, list) else (v,) for name, v in value.items()}
        for name, values in condition.items():
            if name not in ATTRIBUTES:
                raise self.wrong(f"“{key}”里没有“{name}”这个条件")
            for each in values:
                # True equals 1 in Python; a route is no yes or no.
                if each not in VALUES[name] or isinstance(each, bool) != isinstance(VALUES[name][0], bool):
                    raise self.wrong(f"“{key}”的 {name} 不能是“{each}”")
        return condition

    def parts(self, key: str, *, at_most: int | None = None) -> list[_Reader]:
        value = self.take(key, [])
        tables = [value] if isinstance(value, dict) else value
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            raise self.wrong(f"“{key}”应为表")
        if at_most is not None and len(tables) > at_most:
            raise self.wrong(f"“{key}”只能写一次")
        return [_Reader(table, f"{self.where}.{key}") for table in tables]

    def finish(self) -> None:
        if self.left:
            raise self.wrong(f"认不出的键: {'、'.join(sorted(self.left))}")
