"""Counts for the month's report, each one SELECT over one month's part of an index."""

from __future__ import annotations

import sqlite3
from datetime import date

GROUPED_BY = ("channel", "category", "unit")
_GROUPS = ", ".join(f"petition.{column}" for column in GROUPED_BY)
Group = tuple[str, ...]
"""A value of each of GROUPED_BY: one pass over the month serves every breakdown."""
_REPLIES_DUE = """
    duty = 'reply' AND legal_due BETWEEN :first AND :last AND since <= :as_of AND (until IS NULL OR until > :as_of)
    AND (met OR ended_on IS NULL OR ended_on > legal_due OR ended_on > :as_of)
"""
# One that fell away before its day (the petition was closed without a reply) was not due.
_MET = "coalesce(sum(met AND ended_on <= legal_due AND ended_on <= :as_of), 0)"


def events(connection: sqlite3.Connection, event: str, first: date, last: date) -> int:
    """How many times that happened, first and last day included."""
    (count,) = connection.execute(
        "SELECT count(*) FROM milestone WHERE event = ? AND on_day BETWEEN ? AND ?",
        (event, first.isoformat(), last.isoformat()),
    ).fetchone()
    return int(count)


def received(connection: sqlite3.Connection, first: date, last: date) -> int:
    """Petitions received in the period."""
    (count,) = connection.execute(
        "SELECT count(*) FROM petition WHERE received_on BETWEEN ? AND ? AND state <> 'void'",
        (first.isoformat(), last.isoformat()),
    ).fetchone()
    return int(count)


def received_by_group(connection: sqlite3.Connection, first: date, last: date) -> dict[Group, int]:
    """Petitions received in the period."""
    rows = connection.execute(
        f"SELECT {_GROUPS}, count(*) FROM petition WHERE received_on BETWEEN ? AND ? AND state <> 'void' "
        f"GROUP BY {_GROUPS}",
        (first.isoformat(), last.isoformat()),
    )
    return {row[:-1]: row[-1] for row in rows}


def events_by_group(
    connection: sqlite3.Connection, names: tuple[str, ...], first: date, last: date
) -> dict[Group, int]:
    """How often any of these events happened in the period."""
    rows = connection.execute(
        f"SELECT {_GROUPS}, count(*) FROM milestone JOIN petition ON petition.id = milestone.petition "
        f"WHERE event IN ({', '.join('?' * len(names))}) AND on_day BETWEEN ? AND ? GROUP BY {_GROUPS}",
        (*names, first.isoformat(), last.isoformat()),
    )
    return {row[:-1]: row[-1] for row in rows}


def replies_due(connection: sqlite3.Connection, first: date, last: date, *, as_of: date) -> tuple[int, int]:
    """Reply deadlines (60 days and its kin) due in the period as they stood on `as_of`, and how many were met by it."""
    (due, met) = connection.execute(
        f"SELECT count(*), {_MET} FROM deadline WHERE {_REPLIES_DUE}", _days(first, last, as_of)
    ).fetchone()
    return int(due), int(met)


def replies_due_by_group(
    connection: sqlite3.Connection, first: date, last: date, *, as_of: date
) -> dict[Group, tuple[int, int]]:
    """The same by group."""
    rows = connection.execute(
        f"SELECT {_GROUPS}, count(*), {_MET} FROM deadline JOIN petition ON petition.id = deadline.petition "
        f"WHERE {_REPLIES_DUE} GROUP BY {_GROUPS}",
        _days(first, last, as_of),
    )
    return {row[:-2]: row[-2:] for row in rows}


def _days(first: date, last: date, as_of: date) -> dict[str, str]:
    return {"first": first.isoformat(), "last": last.isoformat(), "as_of": as_of.isoformat()}


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
