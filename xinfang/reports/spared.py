"""Columns that people are spared where no row has anything in them; scripts get all of them."""

from __future__ import annotations

from ..core.table import Column, Document, Row, Table

IF_ANY = frozenset(
    {
        # The reason or the situation beside it says that there was none.
        *("also", "overdue_since", "came_again_on", "carried_out_on"),
        # Whoever writes down no officers has none to show.
        *("officer", "first_officer"),
        # Nothing was scored, signed for, tested or learnt from: the counts and sentences around it say so.
        *("average_score", "sign_days_each", "expected", "late", "low", "high"),
    }
)
"""Keys of columns whose emptiness tells nothing. A measure, a sponsor or a day of service that nowhere is does."""


def spared(document: Document) -> Document:
    """The document with such columns, and rates of nothing, kept out of the looks made for people."""
    return document._replace(tables=tuple(map(_table, document.tables)))


def _table(table: Table) -> Table:
    rows = table.rows
    if not rows or not isinstance(rows, tuple):
        return table
    columns = tuple(_column(column, place, rows) for place, column in enumerate(table.columns))
    hidden = {column.key for column in columns if column.machine_only}
    chart = table.chart and table.chart._replace(values=tuple(key for key in table.chart.values if key not in hidden))
    return table._replace(columns=columns, chart=chart)


def _column(column: Column, place: int, rows: tuple[Row, ...]) -> Column:
    empty = not column.blank and all(row[place] in (None, "") for row in rows)
    goes = empty and (column.kind == "rate" or column.key in IF_ANY)
    return column._replace(machine_only=column.machine_only or goes)
