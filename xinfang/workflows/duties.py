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
from .owing import owed_by

if TYPE_CHECKING:
    from ..rules.calendar import Calendar

WARN_WORKING_DAYS = "3"
"""Unless the office has set `warn-working-days`."""


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


def today(
    desk: Desk, *, as_of: str | None = None, unit: str = "", limit: int | None = None, reveal: bool = False
) -> Document:
    """What to do now."""
    from ..core.terms import State
    from ..reports import morning
    from ..store.queries import petitions

    on = clock.day(as_of)
    limit = checked_limit(limit)
    ahead = int(desk.office.setting("warn-working-days", on=on, default=WARN_WORKING_DAYS))
    with desk.reading() as db:
        unit = known_unit(desk, unit)
        past = partial(deadlines.overdue, db, on=on, today=clock.today())
        late = owed_by(desk, past, on=on, unit=unit, limit=limit)
        until = _working_days_on(on, ahead, desk.calendar)
        ahead_of = partial(deadlines.due, db, on=on, today=clock.today(), until=until)
        soon = owed_by(desk, ahead_of, on=on, unit=unit, limit=limit)
        unverified = deadlines.unverified(db, on=on, until=on, unit=unit)[:limit]
        in_state = partial(petitions.in_state, db, on=on, today=clock.today(), unit=unit, limit=limit)
        unserved = in_state(State.REPLIED, State.REVIEWED, State.RECHECKED)
        sent = in_state(State.FORWARDED, unsigned=True)
        pending = in_state(State.OBJECTED, State.DISPUTED)
        idle = petitions.without_deadline(db, on=on, today=clock.today(), unit=unit, limit=limit)
    shown = len(late) + len(soon) + sum(len(rows) for rows in (idle, unserved, sent, pending))
    recorded(desk, "today", shown, reveal)
    return morning.morning(
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


def _working_days_on(on: date, number: int, calendar: Calendar) -> date:
    """So many working days after `on`; without a holiday plan so many calendar days, which is never later."""
    from ..rules.calendar import YearNotPublished

    day, left = on, number
    try:
        while left:
            day += timedelta(days=1)
            left -= calendar.is_working_day(day)
    except YearNotPublished:
        return on + timedelta(days=number)
    return day
