"""Numbers and keys already given."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date

from ...core.projected import ID_PER_YEAR


def number_by_key(connection: sqlite3.Connection, key: str) -> str | None:
    """The number registered under a script's own key."""
    row = connection.execute("SELECT number FROM petition WHERE client_key = ?", (key,)).fetchone()
    return str(row[0]) if row else None


def has_key_beginning(connection: sqlite3.Connection, sign: str) -> bool:
    """Whether any petition has a key that begins so; `sign` ends in a colon."""
    row = connection.execute(
        "SELECT 1 FROM petition WHERE client_key >= ? AND client_key < ? LIMIT 1", (sign, sign[:-1] + ";")
    ).fetchone()
    return row is not None


def last_sequence(connection: sqlite3.Connection, year: int) -> int:
    """The highest number given in that year, 0 when none was."""
    first = year * ID_PER_YEAR
    (last,) = connection.execute(
        "SELECT max(id) FROM petition WHERE id BETWEEN ? AND ?", (first, first + ID_PER_YEAR - 1)
    ).fetchone()
    return int(last) - first if last is not None else 0


def years_with(connection: sqlite3.Connection, sequence: int) -> Sequence[int]:
    """The years in which that sequence number was given, latest first."""
    # The two ends of the key, not a pass over every petition.
    first, last = connection.execute("SELECT (SELECT min(id) FROM petition), (SELECT max(id) FROM petition)").fetchone()
    if first is None:
        return []
    years = range(last // ID_PER_YEAR, first // ID_PER_YEAR - 1, -1)
    return [year for year in years if last_sequence(connection, year) >= sequence]


def received_since(connection: sqlite3.Connection, first: date, *, deadline: str) -> list[str]:
    """The petitions received on `first` or later; with `deadline`, those that ever had the time limit of that name."""
    had = "EXISTS (SELECT 1 FROM deadline WHERE deadline.petition = petition.id AND name = :deadline)"
    rows = connection.execute(
        f"SELECT number FROM petition WHERE received_on >= :first AND (:deadline = '' OR {had}) ORDER BY id",
        {"first": first.isoformat(), "deadline": deadline},
    )
    return [number for (number,) in rows]
