"""A table, index or trigger that is missing, changed or added is named: without its triggers no ledger is append-only."""

from __future__ import annotations

import pytest
from cli.shell import Shell

from .ledgers import foreign, found_fault

SPOILED = [
    ("DROP TRIGGER fact_is_never_deleted", "触发器 fact_is_never_deleted 不见了"),
    ("DROP INDEX petition_received", "索引 petition_received 不见了"),
    ("DROP TABLE petitioner", "表 petitioner 不见了"),
    ("DROP TABLE payload", "表 payload 不见了"),
    ("ALTER TABLE petition ADD COLUMN score INTEGER", "表 petition 被改动过"),
    ("CREATE TABLE watch_list (name TEXT)", "表 watch_list 不是本程序的"),
    (
        "CREATE TRIGGER silent BEFORE INSERT ON fact BEGIN SELECT RAISE(IGNORE); END",
        "触发器 silent 不是本程序的",
    ),
]


@pytest.mark.parametrize(("statement", "fault"), SPOILED, ids=[statement for statement, _ in SPOILED])
def test_what_was_changed_in_the_shape_is_named(statement: str, fault: str, shell: Shell) -> None:
    shell.sound()
    with foreign(shell) as connection:
        connection.execute(statement)
    assert f"文件结构: {fault}" in found_fault(shell).err


def test_a_trigger_that_lets_everything_pass(shell: Shell) -> None:
    with foreign(shell) as connection:
        connection.execute("DROP TRIGGER fact_is_never_changed")
        connection.execute("CREATE TRIGGER fact_is_never_changed BEFORE UPDATE ON fact BEGIN SELECT 1; END")
    assert "触发器 fact_is_never_changed 被改动过" in found_fault(shell).err


def test_what_sqlite_adds_itself_is_no_fault(shell: Shell) -> None:
    with foreign(shell) as connection:
        connection.execute("ANALYZE")
    shell.sound()
