"""Sections that say nothing, told in one sentence instead of under a heading each; scripts get all of them."""

from __future__ import annotations

from ..core.table import Document, Table


def gathered(document: Document) -> Document:
    """The document without tables that say nothing; a sentence before the others names them."""
    silent = [table.title for table in document.tables if _says_nothing(table)]
    if not silent:
        return document
    return document._replace(
        tables=tuple(table for table in document.tables if not _says_nothing(table)),
        lines=(*document.lines, f"没有内容的表不印: {'、'.join(silent)}。"),
        for_machines=document.tables,
    )


def _says_nothing(table: Table) -> bool:
    """Whether it has no row, or is drawn and there is nothing to draw: figures by themselves stand, nought is an answer."""
    if not table.rows:
        return True
    numbers = [place for place, column in enumerate(table.columns) if column.kind in ("number", "rate")]
    return table.chart is not None and not any(row[place] for row in table.rows for place in numbers)
