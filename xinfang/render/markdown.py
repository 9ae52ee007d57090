"""Markdown: headings and pipe tables, to paste into a note or a web page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from xinfang.core.long import each

from .cells import EMPTY, for_people, line, to_the_right, widest
from .plain import WIDEST
from .titles import layers

if TYPE_CHECKING:
    from xinfang.core.table import Document, Table

AT_ONCE = 500
"""Rows that are lined up together."""
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
    for table, layer in zip(value.tables, layers([table.title for table in value.tables]), strict=True):
        yield "\n"
        yield from _table(table, "#" * (layer + 1), encoding)
    yield from _paragraphs((*value.notes, *value.hints), encoding)


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
    yield from _paragraphs(chain(table.notes, table.hints), encoding)


def _pipes(table: Table, encoding: str) -> Iterator[str]:
    """A portion at a time, each as wide as all: tabulate lines up what it holds."""
    from tabulate import tabulate

    grid = for_people(table, encoding)
    rows = each(_escaped, grid.rows)
    sizes = widest(rows, len(grid.columns))
    # A very long cell would pad every other row to its length: such a column is left ragged.
    ragged = [size > WIDEST for size in sizes]
    aligned = ["right" if to_the_right(column) else "left" for column in grid.columns]
    # Stands first in every portion, so that each is as wide, and is taken out again.
    broadest = ["" if long else "x" * size for long, size in zip(ragged, sizes, strict=True)]
    left, begun = iter(rows), False
    while some := [*islice(left, AT_ONCE)]:
        drawn = tabulate(
            [broadest, *some],
            headers=_escaped(grid.headings),
            tablefmt="pipe",
            disable_numparse=True,
            colalign=[None if long else side for long, side in zip(ragged, aligned, strict=True)],
        )
        heading, rule, _, *lines = str(drawn).split("\n")
        yield "\n".join((*lines, "") if begun else (heading, rule, *lines, ""))
        begun = True


def _escaped(cells: list[str]) -> list[str]:
    return list(map(escaped, cells))
