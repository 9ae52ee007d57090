"""What every kind of file offers to the ledger: numbered rows of cells, again and again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from .merged import Merger
from .rows import Cell, Unreadable


class Source(Protocol):
    """An opened outside file (or one sheet of it)."""

    name: str
    """The sheet's name, or '' where a file has one table only."""

    ragged: bool
    """Whether a row may have more cells than the heading row."""

    headings_within: int
    """Among how many first rows the headings may stand."""

    days_later: int
    """How many days later than usual its day numbers begin: a workbook may count from 1904."""

    mergers: Sequence[Merger]
    """The cells that go over several rows."""

    total: int | None
    """How many rows there are, headings included, if that is cheap to know."""

    def rows(self) -> Iterator[tuple[int, list[Cell] | Unreadable]]:
        """(row number as a person counts, cells), from the top each time it is called."""
        ...

    def progress(self) -> float:
        """How much of the last call of rows() is done, from 0 to 1."""
        ...
