"""Which act a document belongs to, and everything its template may ask for."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from ..acts.registry import fact_of
from ..core.entry import Entry
from .common import common
from .kinds import Kind
from .material import Fields, Material
from .withholding import hides, withheld


def occasion(kind: Kind, entries: Sequence[Entry], *, part: int = 0) -> Entry | None:
    """The act the document is of: the last one that fits, or None where it has not been done yet.

    entries: those that stand. part: which supervision, piece of advice or demand; 0: the last.
    """
    return next((entry for entry in reversed(entries) if entry.act in kind.acts and _fits(kind, entry, part)), None)


def _fits(kind: Kind, entry: Entry, part: int) -> bool:
    field, values = kind.where
    fact = fact_of(entry)
    said = getattr(fact, field) if field else None
    of = getattr(fact, "part", getattr(fact, "demand", 0))
    return (not field or (said.value if isinstance(said, Enum) else said) in values) and part in (0, of)


def typed_number(kind: Kind, entry: Entry | None) -> str:
    """The number typed with the act, where it is this document's."""
    return str(entry.data.get("document", "")) if entry and kind.typed else ""


def numbered_here(kind: Kind, m: Material) -> bool:
    """Whether this office gives the document its number: not a form without one, nor another body's paper."""
    body = kind.by(m) if kind.by else ""
    return bool(kind.series) and body in ("", m.office_name)


def fields_of(kind: Kind, m: Material) -> Fields:
    """Field → what it says. Who the petitioner is stands in it only where the document may say so."""
    fields = common(m) | kind.fill(m)
    return withheld(fields, m.case) if hides(m.case, kind) else fields


def receivers(entry: Entry | None) -> tuple[str, ...]:
    """The bodies that get the document, as the act named them."""
    if entry is None:
        return ()
    named = (
        entry.data.get("unit"),
        entry.data.get("to"),
        *entry.data.get("bodies", ()),
        *entry.data.get("co_units", ()),
    )
    return tuple(str(each) for each in named if each)
