"""Each deadline of a petition, and each version of it: before an extension and after, before a new classification and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from ..core.case import Case
from ..core.days import iso, iso_or_none
from ..core.projected import Row
from ..rules.deadline import Deadline
from ..rules.deadlines import deadlines_of, only_started, what_moves
from ..rules.law import Law, OwnRules

Key = tuple[str, int, int]
"""Name of the limit, the part it is about, and which of that name and part it is, from 1."""
Version = tuple[Key, date, date | None, Deadline]
"""A deadline as it stood from a day to before another."""
SUPERSEDED = "superseded"
"""Status of a version that no longer stands."""


def deadline_rows(petition: int, days: Sequence[tuple[date, Case]], law: Law) -> tuple[Row, ...]:
    """Rows in the order of TABLES["deadline"].

    A version stands from `since` to before `until`. When a deadline was met is written into every version of it: that
    it was still unmet on an earlier day follows from the day, so that being met makes no new version.
    """
    if only_started([case for _, case in days], law.own):
        # Nearly every petition of an imported ledger: each deadline has one version, from the day it started.
        deadlines = deadlines_of(days[-1][1], law)
        names = [deadline.limit.name for deadline in deadlines]
        # A step of the police may come before the petition, in which it stands only from that one's first day.
        first = days[0][0]
        if len(set(names)) == len(names):
            # And no limit started twice: each is the first of its name.
            rows = [
                _row(petition, name, 1, max(each.started_on, first), None, each)
                for name, each in zip(names, deadlines, strict=True)
            ]
            return tuple(sorted(rows))
        found = _by_key(deadlines)
        return _rows(
            petition, [(key, max(deadline.started_on, first), None, deadline) for key, deadline in found.items()]
        )
    return versions(petition, days, law)


def versions(petition: int, days: Sequence[tuple[date, Case]], law: Law) -> tuple[Row, ...]:
    """The rows of any petition, by comparing the deadlines of each stretch with those of the one before."""
    found: list[Version] = []
    standing: dict[Key, tuple[date, Deadline]] = {}
    for since, case in _where_something_moves(days, law.own):
        now = _by_key(deadlines_of(case, law))
        for key, (begun, deadline) in list(standing.items()):
            if key not in now or _moved(deadline, now[key]):
                found.append((key, begun, since, deadline))
                del standing[key]
        for key, deadline in now.items():
            begun = standing[key][0] if key in standing else since
            standing[key] = (begun, deadline)
    found += [(key, begun, None, deadline) for key, (begun, deadline) in standing.items()]
    return _rows(petition, found)


def _where_something_moves(days: Sequence[tuple[date, Case]], own: OwnRules) -> Iterator[tuple[date, Case]]:
    """The first day of each stretch in which no deadline moves, with the case as it stood at the stretch's end."""
    for _, stretch in groupby(days, key=lambda day: what_moves(day[1], own)):
        first, *rest = stretch
        yield first[0], (rest[-1] if rest else first)[1]


def _by_key(deadlines: Sequence[Deadline]) -> dict[Key, Deadline]:
    """Deadlines by name, part and how many of that name and part came before.

    By the part, so that what becomes of one demand does not make another's deadline its own.
    """
    keyed: dict[Key, Deadline] = {}
    for deadline in deadlines:
        name, part, nth = deadline.limit.name, deadline.part, 1
        while (name, part, nth) in keyed:
            nth += 1
        keyed[name, part, nth] = deadline
    return keyed


def _moved(before: Deadline, after: Deadline) -> bool:
    if before.ended_on is not None and after.ended_on != before.ended_on:
        return True  # it had fallen away and is owed again: until then it was not
    return (before.started_on, before.nominal, before.legal) != (after.started_on, after.nominal, after.legal)


def _rows(petition: int, found: Sequence[Version]) -> tuple[Row, ...]:
    """The rows in their order. nth: which of its name each deadline is, in the order in which they came to stand."""
    numbers: dict[str, dict[Key, int]] = {}
    rows = []
    for key, since, until, deadline in sorted(found, key=lambda version: version[1]):
        of_name = numbers.setdefault(key[0], {})
        nth = of_name.setdefault(key, len(of_name) + 1)
        rows.append(_row(petition, key[0], nth, since, until, deadline))
    return tuple(sorted(rows, key=lambda row: row[:4]))


def _row(petition: int, name: str, nth: int, since: date, until: date | None, deadline: Deadline) -> Row:
    limit, started_on, nominal, legal, missing_year, *_ = deadline
    return (
        petition,
        name,
        nth,
        iso(since),
        iso_or_none(until),
        limit.duty,
        deadline.status._value_ if until is None or limit.is_window else SUPERSEDED,
        iso(started_on),
        iso_or_none(nominal),
        iso_or_none(legal),
        missing_year,
        iso_or_none(deadline.ended_on),
        int(deadline.ended_by in limit.met_by),
        deadline.label,
        limit.basis,
    )
