"""Reporting: figures from the store, laid out by reports/."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from ..core.case import ENDINGS
from ..core.errors import BadInput
from ..core.table import Document
from ..reports.month import Figures, Group, last_day, month_before, month_report
from ..store.connection import Connection
from ..store.queries import figures
from . import clock
from .desk import Desk

ENDING_EVENTS = tuple(sorted(ENDINGS))


def month(desk: Desk, typed: str, *, as_of: str | None = None) -> Document:
    """The figures of a month `YYYY-MM`, by what had happened up to `as_of` (default today)."""
    known = clock.day(as_of)
    first = _first_day(typed)
    if first > known:
        raise BadInput("E103", f"{typed} 还没有开始（截至 {known}）。", remedy="写已经开始的月份")
    today = clock.today()
    with desk.reading() as db:
        return month_report(
            office=desk.office.setting("office-name", on=min(last_day(first), known), default=desk.office.name),
            first=first,
            as_of=known,
            figures=_figures(db, first, known, today),
            previous=_figures(db, month_before(first), known, today),
            last_year=_figures(db, first.replace(year=first.year - 1), known, today),
            groups=_groups(db, first, known),
        )


def _first_day(typed: str) -> date:
    match = re.fullmatch(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*月?", typed.strip(), re.ASCII)
    if not match or not 1 <= int(match[2]) <= 12 or not 1901 <= int(match[1]) <= 2199:
        raise BadInput("E102", f"“{typed}”不是月份。", remedy="写成 2026-03")
    return date(int(match[1]), int(match[2]), 1)


def _figures(db: Connection, first: date, known: date, today: date) -> Figures:
    last = last_day(first)
    until = min(last, known)
    due, met_on_time = figures.replies_due(db, first, last, as_of=known)
    return Figures(
        received=figures.received(db, first, until),
        accepted=figures.events(db, "accepted", first, until),
        replied=figures.events(db, "replied", first, until),
        closed=sum(figures.events(db, event, first, until) for event in ENDING_EVENTS),
        due=due,
        met_on_time=met_on_time,
        overdue_open=figures.overdue_open(db, on=until, today=today),
        late_entries=figures.late_entries(db, first, until),
    )


def _groups(db: Connection, first: date, known: date) -> dict[str, list[Group]]:
    """Each breakdown of the month, its largest group first, counted from one pass over the month."""
    last = last_day(first)
    until = min(last, known)
    received = figures.received_by_group(db, first, until)
    replied = figures.events_by_group(db, ("replied",), first, until)
    closed = figures.events_by_group(db, ENDING_EVENTS, first, until)
    due = figures.replies_due_by_group(db, first, last, as_of=known)
    counts = (
        received,
        replied,
        closed,
        {group: count for group, (count, _) in due.items()},
        {group: met for group, (_, met) in due.items()},
    )
    return {column: _breakdown(counts, place) for place, column in enumerate(figures.GROUPED_BY)}


def _breakdown(counts: Sequence[Mapping[figures.Group, int]], place: int) -> list[Group]:
    """The counts by one of the columns alone."""
    folded: list[Counter[str]] = [Counter() for _ in counts]
    for into, by_group in zip(folded, counts, strict=True):
        for group, count in by_group.items():
            into[group[place]] += count
    keys = sorted(set().union(*folded), key=lambda key: (-folded[0][key], key))
    return [Group(key, *(counter[key] for counter in folded)) for key in keys]
