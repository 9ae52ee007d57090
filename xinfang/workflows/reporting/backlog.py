"""积案清零, with the 问题责任清单."""

from __future__ import annotations

from datetime import timedelta
from heapq import nsmallest

from ...core.table import Document
from ...reports.backlog import AT_MOST, backlog, behind
from ...reports.backlog.causes import remedies
from ...reports.backlog.clearing import clearing
from ...reports.detail import with_detail
from ...store.connection import Connection
from ...store.queries import backlog as stuck
from ...store.queries import coming_back
from ...store.queries.stock import stocks
from ..desk import Desk
from .request import Request


def build(desk: Desk, db: Connection, request: Request) -> Document:
    """The backlog at the end of the period, and how it moved since its begin."""
    until, months = request.until, request.backlog_months
    before = request.period.first - timedelta(days=1)
    begin, end = stocks(db, before, until, today=request.today, months=months)
    after = stuck.states(db, begin.ids - end.ids, day=until)
    found = clearing(begin, end, after, coming_back.resolved(db, request.period.first, until), request.unit)
    known = stuck.known(db, day=until)
    outside = frozenset(unit.name for unit in request.office.units if unit.outside)
    listed = sorted(found.end.ids) if request.detail else nsmallest(AT_MOST, found.end.ids)
    document = backlog(
        request.heading,
        months=months,
        found=found,
        remedies=remedies(found.end, known, outside),
        sponsors=known.sponsors,
        cases=stuck.cases(db, listed, day=until),
    )
    if not request.detail:
        return document
    table = behind(found, stuck.numbers(db, found.begin.ids | found.end.ids))
    return with_detail(document, table)
