"""What to do now: the lists of `today`."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from ...core.table import Document
from ...core.terms import State
from ...reports.lists import morning
from ...reports.lists.deadlines import cut_short
from ...store.queries import deadlines, petitions
from .. import clock
from ..asked import checked_limit, known_unit, recorded
from ..desk import Desk
from ..owing import owed_by

if TYPE_CHECKING:
    from ...rules.calendar import Calendar
    from ...store.connection import Connection


def today(desk: Desk, *, as_of: str | None, unit: str, limit: int | None, reveal: bool) -> Document:
    """What to do now."""
    on = desk.as_of(as_of)
    limit = checked_limit(limit)
    with desk.reading() as db:
        found = standing(desk, db, on=on, unit=known_unit(desk, unit), limit=limit)
    recorded(desk, "today", found.shown, reveal)
    page = morning.morning(found, reveal=reveal, limit=limit)
    return page._replace(tables=tuple(cut_short(table, len(table.rows) == limit) for table in page.tables))


def standing(desk: Desk, db: Connection, *, on: date, unit: str, limit: int | None) -> morning.Standing:
    """How things stand at the end of `on`; limit: of each list."""
    now = clock.today()
    ahead = desk.office.number("warn-working-days", on=on)
    until = _working_days_on(on, ahead, desk.calendar)
    past = partial(deadlines.overdue, db, on=on, today=now)
    ahead_of = partial(deadlines.due, db, on=on, today=now, until=until)
    in_state = partial(petitions.in_state, db, on=on, today=now, unit=unit, limit=limit)
    return morning.Standing(
        on=on,
        ahead=ahead,
        overdue=owed_by(desk, past, on=on, unit=unit, limit=limit),
        due_soon=owed_by(desk, ahead_of, on=on, unit=unit, limit=limit),
        unserved=in_state(State.REPLIED, State.REVIEWED, State.RECHECKED),
        unacknowledged=in_state(State.FORWARDED, unsigned=True),
        pending=in_state(State.OBJECTED, State.DISPUTED),
        unlimited=petitions.without_deadline(db, on=on, today=now, unit=unit, limit=limit),
        unverified=deadlines.unverified(db, on=on, until=until, unit=unit)[:limit],
    )


def _working_days_on(on: date, number: int, calendar: Calendar) -> date:
    """So many working days after `on`. Where there is no holiday plan yet only weekends are left out: this is how far
    to look ahead, no time limit, and whoever warns had better be early."""
    day, left = on, number
    while left:
        day += timedelta(days=1)
        left -= calendar.seems_working(day)
    return day
