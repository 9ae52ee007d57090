"""What a report costs follows the period: no question goes through a whole table of the file."""

from __future__ import annotations

import re
import sqlite3
from datetime import date

import pytest
from cli.shell import Shell

from xinfang.core.period import Period
from xinfang.workflows import reporting
from xinfang.workflows.desk import Desk

from .asking import document

TABLES = {"petition", "petitioner", "link", "spell", "milestone", "deadline", "content"}
MONTH, YEAR = Period.of("month", date(2024, 10, 1)), Period.of("year", date(2024, 1, 1))
SCAN = re.compile(
    r"SCAN (?:TABLE )?(\w+)(?! USING INDEX petition_open| USING COVERING INDEX spell_open)(?:$| )|SEARCH (\w+) USING AUTOMATIC"
)
"""An index that SQLite makes for one question is made of the whole table; that of what is open holds nothing else."""


def asked(desk: Desk, kind: str, period: Period, unit: str) -> list[str]:
    """Every question put to the file by the report and the petitions behind it."""
    questions: list[str] = []
    desk.connection.set_trace_callback(questions.append)
    document(desk, kind, period, unit=unit, detail=True)
    desk.connection.set_trace_callback(None)
    return [each for each in questions if each.lstrip().upper().startswith(("SELECT", "WITH"))]


def scanned(connection: sqlite3.Connection, question: str) -> set[str]:
    """The file's own tables that SQLite would read from one end to the other; what a question makes up itself is small."""
    names = {alias: table for table, alias in re.findall(r"\b(\w+) AS (\w+)", question)}
    plan = [detail for *_, detail in connection.execute(f"EXPLAIN QUERY PLAN {question}")]
    found = {str(match[1] or match[2]) for detail in plan if (match := SCAN.match(detail))}
    return {names.get(each, each) for each in found} & TABLES


@pytest.mark.parametrize("unit", ["", "城关派出所"])
@pytest.mark.parametrize("kind", reporting.REPORTS)
def test_no_table_is_read_from_end_to_end(kind: str, unit: str, years: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XINFANG_TODAY", years.today)
    with Desk.at(years.ledger) as desk:
        questions = asked(desk, kind, YEAR if kind == "annual" else MONTH, unit)
        assert len(questions) > 5
        assert {each: tables for each in questions if (tables := scanned(desk.connection, each))} == {}


def test_a_scan_would_be_seen(years: Shell) -> None:
    with Desk.at(years.ledger) as desk:
        assert scanned(desk.connection, "SELECT count(*) FROM petition WHERE state <> 'void'") == {"petition"}
        assert scanned(desk.connection, "SELECT later.id FROM petition AS later WHERE later.unit = 'x'") == {"petition"}
        assert scanned(desk.connection, "SELECT id FROM petition WHERE received_on = '2024-10-01'") == set()
