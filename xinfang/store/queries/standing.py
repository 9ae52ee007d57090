"""What stood open at the end of a day, and what was written down late."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date

from ...core.entry import Entry
from ...core.projected import ID_PER_YEAR
from ..ledger import entry_at
from .phrases import stood, was_overdue_duty

_ID = f"CAST(substr(subject, 1, 4) AS INTEGER) * {ID_PER_YEAR} + CAST(substr(subject, 6) AS INTEGER)"
# What the police did before the petition came in could not be written down in it any sooner: not what 补录 counts.
_BEFORE_IT = f"act = 'procedure' AND on_day < (SELECT received_on FROM petition WHERE id = {_ID})"
# Written as in the index fact_late, or SQLite does not use it.
_LATE = f"""
FROM fact WHERE on_day < substr(recorded_at, 1, 10) AND on_day BETWEEN :first AND :last AND subject BETWEEN '0' AND ':'
AND NOT ({_BEFORE_IT})
AND (:unit = '' OR EXISTS (SELECT 1 FROM spell WHERE spell.petition = {_ID} AND {stood("spell", ":last")} AND unit = :unit))
"""


def overdue_open(connection: sqlite3.Connection, *, on: date, today: date, unit: str = "") -> int:
    """How many duties were overdue at the end of that day."""
    of_unit = f"AND EXISTS (SELECT 1 FROM spell WHERE spell.petition = deadline.petition AND {stood('spell')} AND unit = :unit)"
    (count,) = connection.execute(
        f"SELECT count(*) FROM deadline WHERE {was_overdue_duty(on, today)} {of_unit if unit else ''}",
        {"day": on.isoformat(), "unit": unit},
    ).fetchone()
    return int(count)


def late_entries(connection: sqlite3.Connection, first: date, last: date, *, unit: str = "") -> int:
    """Facts about petitions of the period, from the day each came in, that were written down on a later day (补录).

    unit: of what it had on `last`.
    """
    (count,) = connection.execute(f"SELECT count(*) {_LATE}", _days(first, last, unit)).fetchone()
    return int(count)


def latest_entries(
    connection: sqlite3.Connection, first: date, last: date, *, unit: str, limit: int
) -> Iterator[Entry]:
    """Those facts themselves, the latest written down first."""
    rows = connection.execute(
        f"SELECT seq {_LATE} ORDER BY julianday(substr(recorded_at, 1, 10)) - julianday(on_day) DESC, seq LIMIT :limit",
        {**_days(first, last, unit), "limit": limit},
    )
    for (seq,) in rows.fetchall():
        yield entry_at(connection, seq)


def _days(first: date, last: date, unit: str) -> dict[str, object]:
    return {"first": first.isoformat(), "last": last.isoformat(), "unit": unit}
