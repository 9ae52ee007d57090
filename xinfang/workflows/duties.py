"""Duties: what is overdue, what falls due."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from ..core.errors import BadInput
from ..core.table import Table
from ..reports import deadline_tables
from ..store.queries import deadlines
from . import clock
from .asked import checked_limit, known_unit, recorded
from .desk import Desk
from .owing import owed_by


def overdue(
    desk: Desk, *, as_of: str | None = None, unit: str = "", limit: int | None = None, reveal: bool = False
) -> Table:
    """Duties whose last lawful day has passed."""
    on = clock.day(as_of)
    with desk.reading() as db:
        ask = partial(deadlines.overdue, db, on=on, today=clock.today())
        rows = owed_by(desk, ask, on=on, unit=known_unit(desk, unit), limit=checked_limit(limit))
    recorded(desk, "overdue", len(rows), reveal)
    return deadline_tables.overdue(rows, on=on, reveal=reveal)


def due(
    desk: Desk, *, within: int, as_of: str | None = None, unit: str = "", limit: int | None = None, reveal: bool = False
) -> Table:
    """Duties whose nominal day comes within so many calendar days, and open ones whose day is 未核."""
    on = clock.day(as_of)
    if within < 0:
        raise BadInput("E108", f"--within 不能是 {within}。", remedy="写 0 或正整数")
    until = on + timedelta(days=within)
    with desk.reading() as db:
        unit = known_unit(desk, unit)
        ask = partial(deadlines.due, db, on=on, today=clock.today(), until=until)
        rows = owed_by(desk, ask, on=on, unit=unit, limit=checked_limit(limit))
        rows += deadlines.unverified(db, on=on, until=until, unit=unit)
    rows = rows[:limit]
    recorded(desk, "due", len(rows), reveal)
    return deadline_tables.due(rows, on=on, title=f"{within} 日内到期（{on} 至 {until}）", reveal=reveal)
