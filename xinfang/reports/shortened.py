"""A report with at most so many petitions or matters in each of its lists; its figures stay whole."""

from __future__ import annotations

from itertools import islice
from typing import Self

from ..core.long import Long
from ..core.table import Document, Table

LISTS = frozenset({"number", "numbers", "root"})
"""What a line of a list has: the petition, or the petitions of a matter."""
WHOLE = "全部列出加 --detail。"
"""The hint below a list that is not whole by itself."""
LONGER = "看更多的加大 --limit。"


class AtMost(str):
    """A note below a list that is not whole: how many there are, and how many rows it has at most.

    whole: the first of it alone, for a list that has become shorter still.
    """

    whole: str

    def __new__(cls, whole: str, listed: str) -> Self:
        """Both in one sentence."""
        note = super().__new__(cls, f"{whole}，{listed}。")
        note.whole = f"{whole}。"
        return note


def shortened(document: Document, limit: int | None) -> Document:
    """The report as it is for None."""
    if limit is None:
        return document
    data = {name: _shortened(value, limit) for name, value in document.data.items()}
    return document._replace(data=data, tables=tuple(_table(table, limit) for table in document.tables))


def _shortened(value: object, limit: int) -> object:
    if isinstance(value, list | Long) and any(isinstance(each, dict) and LISTS & each.keys() for each in value):
        return value[:limit] if isinstance(value, list) else value.first(limit)
    return value


def _table(table: Table, limit: int) -> Table:
    if LISTS.isdisjoint(column.key for column in table.columns) or not any(islice(table.rows, limit, None)):
        return table
    rows = table.rows[:limit] if isinstance(table.rows, tuple) else table.rows.first(limit)
    notes = (f"只列了 {limit} 条。", *map(_still_true, table.notes))
    return table._replace(rows=rows, notes=notes, hints=(LONGER, *(hint for hint in table.hints if hint != WHOLE)))


def _still_true(note: str) -> str:
    return note.whole if isinstance(note, AtMost) else note
