"""What a cell of a workbook holds and how it looks: a number, a day or a text, as wide and high as it needs."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from xinfang.core.table import Percent

from .cells import to_the_right, words
from .safe import looks_like_formula, safe, safe_block, storable
from .widths import width

if TYPE_CHECKING:
    from xinfang.core.table import Cell, Column

LONGEST = 32_767
"""UTF-16 units that the format has room for in a cell."""
LINE_HEIGHT, HIGHEST = 15, 409
"""Points: of a line, and at most of a row."""
DAY = "yyyy-mm-dd"
"""How a day is shown."""
CUT = "（以下略：单元格装不下）"


def looks_of(book: Any) -> dict[str, Any]:
    """The formats that cells are written in, by name; made once for a book."""
    # The indent keeps a number from the text at its right.
    right = {"align": "right", "indent": 1}
    return {
        "heading": book.add_format({"bold": True, "bottom": 1, "valign": "top"}),
        "number heading": book.add_format({"bold": True, "bottom": 1, "valign": "top", **right}),
        "date": book.add_format({"num_format": DAY, "align": "left", "valign": "top"}),
        "rate": book.add_format({**right, "num_format": "0.00%", "valign": "top"}),
        "whole": book.add_format({**right, "num_format": "0", "valign": "top"}),
        "part 1": book.add_format({**right, "num_format": "0.0", "valign": "top"}),
        "part 2": book.add_format({**right, "num_format": "0.00", "valign": "top"}),
        "text": book.add_format({"valign": "top", "text_wrap": True}),
        "right": book.add_format({"valign": "top", **right}),
        # Keeps Excel from computing the text when somebody edits the cell.
        "formula": book.add_format({"valign": "top", "text_wrap": True, "quote_prefix": True}),
    }


def write(sheet: Any, line: int, across: int, value: Cell, column: Column, looks: dict[str, Any]) -> None:
    """Write a value as what it is: a day, a number, or its words."""
    # Excel's calendar begins in 1900 and has a 29 February that year; it keeps 15 digits of a number.
    if isinstance(value, date) and not isinstance(value, datetime) and value.year > 1900:
        sheet.write_datetime(line, across, value, looks["date"])
    elif isinstance(value, int | float) and not isinstance(value, bool) and not column.words and abs(value) < 1e15:
        rate = column.kind == "rate" or isinstance(value, Percent)
        kind = "rate" if rate else "whole" if isinstance(value, int) else f"part {column.decimals}"
        sheet.write_number(line, across, value, looks[kind])
    else:
        look = "right" if to_the_right(column) else "text"
        write_text(sheet, line, across, _kept(words(value, column)), looks, look)


def _kept(text: str) -> str:
    """The text as a cell may hold it: whole, so that it can be read back; marks without a shape are part of it."""
    text = storable(text)
    # Who reads a workbook back takes one quote before a formula for a guard.
    return "'" + text if text.startswith("'") and looks_like_formula(text) else text


def write_text(sheet: Any, line: int, across: int, text: str, looks: dict[str, Any], look: str = "text") -> None:
    """Write a text that nothing computes; one too long for a cell says that it is cut."""
    if len(text.encode("utf-16-le")) > LONGEST * 2:
        text = cut(text, LONGEST - len(CUT)) + CUT
    if text:
        # A lone sign, as for "nothing", is no formula.
        risky = len(text) > 1 and looks_like_formula(text)
        sheet.write_string(line, across, text, looks["formula" if risky else look])


def width_of(column: Column, cells: list[Cell]) -> int:
    """How wide the column is to be, in letters."""
    widest = max(width(safe(text)) for text in (column.label, *(words(cell, column) for cell in cells)))
    return min(max(widest + 2, 8), 60)


def folded(value: Cell, column: Column, columns: int) -> int:
    """How many lines a cell needs that is so many columns wide."""
    if not isinstance(value, str):
        return 1
    text = words(value, column)
    if len(text) * 2 < columns and "\n" not in text:
        return 1
    return lines_in(safe_block(text[:LONGEST]), columns)


def lines_in(text: str, columns: int) -> int:
    """How many lines the text takes in so many columns: one less, as words are not broken and fonts differ."""
    return sum(max(1, -(-width(part) // (columns - 1))) for part in text.split("\n"))


def make_room(sheet: Any, line: int, lines: int) -> None:
    """Make the row high enough for so many lines."""
    if lines > 1:
        sheet.set_row(line, min(lines * LINE_HEIGHT, HIGHEST))


def units(text: str) -> int:
    """How long Excel takes the text to be: in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def cut(text: str, units: int) -> str:
    """The first UTF-16 units of `text`, never half a character."""
    return text.encode("utf-16-le")[: units * 2].decode("utf-16-le", "ignore")
