"""Exporting the ledger: a table whose columns `import` reads back to the same values. It does not hold everything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, islice
from typing import NamedTuple

from ...acts.replay import case_of, steps
from ...core.case import on_day
from ...core.entry import Entry
from ...core.long import Counted, Long
from ...core.table import Row, Table
from ...core.terms import State
from ...store import ledger
from ...store.queries import petitions
from .. import long_tables
from ..access import RESTRICTED, may_see, must_be_named
from ..asked import checked_limit
from ..desk import Desk
from .export_columns import COLUMNS, has_more, row_of

BEYOND = "列里没有的内容（如延期、转送、交办期限、其他信访人的证件电话住址、代表和代理人、来件单位、标记、外部编号、文号、办结结果、记事）"


class Exported(NamedTuple):
    """The table, and what it leaves out: sentences that stand below it too, where a format has room for them.

    They are known when the rows were read to their end, and nothing before.
    """

    table: Table
    left_out: Iterable[str]


def export(desk: Desk, *, as_of: str | None, limit: int | None, reveal: bool, restricted: bool) -> Exported:
    """Every petition received by the day, one per row, under the field names that `import` knows.

    Masked unless `reveal`, which is written down; only an unmasked export can be imported, and then gives the same
    export again. How many of its petitions have more than the columns hold is said below the table.

    Accusations are left out and counted; `restricted`: those are in it that the acting officer may see, and it is
    written down on each, for who has seen an accusation is asked of that accusation. Raises NotAllowed E318 when no
    officer is named.
    """
    on, limit = desk.as_of(as_of), checked_limit(limit)
    opened = frozenset[str]()
    if restricted:
        must_be_named(desk)
    if reveal or restricted:
        shown, opened = _to_be_seen(desk, on, limit=limit, restricted=restricted)
        if reveal:
            desk.record_look("export", shown)
        if opened:
            desk.record_looks(f"export {RESTRICTED}", sorted(opened))

    def read(counted: Counted) -> Iterator[Row]:
        cases = desk.answers(ledger.by_subject(desk.connection))
        return islice(_rows(desk, cases, on, reveal, opened, counted), limit)

    rows = Long(read)
    left_out = Long(lambda _: _left_out(rows.counted, restricted))
    notes = Long(lambda _: chain(_below(rows.counted, reveal), left_out))
    table = long_tables.read(desk, Table("台账", COLUMNS, rows, notes=notes))
    return Exported(table, Long(lambda _: iter(left_out if rows.read_through else ())))


def _to_be_seen(desk: Desk, on: date, *, limit: int | None, restricted: bool) -> tuple[int, frozenset[str]]:
    """How many petitions will be in the export, and which accusations: to be written down before they are shown."""
    seen, opened = 0, set[str]()
    with desk.reading() as db:
        for number, closed in petitions.not_void(db, on=on):
            if closed:
                if not (restricted and _may_open(desk, number)):
                    continue
                opened.add(number)
            seen += 1
            if seen == limit:
                break
    return seen, frozenset(opened)


def _may_open(desk: Desk, number: str) -> bool:
    entries = desk.entries(number)
    return may_see(desk, case_of(entries), entries)


def _rows(
    desk: Desk,
    subjects: Iterable[tuple[str, list[Entry]]],
    on: date,
    reveal: bool,
    opened: frozenset[str],
    counted: Counted,
) -> Iterator[Row]:
    """A row for each petition; what is not in it is counted, as far as it was read."""
    for number, entries in subjects:
        history = list(steps(entries))
        case, (_, now) = on_day(history, on), history[-1]
        if case is None or case.state is State.VOID:
            continue
        if now.restricted and number not in opened:
            counted["closed"] += 1
            continue
        named = not now.registration.confidential or may_see(desk, now, entries)
        counted["nameless"] += reveal and not named
        counted["fuller"] += has_more(case, [entry for entry in entries if entry.on <= on])
        yield row_of(case, reveal and named)


def _below(counted: Counted, reveal: bool) -> Iterator[str]:
    if not reveal:
        yield "个人信息已遮盖，不能再导入；要能读回请加 --reveal（会记入台账）。"
    if counted["fuller"]:
        yield f"其中 {counted['fuller']} 件还有{BEYOND}，不在表里；要一样不少，备份台账文件。"


def _left_out(counted: Counted, restricted: bool) -> Iterator[str]:
    if closed := counted["closed"]:
        why = "不是可以查看的人员" if restricted else f"可以查看的人员加 {RESTRICTED} --by 姓名"
        yield f"另有检举控告等限知件 {closed} 件不在表里（{why}）。"
    if nameless := counted["nameless"]:
        yield f"其中 {nameless} 件信访人要求保密，仍然遮盖，不能再导入（不是可以查看的人员）。"
