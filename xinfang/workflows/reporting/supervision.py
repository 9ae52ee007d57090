"""督查督办."""

from __future__ import annotations

from ...core.figures import Rate
from ...core.period import Period
from ...core.table import Document
from ...reports.supervision import supervision
from ...store.connection import Connection
from ...store.queries import measures
from ...store.queries.oversight import overseen
from ..desk import Desk
from .beginning import reach_of
from .request import Request


def build(desk: Desk, db: Connection, request: Request) -> Document:
    """What was supervised, advised, inspected and met by leaders in the period, beside the period before."""
    before = request.period.before
    return supervision(
        request.heading,
        now=overseen(db, request.scope()),
        before=overseen(db, request.scope(before)),
        inspected=_inspected(db, request, request.period),
        inspected_before=_inspected(db, request, before),
        reach=reach_of(db),
        ended=measures.petitions(db, "closed_inspected", request.scope()) if request.detail else None,
    )


def _inspected(db: Connection, request: Request, period: Period) -> dict[str, Rate]:
    """By unit, of the petitions closed in the period, those whose file has been inspected."""
    return measures.by_unit(db, "closed_inspected", request.scope(period))
