"""Proving the file: SQLite's structure, the chain, the projections. Each function yields what is wrong, in words."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import groupby

from ..core.numbers import number_of
from ..core.projected import ID_PER_YEAR, TABLES, Row, Rows
from .ledger import GENESIS, SALT_BYTES, digest_of, link
from .person_words import person_words
from .schema import migrate
from .spacing import spaced

_MAIN_CODE = 0xFF
"""Of an error of SQLite: what it is, without the finer distinction."""
KINDS = {"table": "表", "index": "索引", "trigger": "触发器", "view": "视图"}


def structure(connection: sqlite3.Connection) -> Iterator[str]:
    """What SQLite finds wrong with its own pages, indexes and references."""
    for (line,) in connection.execute("PRAGMA integrity_check(20)"):
        if line != "ok":
            yield f"文件结构: {line}"
    for table, rowid, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"文件结构: {table} 第 {rowid} 行在 {parent} 中没有对应"


def shape(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """(kind, fault) for every table, index or trigger that is missing, changed or added.

    Compared with a new, empty file: without its triggers a ledger is no longer append-only, and nobody would notice.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        migrate(fresh)
        wanted = _objects(fresh)
    found = _objects(connection)
    for name in sorted(wanted.keys() | found.keys()):
        kind = (wanted.get(name) or found[name])[0]
        what = f"文件结构: {KINDS.get(kind, kind)} {name} "
        if name not in found:
            yield kind, what + "不见了"
        elif name not in wanted:
            # What was added to the file cannot make it unreadable.
            yield "", what + "不是本程序的"
        elif found[name] != wanted[name]:
            yield kind, what + "被改动过"


def _objects(connection: sqlite3.Connection) -> dict[str, tuple[str, str, str]]:
    # SQLite's own objects, and the shadow tables of the full-text index, differ from one release of SQLite to the next.
    rows = connection.execute(
        r"SELECT name, type, tbl_name, sql FROM main.sqlite_master WHERE name NOT LIKE 'sqlite\_%' ESCAPE '\' "
        r"AND name <> '_sqlite_migrations' AND name NOT LIKE 'content\_index\__%' ESCAPE '\'"
    )
    return {name: (kind, table, sql) for name, kind, table, sql in rows}


def petitions_without_facts(connection: sqlite3.Connection) -> list[str]:
    """Numbers in the tables for looking up that the ledger knows nothing of."""
    sql = "SELECT number FROM petition WHERE NOT EXISTS (SELECT 1 FROM fact WHERE subject = number) ORDER BY id"
    return [number for (number,) in connection.execute(sql)]


def chain(connection: sqlite3.Connection) -> Iterator[str]:
    """The first fact whose content, place or link is not as it was written."""
    previous, expected_seq = GENESIS, 1
    rows = connection.execute(
        "SELECT fact.seq, subject, turn, act, on_day, recorded_at, by_officer, digest, chain, salt, body "
        "FROM fact LEFT JOIN payload ON payload.seq = fact.seq ORDER BY fact.seq"
    )
    for seq, subject, turn, act, on_day, recorded_at, by, digest, stored, salt, body in rows:
        where = f"第 {seq} 条（{subject} 第 {turn} 条 {act}）"
        if seq != expected_seq:
            yield f"缺第 {expected_seq} 条，其后是{where}"
            return
        if body is None:
            yield f"{where}的内容不见了"
            return
        # Without its length the salt could take over the first letters of the payload.
        if len(salt) != SALT_BYTES or digest_of(salt, body) != digest:
            yield f"{where}的内容被改动过"
            return
        if link(previous, seq, subject, turn, act, on_day, recorded_at, by, digest) != stored:
            yield f"{where}的链不符"
            return
        previous, expected_seq = stored, seq + 1


def projections(connection: sqlite3.Connection, expected: Iterable[Rows]) -> Iterator[str]:
    """Where the projected tables differ from what the ledger gives, both ways, table by table."""
    connection.execute("PRAGMA temp_store = FILE")
    unsound = list(_index_structure(connection))
    for table, columns in TABLES.items():
        connection.execute(f"CREATE TEMP TABLE expected_{table} ({', '.join(columns)})")
    try:
        connection.execute("BEGIN")
        for rows in expected:
            for table, columns in TABLES.items():
                places = ", ".join("?" * len(columns))
                connection.executemany(f"INSERT INTO expected_{table} VALUES ({places})", rows[table])
        for table, columns in TABLES.items():
            names = ", ".join(columns)
            for first, second, word in (
                (table, f"expected_{table}", "多出或不符"),
                (f"expected_{table}", table, "缺少或不符"),
            ):
                row = connection.execute(
                    f"SELECT {names} FROM {first} EXCEPT SELECT {names} FROM {second} LIMIT 1"
                ).fetchone()
                if row:
                    petition = row[columns.index("id" if table == "petition" else "petition")]
                    yield f"检索表 {table} {word}: 信访件 {number_of(*divmod(petition, ID_PER_YEAR))}"
        yield from unsound or _index(connection)
    finally:
        connection.execute("ROLLBACK")
        for table in TABLES:
            connection.execute(f"DROP TABLE IF EXISTS temp.expected_{table}")


def _index_structure(connection: sqlite3.Connection) -> Iterator[str]:
    """What SQLite finds wrong in the text index by itself.

    It asks to write for that, so it waits for who writes, and is asked by itself: within the long reading of the rest
    SQLite refuses it as soon as anybody has written meanwhile. A file that can only be read goes without: its words
    are compared all the same.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute("INSERT INTO content_index (content_index) VALUES ('integrity-check')")
    except sqlite3.DatabaseError as fault:
        if fault.sqlite_errorcode & _MAIN_CODE != sqlite3.SQLITE_READONLY:
            yield f"全文检索表: {fault}"
    finally:
        connection.execute("ROLLBACK")


def _index(connection: sqlite3.Connection) -> Iterator[str]:
    # An index without the texts cannot be compared with them by SQLite, so its words are counted against theirs.
    times, petitions = Counter[str](), Counter[str]()
    for body, petitioners in _texts(connection):
        words = [word for word in (spaced(body) + person_words(petitioners)).split(" ") if word]
        times.update(words)
        petitions.update(set(words))
    connection.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, content_index, row)")
    for word, in_petitions, in_all in connection.execute("SELECT term, doc, cnt FROM temp.vocabulary"):
        if times.pop(word, 0) != in_all or petitions[word] != in_petitions:
            yield f"全文检索表多出或不符: “{word}”"
            return
    for word in times:
        yield f"全文检索表缺少: “{word}”"
        return


def _texts(connection: sqlite3.Connection) -> Iterator[tuple[str, list[Row]]]:
    """What the index was made from: each petition's text with its petitioners."""
    rows = connection.execute(
        f"SELECT content.petition, body, {', '.join(f'petitioner.{column}' for column in TABLES['petitioner'])} "
        "FROM content LEFT JOIN petitioner ON petitioner.petition = content.petition ORDER BY content.petition"
    )
    for (_, body), people in groupby(rows, key=lambda row: row[:2]):
        yield body, [person[2:] for person in people if person[2] is not None]


def clock_went_back(connection: sqlite3.Connection) -> Iterator[str]:
    """Facts written at a clock time before that of the fact before them: the machine's clock was set back."""
    rows = connection.execute(
        "SELECT seq, recorded_at, before FROM "
        "(SELECT seq, recorded_at, lag(recorded_at) OVER (ORDER BY seq) AS before FROM fact) "
        "WHERE julianday(recorded_at) < julianday(before) LIMIT 5"
    )
    for seq, moment, before in rows:
        written, earlier = (each[:16].replace("T", " ") for each in (moment, before))
        yield f"  提示: 第 {seq} 条记于 {written}，早于前一条的 {earlier}，当时电脑时钟可能有误。"
