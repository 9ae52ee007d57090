"""HTML: a small page that any browser opens and any word processor takes in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .cells import EMPTY, for_people, line, stay_whole, to_the_right
from .screen import has_every_character

if TYPE_CHECKING:
    from xinfang.core.table import Document, Table

_STYLE = """
body { font-family: "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; margin: 2em; line-height: 1.5 }
table { border-collapse: collapse; margin: .5em 0 }
th, td { border: 1px solid #999; padding: .25em .6em; vertical-align: top; overflow-wrap: anywhere }
th { background: #eee; white-space: nowrap; text-align: left }
"""
# A table of class w2 does not fold its second column.
_NO_FOLDING = ", ".join(f".w{place} td:nth-child({place})" for place in range(1, 31)) + " { white-space: nowrap }\n"


def chunks(value: Table | Document, encoding: str) -> Iterator[str]:
    """The value as a whole page; characters that `encoding` does not have become references."""
    for chunk in _page(value):
        # The page says it is UTF-8; pure ASCII is that in every encoding a shell may use.
        if not has_every_character(encoding):
            chunk = chunk.encode("ascii", "xmlcharrefreplace").decode("ascii")
        yield chunk


def _page(value: Table | Document) -> Iterator[str]:
    from xinfang.core.table import Document

    title = _text(value.title)
    yield f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
    yield f"<style>{_STYLE}{_NO_FOLDING}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
    if isinstance(value, Document):
        yield from _paragraphs(value.lines)
        for table in value.tables:
            yield f"<h2>{_text(table.title)}</h2>\n"
            yield from _table(table)
    else:
        yield from _table(value)
    yield from _paragraphs(value.notes if isinstance(value, Document) else ())
    yield "</body>\n</html>\n"


def _text(text: str) -> str:
    from html import escape

    return escape(line(text))


def _paragraphs(texts: tuple[str, ...]) -> Iterator[str]:
    for text in filter(None, texts):
        yield f"<p>{_text(text)}</p>\n"


def _table(table: Table) -> Iterator[str]:
    yield (_cells(table) if table.rows else f"<p>{EMPTY}</p>") + "\n"
    yield from _paragraphs(table.notes)


def _cells(table: Table) -> str:
    from tabulate import tabulate

    grid = for_people(table)
    # tabulate's "html" escapes every cell; where it is given no side, it does not pad the cells with blanks.
    sides = ["right" if to_the_right(column) else None for column in grid.columns]
    table_tags = tabulate(grid.rows, headers=grid.headings, tablefmt="html", disable_numparse=True, colalign=sides)
    whole = [f"w{place}" for place, stays in enumerate(stay_whole(grid), start=1) if stays]
    return str(table_tags).replace("<table>", f'<table class="{" ".join(whole)}">', 1)
