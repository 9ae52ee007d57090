"""Every look read back: the numbers it shows, to be compared with those of the value itself."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Sequence
from io import BytesIO, StringIO

import docx
import pytest
from docx.text.paragraph import Paragraph
from python_calamine import CalamineWorkbook

from xinfang.core.table import Column, Document, Table
from xinfang.render import word, workbook
from xinfang.render.official_words import written

from .charted import Page
from .samples import printed

Number = float | None
Numbers = list[list[Number]]
"""For each table its numbers and rates, row by row."""


def expected(value: Document, look: str) -> list[Numbers]:
    """What the value itself holds, for people only what is meant for them."""
    hidden = look not in MACHINES
    return [
        [[_plain(row[place]) for place in _places(table.columns, hidden)] for row in table.rows]
        for table in value.tables
    ]


def _places(columns: Sequence[Column], hidden: bool = False) -> list[int]:
    """Where the numbers are. hidden: without the columns that only programs see."""
    return [
        place
        for place, column in enumerate(columns)
        if column.kind in ("number", "rate") and not (hidden and column.machine_only)
    ]


def _keys(table: Table) -> list[str]:
    return [table.columns[place].key for place in _places(table.columns)]


def _plain(cell: object) -> Number:
    if isinstance(cell, str):
        return said(cell)
    return float(cell) if isinstance(cell, int | float) else None


def said(text: str) -> Number:
    """The number of a cell made for people; a rate there has two decimals."""
    text = text.strip()
    if not re.fullmatch(r"-?[\d.]+%?", text):
        return None
    return float(text.removesuffix("%")) / 100 if text.endswith("%") else float(text)


def numbers(value: Document, rows_of: list[list[list[str]]]) -> list[Numbers]:
    """The columns of numbers out of tables of texts that hold what people see."""
    found = []
    for table, rows in zip(value.tables, rows_of, strict=True):
        shown = [column for column in table.columns if not column.machine_only]
        assert [column.label for column in shown] == ["".join(cell.split()) for cell in rows[0]]
        found.append([[said(row[place]) for place in _places(shown)] for row in rows[1:]])
    return found


def from_plain(value: Document) -> list[Numbers]:
    blocks = printed(value, "plain").split("\n\n")[1 : len(value.tables) + 1]
    tables = []
    for block, table in zip(blocks, value.tables, strict=True):
        lines = block.splitlines()[1 : len(table.rows) + 3]
        tables.append(_columns(lines[0], lines[1], lines[2:]))
    return numbers(value, tables)


def _columns(head: str, rule: str, lines: list[str]) -> list[list[str]]:
    """Cells by the columns of the rule under the heading, which takes two for a Chinese character."""
    spans = [match.span() for match in re.finditer("-+", rule)]
    stretched = ["".join(char + ("\0" if ord(char) > 0x2E80 else "") for char in line) for line in (head, *lines)]
    return [[line[start:end].replace("\0", "").strip() for start, end in spans] for line in stretched]


def from_markdown(value: Document) -> list[Numbers]:
    blocks = re.findall(r"(?:^\|.*\n)+", printed(value, "markdown"), re.MULTILINE)
    rows = [[line.strip("|\n").split("|") for line in block.splitlines()] for block in blocks]
    return numbers(value, [[table[0], *table[2:]] for table in rows])


def from_html(value: Document) -> list[Numbers]:
    return numbers(value, Page(printed(value, "html")).tables)


def from_word(value: Document) -> list[Numbers]:
    """What is too wide stands behind the others: a table is known by what stands above it."""
    tables: dict[str, list[list[str]]] = {}
    above = ""
    for block in docx.Document(BytesIO(word.content(value))).iter_inner_content():
        if isinstance(block, Paragraph):
            style = block.style.name if block.style else ""
            above = block.text if str(style).startswith(("Heading", "Title")) else above
        else:
            assert above not in tables
            tables[above] = [[cell.text for cell in row.cells] for row in block.rows]
    named = {re.sub("^[一二三四五六七八九十]+、", "", title): rows for title, rows in tables.items()}
    assert len(named) == len(tables)
    return numbers(value, [named.pop(written(table.title)) for table in value.tables])


def from_workbook(value: Document) -> list[Numbers]:
    book = CalamineWorkbook.from_filelike(BytesIO(workbook.content(value)))
    sheets = [book.get_sheet_by_index(place).to_python() for place in range(len(value.tables))]
    return numbers(value, [[[str(cell) for cell in row] for row in rows] for rows in sheets])


def sheets(content: bytes) -> list[tuple[str, list[list[object]]]]:
    """The name of each sheet of a workbook, and its cells."""
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return [(name, [[*row] for row in book.get_sheet_by_name(name).to_python()]) for name in book.sheet_names]


def from_csv(value: Document) -> list[Numbers]:
    found = []
    for block, table in zip(printed(value, "csv").split("\n\n"), value.tables, strict=True):
        rows = list(csv.DictReader(StringIO(block)))
        found.append([[said(row[key]) for key in _keys(table)] for row in rows])
    return found


def from_json(value: Document) -> list[Numbers]:
    """Of tables whose rows stand in the data under their own name."""
    data = json.loads(printed(value, "json"))
    return [[[_plain(row[key]) for key in _keys(table)] for row in data[table.key]] for table in value.tables]


def from_jsonl(value: Document) -> list[Numbers]:
    rows = [json.loads(line) for line in printed(value, "jsonl").splitlines()]
    return [
        [[_plain(row[key]) for key in _keys(table)] for row in rows if row["table"] == table.key]
        for table in value.tables
    ]


LOOKS: dict[str, Callable[[Document], list[Numbers]]] = {
    "plain": from_plain,
    "markdown": from_markdown,
    "html": from_html,
    "docx": from_word,
    "xlsx": from_workbook,
    "csv": from_csv,
    "json": from_json,
    "jsonl": from_jsonl,
}
MACHINES = ("csv", "json", "jsonl")
"""Looks for programs, which have every column."""
ROUNDED = ("plain", "markdown", "html", "docx")
"""Looks in which a rate has two decimals of a percentage."""


def same(look: str, found: list[Numbers], wanted: list[Numbers]) -> None:
    """Nothing is there that is not in the value, and nothing is missing."""
    tolerance = 0.0050001 if look in ROUNDED else 1e-12
    for read, given in zip(found, wanted, strict=True):
        for row, true in zip(read, given, strict=True):
            assert row == [None if each is None else pytest.approx(each, rel=0, abs=tolerance) for each in true], look
