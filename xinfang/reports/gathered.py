"""Sections in which nothing stands, told in one sentence instead of under a heading each; scripts get all of them."""

from __future__ import annotations

from ..core.table import Document


def gathered(document: Document) -> Document:
    """The document without tables that have no row; a sentence before the others names them."""
    empty = [table.title for table in document.tables if not table.rows]
    if not empty:
        return document
    return document._replace(
        tables=tuple(table for table in document.tables if table.rows),
        lines=(*document.lines, f"没有内容的表不印: {'、'.join(empty)}。"),
        for_machines=document.tables,
    )
