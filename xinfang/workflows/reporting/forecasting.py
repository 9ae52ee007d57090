"""Forecast 到期预测: what becomes due in the next weeks and how much of it will be late, with a trial of the past."""

from __future__ import annotations

from datetime import date, timedelta

from ...core.errors import BadInput
from ...core.table import Document
from ...letters.words import day
from ...reports.forecast import Horizon, forecast
from ...reports.spared import spared
from ...rules.deadline import OWED_BY_OTHERS, named_in
from ...store.connection import Connection
from ...store.queries import deadlines, forecasting
from ..asked import known_unit
from ..desk import Desk
from .proving import proven

WEEKS_AT_MOST = 13
"""What has not begun yet cannot be counted; of what is due in a quarter most has not."""
TRIALS = 6
"""Earlier forecasts made again and held against what happened."""
ENOUGH = 8_000
"""With so many duties behind it a chance is known to a percent; what is older only takes time."""
DAYS_AT_MOST, DAYS_AT_LEAST, SAMPLED = 365, 14, 28


def forecast_of(desk: Desk, *, weeks: int, as_of: str | None, unit: str) -> Document:
    """The forecast from the day after `as_of` (default today) on, of all units or one.

    Raises BadInput E108 for a number of weeks that makes no sense, NotFound E202.
    """
    on = desk.as_of(as_of)
    if not 1 <= weeks <= WEEKS_AT_MOST:
        raise BadInput("E108", f"--weeks 不能是 {weeks}。", remedy=f"写 1 到 {WEEKS_AT_MOST}")
    length = timedelta(weeks=weeks)
    with desk.reading() as db:
        unit = known_unit(desk, unit)
        looked_back = _looked_back(db, on)
        horizons = [_horizon(db, on - length * back, length, looked_back) for back in range(TRIALS + 1)]
        unverified = len(deadlines.unverified(db, on=on, until=on + length, unit=unit))
        office = desk.office.setting("office-name", on=on, default=desk.office.name)
        found = forecast(
            office=office,
            unit=unit,
            now=horizons[0],
            trials=horizons[:0:-1],
            looked_back=looked_back.days,
            unverified=unverified,
        )
        return proven(spared(found), db)._replace(signed=(office, day(on)))


def _horizon(db: Connection, on: date, length: timedelta, looked_back: timedelta) -> Horizon:
    open_then = forecasting.open_at(db, on, until=on + length, others=OWED_BY_OTHERS)
    return Horizon(
        on,
        on + length,
        [each if each.unit else each._replace(unit=named_in(each.label, each.name) or "") for each in open_then],
        forecasting.ended_by(db, on, since=on - looked_back, others=OWED_BY_OTHERS),
    )


def _looked_back(db: Connection, on: date) -> timedelta:
    """How far back duties are looked at: a year, and less where much less is enough, every day of the week twice at least."""
    lately = forecasting.due_between(db, on - timedelta(days=SAMPLED), on)
    days = ENOUGH * SAMPLED // max(1, lately)
    return timedelta(days=max(DAYS_AT_LEAST, min(DAYS_AT_MOST, days)))
