"""Reading time limits from a rulebook's TOML tables; whatever is wrong is said with its place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from .limit import Counts, Exclusion, Exemption, Extension, Length, Limit
from .table_reader import TableReader

if TYPE_CHECKING:
    from .change import Change

SOURCE_CLASSES = ("TEXT", "QUOTE", "MEMORY", "CODE", "SEED")
"""TEXT: read in the statute itself; QUOTE: quoted second-hand; MEMORY: from memory, to be checked; others: practice."""
LENGTHS: tuple[Length, ...] = ("calendar", "working", "month")
COUNTS: tuple[Counts, ...] = (*LENGTHS, "given", "hour", "at-once")
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


def read_limit(table: Mapping[str, Any], *, instrument: str, source: str, where: str) -> Limit:
    """A checked Limit from one TOML table; `where` is the place named in errors. Raises BadInput E112."""
    reader = TableReader(table, where)
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
        counts=reader.one_of("counts", COUNTS),
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
    from .change import Change  # only an office that has switched a regional instrument on pays for it

    reader = TableReader(table, where)
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
        counts=reader.one_of("counts", LENGTHS) if "days" in table else "calendar",
        extension=extension._replace(instrument=instrument) if extension else None,
    )
    reader.finish()
    return change


def _exemption(part: TableReader) -> Exemption:
    exemption = Exemption(part.condition("when"), part.text("reason"), part.text("article"))
    if not exemption.when:
        # Without a condition it would exempt every petition.
        raise part.wrong("缺少“when”（应为条件表）")
    part.finish()
    return exemption


def _extension(part: TableReader) -> Extension:
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


def _exclusion(part: TableReader) -> Exclusion:
    exclusion = Exclusion(part.event("begins"), part.event("ends"), part.text("article"))
    part.finish()
    return exclusion
