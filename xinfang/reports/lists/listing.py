"""Lists of petitions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ...core.lookups import PetitionRow
from ...core.table import Column, Table
from .. import closed
from ..columns import CATEGORY, CHANNEL, NUMBER, OFFICER, PETITIONER, RECEIVED_ON, STATE, TITLE, UNIT


def listing(
    rows: Sequence[PetitionRow],
    *,
    title: str,
    reveal: bool = False,
    more: bool = False,
    opened: frozenset[str] = frozenset(),
) -> Table:
    """One line per petition. more: there are further ones that the limit cut off.

    opened: numbers of restricted petitions that the one who looks may see.
    """
    columns = (
        NUMBER,
        RECEIVED_ON,
        CHANNEL,
        PETITIONER,
        Column("headcount", "人数", "number"),
        TITLE,
        CATEGORY,
        Column("route", "途径", "number"),
        Column("code", "内容分类", machine_only=True),
        STATE,
        Column("state_since", "起", "date"),
        UNIT,
        OFFICER,
        Column("first_unit", "首接单位", machine_only=True),
        closed.RESTRICTED,
    )
    cells = tuple(
        (
            row.number,
            date.fromisoformat(row.received_on),
            row.channel,
            closed.petitioner(row, reveal=reveal, opened=row.number in opened),
            row.headcount,
            closed.title(row, reveal=reveal, opened=row.number in opened),
            row.category,
            row.route,
            row.code,
            row.state,
            date.fromisoformat(row.state_since),
            row.unit,
            row.officer,
            row.first_unit,
            bool(row.restricted),
        )
        for row in rows
    )
    count = f"列出 {len(rows)} 件，还有更多: 加 --limit 或筛选条件。" if more else f"共 {len(rows)} 件。"
    return Table(title, columns, cells, notes=(count, *closed.meaning(rows, opened=opened)))
