"""The numbers of one report are the same in every look."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cli.shell import Shell
from python_calamine import load_workbook

TABLES = {
    "first-receiver": {
        *(
            "by_unit",
            "by_unit_results",
            "by_officer",
            "by_officer_results",
            "holding",
            "holding_by_officer",
            "transfers",
            "unlanded",
        ),
    },
    "repeat": {"by_reason", "by_unit", "by_category", "visits_by_month", "visits_by_unit", "matters"},
}
HALF_YEAR = ("--from", "2025-07-01", "--to", "2025-12-31", "--detail")


@pytest.fixture
def office(tossed_by: Callable[[int], Shell]) -> Shell:
    return tossed_by(1)


def as_text(cell: Any) -> str:
    if cell is None:
        return ""
    return {True: "true", False: "false"}[cell] if isinstance(cell, bool) else str(cell)


@pytest.mark.parametrize("kind", TABLES)
def test_scripts_read_the_same_from_json_and_csv(kind: str, office: Shell) -> None:
    data = office.data("report", kind, *HALF_YEAR)
    sections: dict[str, list[list[str]]] = {}
    for line in csv.reader(io.StringIO(office.ok("report", kind, *HALF_YEAR, "-f", "csv").out)):
        if line and line[0] != "table":
            sections.setdefault(line[0], []).append(line[1:])
    for name in {*TABLES[kind], "detail"}:
        assert [[as_text(cell) for cell in row.values()] for row in data[name]] == sections.get(name, []), name


@pytest.mark.parametrize("kind", TABLES)
def test_a_workbook_holds_the_same_numbers(kind: str, office: Shell, tmp_path: Path) -> None:
    data = office.data("report", kind, *HALF_YEAR)
    file = tmp_path / "报表.xlsx"
    office.ok("report", kind, *HALF_YEAR, "-o", file)
    book = load_workbook(file)
    numbers = [
        sorted(
            round(float(str(cell)), 4)
            for row in book.get_sheet_by_name(name).to_python()
            for cell in row
            if _number(cell)
        )
        for name in book.sheet_names
    ]
    for name in TABLES[kind]:
        expected = sorted(round(float(str(cell)), 4) for row in data[name] for cell in row.values() if _number(cell))
        assert expected in numbers, name


def _number(cell: Any) -> bool:
    return isinstance(cell, int | float) and not isinstance(cell, bool)


@pytest.mark.parametrize("kind", TABLES)
@pytest.mark.parametrize("fmt", ["table", "plain", "markdown", "html"])
def test_people_read_every_figure(kind: str, fmt: str, office: Shell) -> None:
    data = office.data("report", kind, *HALF_YEAR)
    shown = office.ok("report", kind, *HALF_YEAR, "-f", fmt).out
    for each in data.get("indicators", data.get("rates")):
        assert each["label"] in shown
        assert each["definition"] in shown
    for row in data[{"first-receiver": "transfers", "repeat": "matters"}[kind]]:
        assert (row.get("number") or row["root"]) in shown


@pytest.mark.parametrize("kind", ["monthly", "supervision", "repeat"])
def test_a_rate_of_nothing_is_no_number_for_scripts_and_said_to_people(kind: str, office: Shell) -> None:
    """A word among numbers breaks whoever adds them up."""
    empty = ("report", kind, "--month", "2019-01", "--unit", "信访室")
    rates = [row for row in csv.DictReader(io.StringIO(_figures(office.ok(*empty, "-f", "csv").out))) if row["whole"]]
    assert rates
    assert {row["whole"] for row in rates} == {"0"}
    value = "this_month" if kind == "monthly" else "value"
    assert {row[value] for row in rates} == {""}
    lines = map(json.loads, office.ok(*empty, "-f", "jsonl").out.splitlines())
    assert {line[value] for line in lines if line["table"] == "figures" and line["whole"] == 0} == {None}
    for look in ("plain", "markdown", "html"):
        assert office.ok(*empty, "-f", look).out.count("没有") >= len(rates), look


@pytest.mark.parametrize("kind", TABLES)
def test_rows_for_scripts_are_rows_and_nothing_else(kind: str, office: Shell) -> None:
    """The fingerprint stands in JSON, as README says; a line of another kind would break whoever reads rows."""
    fingerprint = office.data("report", kind, *HALF_YEAR)["ledger"]["fingerprint"]
    for fmt in ("csv", "tsv", "jsonl"):
        assert fingerprint not in office.ok("report", kind, *HALF_YEAR, "-f", fmt).out
    assert all(
        json.loads(line)["table"] for line in office.ok("report", kind, *HALF_YEAR, "-f", "jsonl").out.splitlines()
    )
    for fmt, sign in (("csv", ","), ("tsv", "\t")):
        for section in office.ok("report", kind, *HALF_YEAR, "-f", fmt).out.split("\n\n"):
            head, *rows = csv.reader(io.StringIO(section), delimiter=sign)
            assert head[0] == "table"
            assert {len(row) for row in rows} <= {len(head)}


def _figures(text: str) -> str:
    return text.split("\n\n")[0]
