"""Finding text: every occurrence of any text from one character up.

Each character is one word of the index and a search is a phrase of such words: `低保` finds 低保 wherever it stands,
`，` every comma.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from datetime import date

# The `ascii` tokenizer takes every character beyond ASCII for part of a word, and of ASCII letters and digits only:
# so the rest of ASCII goes in as its full-width twin, which folded text never holds.
_REST = re.compile("[\x00-\x2f:-@\\[-`{-\x7f]")


def spaced(text: str) -> str:
    """The text as the index takes it: folded, then one word per character."""
    return " ".join(_REST.sub(_twin, folded(text)))


def _twin(match: re.Match[str]) -> str:
    return chr(ord(match[0]) + 0xFEE0)


def folded(text: str) -> str:
    """Full-width letters and digits as plain ones, capitals as small: what is compared in a search."""
    return unicodedata.normalize("NFKC", text).casefold()


def hits(connection: sqlite3.Connection, text: str, *, as_of: date) -> Iterator[int]:
    """The ids of petitions received by that day whose text holds `text`, newest number first."""
    rows = connection.execute(
        "SELECT content_index.rowid FROM content_index JOIN petition ON petition.id = content_index.rowid "
        "WHERE content_index MATCH ? AND received_on <= ? ORDER BY content_index.rowid DESC",
        (f'"{spaced(text)}"', as_of.isoformat()),
    )
    return (petition for (petition,) in rows)
