"""A period that still runs, shown so that nobody takes it for a whole one or sets it against whole ones."""

from __future__ import annotations

from datetime import date

from ..core.period import Period
from ..core.table import Chart, Column, Document, Said, Table

GROWTH = frozenset({"change", "change_on_year", "trend"})
"""Keys of the columns that set a period against whole ones: scripts may, for they know both."""
PREVIOUS = "previous"
MONTH = "month"
"""Key of the columns that name months."""


def warning(period: Period, as_of: date, *, compared: bool) -> tuple[str, ...]:
    """A sentence where days of the period are still to come; compared: it stands beside whole ones."""
    if not period.runs_on(as_of):
        return ()
    this, previous, _ = period.words
    passed = (as_of - period.first).days + 1
    beside = f"；{previous}等是整期的数，所以不列增减" if compared else ""
    return (f"{this}未满（{period.days}日中的{passed}日）{beside}。",)


def marked(document: Document, period: Period, as_of: date) -> Document:
    """The document of a period of which days are still to come: in its title, above its figures, beside its month.

    What grew or shrank is kept from people, and no bar is drawn beside one of a whole period.
    """
    if not period.runs_on(as_of):
        return document
    tables = tuple(_table(table, period, as_of) for table in document.tables)
    return document._replace(title=_title(document.title, period, as_of), tables=tables)


def _title(title: str, period: Period, as_of: date) -> str:
    year = "" if as_of.year == period.first.year else f"{as_of.year}年"
    until = f"截至{year}{as_of.month}月{as_of.day}日"
    return f"{title.removesuffix('）')}，{until}）" if title.endswith("）") else f"{title}（{until}）"


def _table(table: Table, period: Period, as_of: date) -> Table:
    columns = tuple(_column(column, period) for column in table.columns)
    table = table._replace(columns=columns, chart=table.chart and _drawn(table.chart))
    month = Period.of("month", as_of.replace(day=1))
    places = [place for place, column in enumerate(columns) if column.key == MONTH]
    rows = table.rows
    if not places or not isinstance(rows, tuple) or not month.runs_on(as_of):
        return table
    [place] = places
    so_far = Said(month.name, f"{month.name}（至{as_of.day}日）")
    rows = tuple((*row[:place], so_far if row[place] == so_far else row[place], *row[place + 1 :]) for row in rows)
    said = f"{month.label}的数只到 {as_of.day} 日，其余各月和上年的是整月的。"
    return table._replace(rows=rows, notes=(*table.notes, said))


def _column(column: Column, period: Period) -> Column:
    if column.label in (period.words[0], "本期"):
        return column._replace(label=f"{column.label}（未满）")
    return column._replace(machine_only=column.machine_only or column.key in GROWTH)


def _drawn(chart: Chart) -> Chart:
    """Months stand beside months in a line; a bar beside that of a whole year says what is not so."""
    kept = chart.values if chart.kind == "lines" else tuple(key for key in chart.values if key != PREVIOUS)
    return chart._replace(values=kept)
