"""CSV and TSV for programs and spreadsheets: English keys, ISO days, rates as numbers, stored values."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from .safe import looks_like_formula, safe, storable

if TYPE_CHECKING:
    from xinfang.core.table import Cell, Document, Table


class _Echo:
    """Hands each written line back, as csv.writer returns what its file's `write` returns."""

    def write(self, text: str) -> str:
        return text


def csv_chunks(value: Table | Document, encoding: str) -> Iterator[str]:
    """Comma-separated lines; line breaks inside a cell are kept."""
    return _rows(value, ",", storable)


def tsv_chunks(value: Table | Document, encoding: str) -> Iterator[str]:
    """Tab-separated lines, one for each row whatever the cells hold, so that cut and awk can read them."""
    return _rows(value, "\t", lambda text: safe(storable(text)))


def _rows(value: Table | Document, delimiter: str, clean: Callable[[str], str]) -> Iterator[str]:
    import csv

    from xinfang.core.table import Document

    writer = csv.writer(_Echo(), delimiter=delimiter, lineterminator="\n")

    def written(cells: list[Cell]) -> str:
        # csv.writer hands back what _Echo.write returns, which its type does not say.
        return str(writer.writerow([_text(cell, clean) for cell in cells]))

    if not isinstance(value, Document):
        yield written([column.key for column in value.columns])
        yield from (written([*row]) for row in value.rows)
        return
    for place, table in enumerate(value.for_machines or value.tables):
        if place:
            yield "\n"
        yield written(["table", *(column.key for column in table.columns)])
        yield from (written([(table.key or table.title), *row]) for row in table.rows)


def _text(value: Cell, clean: Callable[[str], str]) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        return repr(value)
    text = clean(str(value))
    # The quote keeps a spreadsheet from computing what a petitioner wrote.
    return "'" + text if looks_like_formula(text) else text
