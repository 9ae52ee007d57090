"""What is looked up is what the facts add up to: a row changed behind the program's back is found and mended."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from cli.shell import Shell

from xinfang.core.projected import TABLES

from .ledgers import copied, foreign, found_fault

TAMPERED = [
    ("petition", "UPDATE petition SET state = 'closed' WHERE id = 20260000001", "2026-000001"),
    ("petition", "UPDATE petition SET region = '别处' WHERE id = 20260000002", "2026-000002"),
    ("petition", "DELETE FROM petition WHERE id = 20260000003", "2026-000003"),
    ("petitioner", "UPDATE petitioner SET name = '李四' WHERE petition = 20260000004", "2026-000004"),
    ("petitioner", "DELETE FROM petitioner WHERE petition = 20260000005", "2026-000005"),
    ("link", "INSERT INTO link VALUES (20260000002, 20260000001, '2026-01-05', NULL, 'repeat')", "2026-000002"),
    ("spell", "UPDATE spell SET unit = '刑侦大队' WHERE petition = 20260000001 AND nth = 2", "2026-000001"),
    ("spell", "DELETE FROM spell WHERE petition = 20260000002 AND nth = 1", "2026-000002"),
    ("milestone", "DELETE FROM milestone WHERE petition = 20260000002 AND event = 'replied'", "2026-000002"),
    ("milestone", "INSERT INTO milestone VALUES ('replied', '2026-01-01', 20260000001, 99, 0, '')", "2026-000001"),
    ("deadline", "UPDATE deadline SET legal_due = '2030-01-01' WHERE petition = 20260000001", "2026-000001"),
    ("deadline", "DELETE FROM deadline WHERE petition = 20260000005", "2026-000005"),
    ("oversight", "UPDATE oversight SET unit = '刑侦大队' WHERE petition = 20260000005", "2026-000005"),
    ("wording", "INSERT INTO wording VALUES (20260000002, 'diagnosed', 1, '别的')", "2026-000002"),
    ("content", "UPDATE content SET title = '别的' WHERE petition = 20260000002", "2026-000002"),
    ("content", "UPDATE content SET body = '别的' WHERE petition = 20260000003", "2026-000003"),
]


def dump(shell: Shell) -> str:
    """A digest of every projected row."""
    total = hashlib.sha256()
    with foreign(shell) as connection:
        for table, columns in TABLES.items():
            for row in connection.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY {', '.join(columns)}"):
                total.update(repr((table, row)).encode())
    return total.hexdigest()


@pytest.mark.parametrize(("table", "statement", "number"), TAMPERED)
def test_tampering_is_named_and_mended(table: str, statement: str, number: str, shell: Shell) -> None:
    before = dump(shell)
    with foreign(shell) as connection:
        assert connection.execute(statement).rowcount >= 1
    said = found_fault(shell).err
    assert f"检索表 {table} " in said
    assert number in said
    assert "xinfang rebuild" in said
    assert "已按台账改正" in shell.ok("rebuild").out
    shell.sound()
    assert dump(shell) == before


def test_rebuilding_changes_nothing(shell: Shell) -> None:
    before = dump(shell)
    assert "逐字节相同" in shell.ok("rebuild").out
    assert dump(shell) == before
    shell.sound()


def test_search_finds_again_what_a_rebuild_put_in(shell: Shell) -> None:
    with foreign(shell) as connection:
        connection.execute("INSERT INTO content_index (content_index) VALUES ('delete-all')")
    assert shell.data("search", "噪音") == []
    found_fault(shell)
    shell.ok("rebuild")
    assert [row["number"] for row in shell.data("search", "噪音")] == ["2026-000002"]
    shell.sound()


def test_an_index_that_holds_another_text(shell: Shell) -> None:
    """What the index was told must be what the petition says, or a search would miss it."""
    with foreign(shell) as connection:
        spaced = "别 的"
        connection.execute("INSERT INTO content_index (rowid, spaced) VALUES (?, ?)", (20260000009, spaced))
    found_fault(shell)
    shell.ok("rebuild")
    shell.sound()


def test_every_table_is_tried(original: Shell, tmp_path: Path) -> None:
    assert {table for table, _, _ in TAMPERED} == set(TABLES)
    assert copied(original, tmp_path / "one").sound() == original.sound()
