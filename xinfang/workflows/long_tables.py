"""Tables that may be too long to be held: read from one moment of the file, once more whenever they are looked at."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack

from ..core.long import Long
from ..core.table import Table, held
from .desk import Desk


def read(desk: Desk, table: Table, *, record: Callable[[int], None] | None = None) -> Table:
    """The table, holding its rows where they are few: the file is left to others at once.

    Of a long one each reading asks anew, and the desk stays at one moment of the file until it is left.
    record: writes down that so many rows are seen, before any of them is.
    """
    with ExitStack() as reading:
        reading.enter_context(desk.reading())
        whole = held(table)
        seen = len(whole.rows) if record else 0
        if record is None and isinstance(whole.rows, Long):
            desk.keep(reading.pop_all())
            return whole
    if record:
        record(seen)
        if isinstance(whole.rows, Long):
            # Another moment, for on a network share nobody writes while somebody reads.
            desk.keep(desk.reading())
            whole.rows.forget()
    return whole
