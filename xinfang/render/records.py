"""A row as a few lines, `label: value` after `label: value`: for a terminal too narrow for the table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .plain import GAP
from .widths import fold, width

if TYPE_CHECKING:
    from .cells import Grid


def records(grid: Grid, columns: int) -> Iterator[list[str]]:
    """The lines of each row, filled up to `columns`; a longer value is folded."""
    for row in grid.rows:
        fields = [f"{heading}: {cell}" for heading, cell in zip(grid.headings, row, strict=True) if cell]
        yield [part for line in _filled(fields, columns) for part in fold(line, columns, GAP * 2)]


def _filled(fields: list[str], columns: int) -> list[str]:
    lines: list[str] = []
    for field in fields:
        longer = f"{lines[-1]}{GAP}{field}" if lines else ""
        if lines and width(longer) <= columns:
            lines[-1] = longer
        else:
            # Indented after the first, so that the eye finds where a row begins.
            lines.append(GAP + field if lines else field)
    return lines
