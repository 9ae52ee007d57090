"""Finding text: every occurrence of any text from one character up.

A search is a phrase of one-character words (spacing.py): `低保` finds 低保 wherever it stands, `，` every comma.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from .spacing import spaced


class Hit(NamedTuple):
    """A petition in which the text was found. restricted: not everybody may know that it was."""

    id: int
    number: str
    restricted: bool


def hits(connection: sqlite3.Connection, text: str, *, as_of: date, restricted: bool = False) -> Iterator[Hit]:
    """Petitions received by that day whose text holds `text`, newest number first; accusations only if `restricted`."""
    rows = connection.execute(
        "SELECT content_index.rowid, number, is_restricted "
        "FROM content_index JOIN petition ON petition.id = content_index.rowid "
        "WHERE content_index MATCH ? AND received_on <= ? AND is_restricted <= ? ORDER BY content_index.rowid DESC",
        (f'"{spaced(text)}"', as_of.isoformat(), restricted),
    )
    return (Hit(petition, number, bool(closed)) for petition, number, closed in rows)
