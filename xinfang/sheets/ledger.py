"""The room's door: an outside ledger, whatever its file is, as rows in the field's words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from ..core.errors import BadInput, ExchangeFailed
from .cleaning import shown
from .file_kind import kind_of
from .heading_row import HeadingRow, find_heading_row
from .mapping import Mapping
from .merged import Merged
from .reading import Plan
from .rows import Cell, LedgerRow, RowFaults, Unreadable
from .skipping import BLANK
from .source import Source


class Ledger:
    """An opened ledger.

    columns: heading → its fields. ignored: headings not used, and columns with data but no heading.
    doubtful: those of the ignored that may be several fields. skipped: (row, why) of the rows left out by the
    last call of rows(); blank rows below the last petition are not listed. sheet: the sheet's name, '' if none.
    """

    def __init__(self, source: Source, head: HeadingRow, plan: Plan, *, ignored: list[str]) -> None:
        self._source = source
        self._head = head
        self._plan = plan
        self.sheet = source.name
        self.columns = {head.names[place]: fields for place, fields in head.columns.items()}
        self.doubtful = head.doubtful
        self.ignored = ignored
        self.skipped: list[tuple[int, str]] = []
        self.total = None if source.total is None else max(0, source.total - max(head.last, 1))

    def rows(self) -> Iterator[LedgerRow | RowFaults]:
        """Each petition, or everything wrong with its row, from the top each time it is called."""
        self.skipped.clear()
        read, last = self._plan.read, self._head.last
        merged = Merged(self._source.mergers)
        blanks: list[tuple[int, str]] = []
        for line, cells in self._source.rows():
            if line <= last:
                if line < self._head.first and isinstance(cells, list) and any(cells):
                    self.skipped.append((line, "表头以上的行"))
                continue
            above = merged.said_above(line, cells) if isinstance(cells, list) else {}
            found = read(line, cells, above)
            if isinstance(found, str):
                # A formatted sheet may go on blank for a million rows.
                if found != BLANK:
                    self.skipped += [*blanks, (line, found)]
                    blanks.clear()
                elif len(blanks) < 1000:
                    blanks.append((line, found))
                continue
            if blanks:
                self.skipped += blanks
                blanks.clear()
            yield found

    def progress(self) -> float:
        """How much of the file the last call of rows() has read, from 0 to 1."""
        return self._source.progress()


def open_ledger(path: Path, *, map: Mapping | None = None, sheet: str | None = None, accept_id: bool = False) -> Ledger:
    """Open a ledger and recognise its headings; rows are read later.

    A constant of the map holds where the file has no value. Raises ExchangeFailed: E501 not readable, E502 not a
    ledger, E503 password, E504 no headings, E505 the map does not fit, E506 encoding; BadInput E101 for a sheet of
    a file that has none.
    """
    refusal: ExchangeFailed | None = None
    for source in _sources(path, sheet):
        first = list(islice(source.rows(), source.headings_within))
        top: list[tuple[int, list[Cell]]] = [(line, cells) for line, cells in first if isinstance(cells, list)]
        try:
            head = find_heading_row(top, map)
        except ExchangeFailed as problem:
            # The first sheet that came near says what is missing; later ones may be lists of codes.
            refusal = refusal or problem
            continue
        plan = Plan(
            head,
            map.constants if map else {},
            ragged=source.ragged,
            days_later=source.days_later,
            accept_id=accept_id,
        )
        return Ledger(source, head, plan, ignored=_ignored(head, top))
    raise refusal or ExchangeFailed("E504", f"{path.name} 里没有内容。", remedy="核对是不是选错了文件")


def _sources(path: Path, sheet: str | None) -> Iterator[Source]:
    kind = kind_of(path)
    if kind == "workbook":
        from .workbook import sheets

        yield from sheets(path, sheet)
        return
    if sheet is not None:
        raise BadInput("E101", f"{path.name} 不是工作簿，没有工作表“{shown(sheet)}”。", remedy="去掉 --sheet")
    if kind == "text":
        from .text_table import TextSource

        yield TextSource(path)
    else:
        from .json_rows import JsonSource

        yield JsonSource(path, lines=kind == "lines")


def _ignored(head: HeadingRow, top: list[tuple[int, list[Cell]]]) -> list[str]:
    unused = [name for place, name in enumerate(head.names) if name and place not in head.columns]
    below = [cells for line, cells in top if line > head.last]
    for place in range(max(map(len, below), default=0)):
        named = place < len(head.names) and head.names[place]
        if not named and any(place < len(cells) and cells[place] not in ("", None) for cells in below):
            unused.append(f"第{place + 1}列（没有表头）")
    return unused


__all__ = ["Ledger", "LedgerRow", "RowFaults", "Unreadable", "open_ledger"]
