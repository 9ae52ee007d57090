"""When what time limits are worked out by changes (a holiday plan, the office's own days): what moves, and bringing it along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from ...acts.replay import case_of, steps
from ...core.table import Column, Table
from ...projections.case_rows import rows_of
from ...reports.columns import NUMBER, deadline_column
from ...rules.deadline import Deadline
from ...rules.deadlines import deadlines_of
from ...rules.law import Law
from ...store import projected
from ..desk import Desk

CHANGES = {"moved": "改变", "new": "新增", "gone": "不再适用"}


class Move(NamedTuple):
    """An open deadline that moves, from → to; None is 未核, or that there is no such deadline. change: a key of CHANGES."""

    number: str
    deadline: str
    label: str
    before: date | None
    after: date | None
    change: str = "moved"


def moves_table(moves: list[Move], *, title: str, comes_and_goes: bool = False) -> Table:
    """Deadlines that move. comes_and_goes: whether limits may also be new or gone, so that a column has to say which."""
    columns = (
        NUMBER,
        deadline_column({move.deadline: move.label for move in moves}),
        Column("before", "原法定届满日", "date", blank="" if comes_and_goes else "未核"),
        Column("after", "新法定届满日", "date", blank="" if comes_and_goes else "未核"),
        *((Column("change", "变化", words=CHANGES),) if comes_and_goes else ()),
    )
    rows = tuple((move.number, move.deadline, move.before, move.after, move.change)[: len(columns)] for move in moves)
    more = (
        ("空白: 没有这个期限，或者节假日安排未发布（未核）。已经办完的期限不列，也按新的天数评定是否超期。",)
        if comes_and_goes
        else ()
    )
    return Table(title, columns, rows, notes=(f"共 {len(moves)} 项改变。", *more))


def moves(desk: Desk, numbers: Iterable[str], law: Law) -> list[Move]:
    """Every open deadline of these petitions that is another one under `law` than as the desk has it."""
    return [move for number in numbers for move in _moves(desk, number, law)]


def _moves(desk: Desk, number: str, law: Law) -> Iterator[Move]:
    case = case_of(desk.entries(number))
    old, new = (_open(deadlines_of(case, each)) for each in (desk.law, law))
    for key in {**old, **new}:
        before, after = old.get(key), new.get(key)
        shown = after or before
        assert shown is not None  # the key came from one of them
        if before and after and before.legal == after.legal:
            continue
        change = "moved" if before and after else "new" if after else "gone"
        yield Move(number, shown.limit.name, shown.label, before and before.legal, after and after.legal, change)


def _open(deadlines: Iterable[Deadline]) -> dict[tuple[str, date, int], Deadline]:
    """The deadlines not ended, by what tells them apart under either law."""
    return {(d.limit.name, d.started_on, d.part): d for d in deadlines if d.ended_on is None}


def bring_along(desk: Desk, numbers: Iterable[str], law: Law) -> None:
    """The projected rows of these petitions by `law`; inside the transaction in which the fact is written."""
    for number in numbers:
        history = list(steps(desk.entries(number)))
        projected.change(desk.connection, rows_of(history, desk.law), rows_of(history, law))
