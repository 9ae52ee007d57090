"""Lists of petitions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from ...core.long import Counted, Long
from ...core.lookups import PetitionRow
from ...core.table import Column, Row, Table
from .. import closed
from ..columns import CATEGORY, CHANNEL, NUMBER, OFFICER, PETITIONER, RECEIVED_ON, STATE, TITLE, UNIT

COLUMNS = (
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
MORE, SEALED = "more", "sealed"
NARROWER = "看更多的加 --limit 或筛选条件。"


def listing(found: Sequence[PetitionRow], *, title: str, reveal: bool) -> Table:
    """One line for each of them."""
    table = long_listing(found, title=title, limit=None, reveal=reveal)
    rows = tuple(iter(table.rows))
    return table._replace(rows=rows, notes=tuple(iter(table.notes)), hints=tuple(iter(table.hints)))


def long_listing(
    found: Iterable[PetitionRow],
    *,
    title: str,
    limit: int | None,
    reveal: bool,
    opened: Collection[str] = (),
    below: tuple[str, ...] = (),
) -> Table:
    """One line per petition, at most `limit`, read from `found` as often as asked for; that goes on where there are more.

    opened: numbers of restricted petitions that the one who looks may see. below: what else is said under the list.
    """

    def read(counted: Counted) -> Iterator[Row]:
        for place, row in enumerate(found):
            if place == limit:
                counted[MORE] = 1
                break
            is_open = row.number in opened
            counted[SEALED] += closed.is_sealed(row, opened=is_open)
            yield _line(row, reveal, is_open)

    rows = Long(read)
    notes, hints = Long(lambda _: _notes(rows, below)), Long(lambda _: _hints(rows))
    return Table(title, COLUMNS, rows, notes=notes, hints=hints)


def _line(row: PetitionRow, reveal: bool, opened: bool) -> Row:
    return (
        row.number,
        date.fromisoformat(row.received_on),
        row.channel,
        closed.petitioner(row, reveal=reveal, opened=opened),
        row.headcount,
        closed.title(row, reveal=reveal, opened=opened),
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


def _notes(rows: Long[Row], below: tuple[str, ...]) -> Iterator[str]:
    yield f"列出 {len(rows)} 件，还有更多。" if rows.counted[MORE] else f"共 {len(rows)} 件。"
    if rows.counted[SEALED]:
        yield closed.MEANING
    yield from below


def _hints(rows: Long[Row]) -> Iterator[str]:
    if rows.counted[MORE]:
        yield NARROWER
    if rows.counted[SEALED]:
        yield closed.TO_SEE
