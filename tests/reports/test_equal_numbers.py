"""Every report, and the board, in every look: the same numbers."""

from __future__ import annotations

from datetime import date

import pytest
from cli.shell import Shell
from render.reading import LOOKS, MACHINES, expected, same
from render.samples import printed

from xinfang.core.period import Period
from xinfang.core.table import Document
from xinfang.render.widths import width
from xinfang.workflows import reporting
from xinfang.workflows.asking import board
from xinfang.workflows.desk import Desk

from .asking import document
from .office import TODAY

YEAR, QUARTER = Period.of("year", date(2024, 1, 1)), Period.of("quarter", date(2024, 7, 1))
YEARLY = {"annual"}
"""Reports that are of a year only."""


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XINFANG_TODAY", str(TODAY))


def compared(value: Document) -> None:
    """Scripts are told tables without rows too; in JSON not every table stands under its own name."""
    assert all(table.rows for table in value.tables)
    assert any(number is not None for table in expected(value, "csv") for row in table for number in row)
    every = value.for_machines or value.tables
    assert [table.key for table in every if table.rows] == [table.key for table in value.tables]
    for look, read in LOOKS.items():
        told = value._replace(tables=every) if look in MACHINES else value
        if look == "json":
            named = (table for table in every if isinstance(value.data.get(table.key), list))
            told = value._replace(tables=tuple(named))
        same(look, read(told), expected(told, look))


@pytest.mark.parametrize("kind", reporting.REPORTS)
def test_reports(kind: str, years: Shell) -> None:
    with Desk.at(years.folder / years.ledger) as desk:
        compared(document(desk, kind, YEAR))
        if kind not in YEARLY:
            compared(document(desk, kind, QUARTER, detail=True))


@pytest.mark.parametrize("kind", reporting.REPORTS)
def test_what_a_report_begins_with_is_a_table_on_eighty_columns(
    kind: str, years: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its figures under one another: as records nobody could compare them."""
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    with Desk.at(years.folder / years.ledger) as desk:
        first = document(desk, kind, YEAR if kind in YEARLY else QUARTER).tables[0]
        columns = [column.label for column in first.columns if not column.machine_only]
        shown = printed(first, terminal=True)
    assert f"{columns[0]}: " not in shown
    assert all(width(line) <= 80 for line in shown.splitlines())


def test_board(years: Shell) -> None:
    with Desk.at(years.folder / years.ledger) as desk:
        compared(board.board(desk, as_of=None, unit="", limit=None))
        compared(board.board(desk, as_of="2024-10-17", unit="", limit=3))
