"""Duties: what is overdue, what falls due."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from ...core.errors import BadInput
from ...core.table import Table
from ...reports.lists import deadlines as deadline_tables
from ...reports.unverified import left_out
from ...store.queries import deadlines, unverified
from .. import clock
from ..asked import checked_limit, cut, known_unit, one_more, recorded
from ..desk import Desk
from ..owing import owed_by


def overdue(desk: Desk, *, as_of: str | None, unit: str, limit: int | None, reveal: bool) -> Table:
    """Duties whose last lawful day has passed."""
    on = desk.as_of(as_of)
    limit = checked_limit(limit)
    with desk.reading() as db:
        unit = known_unit(desk, unit)
        ask = partial(deadlines.overdue, db, on=on, today=clock.today())
        rows = owed_by(desk, ask, on=on, unit=unit, limit=one_more(limit))
        missing = unverified.by_missing_year(db, first=None, until=on, as_of=on, unit=unit)
    rows, more = cut(rows, limit)
    recorded(desk, "overdue", len(rows), reveal)
    table = deadline_tables.cut_short(deadline_tables.overdue(rows, on=on, reveal=reveal), more)
    return table._replace(notes=(*table.notes, *left_out(missing)))


def due(desk: Desk, *, within: int, as_of: str | None, unit: str, limit: int | None, reveal: bool) -> Table:
    """Duties whose nominal day comes within so many calendar days, and open ones whose day is 未核.

    Raises BadInput E108 for a negative number, NotFound E202 for an unknown unit.
    """
    on = desk.as_of(as_of)
    if within < 0:
        raise BadInput("E108", f"--within 不能是 {within}。", remedy="写 0 或正整数")
    until = on + timedelta(days=within)
    limit = checked_limit(limit)
    with desk.reading() as db:
        unit = known_unit(desk, unit)
        ask = partial(deadlines.due, db, on=on, today=clock.today(), until=until)
        rows = owed_by(desk, ask, on=on, unit=unit, limit=one_more(limit))
        rows += deadlines.unverified(db, on=on, until=until, unit=unit)
    rows, more = cut(rows, limit)
    recorded(desk, "due", len(rows), reveal)
    table = deadline_tables.due(rows, on=on, title=f"{within} 日内到期（{on} 至 {until}）", reveal=reveal)
    return deadline_tables.cut_short(table, more)
