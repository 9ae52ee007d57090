"""HTML: one page that needs nothing else, for any browser, a phone, a printer; no script, no request to anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from . import titles
from .cells import (
    EMPTY,
    FOLDED_FROM,
    Grid,
    for_people,
    headings_folded,
    least_width,
    line,
    mostly_numbers,
    stay_whole,
    to_the_right,
)
from .charts import MOST, left_out, panels
from .official_words import officially
from .screen import has_every_character
from .svg import drawing

if TYPE_CHECKING:
    from xinfang.core.table import Document, Table

# The policy forbids a browser every request, whatever may stand in the page; the empty icon spares it one.
_HEAD = """\
<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<link rel="icon" href="data:,">
"""
FITS_UPRIGHT = 92
"""Columns of text across an upright A4 page."""
FITS_IN_SMALL_TYPE = 112
"""The same in the type of wide tables; a table that needs more is printed on a page laid on its side."""
FITS_A_PHONE = 40
"""A list that needs more is shown on a phone as one block for each row."""
FEW = 8
"""Columns that are moved sideways on a phone rather than read in blocks, where they hold short words only."""
BESIDE = 32
"""A table that needs no more, with few rows, is printed beside its only chart."""
SIDEWAYS = 20
"""What is longer is not short."""
UNBROKEN = 15
"""No longer text is broken beside the first column, which stays in sight and is narrow on a phone: 增50.00个百分点."""
UNTORN = re.compile(r"(?<![\w-])[0-9a-f]{4}(?:-[0-9a-f]{2,6}){1,3}(?![\w-])", re.ASCII)
"""The number of a petition, a day, a fingerprint: a browser would end a line at their hyphens."""
FOLDING = ("t", "l")
"""How columns of text are called whose cells have lines; l: of a text longer than SENTENCE."""
SENTENCE = 40
"""A column with a text longer than this is given more room than others before a table is moved sideways."""


def chunks(value: Table | Document, encoding: str) -> Iterator[str]:
    """The value as a whole page; characters that `encoding` does not have become references."""
    for chunk in _page(value):
        # The page says it is UTF-8; pure ASCII is that in every encoding a shell may use.
        if not has_every_character(encoding):
            chunk = chunk.encode("ascii", "xmlcharrefreplace").decode("ascii")
        yield chunk


def _page(value: Table | Document) -> Iterator[str]:
    from xinfang.core.table import Document

    if isinstance(value, Document) and value.signed:
        value = officially(value)
    title, heading = _text(value.title), _heading(value.title)
    style = Path(__file__).with_name("page.css").read_text(encoding="utf-8")
    yield f"{_HEAD}<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<h1>{heading}</h1>\n"
    if isinstance(value, Document):
        yield from _paragraphs(value.lines)
        printed = ""
        layers = titles.layers([table.title for table in value.tables])
        for table, layer in zip(value.tables, layers, strict=True):
            grid = for_people(table)
            printed = _as_printed(grid)
            yield from _section(table, grid, printed, f"<h{layer + 1}>{_text(table.title)}</h{layer + 1}>\n")
        # Paper is not turned for a few lines: they stand on the page of the last table where that lies.
        page = "wide" if printed == "wide" else ""
        yield from _enclosed("footer", page, value.notes)
        yield from _enclosed("div", f"signed {page}".rstrip(), value.signed)
    else:
        grid = for_people(value)
        yield from _section(value, grid, _as_printed(grid), "")
    yield "</body>\n</html>\n"


def _heading(title: str) -> str:
    """A title whose parts stay whole on a phone, as far as they have room."""
    several = titles.parts(title)
    return "".join(f"<span>{_text(part)}</span>" for part in several) if len(several) > 1 else _text(title)


def _text(text: str) -> str:
    return escape(line(text))


def _untorn(escaped: str) -> str:
    """The same with what is UNTORN in one line."""
    return UNTORN.sub(r'<span class="w">\g<0></span>', escaped)


def _paragraphs(texts: Iterable[str]) -> Iterator[str]:
    for text in filter(None, texts):
        yield f"<p>{_untorn(_text(text))}</p>\n"


def _enclosed(tag: str, name: str, texts: Iterable[str]) -> Iterator[str]:
    if any(texts):
        yield f"<{tag}{_of(name)}>\n"
        yield from _paragraphs(texts)
        yield f"</{tag}>\n"


def _section(table: Table, grid: Grid, printed: str, heading: str) -> Iterator[str]:
    """printed: as _as_printed says of its grid."""
    yield f"<section{_of(printed)}>\n{heading}"
    figures = [*_figures(table)]
    if figures:
        yield f'<div class="drawn{" beside" * _stands_beside(grid, len(figures))}">\n'
        yield from figures
    if grid.rows:
        yield from _table(grid, as_list=least_width(grid, 2, 20) > FITS_A_PHONE and not _read_down(grid))
    else:
        yield f"<p>{EMPTY}</p>\n"
    if figures:
        yield "</div>\n"
    yield from _enclosed("div", "notes", table.notes)
    yield "</section>\n"


def _as_printed(grid: Grid) -> str:
    """In which type and on which page; page.css lets a heading have lines on paper, in small type above figures three."""
    if least_width(headings_folded(grid), 2, 20) <= FITS_UPRIGHT:
        return ""
    closest = headings_folded(grid, 3 if mostly_numbers(grid) else 2)
    return "close" if least_width(closest, 2, 20) <= FITS_IN_SMALL_TYPE else "wide"


def _figures(table: Table) -> Iterator[str]:
    for panel in panels(table):
        cut = left_out(table, panel)
        caption = f"{panel.caption}（{cut.removesuffix('。')}）" if cut else panel.caption
        yield f"<figure>\n<figcaption>{escape(caption)}</figcaption>\n{drawing(panel, line(table.title))}\n</figure>\n"


def _stands_beside(grid: Grid, figures: int) -> bool:
    return figures == 1 and len(grid.rows) <= MOST["bars"] and least_width(grid, 2, 20) <= BESIDE


def _read_down(grid: Grid) -> bool:
    """Figures under each other, or few columns of short words: it stays a table on a phone and is moved sideways."""
    return max(grid.sizes[1:], default=0) <= SIDEWAYS and (mostly_numbers(grid) or len(grid.columns) <= FEW)


def _table(grid: Grid, *, as_list: bool) -> Iterator[str]:
    """as_list: every cell carries its heading, for the block that a row becomes where there is no room."""
    columns = enumerate(zip(grid.columns, stay_whole(grid), grid.sizes, strict=True))
    kinds = [
        "n" if to_the_right(column) else _folded(size, whole=stays or (place > 0 and size <= UNBROKEN))
        for place, (column, stays, size) in columns
    ]
    labels = [f' data-label="{escape(heading)}"' if as_list else "" for heading in grid.headings]
    opened = [f"<td{_of(kind)}{label}>" for kind, label in zip(kinds, labels, strict=True)]
    heads = "".join(
        f'<th scope="col"{_of(kind + " s" * (len(heading) < FOLDED_FROM))}>{escape(heading)}</th>'
        for kind, heading in zip(kinds, grid.headings, strict=True)
    )
    yield f'<div class="{"rows" if as_list else "across"}">\n<table{_of("list" if as_list else "")}>\n<thead>\n<tr>{heads}</tr>\n</thead>\n<tbody>\n'
    filled = [_untorn if kind in FOLDING else str for kind in kinds]
    for row in grid.rows:
        cells = zip(opened, filled, row, strict=True)
        yield "<tr>" + "".join(f"{tag}{fill(escape(cell))}</td>" for tag, fill, cell in cells) + "</tr>\n"
    yield "</tbody>\n</table>\n</div>\n"


def _folded(size: int, *, whole: bool) -> str:
    """How page.css folds a column of text of that size."""
    return "w" if whole else "l" if size > SENTENCE else "t"


def _of(name: str) -> str:
    return f' class="{name}"' if name else ""
