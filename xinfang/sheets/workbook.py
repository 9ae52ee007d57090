"""Workbooks: .xlsx, .xlsm, .xlsb, .xls and .ods, read by calamine, whatever their name says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast
from zipfile import ZipFile

from ..core.errors import ExchangeFailed, Problem
from .cleaning import shown
from .file_kind import SAVE_AGAIN
from .formula_errors import BOOK_PART, UNREADABLE, errors_in
from .heading_row import LOOK_AT
from .merged import Merger
from .rows import Cell, Unreadable
from .trial import stand_trial

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
HEAD = 1 << 16
FROM_1904 = 1462
"""Days from the zero of Excel's usual system to that of the 1904 system, which Excel for the Mac used to set."""


class SheetSource:
    """One sheet. calamine holds its cells in memory as long as this lives."""

    ragged = False
    headings_within = LOOK_AT

    def __init__(self, path: Path, name: str, sheet: CalamineSheet, *, days_later: int) -> None:
        self._path = path
        self.name = name
        self.days_later = days_later
        # calamine's total_height leaves out the first row.
        self.total: int | None = sheet.end[0] + 1 if sheet.end else 0
        # Its rows begin with the sheet's first row, its cells with the first column that holds anything.
        left = self._left = sheet.start[1] if sheet.start else 0
        self.mergers: Sequence[Merger] = [
            Merger(first + 1, last + 1, column - left)
            for (first, column), (last, _) in sheet.merged_cell_ranges or ()
            if last > first and column >= left
        ]
        self._sheet = sheet
        self._line = 0

    def rows(self) -> Iterator[tuple[int, list[Cell] | Unreadable]]:
        """Rows from row 1 of the sheet, blank ones included."""
        for line, row in enumerate(self._sheet.iter_rows(), start=1):
            self._line = line
            cells = cast("list[Cell]", row)
            for column, error in self._errors.get(line, {}).items():
                place = column - self._left
                if 0 <= place < len(cells) and cells[place] == "":
                    cells[place] = error
            yield line, cells

    @cached_property
    def _errors(self) -> dict[int, dict[int, str]]:
        return errors_in(self._path, self.name)

    def progress(self) -> float:
        """Rows given so far over all rows."""
        return min(1.0, self._line / self.total) if self.total else 1.0


def sheets(path: Path, wanted: str | None) -> Iterator[SheetSource]:
    """The sheets of a workbook that hold anything, those in sight first; only the one called `wanted` if given.

    Raises ExchangeFailed E502, E503 (password), E504 (no such sheet).
    """
    try:
        stand_trial(path)
        book = _open(path)
        days_later = FROM_1904 if _counts_from_1904(path) else 0
        for name in _names(book, wanted):
            sheet = book.get_sheet_by_name(name)
            if wanted is not None or sheet.end:
                yield SheetSource(path, name, sheet, days_later=days_later)
    except (Problem, GeneratorExit, KeyboardInterrupt):
        raise
    except BaseException as problem:
        raise _refusal(path, problem) from problem


def _refusal(path: Path, problem: BaseException) -> BaseException:
    """What to raise for an error of calamine: on a damaged file its Rust part panics, past Exception."""
    from python_calamine import CalamineError, PasswordError

    if isinstance(problem, PasswordError) or (isinstance(problem, CalamineError) and _is_encrypted(path)):
        remedy = "用 Excel 或 WPS 打开，去掉密码后另存，再导入"
        return ExchangeFailed("E503", f"工作簿 {path.name} 有密码。", remedy=remedy)
    if isinstance(problem, (CalamineError, OSError)) or type(problem).__name__ == "PanicException":
        return ExchangeFailed("E502", f"{path.name} 不是完好的工作簿。", remedy=SAVE_AGAIN)
    return problem


def _open(path: Path) -> CalamineWorkbook:
    from python_calamine import CalamineWorkbook

    # Given a file, calamine goes by the content; given a path, by the name, and .xls is often an .xlsx.
    with path.open("rb") as file:
        return CalamineWorkbook.from_filelike(file)


def _counts_from_1904(path: Path) -> bool:
    """Whether an .xlsx counts days from 1904: calamine knows it for cells shown as days, and gives plain numbers as they are.

    One that calamine reads and Python's zipfile does not is taken for the usual kind.
    """
    with (
        suppress(*UNREADABLE),
        ZipFile(path) as parts,
        parts.open(BOOK_PART) as book,
    ):
        return re.search(rb"""\bdate1904\s*=\s*["'](?:1|true)["']""", book.read(HEAD)) is not None
    return False


def _names(book: CalamineWorkbook, wanted: str | None) -> list[str]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    if wanted is not None:
        if wanted not in book.sheet_names:
            names = "、".join(f"“{shown(name)}”" for name in book.sheet_names)
            raise ExchangeFailed("E504", f"工作簿里没有工作表“{shown(wanted)}”。", remedy=f"工作表: {names}")
        return [wanted]
    tables = [sheet for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    return [sheet.name for sheet in sorted(tables, key=lambda sheet: sheet.visible != SheetVisibleEnum.Visible)]


def _is_encrypted(path: Path) -> bool:
    """Whether an OLE file carries an encrypted .xlsx, as Office and WPS write it."""
    with path.open("rb") as file:
        before = b""
        while block := file.read(1 << 20):
            if ENCRYPTED in before + block:
                return True
            before = block[-len(ENCRYPTED) :]
    return False
