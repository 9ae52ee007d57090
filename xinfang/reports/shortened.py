"""A report with at most so many petitions or matters in each of its lists; its figures stay whole."""

from __future__ import annotations

from ..core.table import Document, Table

LISTS = frozenset({"number", "numbers", "root"})
"""What a line of a list has: the petition, or the petitions of a matter."""


def shortened(document: Document, limit: int | None) -> Document:
    """The report as it is for None."""
    if limit is None:
        return document
    data = {name: _shortened(value, limit) for name, value in document.data.items()}
    return document._replace(data=data, tables=tuple(_table(table, limit) for table in document.tables))


def _shortened(value: object, limit: int) -> object:
    if isinstance(value, list) and any(isinstance(each, dict) and LISTS & each.keys() for each in value):
        return value[:limit]
    return value


def _table(table: Table, limit: int) -> Table:
    if len(table.rows) <= limit or LISTS.isdisjoint(column.key for column in table.columns):
        return table
    return table._replace(rows=table.rows[:limit], notes=(f"只列了 {limit} 条，看更多的加大 --limit。", *table.notes))
