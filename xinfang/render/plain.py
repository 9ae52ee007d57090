"""Plain text: columns under one another, for pipes, files and mail. The hot path: needs no package."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from xinfang.core.long import MOST_HELD

from .cells import EMPTY, for_people, line, to_the_right
from .widths import width

if TYPE_CHECKING:
    from xinfang.core.table import Document, Table

Measured = tuple[list[str], list[int]]
"""The cells of a line, and how wide each is."""
AT_ONCE = MOST_HELD
"""Rows that are lined up together: all of a list that is not too long to be held."""
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
    if value.notes or value.hints:
        yield "\n"
        yield from _sentences((*value.notes, *value.hints), encoding)


def _sentences(texts: Iterable[str], encoding: str) -> Iterator[str]:
    for text in texts:
        if text:
            yield line(text, encoding) + "\n"


def _table(table: Table, encoding: str) -> Iterator[str]:
    yield from _sentences((table.title,), encoding)
    if table.rows:
        yield from _columns(table, encoding)
    else:
        yield line(EMPTY, encoding) + "\n"
    yield from _sentences(chain(table.notes, table.hints), encoding)


def _columns(table: Table, encoding: str) -> Iterator[str]:
    """A portion at a time, each at least as wide as those before: who has the rows read need not do so twice."""
    grid = for_people(table, encoding)
    heading = _measured(grid.headings)
    right = [to_the_right(column) for column in grid.columns]
    widths, left, begun = [0] * len(grid.columns), map(_measured, grid.rows), False
    while some := [*islice(left, AT_ONCE)]:
        for _, sizes in chain((heading,), some):
            widths = [size if widest < size <= WIDEST else widest for widest, size in zip(widths, sizes, strict=True)]
        if not begun:
            yield _row(heading, widths, right) + "\n"
            yield GAP.join("-" * widest for widest in widths) + "\n"
            begun = True
        yield from (_row(row, widths, right) + "\n" for row in some)


def _measured(cells: list[str]) -> Measured:
    return cells, [width(cell) for cell in cells]


def _row(row: Measured, widths: list[int], right: list[bool]) -> str:
    parts = []
    for cell, size, widest, to_right in zip(*row, widths, right, strict=True):
        padding = " " * (widest - size)
        parts.append(padding + cell if to_right else cell + padding)
    return GAP.join(parts).rstrip()
