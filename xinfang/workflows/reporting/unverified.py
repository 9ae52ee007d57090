"""Of which reports it is told that they leave out what is 未核, and of which duties."""

from __future__ import annotations

from ...core.table import Document
from ...reports.unverified import told
from ...store.connection import Connection
from ...store.queries import unverified
from .request import Request

JUDGED: dict[str, tuple[str, ...]] = {
    "monthly": (),
    "annual": (),
    "backlog": (),
    "first-receiver": ("tell",),
    "repeat": ("reply", "tell"),
}
"""Reports that say what was due or overdue, and by which duties; none: by all."""
AT_THE_END = frozenset({"backlog"})
"""Of these only what stood open at the end counts, as far as it was known then."""


def with_unverified(document: Document, db: Connection, name: str, request: Request) -> Document:
    """The document of that report, saying how many duties it could not judge."""
    if name not in JUDGED:
        return document
    until, only_open = request.until, name in AT_THE_END
    missing = unverified.by_missing_year(
        db,
        first=None if only_open else request.period.first,
        until=until,
        as_of=until if only_open else request.as_of,
        duties=JUDGED[name],
        unit=request.unit,
        whose="petition.first_unit" if name == "first-receiver" else "spell.unit",
    )
    return told(document, missing)
