"""A file's row → a ledger row, by a plan made once from its headings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from ..core.errors import BadInput
from ..core.identity import check_id, is_rounded, normal_id
from ..core.several import several
from .cells import id_text
from .checks import is_sound, row_problems
from .cleaning import shown
from .fields import BLANK, DAYS, PLACES, READERS, day_reader
from .formula_errors import is_error
from .heading_row import HeadingRow
from .rows import Cell, LedgerRow, RowFault, RowFaults, Unreadable
from .skipping import why_skipped

ID, DOUBTFUL = PLACES["id_number"], PLACES["id_doubtful"]
OF_ONE_ROW = frozenset({"key", "number", "headcount"})
"""Fields that no two petitions share: a number, and a count that may be the sum of several rows."""
NAME, HEADCOUNT = PLACES["name"], PLACES["headcount"]


class Plan:
    """How the rows under one heading row are read.

    ragged: the file's rows may be longer than its heading row, which then is a fault (a comma without quotes).
    days_later: how many days later than usual the file's day numbers begin.
    accept_id: keep an ID number that fails its check, marked; one that Excel has rounded is refused all the same.
    """

    def __init__(
        self, head: HeadingRow, constants: dict[str, object], *, ragged: bool, days_later: int, accept_id: bool
    ) -> None:
        self.head = head
        self.width = len(head.names)
        self.ragged = ragged
        self.accept_id = accept_id
        self.constants = [(PLACES[name], value) for name, value in constants.items()]
        self.steps: list[tuple[int, int, Callable[[Cell], object]]] = [
            (index, PLACES[name], day_reader(days_later) if name in DAYS and days_later else READERS[name])
            for index, names in head.columns.items()
            for name in names
        ]
        self.needed = max((index for index, _, _ in self.steps), default=-1) + 1
        self.headings = {name: head.names[index] for index, names in head.columns.items() for name in names}
        # Where the file itself gives day and name, a sum or a note shows as a row that lacks them.
        self.look_first = not {"received", "name"} <= head.found

    def read(
        self, line: int, cells: list[Cell] | Unreadable, above: Mapping[int, Cell] | None = None
    ) -> LedgerRow | RowFaults | str:
        """The row, or everything wrong with it, or (text) why it is no petition.

        above: column → what a cell merged with those above says of this row too.
        """
        if isinstance(cells, Unreadable):
            return RowFaults(line, (RowFault(line, "", shown(cells.text), cells.reason, cells.code),), (cells.text,))
        if (self.look_first or above) and (why := why_skipped(cells, self.head)):
            return why
        if len(cells) < self.needed:
            cells = cells + [""] * (self.needed - len(cells))
        if above:
            cells = [above.get(place, cell) for place, cell in enumerate(cells)]
        values, faults = self._values(line, cells)
        if above:
            faults += self._summed(line, above)
        self._complete(values)
        row = LedgerRow(*values)
        if not faults and is_sound(row) and (not self.ragged or len(cells) <= self.width):
            return row
        return self._faulty(row, cells, faults)

    def _values(self, line: int, cells: Sequence[Cell]) -> tuple[list[Any], list[RowFault]]:
        """What the cells say, each by its field's reader, and what is wrong with those that say nothing readable."""
        values: list[Any] = list(BLANK)
        values[0] = line
        faults: list[RowFault] = []
        for index, place, read in self.steps:
            cell = cells[index]
            if cell != "" and cell is not None:
                try:
                    if cell.__class__ is str and cell[:1] == "#":
                        _must_be_written(cell)
                    values[place] = read(cell)
                except BadInput as problem:
                    if place == ID and self.accept_id and (kept := _kept_id(cell)):
                        values[ID], values[DOUBTFUL] = kept, True
                    else:
                        faults.append(self._fault(line, index, cell, problem))
        return values, faults

    def _complete(self, values: list[Any]) -> None:
        """Of `张三等5人` the name and the number of people; constants where the row itself says nothing."""
        if "等" in str(values[NAME]) and (group := several(str(values[NAME]))):
            values[NAME] = group.named
            values[HEADCOUNT] = values[HEADCOUNT] or group.heads
        for place, constant in self.constants:
            if values[place] in (None, ""):
                values[place] = constant

    def _summed(self, line: int, above: Mapping[int, Cell]) -> Iterator[RowFault]:
        """What may stand for all of the rows together, where it is merged: nobody knows what each of them has."""
        for place, cell in above.items():
            if cell not in ("", None) and any(name in OF_ONE_ROW for name in self.head.columns.get(place, ())):
                reason = "这一格和上面几行合并，不知道是这一件的，还是几行合起来的；取消合并，逐行写。"
                yield RowFault(line, self.head.names[place], shown(cell), reason, "E104")

    def _faulty(self, row: LedgerRow, cells: Sequence[Cell], faults: list[RowFault]) -> LedgerRow | RowFaults | str:
        if why := why_skipped(cells, self.head):
            return why
        line = row.line
        told = {fault.column for fault in faults}
        for name, code, reason in row_problems(row):
            column = self.headings.get(name, "")
            # An unreadable day is not also a missing one.
            if column not in told or code != "E105":
                faults.append(RowFault(line, column, self._value(name, cells), reason, code))
        extra = [cell for cell in cells[self.width :] if cell not in ("", None)] if self.ragged else []
        if extra:
            reason = f"这一行比表头多出{len(extra)}格，可能是内容里的分隔符没有加引号。"
            faults.append(RowFault(line, "", shown(extra[0]), reason, "E502"))
        return RowFaults(line, tuple(faults), tuple(cells)) if faults else row

    def _fault(self, line: int, index: int, cell: Cell, problem: BadInput) -> RowFault:
        return RowFault(line, self.head.names[index], shown(cell), problem.what, problem.code)

    def _value(self, name: str, cells: Sequence[Cell]) -> str:
        for index, names in self.head.columns.items():
            if name in names:
                return shown(cells[index])
        return ""


def _must_be_written(cell: Cell) -> None:
    """Raises BadInput E104 for a cell in which a formula has gone wrong: nobody knows what was to stand there."""
    if is_error(cell):
        raise BadInput("E104", "公式出错，不知道原来是什么；改成内容本身，没有的清空。", remedy="在表里改好，再导入")


def _kept_id(cell: Cell) -> str:
    """The number to keep in spite of its fault; '' if digits are certainly lost."""
    text = id_text(cell)
    if "*" in text or "＊" in text:
        return ""
    number = normal_id(text)
    if not is_rounded(text):
        return number[:40]
    try:
        return check_id(text)
    except BadInput:
        return ""
