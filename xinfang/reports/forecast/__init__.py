"""Forecast 到期预测: what becomes due, how much of it will be late, and how such forecasts fared before.

Duties of units only: nothing here is about a person.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from ...core.period import Period
from ...core.statistics.sums import INTERVAL
from ...core.table import Document, records
from ..titles import title
from . import tables, words
from .chances import Horizon, added, lots
from .trials import Spreads, tried

__all__ = ["Horizon", "forecast"]


def forecast(
    *, office: str, unit: str, now: Horizon, trials: Sequence[Horizon], looked_back: int, unverified: int
) -> Document:
    """The forecast. trials: earlier days, the oldest first. looked_back: days. unverified: duties whose day is 未核."""
    earlier, spreads = tried(trials, unit) if now.enough else ([], Spreads(1.0, 1.0))
    found = lots(now.of(unit))
    whole = added(found, spreads.whole)
    printed = (
        tables.by_unit(found, spreads, now.enough),
        tables.by_limit(found, spreads, now.enough),
        tables.by_week(now, found, spreads),
        tables.trial_table(earlier),
    )
    first, last = now.on + timedelta(days=1), now.until
    return Document(
        title=title(office, f"{Period('days', first, last).label}到期预测", unit),
        data={
            "as_of": now.on.isoformat(),
            "first": first.isoformat(),
            "last": last.isoformat(),
            "unit": unit,
            "forecast": dict(zip([each.key for each in tables.FORECAST], tables.cells(whole, now.enough), strict=True)),
            "interval": INTERVAL,
            "past": {"days": looked_back, "duties": sum(each.number for each in now.past), "enough": now.enough},
            "spread": {"units": round(spreads.units, 2), "whole": round(spreads.whole, 2)},
            "coverage": words.coverage(earlier),
            "unverified": unverified,
            **{table.key: records(table) for table in printed},
        },
        tables=tuple(table for table in printed if table.rows),
        lines=tuple(words.summary(now, whole, earlier, unverified)),
        notes=tuple(words.method(now, looked_back, spreads, earlier)),
    )
