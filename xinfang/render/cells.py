"""What people read in a cell: words for stored values, ISO days, percentages, 是 and 否."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from xinfang.core.long import each
from xinfang.core.table import Percent, Said

from .safe import safe
from .screen import encodable
from .widths import width

if TYPE_CHECKING:
    from xinfang.core.long import Long
    from xinfang.core.table import Cell, Column, Row, Table

EMPTY = "（无）"
"""Printed where a table has no rows."""

FOLDED_FROM = 4
"""Signs of a heading that may have lines."""
SHORT = 12
"""A column of text no wider than this is not folded: a number, a name, a state."""


class Grid:
    """A table as people read it: only the columns meant for them, every cell a safe line of text."""

    def __init__(self, columns: list[Column], headings: list[str], rows: list[list[str]] | Long[list[str]]) -> None:
        self.columns, self.headings, self.rows = columns, headings, rows

    @cached_property
    def below(self) -> list[int]:
        """The width of the widest cell below each heading."""
        return widest(self.rows, len(self.columns))

    @property
    def sizes(self) -> list[int]:
        """The width of each column; a heading may have lines."""
        headings = (max(map(width, heading.split("\n"))) for heading in self.headings)
        return list(map(max, headings, self.below))


def percent(rate: float) -> str:
    """A rate with two decimals, halves rounded up as a spreadsheet does.

    >>> percent(0.965), percent(5 / 32)
    ('96.50%', '15.63%')
    """
    hundredths = int(abs(rate) * 10_000 + 0.5)
    sign = "-" if rate < 0 and hundredths else ""
    return f"{sign}{hundredths // 100}.{hundredths % 100:02d}%"


def words(value: Cell, column: Column) -> str:
    """`value` in the words of its column, before it is made safe."""
    stored = not isinstance(value, Said)
    if isinstance(value, Said):
        value = value.word
    if value is None or value == "":
        return column.blank
    if stored and column.words and not isinstance(value, bool):
        value = column.words.get(str(value), value)
    if isinstance(value, str):
        return str(value)
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Percent) or (column.kind == "rate" and isinstance(value, int | float)):
        return percent(value)
    if isinstance(value, float):
        return f"{value:.{column.decimals}f}"
    if isinstance(value, datetime):
        return value.isoformat(" ", "seconds")
    return value.isoformat() if isinstance(value, date) else str(value)


def for_people(table: Table, encoding: str = "utf-8") -> Grid:
    """The table as people read it, in characters that `encoding` has."""
    places = [place for place, column in enumerate(table.columns) if not column.machine_only]
    columns = [table.columns[place] for place in places]

    def read(row: Row) -> list[str]:
        return [line(words(row[place], table.columns[place]), encoding) for place in places]

    return Grid(columns, [line(column.label, encoding) for column in columns], each(read, table.rows))


def line(text: str, encoding: str = "utf-8") -> str:
    """`text` as one safe line in characters that `encoding` has."""
    return encodable(safe(text), encoding)


def to_the_right(column: Column) -> bool:
    """Whether the column's values are aligned to the right."""
    return column.kind in ("number", "rate")


def mostly_numbers(grid: Grid) -> bool:
    """Whether the table is one of figures: what stands beside its first column is for the greater part numbers."""
    beside = grid.columns[1:]
    return sum(map(to_the_right, beside)) * 2 >= len(beside)


def headings_folded(grid: Grid, lines: int = 2) -> Grid:
    """The same with each heading in so many lines that is longer than what stands below it."""
    widths = zip(grid.headings, grid.below, strict=True)
    folded = [_in_lines(heading, lines) if width(heading) > below else heading for heading, below in widths]
    same = Grid(grid.columns, folded, grid.rows)
    same.below = grid.below
    return same


def _in_lines(heading: str, lines: int) -> str:
    """At most so many lines, as long as each other; a short one stays as it is, and no sign of punctuation begins a line."""
    if len(heading) < FOLDED_FROM:
        return heading
    size, parts, left = -(-len(heading) // lines), [], heading
    while left:
        end = size + (size < len(left) and not left[size].isalnum())
        parts.append(left[:end])
        left = left[end:]
    return "\n".join(parts)


def widest(rows: Iterable[list[str]], columns: int) -> list[int]:
    """The width of the widest cell of each column."""
    found = [0] * columns
    for row in rows:
        found = [*map(max, found, map(width, row))]
    return found


def stay_whole(grid: Grid) -> list[bool]:
    """For each column whether its cells are never folded: numbers, days, short words."""
    return [column.kind != "text" or size <= SHORT for column, size in zip(grid.columns, grid.sizes, strict=True)]


def least_width(grid: Grid, gap: int, narrowest: int) -> int:
    """The least width at which the columns can be read, a long text folded to `narrowest`, `gap` between two."""
    whole = zip(grid.sizes, stay_whole(grid), strict=True)
    least = [size if stays else min(size, narrowest) for size, stays in whole]
    return sum(least) + gap * (len(least) - 1)
