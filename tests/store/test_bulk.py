"""Importing many rows: each lot is in the file whole or not at all, whatever stops it on the way."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest
from cli.shell import Shell

from xinfang.workflows.desk import Desk
from xinfang.workflows.exchange import importing

from .ledgers import foreign, founded

LOT = 1200
"""More than a block, so that a part of each lot goes in row by row."""
ROWS = LOT * 2 + 300


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """An empty ledger, and a table for it of two lots and a part of the third."""
    monkeypatch.setattr(importing, "AT_ONCE", LOT)
    shell = founded(tmp_path)
    rows = "".join(f"K{place},2025-{place % 12 + 1}-{place % 28 + 1},张三,第{place}件\n" for place in range(ROWS))
    (tmp_path / "台账.csv").write_text("编号,收到日期,姓名,内容\n" + rows, encoding="utf-8")
    return shell


def petitions(shell: Shell) -> int:
    with foreign(shell) as connection:
        (count,) = connection.execute("SELECT count(*) FROM petition").fetchone()
    return int(count)


def test_every_row_goes_in_once(shell: Shell) -> None:
    shell.ok("import", "台账.csv")
    assert petitions(shell) == ROWS
    assert shell.sound() == ROWS + 1
    assert "与重建前逐字节相同" in shell.ok("rebuild").out
    assert len(shell.data("search", "件")) == ROWS


@pytest.mark.parametrize("place", [LOT + 700, LOT + 1100, LOT * 2 + 200])
@pytest.mark.parametrize("end", ["ABORT", "ROLLBACK"])
def test_a_lot_that_fails_leaves_nothing(end: str, place: int, shell: Shell) -> None:
    """SQLite refuses a row, in a block or in the rest; what waits behind it must not go in on its own."""
    with foreign(shell) as connection:
        connection.execute(
            f"CREATE TRIGGER refusal BEFORE INSERT ON petition WHEN NEW.client_key = 'K{place}' "
            f"BEGIN SELECT RAISE({end}, 'refused'); END"
        )
    shell.refused("E409", "import", "台账.csv")
    with foreign(shell) as connection:
        connection.execute("DROP TRIGGER refusal")
    whole = place // LOT * LOT
    assert petitions(shell) == whole
    assert shell.sound() == whole + 1
    shell.ok("import", "台账.csv")
    assert petitions(shell) == ROWS
    assert shell.sound() == ROWS + 1


def test_stopped_between_two_lots(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while the first lot is still on its way: it arrives, and nothing of the import is left running."""

    def stop(_: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setenv("XINFANG_TODAY", "2026-01-05")
    before = threading.active_count(), sys.getswitchinterval()
    with Desk.at(shell.ledger) as desk, pytest.raises(KeyboardInterrupt):
        importing.import_ledger(
            desk, shell.folder / "台账.csv", map_file=None, sheet=None, accept_id=False, dry_run=False, progress=stop
        )
    assert (threading.active_count(), sys.getswitchinterval()) == before
    assert petitions(shell) == LOT
    assert shell.sound() == LOT + 1
