"""A workbook for Excel and WPS: real numbers and days, one sheet per table, never a formula."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xinfang.core.long import Long
from xinfang.core.table import is_long, tables_of

from .cells import to_the_right
from .charts import panels
from .native_charts import draw
from .safe import safe, safe_block
from .sheet_names import sheet_name
from .workbook_cells import cut, folded, lines_in, looks_of, make_room, width_of, write, write_text

if TYPE_CHECKING:
    from xinfang.core.table import Document, Row, Table

LONGEST_HEADER, MOST_ROWS = 240, 1_048_575
"""Limits of the format: UTF-16 units above a printed page, rows under the heading."""
PRINTED = 0
"""What XlsxWriter calls not to hide the lines between cells, not even on paper."""
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
    from xinfang.core.table import Document

    paper = f"{value.title}  " if isinstance(value, Document) and value.title else ""
    # XlsxWriter would put the present moment here.
    book.set_properties({"title": safe(value.title)[:255], "created": datetime(1980, 1, 1)})
    looks = looks_of(book)
    taken: set[str] = set()
    for table in tables_of(value):
        # XlsxWriter then writes each row to the disk when the next begins; charts need their numbers held.
        book.constant_memory = isinstance(table.rows, Long)
        for portion, rows in enumerate(_portions(table.rows)):
            sheet = book.add_worksheet(sheet_name(table.title, taken))
            letters = _write_table(sheet, table, rows, looks)
            _to_print(sheet, f"{paper}{table.title}")
            if table.chart and portion == 0:
                draw(book, sheet, table._replace(rows=tuple(islice(table.rows, MOST_ROWS))), letters)
    book.constant_memory = False
    explanations = [safe_block(text) for text in _explanations(value) if text]
    if explanations:
        sheet = book.add_worksheet(sheet_name(EXPLANATIONS, taken))
        sheet.set_column(0, 0, EXPLAINED)
        for line, text in enumerate(explanations):
            write_text(sheet, line, 0, text, looks)
            make_room(sheet, line, lines_in(text, EXPLAINED))
        _to_print(sheet, f"{paper}{EXPLANATIONS}")


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


def _write_table(sheet: Any, table: Table, rows: Iterator[Row], looks: dict[str, Any]) -> int:
    """How wide its columns are together, in letters."""
    places = [place for place, column in enumerate(table.columns) if not column.machine_only]
    drawn = table.chart.values if table.chart else ()
    sample = [*islice(rows, SAMPLE)]
    widths = [width_of(table.columns[place], [row[place] for row in sample]) for place in places]
    for across, place in enumerate(places):
        column = table.columns[place]
        heading = looks["number heading" if to_the_right(column) else "heading"]
        sheet.write_string(0, across, safe(column.label), heading)
        sheet.set_column(across, across, widths[across])
    for line, row in enumerate(chain(sample, rows), start=1):
        for across, place in enumerate(places):
            # A chart takes a word for zero, and an empty cell for what it is.
            if row[place] is not None or table.columns[place].key not in drawn:
                write(sheet, line, across, row[place], table.columns[place], looks)
        if isinstance(table.rows, Long):
            # XlsxWriter would hold the height of each.
            continue
        # Not every program fits the height of a row to folded text when it opens the file.
        heights = (folded(row[place], table.columns[place], size) for place, size in zip(places, widths, strict=True))
        make_room(sheet, line, max(heights, default=1))
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    if not panels(table):
        # Around a chart there would be empty boxes.
        sheet.hide_gridlines(PRINTED)
    return sum(widths)


def _to_print(sheet: Any, title: str) -> None:
    """On A4 as wide as the page, above of which paper it is a sheet and its whole title, below the number of the page."""
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    # A title by which no sheet can be called stands there whole; & begins a code.
    sheet.set_header("&C" + (cut(safe(title), LONGEST_HEADER // 2).replace("&", "&&") or "&A"))
    sheet.set_footer("&C— &P —")
