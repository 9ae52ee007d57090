"""One value, the same numbers in every look: each is read back and compared with the value itself."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from io import BytesIO, StringIO
from xml.etree import ElementTree

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from xinfang.core.table import Chart, Column, Document, Table, records
from xinfang.render import word, workbook

from .charted import BULLETIN, CHANNELS, MONTHS, Page
from .samples import printed

Number = float | None
Numbers = list[list[Number]]
"""For each table its numbers and rates, row by row."""


def expected(value: Document) -> list[Numbers]:
    """What the value itself holds."""
    return [
        [[_plain(row[place]) for place, column in enumerate(table.columns) if column.kind in ("number", "rate")] for row in table.rows]
        for table in value.tables
    ]  # fmt: skip


def _plain(cell: object) -> Number:
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
        wanted = [place for place, column in enumerate(shown) if column.kind in ("number", "rate")]
        assert [column.label for column in shown] == [cell.strip() for cell in rows[0]]
        found.append([[said(row[place]) for place in wanted] for row in rows[1:]])
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
    tables = docx.Document(BytesIO(word.content(value))).tables
    return numbers(value, [[[cell.text for cell in row.cells] for row in table.rows] for table in tables])


def from_workbook(value: Document) -> list[Numbers]:
    book = CalamineWorkbook.from_filelike(BytesIO(workbook.content(value)))
    sheets = [book.get_sheet_by_index(place).to_python() for place in range(len(value.tables))]
    return numbers(value, [[[str(cell) for cell in row] for row in rows] for rows in sheets])


def from_csv(value: Document) -> list[Numbers]:
    found = []
    for block, table in zip(printed(value, "csv").split("\n\n"), value.tables, strict=True):
        rows = list(csv.DictReader(StringIO(block)))
        wanted = [column.key for column in table.columns if column.kind in ("number", "rate")]
        found.append([[said(row[key]) for key in wanted] for row in rows])
    return found


def from_json(value: Document) -> list[Numbers]:
    data = json.loads(printed(value, "json"))
    return [
        [[_plain(row[c.key]) for c in table.columns if c.kind in ("number", "rate")] for row in data[table.key]]
        for table in value.tables
    ]


def from_jsonl(value: Document) -> list[Numbers]:
    rows = [json.loads(line) for line in printed(value, "jsonl").splitlines()]
    return [
        [
            [_plain(row[c.key]) for c in table.columns if c.kind in ("number", "rate")]
            for row in rows
            if row["table"] == table.key
        ]
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
ROUNDED = ("plain", "markdown", "html", "docx")
"""Looks in which a rate has two decimals of a percentage."""


def same(look: str, found: list[Numbers], wanted: list[Numbers]) -> None:
    tolerance = 0.0050001 if look in ROUNDED else 1e-12
    assert found == [[[pytest.approx(n, rel=0, abs=tolerance) if n is not None else None for n in row] for row in table] for table in wanted]  # fmt: skip


def with_data(*tables: Table) -> Document:
    return Document("报表", {table.key: records(table) for table in tables}, tables)


@pytest.mark.parametrize("look", LOOKS)
def test_the_bulletin(look: str) -> None:
    value = BULLETIN._replace(data=with_data(*BULLETIN.tables).data, lines=())
    assert len(expected(value)[0]) == 4
    same(look, LOOKS[look](value), expected(value))


def test_the_charts_of_the_page() -> None:
    """What is told of each bar and point, in the words of the table beside it."""
    page = Page(printed(with_data(CHANNELS, MONTHS), "html"))
    channels, months = page.tables
    told = [[each.text for each in ElementTree.fromstring(drawing).iter("title")][1:] for drawing in page.drawings]
    rows = [f"{row[0]} {{}}: {{}}" for row in channels[1:]]
    assert told[0] == [row.format("收到", cells[1]) for row, cells in zip(rows, channels[1:], strict=True)]
    assert told[1] == [
        row.format("按期率", cells[2]) for row, cells in zip(rows, channels[1:], strict=True) if cells[2] != "-"
    ]
    assert told[2] == [
        f"{row[0]} {series}: {row[place]}"
        for place, series in ((1, "收到"), (2, "办结"))
        for row in months[1:]
        if row[place]
    ]


COUNTS = st.one_of(st.none(), st.integers(0, 10**9))
RATES = st.one_of(st.none(), st.floats(0, 1).map(lambda rate: round(rate, 4)))
ROWS = st.lists(
    st.tuples(st.text("甲乙丙丁abc", min_size=1, max_size=8), COUNTS, RATES, COUNTS), min_size=1, max_size=30
)


@settings(deadline=None, max_examples=40)
@given(ROWS, st.sampled_from(["bars", "lines"]))
def test_any_rows(rows: list[tuple[str, int | None, float | None, int | None]], kind: str) -> None:
    columns = (
        *(Column("name", "名称"), Column("received", "收到", "number"), Column("rate", "按期率", "rate")),
        Column("closed", "办结", "number"),
    )
    chart = Chart("bars" if kind == "bars" else "lines", "name", ("received", "rate", "closed"))
    value = with_data(Table("甲表", columns, tuple(rows), key="a", chart=chart))
    for look, read in LOOKS.items():
        same(look, read(value), expected(value))
