"""Importing again adds nothing twice, whatever tells the rows apart; an import cut short goes on."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest
from cli.shell import Shell
from sheets.samples import write_csv
from store.ledgers import foreign

from .intake import Counts, counts, exported, faults, imported, new_office

UNSALTED = Path(__file__).parents[1] / "store" / "ledger-schema-3.db"
HEAD = ["收到日期", "姓名", "内容"]
SAME = ["2025-3-4", "张三", "户口"]


def test_a_row_with_a_known_key_is_not_imported_twice(shell: Shell, tmp_path: Path) -> None:
    table = [["编号", *HEAD], ["A1", *SAME], ["A2", *SAME], ["A1", *SAME]]
    file = write_csv(tmp_path / "a.csv", table)
    assert imported(shell, file) == Counts(2, 1, 0, 0)
    assert imported(shell, file) == Counts(0, 3, 0, 0)
    table.insert(1, ["A3", *SAME])
    assert imported(shell, write_csv(file, table)) == Counts(1, 3, 0, 0)
    assert [row["key"] for row in exported(shell)] == ["A1", "A2", "A3"]


def test_rows_with_our_numbers(shell: Shell, tmp_path: Path) -> None:
    table = [["信访件编号", *HEAD], ["2025-000007", *SAME], ["2025-000003", *SAME], ["2025-000007", *SAME]]
    file = write_csv(tmp_path / "a.csv", table)
    assert imported(shell, file) == Counts(2, 1, 0, 0)
    assert imported(shell, file) == Counts(0, 3, 0, 0)
    assert [row["number"] for row in exported(shell)] == ["2025-000003", "2025-000007"]


def test_numbers_and_no_numbers_side_by_side(shell: Shell, tmp_path: Path) -> None:
    """A row without a number takes none that a later row brings along."""
    table = [
        ["信访件编号", *HEAD],
        ["", "2025-3-4", "张三", "没有编号"],
        ["2025-000001", "2025-3-4", "李四", "有编号"],
        ["", "2025-3-4", "王五", "没有编号"],
    ]
    file = write_csv(tmp_path / "a.csv", table)
    assert imported(shell, file) == Counts(3, 0, 0, 0)
    assert imported(shell, file) == Counts(0, 3, 0, 0)
    rows = exported(shell)
    assert len({row["number"] for row in rows}) == 3
    assert next(row["name"] for row in rows if row["number"] == "2025-000001") == "李四"
    shell.sound()


def test_one_number_under_two_keys(shell: Shell, tmp_path: Path) -> None:
    table = [["编号", "信访件编号", *HEAD], ["A1", "2025-000001", *SAME], ["A2", "2025-000001", *SAME]]
    file = write_csv(tmp_path / "a.csv", table)
    assert imported(shell, file) == Counts(1, 1, 0, 0)
    assert imported(shell, file) == Counts(0, 2, 0, 0)
    shell.sound()


def test_rows_with_neither_and_rows_that_say_the_same(shell: Shell, tmp_path: Path) -> None:
    """Two equal rows are two petitions: the file says so twice."""
    table = [HEAD, SAME, ["2025-3-5", "李四", "低保"], SAME]
    file = write_csv(tmp_path / "a.csv", table)
    assert imported(shell, file) == Counts(3, 0, 0, 0)
    assert imported(shell, file) == Counts(0, 3, 0, 0)
    assert imported(shell, write_csv(file, [*table, SAME])) == Counts(1, 3, 0, 0)
    assert imported(shell, write_csv(file, [HEAD, SAME])) == Counts(0, 1, 0, 0)


def test_rows_are_known_again_that_were_imported_before_digests_had_a_salt(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    shutil.copyfile(UNSALTED, shell.ledger)
    table = [HEAD, SAME, ["2025-3-5", "李四", "低保"], SAME]
    file = write_csv(tmp_path / "a.csv", table)
    assert imported(shell, file) == Counts(0, 3, 0, 0)
    assert imported(shell, write_csv(file, [*table, SAME])) == Counts(1, 3, 0, 0)
    assert imported(shell, file) == Counts(0, 4, 0, 0)
    shell.sound()


def keys_of_rows(shell: Shell) -> list[str]:
    with foreign(shell) as connection:
        return [key for (key,) in connection.execute("SELECT client_key FROM petition")]


def test_a_guess_of_a_row_is_confirmed_by_no_other_ledger(tmp_path: Path) -> None:
    """The digest is another one in each: without the contents of the ledger nobody can try out what a row may have said."""
    offices = [new_office(tmp_path, name) for name in ("甲", "乙")]
    for each in offices:
        assert imported(each, write_csv(tmp_path / "a.csv", [HEAD, SAME])) == Counts(1, 0, 0, 0)
    first, second = map(keys_of_rows, offices)
    assert len(first) == len(second) == 1
    assert first != second


def test_another_encoding_or_a_workbook_is_the_same_ledger(shell: Shell, tmp_path: Path) -> None:
    table = [HEAD, SAME, ["2025年3月5日", "李四", "低保"]]
    assert imported(shell, write_csv(tmp_path / "a.csv", table)) == Counts(2, 0, 0, 0)
    assert imported(shell, write_csv(tmp_path / "b.csv", table, "gb18030")) == Counts(0, 2, 0, 0)


def test_a_key_of_register_and_of_import_is_one_key(shell: Shell, tmp_path: Path) -> None:
    shell.ok(
        *("register", "--channel", "visit", "--name", "张三", "--address", "某县", "--title", "户口"),
        *("--content", "户口", "--key", "A1"),
    )
    same = write_csv(tmp_path / "a.csv", [["编号", *HEAD], ["A1", "2026-1-5", "张三", "户口"]])
    assert imported(shell, same) == Counts(0, 1, 0, 0)


def test_another_petition_under_a_key_or_number_that_is_taken_is_a_fault(shell: Shell, tmp_path: Path) -> None:
    head = ["编号", "信访件编号", *HEAD]
    first = write_csv(tmp_path / "a.csv", [head, ["1", "", *SAME], ["", "2025-000002", *SAME]])
    assert imported(shell, first) == Counts(2, 0, 0, 0)
    other = [
        head,
        ["1", "", "2025-3-4", "张三", "低保"],
        ["", "2025-000002", "2025-3-4", "李四", "户口"],
        ["3", "", *SAME],
        ["3", "", "2025-3-5", "张三", "户口"],
    ]
    for dry in (["--dry-run"], []):
        ran = imported(shell, write_csv(tmp_path / "b.csv", other), "--errors", "e.csv", *dry)
        assert ran == Counts(1, 0, 3, 0)
        assert faults(shell.folder / "e.csv") == [
            (2, "编号", "1", "E110"),
            (3, "信访件编号", "2025-000002", "E110"),
            (5, "编号", "3", "E110"),
        ]
    assert len(exported(shell)) == 3


def test_a_corrected_petition_is_known_by_what_it_said_and_by_what_it_says(shell: Shell, tmp_path: Path) -> None:
    file = write_csv(tmp_path / "a.csv", [["编号", *HEAD], ["A1", *SAME]])
    imported(shell, file)
    shell.ok("correct", "2025-1", "--title", "落户", "--content", "落户问题", "--address", "某县", "--reason", "录错")
    assert imported(shell, file) == Counts(0, 1, 0, 0)
    shell.ok("export", "--reveal", "-o", "b.csv")
    assert imported(shell, "b.csv") == Counts(0, 1, 0, 0)


def test_numbers_go_on_after_those_imported(shell: Shell, tmp_path: Path) -> None:
    imported(shell, write_csv(tmp_path / "a.csv", [["信访件编号", *HEAD], ["2026-000041", "2026-1-4", "张三", "户口"]]))
    paper = ("--name", "李四", "--address", "某县", "--title", "低保", "--content", "低保")
    assert shell.data("register", "--channel", "visit", *paper)["number"] == "2026-000042"


def rows_of(number: int) -> list[list[str]]:
    return [["2025-3-4", f"张{place % 97}", f"第{place}件"] for place in range(number)]


@pytest.mark.parametrize("after", [0.4, 0.8, 1.4, 2.2])
def test_an_import_cut_short_goes_on(after: float, shell: Shell, tmp_path: Path) -> None:
    number = 12_000
    file = write_csv(tmp_path / "a.csv", [HEAD, *rows_of(number)])
    with shell.start(
        "import",
        file,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        # SIGINT reaches a child of a shell in the background only where it is not ignored.
        preexec_fn=(lambda: signal.signal(signal.SIGINT, signal.default_int_handler)) if os.name == "posix" else None,
    ) as program:
        time.sleep(after)
        program.send_signal(signal.SIGINT if after < 1 else signal.SIGKILL)
        program.wait()
    shell.sound()
    there = len(shell.data("list"))
    assert counts(shell.ok("import", file)) == Counts(number - there, there, 0, 0)
    assert counts(shell.ok("import", file)) == Counts(0, number, 0, 0)
    shell.sound()


def test_what_came_without_an_address_can_be_corrected(shell: Shell, tmp_path: Path) -> None:
    imported(shell, write_csv(tmp_path / "a.csv", [["编号", *HEAD], ["A1", *SAME]]))
    shell.ok("correct", "2025-1", "--title", "反映户口问题", "--reason", "原台账没有标题")
    assert [row["title"] for row in exported(shell)] == ["反映户口问题"]
    assert shell("correct", "2025-1", "--address", "", "--reason", "住址有误").code == 2
