"""Days as Chinese offices write them. Strict: what could be read in two ways is refused, never guessed."""

from __future__ import annotations

from datetime import date, datetime

from ..core.days import day_of_iso
from .day_values import beijing_day, day_of_number, refuse


def read_day(cell: object) -> date:
    """The day written in a text, or held by a cell (date, datetime, Excel serial number of the 1900 system).

    A clock time beside the day is checked and left out; a time with a zone is turned into Beijing time first.
    Serial numbers count from 1950 on, written years from 1900. Raises BadInput E102 with the reason.

    >>> read_day("二〇二五年三月四日")
    datetime.date(2025, 3, 4)
    """
    if isinstance(cell, str):
        return day_of_iso(cell) or _from_text(cell)
    if isinstance(cell, datetime):
        return beijing_day(cell)
    if isinstance(cell, date):
        return cell
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return day_of_number(cell)
    raise refuse("" if cell is None else str(cell), "没有写日期" if cell is None else "不是日期")


def _from_text(text: str) -> date:
    # Late, because its patterns take longer to compile than a command with an ISO date may take to start.
    from .written_dates import read_written

    return read_written(text)
