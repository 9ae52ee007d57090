"""Duties: what is overdue, what falls due, what to do today."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from ..core.errors import BadInput
from ..core.table import Document, Table
from ..reports import deadline_tables
from ..store.queries import deadlines
from . import clock
from .asked import checked_limit, known_unit, recorded
from .desk import Desk

if TYPE_CHECKING:
    from ..rules.calendar import Calendar

FRIDAY = 5
WARN_WORKING_DAYS = "3"
"""Unless the office has set `warn-working-days`."""


def overdue(
    desk: Desk, *, as_of: str | None = None, unit: str = "", limit: int | None = None, reveal: bool = False
) -> Table:
    """Duties whose last lawful day has passed."""
    on = clock.as_of(as_of)
    limit = checked_limit(limit)
    with desk.reading() as db:
        rows = deadlines.overdue(db, on=on, today=clock.today(), unit=known_unit(desk, unit), limit=_one_more(limit))
    more, rows = rows[limit:] if limit else [], rows[:limit]
    recorded(desk, "overdue", len(rows), reveal)
    return _cut_short(deadline_tables.overdue(rows, on=on, reveal=reveal), bool(more))


def due(
    desk: Desk, *, within: int, as_of: str | None = None, unit: str = "", limit: int | None = None, reveal: bool = False
) -> Table:
    """Duties whose nominal day comes within so many calendar days, and open ones whose day is 未核."""
    on = clock.as_of(as_of)
    if within < 0:
        raise BadInput("E108", f"--within 不能是 {within}。", remedy="写 0 或正整数")
    until = on + timedelta(days=within)
    limit = checked_limit(limit)
    with desk.reading() as db:
        unit = known_unit(desk, unit)
        rows = deadlines.due(db, on=on, today=clock.today(), until=until, unit=unit, limit=_one_more(limit))
        rows += deadlines.unverified(db, on=on, until=until, unit=unit)
    more, rows = rows[limit:] if limit else [], rows[:limit]
    recorded(desk, "due", len(rows), reveal)
    table = deadline_tables.due(rows, on=on, title=f"{within} 日内到期（{on} 至 {until}）", reveal=reveal)
    return _cut_short(table, bool(more))


def today(
    desk: Desk, *, as_of: str | None = None, unit: str = "", limit: int | None = None, reveal: bool = False
) -> Document:
    """What to do now."""
    from ..core.terms import State
    from ..reports import morning
    from ..store.queries import petitions

    on = clock.as_of(as_of)
    limit = checked_limit(limit)
    ahead = int(desk.office.setting("warn-working-days", on=on, default=WARN_WORKING_DAYS))
    with desk.reading() as db:
        unit = known_unit(desk, unit)
        late = deadlines.overdue(db, on=on, today=clock.today(), unit=unit, limit=limit)
        until = _working_days_on(on, ahead, desk.calendar)
        soon = deadlines.due(db, on=on, today=clock.today(), until=until, unit=unit, limit=limit)
        unverified = deadlines.unverified(db, on=on, until=until, unit=unit)[:limit]
        in_state = partial(petitions.in_state, db, on=on, today=clock.today(), unit=unit, limit=limit)
        unserved = in_state(State.REPLIED, State.REVIEWED, State.RECHECKED)
        sent = in_state(State.FORWARDED, unsigned=True)
        pending = in_state(State.OBJECTED, State.DISPUTED)
        idle = petitions.without_deadline(db, on=on, today=clock.today(), unit=unit, limit=limit)
    shown = len(late) + len(soon) + sum(len(rows) for rows in (idle, unserved, sent, pending))
    recorded(desk, "today", shown, reveal)
    page = morning.morning(
        on=on,
        ahead=ahead,
        overdue=late,
        due_soon=soon,
        unverified=unverified,
        unserved=unserved,
        unacknowledged=sent,
        pending=pending,
        unlimited=idle,
        reveal=reveal,
        limit=limit,
    )
    return page._replace(tables=tuple(_cut_short(table, len(table.rows) == limit) for table in page.tables))


def _one_more(limit: int | None) -> int | None:
    """One beyond the limit is asked for, to know whether there are more."""
    return None if limit is None else limit + 1


def _cut_short(table: Table, more: bool) -> Table:
    """The table as it is when it holds everything; else its count is no total, and is not called one."""
    if not more:
        return table
    return table._replace(notes=(f"只列了 {len(table.rows)} 条，看更多的加 --limit。", *table.notes[1:]))


def _working_days_on(on: date, number: int, calendar: Calendar) -> date:
    """So many working days after `on`. Where there is no holiday plan yet only weekends are left out: this is how far
    to look ahead, no time limit, and whoever warns had better be early."""
    from ..rules.calendar import YearNotPublished

    day, left = on, number
    while left:
        day += timedelta(days=1)
        try:
            left -= calendar.is_working_day(day)
        except YearNotPublished:
            left -= day.isoweekday() <= FRIDAY
    return day
