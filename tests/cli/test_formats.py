"""The same answer in every format, on standard output and in a file; a format nobody knows is refused at once."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import docx
import pytest
from python_calamine import load_workbook

from .samples import FORMATS, LOOKS, PETITION_LINE
from .shell import Shell

BINARY = ("xlsx", "docx")


def test_an_unknown_format_is_refused_before_anything_is_done(office: Shell) -> None:
    """An act is not written and then complained about; a look is not recorded and then not shown."""
    facts = office.sound()
    office.refused("E104", *PETITION_LINE, "-f", "yaml")
    office.refused("E104", "list", "--reveal", "-f", "yaml")
    assert office.sound() == facts


def test_tables_have_stable_names(full: Shell) -> None:
    """Where CSV and JSON lines hold several tables, the first column says which, in the words of the JSON."""
    for look, names in {
        "today": ["overdue", "due_soon", "unserved", "unacknowledged"],
        "board": ["counts", "due_by_day", "due_by_unit", "overdue", "due_soon", "unserved", "unacknowledged"],
        "show": ["deadlines", "timeline"],
        "why": ["deadlines"],
        "report": [
            *("figures", "by_channel", "by_category", "by_unit", "by_route", "unit_ranking", "overdue", "late"),
        ],
    }.items():
        rows = full.ok(*LOOKS[look], "-f", "jsonl").rows
        assert list(dict.fromkeys(row["table"] for row in rows)) == names
        lines = csv.reader(io.StringIO(full.ok(*LOOKS[look], "-f", "csv").out))
        assert list(dict.fromkeys(line[0] for line in lines if line and line[0] != "table")) == names


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("fmt", FORMATS)
def test_every_look_in_every_format(full: Shell, look: str, fmt: str) -> None:
    """On standard output and in a file alike; a look without rows is not an empty answer."""
    endings = {"table": "txt", "plain": "txt", "markdown": "md"}
    printed = full.ok(*LOOKS[look], "-f", fmt).raw if fmt not in BINARY else None
    file = full.folder / f"结果.{endings.get(fmt, fmt)}"
    quiet = full.ok(*LOOKS[look], "-f", fmt, "-o", file)
    assert quiet.out == quiet.err == ""
    content = file.read_bytes()
    assert content
    if fmt == "xlsx":
        assert load_workbook(io.BytesIO(content)).sheet_names
    elif fmt == "docx":
        assert docx.Document(io.BytesIO(content)).paragraphs[0].text
    elif printed is not None:
        assert content.removeprefix("\ufeff".encode()) == printed != b""
    if fmt == "json":
        json.loads(content)
    assert [path.name for path in full.folder.iterdir() if path.name.startswith(".xinfang")] == []


@pytest.mark.parametrize("ending", ["txt", "md", "html", "csv", "tsv", "json", "jsonl", "xlsx", "docx"])
def test_the_name_of_the_file_says_the_format(full: Shell, ending: str) -> None:
    """-o without -f."""
    file = full.folder / f"名单.{ending}"
    full.ok("list", "-o", file)
    named = {"txt": "plain", "md": "markdown"}.get(ending, ending)
    again = full.folder / "again"
    full.ok("list", "-f", named, "-o", again)
    assert file.read_bytes() == again.read_bytes()


@pytest.mark.parametrize("look", ["list", "report", "board"])
def test_a_format_may_be_called_by_the_end_of_its_files(full: Shell, look: str) -> None:
    for ending, named in {"md": "markdown", "txt": "plain", "JSON": "json", "Html": "html"}.items():
        assert full.ok(*LOOKS[look], "-f", ending).raw == full.ok(*LOOKS[look], "-f", named).raw
    full.ok(*LOOKS[look], "-f", "md", "-o", "名单.md")
    full.refused("E104", *LOOKS[look], "-f", "md", "-o", "名单.xlsx")


@pytest.mark.parametrize("look", ["overdue", "due", "list", "export"])
def test_the_same_rows_in_every_format(full: Shell, look: str) -> None:
    """Numbers are equal in CSV, TSV, JSON lines and workbook."""
    rows = full.data(*LOOKS[look])
    numbers = [row["number"] for row in rows]
    for fmt, delimiter in (("csv", ","), ("tsv", "\t")):
        read = list(csv.DictReader(io.StringIO(full.ok(*LOOKS[look], "-f", fmt).out), delimiter=delimiter))
        assert [{key: _as_text(row[key]) for key in row} for row in rows] == read
    full.ok(*LOOKS[look], "-o", "表.xlsx")
    cells = [cell for sheet in _sheets(full.folder / "表.xlsx") for row in sheet for cell in row]
    assert [cell for cell in cells if cell in numbers] == numbers
    for fmt in ("plain", "markdown", "html"):
        text = full.ok(*LOOKS[look], "-f", fmt).out
        places = [text.index(number) for number in numbers]
        assert places == sorted(places)


def test_report_figures_are_equal_in_every_format(full: Shell) -> None:
    """What the JSON says, the tables made for people and for Excel say too."""
    figures = full.data("report", "--month", "2026-03")["figures"]
    lines = list(csv.reader(io.StringIO(full.ok("report", "--month", "2026-03", "-f", "csv").out)))
    assert lines[0][:3] == ["table", "figure", "this_month"]
    told = {line[1]: line[2] for line in lines if line[:1] == ["figures"]}
    assert {name: told[name] for name in figures} == {name: str(value) for name, value in figures.items()}
    words = ("收到", "受理", "答复", "办结", "应办结", "按期", "按期率", "截止日超期", "补录")
    full.ok("report", "--month", "2026-03", "-o", "月报.xlsx")
    rows = [row for sheet in _sheets(full.folder / "月报.xlsx") for row in sheet]
    for word, value in zip(words, figures.values(), strict=True):
        found = [row[1] for row in rows if row and row[0] == word and len(row) > 1 and row[1] != ""]
        assert found[0] == value, word


def _as_text(value: object) -> str:
    if value is None:
        return ""
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)


def _sheets(path: Path) -> list[list[list[Any]]]:
    book = load_workbook(io.BytesIO(path.read_bytes()))
    return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
