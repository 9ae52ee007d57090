"""Exporting the ledger: a table whose columns `import` reads back to the same values. It does not hold everything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ..acts.replay import steps
from ..core.case import Case
from ..core.entry import Entry
from ..core.table import Cell, Table
from ..core.terms import State
from ..store import ledger
from . import clock
from .access import RESTRICTED, may_see, must_be_named
from .asked import checked_limit
from .desk import Desk
from .export_columns import COLUMNS, has_more, row_of

BEYOND = "列里没有的内容（如延期、转送、交办期限、其他信访人、来件单位、标记、外部编号、文号、办结结果、记事）"


class Exported(NamedTuple):
    """The table, and what it leaves out: sentences that stand below it too, where a format has room for them."""

    table: Table
    left_out: tuple[str, ...]


def export(
    desk: Desk, *, as_of: str | None = None, limit: int | None = None, reveal: bool = False, restricted: bool = False
) -> Exported:
    """Every petition received by the day, one per row, under the field names that `import` knows.

    Masked unless `reveal`, which is written down; only an unmasked export can be imported, and then gives the same
    export again. How many of its petitions have more than the columns hold is said below the table.

    Accusations are left out and counted; `restricted`: those are in it that the acting officer may see, and it is
    written down on each, for who has seen an accusation is asked of that accusation. Raises NotAllowed E318 when no
    officer is named.
    """
    on, limit = clock.as_of(as_of), checked_limit(limit)
    if restricted:
        must_be_named(desk)
    rows: list[tuple[Cell, ...]] = []
    opened: list[str] = []
    fuller = closed = nameless = 0
    with desk.reading() as db:
        for _, entries in ledger.by_subject(db):
            case, now = _then_and_now(entries, on)
            if case is not None and case.state is not State.VOID:
                reader = _guarded(now) and may_see(desk, now, entries)
                if now.restricted and not (restricted and reader):
                    closed += 1
                    continue
                if now.restricted:
                    opened.append(now.number)
                named = reader or not now.registration.confidential
                nameless += reveal and not named
                rows.append(row_of(case, reveal and named))
                fuller += has_more(case, [entry for entry in entries if entry.on <= on])
            if limit is not None and len(rows) >= limit:
                break
    if reveal:
        desk.record_look("export", len(rows))
    if opened:
        desk.record_looks(f"export {RESTRICTED}", opened)
    notes = () if reveal else ("个人信息已遮盖，不能再导入；要能读回请加 --reveal（会记入台账）。",)
    if fuller:
        notes = (*notes, f"其中 {fuller} 件还有{BEYOND}，不在表里；要一样不少，备份台账文件。")
    left_out = tuple(_left_out(closed, nameless, restricted))
    return Exported(Table("台账", COLUMNS, tuple(rows), notes=(*notes, *left_out)), left_out)


def _then_and_now(entries: Sequence[Entry], on: date) -> tuple[Case | None, Case]:
    """The case as of the end of that day, None when it had not come in, and the case as it is."""
    then: Case | None = None
    for since, now in steps(entries):
        if since <= on:
            then = now
    return then, now


def _guarded(now: Case) -> bool:
    return now.restricted or now.registration.confidential


def _left_out(closed: int, nameless: int, restricted: bool) -> Iterator[str]:
    if closed:
        why = "不是可以查看的人员" if restricted else f"可以查看的人员加 {RESTRICTED} --by 姓名"
        yield f"另有检举控告等限知件 {closed} 件不在表里（{why}）。"
    if nameless:
        yield f"其中 {nameless} 件信访人要求保密，仍然遮盖，不能再导入（不是可以查看的人员）。"
