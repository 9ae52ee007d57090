"""Plain text: columns under one another, for pipes, files and mail. The hot path: needs no package."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .cells import EMPTY, for_people, line, to_the_right
from .widths import width

if TYPE_CHECKING:
    from xinfang.core.table import Document, Table

GAP = "  "
WIDEST = 100
"""Cells up to this width are lined up; a longer one is printed whole and pushes only its own row aside."""


def chunks(value: Table | Document, encoding: str) -> Iterator[str]:
    """The value as lines of text in characters that `encoding` has."""
    from xinfang.core.table import Document

    if not isinstance(value, Document):
        yield from _table(value, encoding)
        return
    yield from _sentences((value.title,), encoding)
    yield from (line(text, encoding) + "\n" for text in value.lines)
    for table in value.tables:
        yield "\n"
        yield from _table(table, encoding)
    if value.notes:
        yield "\n"
        yield from _sentences(value.notes, encoding)


def _sentences(texts: tuple[str, ...], encoding: str) -> Iterator[str]:
    for text in texts:
        if text:
            yield line(text, encoding) + "\n"


def _table(table: Table, encoding: str) -> Iterator[str]:
    yield from _sentences((table.title,), encoding)
    if table.rows:
        yield from _columns(table, encoding)
    else:
        yield line(EMPTY, encoding) + "\n"
    yield from _sentences(table.notes, encoding)


def _columns(table: Table, encoding: str) -> Iterator[str]:
    columns, headings, rows = for_people(table, encoding)
    grid = [headings, *rows]
    sizes = [[width(cell) for cell in cells] for cells in grid]
    widths = [max((size for size in column if size <= WIDEST), default=0) for column in zip(*sizes, strict=True)]
    right = [to_the_right(column) for column in columns]
    lines = [_row(cells, own, widths, right) for cells, own in zip(grid, sizes, strict=True)]
    lines.insert(1, GAP.join("-" * widest for widest in widths))
    for text in lines:
        yield text + "\n"


def _row(cells: list[str], sizes: list[int], widths: list[int], right: list[bool]) -> str:
    parts = []
    for cell, size, widest, to_right in zip(cells, sizes, widths, right, strict=True):
        padding = " " * (widest - size)
        parts.append(padding + cell if to_right else cell + padding)
    return GAP.join(parts).rstrip()
