"""A workbook for Excel and WPS: real numbers and days, one sheet per table, never a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xinfang.core.long import Long
from xinfang.core.table import Percent, is_long, tables_of

from .cells import to_the_right, words
from .native_charts import draw
from .safe import looks_like_formula, safe, safe_block, storable
from .widths import width

if TYPE_CHECKING:
    from xinfang.core.table import Cell, Column, Document, Row, Table

LONGEST, LONGEST_NAME, LONGEST_HEADER, MOST_ROWS = 32_767, 31, 240, 1_048_575
"""Limits of the format: UTF-16 units in a cell, in a sheet's name and above a printed page, rows under the heading."""
MORE = "…"

PRINTED = 0
"""What XlsxWriter calls not to hide the lines between cells, not even on paper."""
LINE_HEIGHT, HIGHEST = 15, 409
"""Points: of a line, and at most of a row."""

CUT = "（以下略：单元格装不下）"
RESERVED = frozenset({"history"})
AT_ONCE = 1_000_000
"""Bytes of the file handed on at a time."""
SAMPLE = 500
"""Rows that decide how wide a column is."""

EXPLANATIONS, EXPLAINED = "说明", 70
"""The sheet for what has no row, and how wide it is: upright on A4 in any typeface."""


def content(value: Table | Document) -> bytes:
    """The value as the bytes of an .xlsx file, the same bytes for the same value."""
    from io import BytesIO

    from xlsxwriter import Workbook

    memory = BytesIO()
    book = Workbook(memory, {"in_memory": True})
    _fill(book, value)
    book.close()
    return memory.getvalue()


def chunks(value: Table | Document) -> Iterator[bytes]:
    """The same piece by piece; one with a long table is put together on the disk, each of its rows as it comes."""
    if not is_long(value):
        yield content(value)
        return
    from tempfile import TemporaryDirectory

    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    with TemporaryDirectory(prefix="xinfang-", ignore_cleanup_errors=True) as folder:
        path = Path(folder, "book.xlsx")
        book = Workbook(path, {"tmpdir": folder})
        # A sheet of a million petitions may be larger than a ZIP file could hold at first.
        book.use_zip64()
        try:
            _fill(book, value)
            book.close()
        except FileCreateError as failure:
            raise failure.args[0] from failure
        finally:
            # XlsxWriter leaves them open where it was interrupted, and Windows deletes no open file.
            for sheet in book.worksheets():
                if sheet.row_data_fh is not None:
                    sheet.row_data_fh.close()
        with path.open("rb") as file:
            while chunk := file.read(AT_ONCE):
                yield chunk


def _fill(book: Any, value: Table | Document) -> None:
    # XlsxWriter would put the present moment here.
    book.set_properties({"title": safe(value.title)[:255], "created": datetime(1980, 1, 1)})
    looks = _looks(book)
    taken: set[str] = set()
    for table in tables_of(value):
        # XlsxWriter then writes each row to the disk when the next begins; charts need their numbers held.
        book.constant_memory = isinstance(table.rows, Long)
        for portion, rows in enumerate(_portions(table.rows)):
            sheet = book.add_worksheet(sheet_name(table.title, taken))
            letters = _write_table(sheet, table, rows, looks)
            if table.chart and portion == 0:
                draw(book, sheet, table._replace(rows=tuple(islice(table.rows, MOST_ROWS))), letters)
    book.constant_memory = False
    explanations = [safe_block(text) for text in _explanations(value) if text]
    if explanations:
        sheet = book.add_worksheet(sheet_name(EXPLANATIONS, taken))
        sheet.set_column(0, 0, EXPLAINED)
        for line, text in enumerate(explanations):
            _write_text(sheet, line, 0, text, looks)
            _make_room(sheet, line, _lines(text, EXPLAINED))
        _to_print(sheet, EXPLANATIONS)


def _portions(rows: Iterable[Row]) -> Iterator[Iterator[Row]]:
    """What each sheet holds, to be read before the next is asked for; the first even where there is nothing."""
    left = iter(rows)
    yield islice(left, MOST_ROWS)
    for first in left:
        yield chain((first,), islice(left, MOST_ROWS - 1))


def _explanations(value: Table | Document) -> Iterator[str]:
    """What a sheet of rows has no place for; nothing when there are only rows."""
    from xinfang.core.table import Document

    if not isinstance(value, Document):
        yield from value.notes
        return
    yield value.title
    yield from value.lines
    for table in value.tables:
        yield from (f"{table.title}: {note}" for note in table.notes)
    yield from value.notes


def _looks(book: Any) -> dict[str, Any]:
    # The indent keeps a number from the text at its right.
    right = {"align": "right", "indent": 1}
    return {
        "heading": book.add_format({"bold": True, "bottom": 1, "valign": "top"}),
        "number heading": book.add_format({"bold": True, "bottom": 1, "valign": "top", **right}),
        "date": book.add_format({"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"}),
        "rate": book.add_format({**right, "num_format": "0.00%", "valign": "top"}),
        "whole": book.add_format({**right, "num_format": "0", "valign": "top"}),
        "part 1": book.add_format({**right, "num_format": "0.0", "valign": "top"}),
        "part 2": book.add_format({**right, "num_format": "0.00", "valign": "top"}),
        "text": book.add_format({"valign": "top", "text_wrap": True}),
        "right": book.add_format({"valign": "top", **right}),
        # Keeps Excel from computing the text when somebody edits the cell.
        "formula": book.add_format({"valign": "top", "text_wrap": True, "quote_prefix": True}),
    }


def _write_table(sheet: Any, table: Table, rows: Iterator[Row], looks: dict[str, Any]) -> int:
    """How wide its columns are together, in letters."""
    places = [place for place, column in enumerate(table.columns) if not column.machine_only]
    drawn = table.chart.values if table.chart else ()
    sample = [*islice(rows, SAMPLE)]
    widths = [_width(table.columns[place], [row[place] for row in sample]) for place in places]
    for across, place in enumerate(places):
        column = table.columns[place]
        heading = looks["number heading" if to_the_right(column) else "heading"]
        sheet.write_string(0, across, safe(column.label), heading)
        sheet.set_column(across, across, widths[across])
    for line, row in enumerate(chain(sample, rows), start=1):
        for across, place in enumerate(places):
            # A chart takes a word for zero, and an empty cell for what it is.
            if row[place] is not None or table.columns[place].key not in drawn:
                _write(sheet, line, across, row[place], table.columns[place], looks)
        if isinstance(table.rows, Long):
            # XlsxWriter would hold the height of each.
            continue
        # Not every program fits the height of a row to folded text when it opens the file.
        folded = (_folded(row[place], table.columns[place], size) for place, size in zip(places, widths, strict=True))
        _make_room(sheet, line, max(folded, default=1))
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    if not table.chart:
        # Around a chart there would be empty boxes.
        sheet.hide_gridlines(PRINTED)
    _to_print(sheet, safe(table.title))
    return sum(widths)


def _to_print(sheet: Any, title: str) -> None:
    """On A4 as wide as the page, its whole title above and the number of the page below."""
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    # A title by which no sheet can be called stands there whole; & begins a code.
    sheet.set_header("&C" + (cut(title, LONGEST_HEADER // 2).replace("&", "&&") or "&A"))
    sheet.set_footer("&C— &P —")


def _folded(value: Cell, column: Column, columns: int) -> int:
    """How many lines a cell of this width needs."""
    if not isinstance(value, str):
        return 1
    text = words(value, column)
    if len(text) * 2 < columns and "\n" not in text:
        return 1
    return _lines(safe_block(text[:LONGEST]), columns)


def _lines(text: str, columns: int) -> int:
    """One column less, as words are not broken and fonts differ."""
    return sum(max(1, -(-width(part) // (columns - 1))) for part in text.split("\n"))


def _make_room(sheet: Any, line: int, lines: int) -> None:
    if lines > 1:
        sheet.set_row(line, min(lines * LINE_HEIGHT, HIGHEST))


def _width(column: Column, cells: list[Cell]) -> int:
    widest = max(width(safe(text)) for text in (column.label, *(words(cell, column) for cell in cells)))
    return min(max(widest + 2, 8), 60)


def _write(sheet: Any, line: int, across: int, value: Cell, column: Column, looks: dict[str, Any]) -> None:
    # Excel's calendar begins in 1900 and has a 29 February that year; it keeps 15 digits of a number.
    if isinstance(value, date) and not isinstance(value, datetime) and value.year > 1900:
        sheet.write_datetime(line, across, value, looks["date"])
    elif isinstance(value, int | float) and not isinstance(value, bool) and not column.words and abs(value) < 1e15:
        rate = column.kind == "rate" or isinstance(value, Percent)
        kind = "rate" if rate else "whole" if isinstance(value, int) else f"part {column.decimals}"
        sheet.write_number(line, across, value, looks[kind])
    else:
        look = "right" if to_the_right(column) else "text"
        _write_text(sheet, line, across, _kept(words(value, column)), looks, look)


def _kept(text: str) -> str:
    """The text as a cell may hold it: whole, so that it can be read back; marks without a shape are part of it."""
    text = storable(text)
    # Who reads a workbook back takes one quote before a formula for a guard.
    return "'" + text if text.startswith("'") and looks_like_formula(text) else text


def _write_text(sheet: Any, line: int, across: int, text: str, looks: dict[str, Any], look: str = "text") -> None:
    if len(text.encode("utf-16-le")) > LONGEST * 2:
        text = cut(text, LONGEST - len(CUT)) + CUT
    if text:
        # A lone sign, as for "nothing", is no formula.
        risky = len(text) > 1 and looks_like_formula(text)
        sheet.write_string(line, across, text, looks["formula" if risky else look])


def sheet_name(title: str, taken: set[str]) -> str:
    """A name that Excel accepts for a sheet, none of those in `taken`, to which it is added."""
    name = re.sub(r"[\[\]:*?/\\]", " ", safe(title)).strip(" '") or "表"
    if _units(name) > LONGEST_NAME:
        # What stands in brackets at the end explains the rest.
        name = re.sub(r"(?<=.)（[^（）]*）$", "", name)
    number = 1
    while True:
        mark = f" ({number})" if number > 1 else ""
        room = LONGEST_NAME - len(mark)
        short = name if _units(name) <= room else cut(name, room - len(MORE)).strip(" '、，") + MORE
        candidate = short.strip(" '") + mark
        if candidate.casefold() not in taken | RESERVED:
            taken.add(candidate.casefold())
            return candidate
        number += 1


def _units(text: str) -> int:
    """How long Excel takes the text to be: in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def cut(text: str, units: int) -> str:
    """The first UTF-16 units of `text`, never half a character."""
    return text.encode("utf-16-le")[: units * 2].decode("utf-16-le", "ignore")
