"""A table in Word: the largest type in which it fits, its head on every page, all its lines drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from .cells import headings_folded, stay_whole, to_the_right
from .official_page import FANGSONG, HEITI, face, paragraph, style, table
from .widths import POINTS, width

if TYPE_CHECKING:
    from .cells import Grid
    from .official_page import Page

TYPES = (24, 21, 18)
"""Half points: 小四, 五号, 小五."""
SMALLEST = 15
"""六号: for what would have its numbers and days broken in any larger."""
MARGIN, NARROW_MARGIN, LINES = 70, 40, 30
"""Twentieths of a point: at each side of a cell's text, the same of the smallest type, for the lines around it."""
NARROW, NARROWEST, WIDEST, WORD = 7, 4, 30, 9
"""Chinese characters: a longer text is not folded more narrowly, not even where room is short, nor does it claim more;
a longer word may be broken."""
LATIN, HALF = 0.62, 0.5
"""Width of a digit or letter as part of a Chinese character's: where another face stands in for 仿宋, and in 仿宋."""
TOGETHER = 3
"""So many rows at the end of a table stand on one page."""
SHORT = 8
"""A table of no more rows is not broken between two pages."""
TALL = 20
"""Lines of text: of a table with few rows but more lines than these no rows are kept together, or all of it would leave
the heading behind on a page of its own."""
MOVES_WHOLE = 400
"""Signs in a row that is not broken between two pages."""
UNBROKEN = re.compile(f".[!-~]+{POINTS}|[!-~]+.?")
"""What no line should break: the number of a petition or other word, with the sign after it; a change in points."""
NUMBERS = re.compile(r"\d{4}-\d{6}(?:、\d{4}-\d{6})+")
"""Several petitions in a cell."""
STYLES = "".join(
    style(
        f"{name}{size}",
        f"{label} {size / 2:g}磅",
        f'<w:spacing w:before="30" w:after="30" w:line="{size * 14}" w:lineRule="atLeast"/><w:jc w:val="{side}"/>',
        face(font, size),
    )
    for size in (*TYPES, SMALLEST)
    for name, label, side, font in (
        ("Biaotou", "表头", "center", HEITI),
        ("Biaoge", "表格", "left", FANGSONG),
        ("Shuzi", "表格数字", "right", FANGSONG),
    )
)


class Fit(NamedTuple):
    """How a table fits on a page: the size of its type in half points, its headings with their line breaks, and the
    widths of its columns in twentieths of a point."""

    page: Page
    size: int
    headings: list[str]
    widths: list[int]


def fitted(grid: Grid, pages: tuple[Page, ...]) -> Fit:
    """The first page on which the table fits.

    In the largest type in which no text is folded, or none but headings; where some must be, in the smallest, so that
    few are. A table that fits nowhere is pressed into the last page.
    """
    grids = grid, headings_folded(grid)
    naturals = [(each.headings, _natural(each)) for each in grids]
    folded, natural = naturals[-1]
    whole, unbroken = stay_whole(grids[-1]), _unbroken(grid)
    pressed = [each * HALF / LATIN for each in unbroken]
    trials = (
        *((page, TYPES[-1], NARROW, whole, unbroken) for page in pages),
        (pages[-1], TYPES[-1], NARROWEST, whole, unbroken),
        (pages[-1], SMALLEST, NARROWEST, whole, unbroken),
        # Short words are folded too, and numbers are as narrow as 仿宋 writes them.
        (pages[-1], SMALLEST, NARROWEST, [False] * len(whole), pressed),
    )
    for page, smallest, narrowest, stay, words in trials:
        for headings, wished in naturals:
            for size in TYPES:
                if sum(unfolded := _widths(wished, size)) <= page.across:
                    return Fit(page, size, headings, _spread(unfolded, unfolded, page.across))
        least = [
            size if stays else min(size, max(narrowest, min(word, WORD)))
            for size, stays, word in zip(natural, stay, words, strict=True)
        ]
        if sum(needed := _widths(least, smallest)) <= page.across:
            return Fit(page, smallest, folded, _spread(needed, unfolded, page.across))
    return Fit(pages[-1], SMALLEST, folded, [each * pages[-1].across // sum(needed) for each in needed])


def word_table(grid: Grid, fit: Fit, *, noted: bool = False) -> Iterator[str]:
    """The table as it fits. noted: it is not torn from what stands below it."""
    size, widths = fit.size, fit.widths
    kinds = [f"{'Shuzi' if to_the_right(column) else 'Biaoge'}{size}" for column in grid.columns]
    heads = [f"Biaotou{size}"] * len(kinds)
    head = _row(fit.headings, heads, widths, "<w:cantSplit/><w:tblHeader/>", keep=True)
    rooms = [(across - 2 * _margin(size) - LINES) / (size * 10) for across in widths]
    # The first two rows are on one page, and so are the last three, and all of a short table.
    last = len(grid.rows) - 1
    first = last if last < SHORT else 1
    tall = last < SHORT and sum(max(map(_lines, cells, rooms)) for cells in grid.rows) > TALL
    rows = (
        _row(
            [*map(_whole_numbers, cells, rooms)],
            kinds,
            widths,
            "<w:cantSplit/>" * _moves_whole(cells),
            keep=noted if at == last else not tall and (at < first or at > last - TOGETHER),
        )
        for at, cells in enumerate(grid.rows)
    )
    return table(chain((head,), rows), widths, _margin(size))


def _lines(text: str, room: float) -> int:
    """In about so many lines the text is set."""
    return max(1, ceil(_ems(text) / room))


def _moves_whole(cells: list[str]) -> bool:
    return sum(map(len, cells)) <= MOVES_WHOLE


def _whole_numbers(text: str, room: float) -> str:
    """The text with its petitions in lines of whole numbers: Word would break them at their hyphens."""
    if "、" not in text or _ems(text) <= room:
        return text
    return NUMBERS.sub(lambda found: _in_lines(found[0].split("、"), room), text)


def _in_lines(numbers: list[str], room: float) -> str:
    each = max(int(room / _ems(f"{numbers[0]}、")), 1)
    return "、\n".join("、".join(numbers[at : at + each]) for at in range(0, len(numbers), each))


def _natural(grid: Grid) -> list[float]:
    """What each column would like: that nothing in it is folded any further."""
    columns = zip((heading.split("\n") for heading in grid.headings), *grid.rows, strict=True)
    return [min(max(map(_ems, (*lines, *cells))), WIDEST) for lines, *cells in columns]


def _unbroken(grid: Grid) -> list[float]:
    """How wide the longest of what is UNBROKEN is in each column."""
    return [
        max((_ems(word) for cell in column for word in UNBROKEN.findall(cell)), default=0.0)
        for column in zip(grid.headings, *grid.rows, strict=True)
    ]


def _ems(text: str) -> float:
    """How wide a text is, in Chinese characters."""
    latin = len(text.encode("ascii", "ignore"))
    return latin * LATIN + (width(text) - latin) / 2


def _widths(ems: list[float], size: int) -> list[int]:
    """So many Chinese characters of that size in twentieths of a point, and what is beside them."""
    return [round(count * size * 10) + 2 * _margin(size) + LINES for count in ems]


def _margin(size: int) -> int:
    return MARGIN if size > SMALLEST else NARROW_MARGIN


def _spread(least: list[int], natural: list[int], room: int) -> list[int]:
    """Widths that fill the room: what a column would like beyond the least it needs, in proportion; then all alike."""
    spare = room - sum(least)
    wished = [want - need for want, need in zip(natural, least, strict=True)]
    if sum(wished) > spare:
        return [need + spare * wish // sum(wished) for need, wish in zip(least, wished, strict=True)]
    return [want + (spare - sum(wished)) // len(natural) for want in natural]


def _row(cells: list[str], names: list[str], widths: list[int], properties: str, *, keep: bool) -> str:
    """keep: on one page with the next."""
    drawn = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{across}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{paragraph(text, name, keep)}</w:tc>'
        for text, name, across in zip(cells, names, widths, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{drawn}</w:tr>"
