"""The board: the lists of `today` and what falls due in the weeks to come, as one page."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from ...core.table import Document
from ...reports.lists import board as page
from ...reports.spared import spared
from ...store.queries import deadlines
from .. import clock
from ..asked import checked_limit, known_unit
from ..desk import Desk
from ..owing import owed_by
from .today import standing


def board(desk: Desk, *, as_of: str | None, unit: str, limit: int | None) -> Document:
    """The page as things stood at the end of `as_of` (default today); names stay masked.

    limit: how much of each list is shown; everything is counted.
    """
    on = desk.as_of(as_of)
    limit = checked_limit(limit)
    until = on + timedelta(weeks=page.WEEKS) - timedelta(days=1)
    with desk.reading() as db:
        unit = known_unit(desk, unit)
        found = standing(desk, db, on=on, unit=unit, limit=None)
        ask = partial(deadlines.coming, db, on=on, today=clock.today(), until=until)
        coming = owed_by(desk, ask, on=on, unit=unit, limit=None)
    office = desk.office.setting("office-name", on=on, default=desk.office.name)
    days = (on + timedelta(days=ahead) for ahead in range(page.WEEKS * 7))
    worked = [day for day in days if desk.calendar.seems_working(day)]
    return spared(page.board(found, coming, worked, office=office, unit=unit, limit=limit))
