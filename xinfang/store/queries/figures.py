"""Counts for the month's report, each one SELECT over one month's part of an index."""

from __future__ import annotations

import sqlite3
from datetime import date

from ...core.lookups import DueRow

RECEIVED_BY = ("channel", "category", "unit")


def events(connection: sqlite3.Connection, event: str, first: date, last: date) -> int:
    """How many times that happened, first and last day included."""
    (count,) = connection.execute(
        "SELECT count(*) FROM milestone WHERE event = ? AND on_day BETWEEN ? AND ?",
        (event, first.isoformat(), last.isoformat()),
    ).fetchone()
    return int(count)


def received_by(connection: sqlite3.Connection, column: str, first: date, last: date) -> dict[str, int]:
    """Petitions received in the period by one of RECEIVED_BY, the largest group first."""
    assert column in RECEIVED_BY
    rows = connection.execute(
        f"SELECT {column}, count(*) FROM petition WHERE received_on BETWEEN ? AND ? AND state <> 'void' "
        f"GROUP BY {column} ORDER BY 2 DESC, 1",
        (first.isoformat(), last.isoformat()),
    )
    return dict(rows.fetchall())


def events_by(
    connection: sqlite3.Connection, column: str, names: tuple[str, ...], first: date, last: date
) -> dict[str, int]:
    """How often any of these events happened in the period, by a column of the petition."""
    assert column in RECEIVED_BY
    rows = connection.execute(
        f"SELECT {column}, count(*) FROM milestone JOIN petition ON petition.id = milestone.petition "
        f"WHERE event IN ({', '.join('?' * len(names))}) AND on_day BETWEEN ? AND ? GROUP BY {column}",
        (*names, first.isoformat(), last.isoformat()),
    )
    return dict(rows.fetchall())


def replies_due(
    connection: sqlite3.Connection, column: str, first: date, last: date, *, as_of: date
) -> dict[str, DueRow]:
    """Reply deadlines (60 days and its kin) due in the period as they stood on `as_of`, by a column of the petition.

    One that fell away before its day (the petition was closed without a reply) was not due.
    """
    assert column in RECEIVED_BY
    rows = connection.execute(
        f"""
        SELECT petition.{column}, count(*), sum(met AND ended_on <= legal_due AND ended_on <= :as_of)
        FROM deadline JOIN petition ON petition.id = deadline.petition
        WHERE duty = 'reply' AND legal_due BETWEEN :first AND :last AND since <= :as_of
            AND (until IS NULL OR until > :as_of)
            AND (met OR ended_on IS NULL OR ended_on > legal_due OR ended_on > :as_of)
        GROUP BY petition.{column}
        """,
        {"first": first.isoformat(), "last": last.isoformat(), "as_of": as_of.isoformat()},
    )
    return {row[0]: DueRow(*row) for row in rows}


def overdue_open(connection: sqlite3.Connection, *, on: date, today: date) -> int:
    """How many duties were overdue at the end of that day."""
    statuses = "'running'" if on >= today else "'running', 'late', 'superseded'"
    (count,) = connection.execute(
        f"SELECT count(*) FROM deadline WHERE status IN ({statuses}) AND legal_due < :day AND since <= :day "
        "AND (until IS NULL OR until > :day) AND (ended_on IS NULL OR ended_on > :day)",
        {"day": on.isoformat()},
    ).fetchone()
    return int(count)


def late_entries(connection: sqlite3.Connection, first: date, last: date) -> int:
    """Facts about petitions of the period that were written down on a later day (补录)."""
    # Written as in the index fact_late, or SQLite does not use it.
    (count,) = connection.execute(
        "SELECT count(*) FROM fact WHERE on_day < substr(recorded_at, 1, 10) AND on_day BETWEEN ? AND ? "
        "AND subject BETWEEN '0' AND ':'",
        (first.isoformat(), last.isoformat()),
    ).fetchone()
    return int(count)
