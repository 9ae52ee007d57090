"""Lists too long to be held: what is printed, written down and refused is as for short ones."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from typing import Any
from unittest.mock import patch

import pytest
from needs import posix
from render.reading import sheets

from xinfang.core.errors import StoreUnusable
from xinfang.core.long import Long
from xinfang.core.table import Column, Row, Table
from xinfang.store.queries import petitions
from xinfang.workflows import long_tables
from xinfang.workflows.asking.checking import check
from xinfang.workflows.desk import Desk

from .samples import FORMATS
from .shell import ROOT, Ran, Shell

READ = ("--reveal", "--by", "王芳")
LONG: dict[str, tuple[str, ...]] = {
    "list": ("list",),
    "by unit": ("list", "--sort", "unit", "--limit", "3"),
    "nothing": ("list", "--unit", "刑侦大队"),
    "search": ("search", "反映"),
    "cut search": ("search", "反映", "--limit", "1"),
    "export": ("export",),
    "cut export": ("export", "--limit", "2"),
    "check": ("check",),
    "check all": ("check", "--all", "--unit", "城关派出所"),
    "cut check": ("check", "--limit", "2"),
    "check one": ("check", "1"),
    "annual": ("report", "annual", "--year", "2026", "--detail"),
    "cut annual": ("report", "annual", "--year", "2026", "--detail", "--limit", "2"),
    "monthly": ("report", "--month", "2026-03", "--detail"),
    "first-receiver": ("report", "first-receiver", "--year", "2026", "--detail"),
    "as known": ("report", "--month", "2026-03", "--detail", "--as-known", "2026-03-10"),
}
MOST_HELD = "xinfang.core.long.MOST_HELD"


def unheld(shell: Shell, *words: object) -> Ran:
    """The command line, run as if everything were too long to be held."""
    with patch(MOST_HELD, 0):
        return shell(*words)


def looks(shell: Shell) -> list[tuple[str, str]]:
    """Every look that was written down: at what, and what is told of it."""
    with closing(sqlite3.connect(shell.ledger)) as connection:
        rows: list[Any] = connection.execute(
            "SELECT subject, body FROM fact JOIN payload USING (seq) WHERE act = 'reveal' ORDER BY seq"
        ).fetchall()
    return rows


@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize("words", LONG.values(), ids=LONG)
def test_the_same_is_printed(full: Shell, words: tuple[str, ...], fmt: str) -> None:
    into = ("-f", fmt, "-o", "出")
    held, written = full(*words, *into), (full.folder / "出").read_bytes()
    assert held.code == 0
    assert held == unheld(full, *words, *into)
    again = (full.folder / "出").read_bytes()
    # The texts of a long workbook stand in another part of the file.
    assert sheets(written) == sheets(again) if fmt == "xlsx" else written == again


@pytest.mark.parametrize("words", [("list",), ("search", "反映"), ("export",)], ids=["list", "search", "export"])
@pytest.mark.parametrize("journal", ["WAL", "DELETE"])
def test_a_look_is_written_down_all_the_same(full: Shell, words: tuple[str, ...], journal: str) -> None:
    """On a network share too, where nobody writes while somebody reads."""
    with closing(sqlite3.connect(full.ledger)) as connection:
        connection.execute(f"PRAGMA journal_mode = {journal}")
    held = full(*words, *READ, "-f", "csv")
    assert held == unheld(full, *words, *READ, "-f", "csv")
    first, second = looks(full)
    assert first == second


def test_accusations_are_written_down_before_they_are_shown(office: Shell) -> None:
    accusation = ("--title", "检举收受金条", "--content", "收受金条", "--category", "accusation", "--by", "王芳")
    office.ok("register", "--channel", "visit", "--name", "张三", "--address", "城关镇", *accusation)
    office.ok("register", "--channel", "web", "--anonymous", "--title", "反映金条", "--content", "噪音")
    for words in (("search", "金条"), ("export",)):
        seen = [*words, "--restricted", "--by", "王芳", "-f", "csv"]
        before = len(looks(office))
        held, long = office(*seen), unheld(office, *seen)
        assert held == long
        assert "检举" in held.out
        first, second = looks(office)[before:]
        assert first == second
        assert first[0] == "2026-000001"
        assert "检举" not in unheld(office, *words, "-f", "csv").out


def test_one_moment_of_the_file(full: Shell) -> None:
    """What somebody else registers while rows are read is in none of their readings."""
    with patch(MOST_HELD, 0), Desk.at(full.ledger) as desk:
        rows = Long(lambda _: ((number,) for number in petitions.numbers(desk.connection)))
        table = long_tables.read(desk, Table("编号", (Column("number", "编号"),), rows))
        first = iter(table.rows)
        assert next(first) == ("2026-000001",)
        full.ok("register", "--channel", "web", "--anonymous", "--title", "新来的", "--content", "新来的")
        assert len([*first]) == 3
        assert len([*iter(table.rows)]) == len(table.rows) == 4
    assert len(full.ok("list", "-f", "jsonl").rows) == 5


def test_what_a_limit_cut_off_is_not_told_as_all(full: Shell) -> None:
    found = len(full.data("check"))
    assert found > 2
    assert f"共 {found} 项: " in full.ok("check", "--limit", found).out
    some = full.ok("check", "--limit", 2).out
    assert "列出 2 项: " in some
    assert "；还有更多。\n看更多的加 --limit 或筛选条件。\n" in some


def test_findings_are_not_held(full: Shell) -> None:
    """A check of everything finds several things in each petition."""
    with patch(MOST_HELD, 0), Desk.at(full.ledger) as desk:
        found = check(desk, "", names=(), unit="", ended=True, as_of=None, limit=None)
        assert isinstance(found.rows, Long)
        assert len([*iter(found.rows)]) == len(found.rows) > 2


def test_the_file_is_free_again(full: Shell) -> None:
    with patch(MOST_HELD, 0), Desk.at(full.ledger) as desk:
        long_tables.read(desk, Table("表", (), Long(lambda _: iter([()]))))
        assert desk.connection.in_transaction
    with Desk.at(full.ledger) as desk:
        long_tables.read(desk, Table("表", (), Long(lambda _: iter([()]))))
        assert not desk.connection.in_transaction


def test_what_goes_wrong_while_rows_are_printed_is_told(full: Shell) -> None:
    def broken() -> Iterator[Row]:
        yield ("2026-000001",)
        raise sqlite3.DatabaseError("database disk image is malformed")

    with Desk.at(full.ledger) as desk, pytest.raises(StoreUnusable) as told:
        list(desk.answers(broken()))
    assert told.value.code == "E407"


@posix
@pytest.mark.parametrize("words", [("list", "-f", "plain"), ("export", "-f", "csv")], ids=["list", "export"])
def test_a_reader_that_goes_away(full: Shell, words: tuple[str, ...]) -> None:
    """Nothing is complained of, and nothing is read to its end for what stands below."""
    program = (
        f"import xinfang.core.long as long; long.MOST_HELD = 0; from xinfang.cli.main import main; main({[*words]!r})"
    )
    reading, writing = os.pipe()
    os.close(reading)
    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=full.folder,
        env=full.environment({"PYTHONPATH": str(ROOT)}),
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (0, b"")
