"""What stood open at the end of a day, and what was written down late."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple

from ...core.entry import Entry
from ...core.projected import ID_PER_YEAR
from ..ledger import entry_at
from .phrases import quoted, stood, was_overdue_duty

_ID = f"CAST(substr(subject, 1, 4) AS INTEGER) * {ID_PER_YEAR} + CAST(substr(subject, 6) AS INTEGER)"
# What the police did before the petition came in could not be written down in it any sooner: not what 补录 counts.
_BEFORE_IT = f"act = 'procedure' AND on_day < (SELECT received_on FROM petition WHERE id = {_ID})"
# Written as in the index fact_late, or SQLite does not use it.
_LATE = f"""
FROM fact WHERE on_day < substr(recorded_at, 1, 10) AND on_day BETWEEN :first AND :last AND subject BETWEEN '0' AND ':'
AND NOT ({_BEFORE_IT})
AND (:unit = '' OR EXISTS (SELECT 1 FROM spell WHERE spell.petition = {_ID} AND {stood("spell", ":last")} AND unit = :unit))
"""


def overdue_open(connection: sqlite3.Connection, *, on: date, today: date) -> int:
    """How many duties were overdue at the end of that day."""
    (count,) = connection.execute(
        f"SELECT count(*) FROM deadline WHERE {was_overdue_duty(on, today)}", {"day": on.isoformat()}
    ).fetchone()
    return int(count)


class Overdue(NamedTuple):
    """So many overdue duties of petitions that a unit had; limit and label say which, of those that others may owe."""

    limit: str
    label: str
    unit: str
    duties: int


def overdue_by_unit(connection: sqlite3.Connection, *, on: date, today: date, others: Collection[str]) -> list[Overdue]:
    """The same duties by the unit that had the petition that day. others: names of limits that it may not be who owes."""
    had = f"deadline CROSS JOIN spell ON spell.petition = deadline.petition AND {stood('spell')}"
    were, named = was_overdue_duty(on, today), f"name IN ({quoted(others)})"
    # In two parts, for the index has no labels: to look one up for each takes three times as long.
    rows = connection.execute(
        f"""
        SELECT '', '', spell.unit, count(*) FROM {had} WHERE {were} AND NOT {named} GROUP BY 3
        UNION ALL
        SELECT name, label, spell.unit, count(*) FROM {had}
        WHERE (deadline.petition, deadline.name, deadline.nth, deadline.since) IN
            (SELECT petition, name, nth, since FROM deadline WHERE {were} AND {named})
        GROUP BY 1, 2, 3
        """,
        {"day": on.isoformat()},
    )
    return [Overdue(*row) for row in rows]


def overdue_petitions(
    connection: sqlite3.Connection, *, on: date, today: date, but: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Number and unit of the petition of each of them, in order of numbers, without the limits named."""
    yield from connection.execute(
        f"""
        SELECT petition.number, spell.unit FROM deadline
        CROSS JOIN spell ON spell.petition = deadline.petition AND {stood("spell")}
        JOIN petition ON petition.id = deadline.petition
        WHERE {was_overdue_duty(on, today)} AND name NOT IN ({quoted(but)}) ORDER BY +petition.id
        """,
        {"day": on.isoformat()},
    )


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


def late_petitions(connection: sqlite3.Connection, first: date, last: date, *, unit: str) -> Iterator[tuple[str, str]]:
    """Number and unit of the petition of each of them, as they were written down."""
    had = f"SELECT spell.unit FROM spell WHERE spell.petition = {_ID} AND {stood('spell', ':last')}"
    yield from connection.execute(
        f"SELECT subject, coalesce(({had}), '') {_LATE} ORDER BY seq", _days(first, last, unit)
    )


def _days(first: date, last: date, unit: str) -> dict[str, object]:
    return {"first": first.isoformat(), "last": last.isoformat(), "unit": unit}
