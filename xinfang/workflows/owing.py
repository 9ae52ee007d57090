"""Whose a duty is: not always that of the unit which has the petition, but of the unit supervised, the body asked for review."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from ..core.lookups import DeadlineRow, Duties
from ..rules.deadline import OWED_BY_OTHERS, named_in
from ..store.connection import Connection
from ..store.queries import deadlines, standing
from .desk import Desk

Ask = Callable[[Duties], list[DeadlineRow]]
"""A question of store/queries/deadlines.py about some day."""


def owed_by(desk: Desk, ask: Ask, *, on: date, unit: str, limit: int | None) -> list[DeadlineRow]:
    """The rows that `ask` finds, each with whoever owes it; of one unit only what that unit owes.

    Between the two questions of one unit the order of days is kept: both answer in it.
    """
    if not unit:
        return list(_attributed(desk, ask(Duties(limit=limit)), on))
    own = ask(Duties(unit, limit, but=OWED_BY_OTHERS))
    others = _attributed(desk, ask(Duties(only=OWED_BY_OTHERS)), on)
    rows = [*own, *(row for row in others if row.unit == unit)]
    return sorted(rows, key=lambda row: (row.legal_due or "", row.petition))[:limit]


def overdue_by_unit(desk: Desk, db: Connection, *, on: date, today: date) -> Counter[str]:
    """How many duties were overdue at the end of that day, by whoever owes them."""
    owed: Counter[str] = Counter()
    asked: set[str] = set()
    for limit, label, unit, duties in standing.overdue_by_unit(db, on=on, today=today, others=OWED_BY_OTHERS):
        named = named_in(label, limit) if limit else unit
        if named is None:
            asked.add(limit)
        else:
            owed[named or unit] += duties
    if asked:
        rows = deadlines.overdue(db, Duties(only=asked), on=on, today=today)
        owed.update(row.unit for row in _attributed(desk, rows, on))
    return owed


def overdue_petitions(desk: Desk, db: Connection, *, on: date, today: date) -> Iterator[tuple[str, str]]:
    """The same duties one by one: the petition's number, and whoever owes it."""
    yield from standing.overdue_petitions(db, on=on, today=today, but=OWED_BY_OTHERS)
    rows = deadlines.overdue(db, Duties(only=OWED_BY_OTHERS), on=on, today=today)
    yield from ((row.number, row.unit) for row in _attributed(desk, rows, on))


def _attributed(desk: Desk, rows: Sequence[DeadlineRow], on: date) -> Iterator[DeadlineRow]:
    for row in rows:
        whom = _whom(desk, row, on) if row.deadline in OWED_BY_OTHERS else ""
        yield row._replace(unit=whom, officer="") if whom not in ("", row.unit) else row


def _whom(desk: Desk, row: DeadlineRow, on: date) -> str:
    """Who owes it: the label says so of supervisions and advice; of reviews the few such petitions are looked at themselves."""
    if (named := named_in(row.label, row.deadline)) is not None:
        return named
    from ..acts.replay import case_on
    from ..rules.deadlines import deadlines_of

    case = case_on(desk.entries(row.number), on)
    found = deadlines_of(case, desk.law) if case else ()
    same = (
        d
        for d in found
        if (d.limit.name, d.label, d.started_on.isoformat()) == (row.deadline, row.label, row.started_on)
    )
    return next((each.whom for each in same), "")
