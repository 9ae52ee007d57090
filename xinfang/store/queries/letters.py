"""Questions about the documents that were made."""

from __future__ import annotations

import sqlite3


def last_number(connection: sqlite3.Connection, kind: str, year: int) -> int:
    """The highest number given to a document of that kind dated in that year; 0 when there is none."""
    (last,) = connection.execute(
        "SELECT coalesce(max(part), 0) FROM milestone "
        "WHERE event = 'lettered' AND on_day BETWEEN :first AND :last AND value = :kind",
        {"first": f"{year}-01-01", "last": f"{year}-12-31", "kind": kind},
    ).fetchone()
    return int(last)


def holder(connection: sqlite3.Connection, kind: str, year: int, number: int) -> int | None:
    """The id of the petition whose document has that number, or None."""
    row = connection.execute(
        "SELECT petition FROM milestone WHERE event = 'lettered' AND on_day BETWEEN :first AND :last "
        "AND value = :kind AND part = :number",
        {"first": f"{year}-01-01", "last": f"{year}-12-31", "kind": kind, "number": number},
    ).fetchone()
    return int(row[0]) if row else None
