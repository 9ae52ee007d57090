"""The file itself: whose it is, who may read it, what is left alone, and whose turn it is to write."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import threading
import time
import traceback
from pathlib import Path

import pytest
from cli.shell import Shell
from needs import posix

from xinfang.core.errors import StoreUnusable
from xinfang.core.projected import TABLES
from xinfang.store import connection as store
from xinfang.store.connection import APPLICATION_ID, SCHEMA_VERSION

from .ledgers import foreign, founded, pragma, register


def test_marks_of_the_file(shell: Shell) -> None:
    assert pragma(shell, "application_id") == APPLICATION_ID
    assert pragma(shell, "user_version") == SCHEMA_VERSION
    assert pragma(shell, "journal_mode") == "wal"
    with foreign(shell) as connection:
        strict = dict(connection.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'"))
        ours = [name for name in strict if not name.startswith(("sqlite_", "content_index", "_"))]
    assert set(ours) == {"fact", "payload", *TABLES}
    assert all(strict[name] for name in ours)


def test_how_the_program_opens_it(shell: Shell) -> None:
    connection = store.connect(shell.ledger)
    asked = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("foreign_keys", "synchronous")}
    connection.close()
    assert asked == {"foreign_keys": 1, "synchronous": 2}


@posix
def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        shell = founded(tmp_path)
        register(shell, "户口")
    finally:
        os.umask(before)
    assert stat.S_IMODE(shell.ledger.stat().st_mode) == 0o600
    connection = sqlite3.connect(shell.ledger)
    connection.execute("SELECT * FROM fact").fetchone()
    for beside in tmp_path.glob(f"{shell.ledger.name}-*"):
        assert stat.S_IMODE(beside.stat().st_mode) == 0o600
    connection.close()


def test_a_newer_ledger_is_left_alone(shell: Shell) -> None:
    with foreign(shell) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = shell.ledger.read_bytes()
    for command in (("list",), ("verify",), ("rebuild",), ("note", "1", "话")):
        shell.refused("E403", *command)
    assert shell.ledger.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"text\n", b"SQLite format 3\0" + bytes(100), bytes(4096)])
def test_what_is_no_ledger_is_left_alone(content: bytes, tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    shell.ledger.write_bytes(content)
    shell.refused("E402", "list")
    shell.refused("E402", "note", "1", "话")
    assert shell.ledger.read_bytes() == content
    with pytest.raises(StoreUnusable) as refusal:
        store.connect(shell.ledger)
    _nothing_is_open(refusal.value)


def _nothing_is_open(fault: BaseException) -> None:
    """Each connection that had been opened where it failed is closed: Windows deletes no file that is open."""
    faults = filter(None, (fault, fault.__cause__))
    frames = (frame for each in faults for frame, _ in traceback.walk_tb(each.__traceback__))
    met = (each for frame in frames for each in frame.f_locals.values())
    opened = [each for each in met if isinstance(each, sqlite3.Connection)]
    assert opened
    for connection in opened:
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            connection.execute("SELECT 1")


def test_somebody_elses_database_is_left_alone(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    with foreign(shell) as connection:
        connection.execute("CREATE TABLE fact (seq)")
    before = shell.ledger.read_bytes()
    shell.refused("E402", "list")
    assert shell.ledger.read_bytes() == before


def test_a_writer_takes_its_turn_at_once(shell: Shell) -> None:
    """BEGIN IMMEDIATE: no one reads first and finds out later that another has written in between."""
    connection = store.connect(shell.ledger)
    with store.writing(connection, shell.ledger), foreign(shell) as other:
        other.execute("PRAGMA busy_timeout = 0")
        assert other.execute("SELECT count(*) FROM petition").fetchone() == (5,)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
    connection.close()


def test_a_writer_waits_for_the_one_before(shell: Shell) -> None:
    with foreign(shell) as other:
        other.execute("BEGIN IMMEDIATE")
        done: list[int] = []
        waiting = threading.Thread(target=lambda: done.append(shell.outside("note", "1", "话").code))
        waiting.start()
        time.sleep(1)
        assert done == []
        other.execute("COMMIT")
        waiting.join()
    assert done == [0]


def test_readers_do_not_wait(shell: Shell) -> None:
    with foreign(shell) as other:
        other.execute("BEGIN IMMEDIATE")
        assert len(shell.data("list")) == 5


def test_a_founding_killed_midway_leaves_no_half_ledger(tmp_path: Path) -> None:
    words = ("init", "--office", "某县公安局", "--code", "410185", "--kind", "police")
    for place in range(12):
        shell = Shell(tmp_path / str(place))
        shell.folder.mkdir()
        with shell.start(*words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as program:
            time.sleep(0.05 + place * 0.03)
            program.kill()
        if not shell.ledger.exists():
            shell.refused("E401", "list")
            shell.ok(*words)
        assert shell.sound() == 1
        shell.refused("E408", *words)


def test_of_many_foundings_at_once_one_counts(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    codes: list[int] = []

    def found(place: int) -> None:
        words = ("init", "--office", f"第{place}局", "--code", f"41018{place}", "--kind", "police")
        codes.append(shell.outside(*words).code)

    threads = [threading.Thread(target=found, args=(place,)) for place in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(codes) == [0, 5, 5, 5, 5, 5]
    assert shell.sound() == 1
    assert list(tmp_path.iterdir()) == [shell.ledger]
