"""Checks 件件有回复: of one petition, or of all that the office has in hand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from ...core.long import Long
from ...core.table import Table
from ...reports.lists.check_table import check_table
from .. import long_tables
from ..asked import checked_limit
from ..desk import Desk
from ..findings import found_by


def check(
    desk: Desk,
    typed: str,
    *,
    names: Sequence[str],
    unit: str,
    ended: bool,
    as_of: str | None,
    limit: int | None,
) -> Table:
    """What the checks find: of one petition, else of what the office has in hand (with `ended`, of every one), oldest first.

    In hand are the open ones, and ended ones that ask for something yet (the checks with `after_end`).
    """
    on = desk.as_of(as_of)
    limit = checked_limit(limit)
    ask = partial(found_by, desk, typed, names=names, unit=unit, ended=ended, on=on)
    return long_tables.read(desk, check_table(Long(lambda _: ask()), on=on, one=typed != "", limit=limit))
