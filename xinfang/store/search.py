"""Finding text: every occurrence of any text from one character up.

A search is a phrase of one-character words (spacing.py): `低保` finds 低保 wherever it stands, `，` every comma. A telephone
or ID number is beside that one of the words by which people are found again (person_words.py).
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice
from typing import NamedTuple

from ..rules.person_keys import keys_of_number
from .spacing import spaced

NEWEST = 400
"""Of a phrase so many petitions are looked at: one that more hold tells little of any."""


class Hit(NamedTuple):
    """A petition in which the text was found. restricted: not everybody may know that it was."""

    id: int
    number: str
    restricted: bool


def hits(connection: sqlite3.Connection, text: str, *, as_of: date, restricted: bool) -> Iterator[Hit]:
    """Petitions received by that day whose text holds `text`, newest number first; accusations only if `restricted`.

    Where the text is a telephone or ID number also those of the people who gave it.
    """
    words = " OR ".join(f'"{each}"' for each in (spaced(text), *keys_of_number(text)))
    rows = connection.execute(
        "SELECT content_index.rowid, number, is_restricted "
        "FROM content_index JOIN petition ON petition.id = content_index.rowid "
        "WHERE content_index MATCH ? AND received_on <= ? AND is_restricted <= ? ORDER BY content_index.rowid DESC",
        (words, as_of.isoformat(), restricted),
    )
    return (Hit(petition, number, bool(closed)) for petition, number, closed in rows)


def holding(
    connection: sqlite3.Connection, phrases: Mapping[str, float], *, as_of: date, restricted: bool, at_most: int
) -> list[Hit]:
    """Petitions that hold most of the phrases by weight, of each phrase the newest; `restricted` as in `hits`."""
    weights: defaultdict[Hit, float] = defaultdict(float)
    for phrase, weight in phrases.items():
        for hit in islice(hits(connection, phrase, as_of=as_of, restricted=restricted), NEWEST):
            weights[hit] += weight
    return sorted(weights, key=lambda hit: (-weights[hit], -hit.id))[:at_most]
