"""Overdue 超期 and due 即将到期: one line per duty."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ...core.days import day_or_none
from ...core.lookups import DeadlineRow
from ...core.table import Cell, Column, Said, Table
from .. import closed
from ..columns import (
    ARTICLE,
    DEADLINE_LABEL,
    LEGAL_DUE,
    NOMINAL_DUE,
    NUMBER,
    OFFICER,
    PETITIONER,
    STARTED_ON,
    TITLE,
    UNIT,
    deadline_column,
)
from ..shortened import LONGER, AtMost


def overdue(rows: Sequence[DeadlineRow], *, on: date, whole: int | None = None, reveal: bool) -> Table:
    """Duties whose last lawful day had passed at the end of `on`; whole: how many in all, where not all are listed.

    days_over: calendar days since that day.
    """
    count = f"共 {len(rows)} 项。"
    if whole is not None and whole > len(rows):
        count = AtMost(f"共 {whole} 项，最早届满的在前", f"最多列 {len(rows)} 项")
    return Table(
        f"超期（截至 {on}）",
        _columns(rows, Column("days_over", "超期天数", "number")),
        tuple(
            (*_shared(row, reveal), (on - date.fromisoformat(row.legal_due or "")).days, *_for_scripts(row))
            for row in rows
        ),
        notes=(count, *closed.meaning(rows)),
        hints=closed.hints(rows),
    )


def due(rows: Sequence[DeadlineRow], *, on: date, title: str, reveal: bool) -> Table:
    """Duties falling due. days_left: calendar days to the last lawful day, 0 on the day itself; None when 未核."""
    return Table(
        title,
        _columns(rows, Column("days_left", "还剩天数", "number")),
        tuple((*_shared(row, reveal), _days_left(row, on), *_for_scripts(row)) for row in rows),
        notes=(f"共 {len(rows)} 项。", *closed.meaning(rows)),
        hints=closed.hints(rows),
    )


def cut_short(table: Table, more: bool) -> Table:
    """The table as it is when it holds everything; else its count is no total, and is not called one."""
    if not more:
        return table
    notes = (f"只列了 {len(table.rows)} 条。", *[*table.notes][1:])
    return table._replace(notes=notes, hints=(LONGER, *table.hints))


def _columns(rows: Sequence[DeadlineRow], count: Column) -> tuple[Column, ...]:
    return (
        NUMBER,
        TITLE,
        PETITIONER,
        UNIT,
        OFFICER,
        deadline_column({row.deadline: row.label for row in rows}),
        ARTICLE,
        STARTED_ON,
        NOMINAL_DUE,
        LEGAL_DUE,
        count,
        closed.RESTRICTED,
        DEADLINE_LABEL,
    )


def _shared(row: DeadlineRow, reveal: bool) -> tuple[Cell, ...]:
    return (
        row.number,
        closed.title(row, reveal=reveal),
        closed.petitioner(row, reveal=reveal),
        row.unit,
        row.officer,
        Said(row.deadline, row.label),
        row.article,
        date.fromisoformat(row.started_on),
        day_or_none(row.nominal_due),
        day_or_none(row.legal_due),
    )


def _for_scripts(row: DeadlineRow) -> tuple[Cell, ...]:
    return bool(row.restricted), row.label


def _days_left(row: DeadlineRow, on: date) -> int | None:
    return (date.fromisoformat(row.legal_due) - on).days if row.legal_due else None
