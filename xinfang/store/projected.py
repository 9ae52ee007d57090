"""Keeping the projected tables in step with the ledger, in the same transaction as the fact."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from ..core.projected import TABLES, Row, Rows
from .person_words import person_words
from .spacing import spaced, spaced_each

KEY_COLUMNS = {
    **{"petition": 1, "petitioner": 2, "link": 3, "spell": 2, "milestone": 4, "deadline": 4},
    **{"oversight": 3, "wording": 3, "content": 1},
}
"""How many of a table's first columns are its primary key."""
INDEX = "content_index"
COLUMNS = {**TABLES, INDEX: ("rowid", "spaced")}
_INSERT = {
    table: f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
    for table, columns in COLUMNS.items()
}
_DELETE = {
    table: f"DELETE FROM {table} WHERE {' AND '.join(f'{column} = ?' for column in columns[: KEY_COLUMNS[table]])}"
    for table, columns in TABLES.items()
}
_AT_ONCE = 2000


def by_table(many: Sequence[Rows]) -> Iterator[tuple[str, list[Row]]]:
    """The rows of petitions that are not in the tables yet, table by table, those of the full-text index last."""
    for table in TABLES:
        yield table, [row for rows in many for row in rows[table]]
    texts = spaced_each([str(body) for rows in many for *_, body in rows["content"]])
    ids = (petition for rows in many for petition, *_ in rows["content"])
    people = (person_words(rows["petitioner"]) for rows in many for _ in rows["content"])
    yield INDEX, [(petition, text + words) for petition, text, words in zip(ids, texts, people, strict=True)]


def insert(connection: sqlite3.Connection, many: Iterable[Rows]) -> None:
    """Rows of petitions that are not in the tables yet, a batch at a time."""
    source = iter(many)
    while batch := list(islice(source, _AT_ONCE)):
        for table, rows in by_table(batch):
            connection.executemany(_INSERT[table], rows)


def change(connection: sqlite3.Connection, before: Rows, after: Rows) -> None:
    """From one petition's rows to its new rows; what did not change is not written."""
    for table in TABLES:
        gone = [row for row in before[table] if row not in after[table]]
        new = [row for row in after[table] if row not in before[table]]
        keys = KEY_COLUMNS[table]
        connection.executemany(_DELETE[table], [row[:keys] for row in gone])
        connection.executemany(_INSERT[table], new)
    if any(before[table] != after[table] for table in ("content", "petitioner")):
        # A contentless index forgets a text only when shown it again.
        forget = "INSERT INTO content_index (content_index, rowid, spaced) VALUES ('delete', ?, ?)"
        connection.executemany(forget, _indexed(before))
        connection.executemany(_INSERT[INDEX], _indexed(after))


def _indexed(rows: Rows) -> list[Row]:
    """The row of the full-text index: the text, and by what the petitioners are found again."""
    return [(petition, spaced(str(body)) + person_words(rows["petitioner"])) for petition, _, body in rows["content"]]


def clear(connection: sqlite3.Connection) -> None:
    """Throw every projected row away."""
    for table in TABLES:
        connection.execute(f"DELETE FROM {table}")
    connection.execute("INSERT INTO content_index (content_index) VALUES ('delete-all')")


def dump(connection: sqlite3.Connection) -> Iterator[tuple[str, Row]]:
    """Every projected row in key order, to be compared or digested."""
    for table, columns in TABLES.items():
        order = ", ".join(columns[: KEY_COLUMNS[table]])
        for row in connection.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY {order}"):
            yield table, row
