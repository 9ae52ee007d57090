"""Markdown: headings and pipe tables, to paste into a note or a web page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from xinfang.core.long import each

from .cells import EMPTY, for_people, line, to_the_right, widest
from .plain import WIDEST
from .widths import width

if TYPE_CHECKING:
    from xinfang.core.table import Document, Table

ROOM = 2
"""Columns by which a column is wider than its heading."""
_MARKUP = re.compile(r"[\\`*_\[\]|~$@]|(?<=:)//|(?<=www)\.", re.IGNORECASE)
_LINE_START = re.compile(r"(?=[#+\-=])|(\d+)(?=[.)])")


def escaped(text: str) -> str:
    """`text` so that Markdown shows it as it is: no emphasis, link, HTML or new column.

    >>> escaped("张*|<b> http://a.cn")
    '张\\\\*\\\\|&lt;b&gt; http:\\\\//a.cn'
    """
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKUP.sub(r"\\\g<0>", text)


def chunks(value: Table | Document, encoding: str) -> Iterator[str]:
    """The value as Markdown in characters that `encoding` has."""
    from xinfang.core.table import Document

    if not isinstance(value, Document):
        yield from _table(value, "#", encoding)
        return
    yield f"# {escaped(line(value.title, encoding))}\n"
    yield from _paragraphs(value.lines, encoding)
    for table in value.tables:
        yield "\n"
        yield from _table(table, "##", encoding)
    yield from _paragraphs(value.notes, encoding)


def _paragraphs(texts: Iterable[str], encoding: str) -> Iterator[str]:
    for text in filter(None, texts):
        # At the start of a line some signs make a heading, a list or a code block.
        shown = escaped(line(text, encoding)).lstrip()
        start = _LINE_START.match(shown)
        yield "\n" + (f"{start[0]}\\{shown[start.end() :]}" if start else shown) + "\n"


def _table(table: Table, heading: str, encoding: str) -> Iterator[str]:
    if table.title:
        yield f"{heading} {escaped(line(table.title, encoding))}\n\n"
    if table.rows:
        yield from _pipes(table, encoding)
    else:
        yield line(EMPTY, encoding) + "\n"
    yield from _paragraphs(table.notes, encoding)


def _pipes(table: Table, encoding: str) -> Iterator[str]:
    grid = for_people(table, encoding)
    headings, rows = _escaped(grid.headings), each(_escaped, grid.rows)
    sizes = widest(rows, len(headings))
    right = [to_the_right(column) for column in grid.columns]
    # A very long cell would pad every other row to its length: such a column is left ragged.
    widths = [
        0 if size > WIDEST else max(size, width(heading) + ROOM) for heading, size in zip(headings, sizes, strict=True)
    ]
    yield _row(headings, widths, right)
    yield "|" + "|".join(map(_rule, widths, sizes, right)) + "|\n"
    yield from (_row(row, widths, right) for row in rows)


def _escaped(cells: list[str]) -> list[str]:
    return [escaped(cell).strip() for cell in cells]


def _rule(room: int, size: int, right: bool) -> str:
    """The line under a heading: it says to which side the column is aligned."""
    if not room:
        return "-" * (size + 2)
    return "-" * (room + 1) + ":" if right else ":" + "-" * (room + 1)


def _row(cells: list[str], widths: list[int], right: list[bool]) -> str:
    parts = []
    for cell, room, to_right in zip(cells, widths, right, strict=True):
        padding = " " * (room - width(cell))
        parts.append(padding + cell if to_right else cell + padding)
    return f"| {' | '.join(parts)} |\n"
