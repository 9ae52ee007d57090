"""Cells merged over several rows 合并单元格: what stands in the first of them is said of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .rows import Cell


class Merger(NamedTuple):
    """A cell of one column over several rows, numbered as a spreadsheet numbers them; the column from 0."""

    first: int
    last: int
    column: int


class Merged:
    """The merged cells of a sheet while its rows go by from the top."""

    def __init__(self, mergers: Iterable[Merger]) -> None:
        self._from: dict[int, list[Merger]] = {}
        for merger in mergers:
            self._from.setdefault(merger.first, []).append(merger)
        self._open: dict[int, tuple[int, Cell]] = {}

    def said_above(self, line: int, cells: Sequence[Cell]) -> dict[int, Cell]:
        """Column → what a cell that began above says of this row too."""
        if not self._open and line not in self._from:
            return {}
        self._open = {column: (last, cell) for column, (last, cell) in self._open.items() if line <= last}
        said = {column: cell for column, (_, cell) in self._open.items()}
        for merger in self._from.get(line, ()):
            if merger.column < len(cells):
                self._open[merger.column] = (merger.last, cells[merger.column])
        return said
