"""Checks that need the whole row: what must be there, and the order of its days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from .fields import LABELS
from .rows import LedgerRow


def row_problems(row: LedgerRow) -> Iterator[tuple[str, str, str]]:
    """(field, code, reason) of everything wrong with the row as a whole: E105 for gaps, E114 for days in disorder.

    received ≤ informed, accepted ≤ replied ≤ served ≤ closed; days that are absent are passed over.
    """
    if row.received is None:
        yield "received", "E105", "收到日期没有填。"
    if not row.name:
        yield "name", "E105", "姓名没有填；匿名的写“匿名”。"
    yield from _disorder(row)


def is_sound(row: LedgerRow) -> bool:
    """Whether row_problems has nothing to say, in the fewest steps: nearly every row passes here."""
    day = row.received
    if day is None or not row.name:
        return False
    later = day
    if (informed := row.informed) is not None:
        if informed < day:
            return False
        later = informed
    if (accepted := row.accepted) is not None:
        if accepted < day:
            return False
        if accepted > later:
            later = accepted
    for step in (row.replied, row.served, row.closed):
        if step is not None:
            if step < later:
                return False
            later = step
    return True


def _disorder(row: LedgerRow) -> Iterator[tuple[str, str, str]]:
    before: list[tuple[str, date]] = []
    for stage in (("received",), ("informed", "accepted"), ("replied",), ("served",), ("closed",)):
        days = [(name, day) for name in stage if (day := getattr(row, name)) is not None]
        for name, day in days:
            last = max(before, key=lambda step: step[1], default=None)
            if last and day < last[1]:
                yield name, "E114", f"{LABELS[name]}{day}早于{LABELS[last[0]]}{last[1]}。"
        before += days
