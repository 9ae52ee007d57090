"""The ledger's tables take new facts and nothing else, whoever opens the file."""

from __future__ import annotations

import sqlite3

import pytest
from cli.shell import Shell

from .ledgers import foreign

CHANGES = [
    "UPDATE fact SET on_day = '2020-01-01'",
    "UPDATE fact SET act = act WHERE seq = 1",
    "UPDATE OR REPLACE fact SET seq = 2 WHERE seq = 3",
    "UPDATE OR IGNORE fact SET turn = 9 WHERE seq = 3",
    "DELETE FROM fact",
    "DELETE FROM fact WHERE seq = (SELECT max(seq) FROM fact)",
    "INSERT OR REPLACE INTO fact SELECT * FROM fact WHERE seq = 2",
    "INSERT OR IGNORE INTO fact SELECT * FROM fact WHERE seq = 2",
    "REPLACE INTO fact SELECT seq + 1000, subject, turn, act, on_day, recorded_at, by_officer, digest, chain FROM fact",
    "INSERT INTO fact SELECT * FROM fact WHERE seq = 2 ON CONFLICT DO UPDATE SET act = 'note'",
    "UPDATE payload SET body = '{}'",
    "UPDATE payload SET salt = zeroblob(16) WHERE seq = 1",
    "DELETE FROM payload",
    "DELETE FROM payload WHERE seq = 1",
    "INSERT OR REPLACE INTO payload SELECT seq, salt, '{}' FROM payload WHERE seq = 2",
    "REPLACE INTO payload VALUES (1, x'00', '{}')",
    "INSERT INTO payload VALUES (1, x'00', '{}') ON CONFLICT (seq) DO UPDATE SET body = '{}'",
]


@pytest.mark.parametrize("recursive", ["ON", "OFF"])
@pytest.mark.parametrize("statement", CHANGES)
def test_no_fact_is_changed_removed_or_replaced(statement: str, recursive: str, shell: Shell) -> None:
    with foreign(shell) as connection:
        connection.execute(f"PRAGMA recursive_triggers = {recursive}")
        before = list(connection.execute("SELECT * FROM fact JOIN payload USING (seq) ORDER BY seq"))
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute(statement)
        assert list(connection.execute("SELECT * FROM fact JOIN payload USING (seq) ORDER BY seq")) == before
    shell.sound()


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO fact VALUES (1000, 2026, 1, 'note', 'x', 'x', 'x', 'text', x'00')",
        "INSERT INTO fact (seq, subject) VALUES (1000, '2026-000001')",
        "INSERT INTO petition (id, number) VALUES (1, '1')",
        "INSERT INTO payload VALUES (1000, 'text', '{}')",
    ],
)
def test_types_are_strict_and_nothing_is_left_out(statement: str, shell: Shell) -> None:
    with foreign(shell) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(statement)


def test_a_payload_belongs_to_a_fact(shell: Shell) -> None:
    with foreign(shell) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
            connection.execute("INSERT INTO payload VALUES (100000, x'00', '{}')")
