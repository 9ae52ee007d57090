"""What the ledger said at an earlier moment: facts are only ever appended, so its first so many are what it was then."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

from . import connection as store
from .ledger import CHAIN_SHOWN

_FINGERPRINT = re.compile(r"[0-9a-f]{4}(?:-?[0-9a-f]{4}){3}")


def is_fingerprint(text: str) -> bool:
    """Whether the text has the form of a printed fingerprint, with or without its dashes."""
    return bool(_FINGERPRINT.fullmatch(text.lower()))


def facts_with(connection: sqlite3.Connection, fingerprint: str) -> int:
    """How many facts the ledger held when its fingerprint was this one; 0 when it never was."""
    wanted = bytes.fromhex(fingerprint.replace("-", ""))
    row = connection.execute("SELECT seq FROM fact WHERE substr(chain, 1, ?) = ?", (CHAIN_SHOWN, wanted)).fetchone()
    return int(row[0]) if row else 0


def facts_by(connection: sqlite3.Connection, moment: str) -> int:
    """How many facts had been written down by that moment: `2026-11-05` (its end) or `2026-11-05T09:30` (its minute's)."""
    row = connection.execute(
        "SELECT max(seq) FROM fact WHERE substr(recorded_at, 1, ?) <= ?", (len(moment), moment)
    ).fetchone()
    return int(row[0] or 0)


def copy_of(connection: sqlite3.Connection, facts: int, into: Path) -> sqlite3.Connection:
    """A new ledger file `into` that holds the first so many facts and nothing that follows from them yet."""
    with store.closed_on_failure(store.create(into)) as past:
        # Thrown away after use: nothing in it has to outlast a power cut.
        past.execute("PRAGMA synchronous = OFF")
        past.execute("BEGIN IMMEDIATE")
        for table, marks in (("fact", "?, ?, ?, ?, ?, ?, ?, ?, ?"), ("payload", "?, ?, ?")):
            rows = connection.execute(f"SELECT * FROM {table} WHERE seq <= ? ORDER BY seq", (facts,))
            past.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
        past.execute("COMMIT")
        return past


def restricted(connection: sqlite3.Connection) -> list[int]:
    """The petitions that not everybody may see."""
    return [id_ for (id_,) in connection.execute("SELECT id FROM petition WHERE is_restricted = 1")]


def seal(connection: sqlite3.Connection, petitions: list[int]) -> None:
    """Close these petitions in the tables of an earlier ledger: what it said of them is nobody else's today."""
    connection.executemany("UPDATE petition SET is_restricted = 1 WHERE id = ?", ((each,) for each in petitions))
