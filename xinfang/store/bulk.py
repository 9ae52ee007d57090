"""Writing much: SQLite works on a thread of its own while the caller makes the next rows.

Python's lock is free while SQLite carries out a statement, so rows go in as blocks, one statement each. The connection
is never used by two threads at once: the caller may ask it questions from the beginning of `writing` to the first `put`.
"""

from __future__ import annotations

import sqlite3
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, Self

from ..core.projected import Rows
from . import connection as store
from .ledger import Writer, expect_many
from .projected import COLUMNS, by_table

_COLUMNS = {
    "fact": ("seq", "subject", "turn", "act", "on_day", "recorded_at", "by_officer", "digest", "chain"),
    "payload": ("seq", "salt", "body"),
    **COLUMNS,
}
BLOCKS = (1000, 200, 40, 8, 1)
"""Rows in one statement, at most: long work for SQLite, and no more values than it takes (32,766); then what a rest is
made up of, for a statement of just its length would have to be prepared each time.

As many of every table, so that no payload comes before its fact.
"""
BLOCKS_AHEAD = 8
"""How many blocks may wait for SQLite when more are made: what waits takes memory."""
SWITCH_SECONDS = 0.0005
"""How soon a thread that wants Python's lock gets it: between two blocks SQLite waits for it, ten times as long unasked."""


class Bulk:
    """Writes one lot after the other, each in a transaction of its own. Leave it to know that all is in the file."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._thread = ThreadPoolExecutor(1)
        self._given: deque[Future[None]] = deque()
        self._waiting: dict[str, list[Sequence[object]]] = {table: [] for table in _COLUMNS}
        self._failed = False
        self._switch_seconds = sys.getswitchinterval()

    def __enter__(self) -> Self:
        sys.setswitchinterval(SWITCH_SECONDS)
        expect_many()
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                self._finish()
        finally:
            self._thread.shutdown()
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            sys.setswitchinterval(self._switch_seconds)

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """One transaction, begun when the one before is in the file. Its own end is not waited for."""
        self._finish()
        with store.translated(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                writer = Writer(self._connection)
                yield writer
                self.put(writer, ())
                for rows in BLOCKS[1:]:
                    self._give_blocks(rows)
            except BaseException:
                self._failed = True
                raise
            self._give("COMMIT", ())

    def put(self, writer: Writer, petitions: Sequence[Rows]) -> None:
        """Take over what was appended, and the projected rows of new petitions."""
        self._waiting["fact"] += writer.facts
        self._waiting["payload"] += writer.payloads
        writer.facts.clear()
        writer.payloads.clear()
        for table, rows in by_table(petitions):
            self._waiting[table] += rows
        while len(self._given) > BLOCKS_AHEAD:
            self._given.popleft().result()
        self._give_blocks(BLOCKS[0])

    def _give_blocks(self, rows: int) -> None:
        """Whatever makes up blocks of so many rows, table after table."""
        for table, waiting in self._waiting.items():
            whole = len(waiting) - len(waiting) % rows
            for first in range(0, whole, rows):
                self._give(_statement(table, rows), list(chain.from_iterable(waiting[first : first + rows])))
            del waiting[:whole]

    def _give(self, statement: str, values: Sequence[Any]) -> None:
        self._given.append(self._thread.submit(self._carry_out, statement, values))

    def _carry_out(self, statement: str, values: Sequence[Any]) -> None:
        # SQLite may have rolled back when something failed: what came after that would be a transaction of its own.
        if self._failed:
            raise RuntimeError("nothing is carried out after a failure")
        try:
            self._connection.execute(statement, values)
        except BaseException:
            self._failed = True
            raise

    def _finish(self) -> None:
        """Wait until all that was given is carried out; raises what went wrong."""
        with store.translated(self._path):
            while self._given:
                self._given.popleft().result()


@cache
def _statement(table: str, rows: int) -> str:
    columns = _COLUMNS[table]
    row = f"({', '.join('?' * len(columns))})"
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES {', '.join([row] * rows)}"
