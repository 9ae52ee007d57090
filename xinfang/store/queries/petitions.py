"""Petitions by number, key and filter."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date

from ...core.lookups import Filters, PetitionRow
from ...core.terms import ENDED, State
from .phrases import PEOPLE, at_most, may_have_been_open, of_asked_unit, quoted, stood, was_owed

_ROW = f"""
SELECT petition.number, received_on, channel, coalesce(petitioner.name, ''), {PEOPLE}, headcount, title,
       spell.category, spell.route, spell.code, spell.state, spell.state_since, spell.unit, spell.officer, first_unit,
       is_restricted, is_confidential
FROM petition
CROSS JOIN spell
JOIN content ON content.petition = petition.id
LEFT JOIN petitioner ON petitioner.petition = petition.id AND position = 1
WHERE spell.petition = petition.id AND {stood("spell")}
"""
# CROSS JOIN, because SQLite keeps its order: through the petitions to their spells. Left to itself it goes through
# every spell there ever was to find those of one unit.
SORTS = {
    "number": "petition.id DESC",
    "received": "received_on DESC, petition.id DESC",
    "state": "spell.state, petition.id DESC",
    "unit": "spell.unit, petition.id DESC",
}
A_FEW_MONTHS = 92
_DUTY_THEN = f"""
SELECT 1 FROM deadline WHERE deadline.petition = petition.id AND {was_owed()}
AND deadline.status NOT IN ('right', 'window')
"""
_MAY_HAVE_BEEN_OPEN = f"petition.id IN ({may_have_been_open()})"
_IN_HAND = "'registered', 'informed', 'accepted', 'assigned', 'settled', 'recheck-served'"
_NOT_ELSEWHERE = "NOT (spell.state = 'informed' AND spell.acknowledged = 1)"
"""What the unit that signed for it has told the petitioner of is that unit's to handle (Case.told_elsewhere)."""
_ENDED = f"({quoted(ENDED)})"
_UNDER = "(spell.code = :code OR spell.code BETWEEN :code || '/' AND :code || '0')"
"""Of a category or of one below it."""


def listed(
    connection: sqlite3.Connection, filters: Filters, *, on: date, sort: str = "number", limit: int | None = None
) -> Iterator[PetitionRow]:
    """Petitions received by `on` that pass the filters, as they stood at the end of that day."""
    # One bound and not two, for an index is gone through up to the first it is given.
    last = min(on, filters.until) if filters.until else on
    where = ["received_on <= :last"]
    values: dict[str, object] = {"day": on.isoformat(), "last": last.isoformat(), "limit": at_most(limit)}
    for name, column in (
        ("state", "spell.state"),
        ("unit", "spell.unit"),
        ("officer", "spell.officer"),
        ("channel", "channel"),
        ("category", "spell.category"),
    ):
        if value := getattr(filters, name):
            where.append(f"{column} = :{name}")
            values[name] = value
    if filters.open_only:
        where.append(f"spell.state NOT IN {_ENDED}")
    if filters.code:
        where.append(_UNDER)
        values["code"] = filters.code
    if filters.since:
        where.append("received_on >= :since")
        values["since"] = filters.since.isoformat()
    order = SORTS[sort]
    if sort == "number" and filters.since and (last - filters.since).days <= A_FEW_MONTHS:
        # The plus keeps SQLite from going down all numbers: the days' own index is shorter, sorting included.
        order = "+" + order
    sql = f"{_ROW} AND {' AND '.join(where)} ORDER BY {order} LIMIT :limit"
    yield from map(PetitionRow._make, connection.execute(sql, values))


def has_code(connection: sqlite3.Connection, code: str) -> bool:
    """Whether a petition ever was of that category or of one below it."""
    (found,) = connection.execute(f"SELECT EXISTS (SELECT 1 FROM spell WHERE {_UNDER})", {"code": code}).fetchone()
    return bool(found)


def by_ids(connection: sqlite3.Connection, ids: Iterable[int], *, on: date) -> Iterator[PetitionRow]:
    """The petitions with these ids, in the order given, as they stood at the end of that day."""
    sql = f"{_ROW} AND petition.id = :id"
    day = on.isoformat()
    found = (connection.execute(sql, {"id": each, "day": day}).fetchone() for each in ids)
    return (PetitionRow._make(row) for row in found if row)


def in_state(
    connection: sqlite3.Connection,
    *states: State,
    on: date,
    today: date,
    unit: str = "",
    unsigned: bool = False,
    limit: int | None = None,
) -> list[PetitionRow]:
    """Petitions in one of these states at the end of `on`, longest first; open ones by the index of what is open now.

    unsigned: only what the unit that it was sent to has not signed for.
    """
    these = quoted(states)
    is_open = f"is_open = 1 AND petition.state IN ({these})" if on >= today else _MAY_HAVE_BEEN_OPEN
    signed = "AND spell.acknowledged = 0" if unsigned else ""
    sql = (
        f"{_ROW} AND {is_open} AND spell.state IN ({these}) {signed} AND received_on <= :day "
        f"AND {of_asked_unit()} ORDER BY spell.state_since, petition.id LIMIT :limit"
    )
    return _standing(connection, sql, on=on, today=today, unit=unit, limit=limit)


def without_deadline(
    connection: sqlite3.Connection, *, on: date, today: date, unit: str, limit: int | None
) -> list[PetitionRow]:
    """Petitions not ended, answered or forwarded at the end of `on` for which no duty ran, longest in their state first."""
    if on >= today:
        # The state as it is, too, for most are served and need not be looked up further; the plus keeps SQLite at this index.
        unlimited, since = f"is_open = 1 AND is_limited = 0 AND +petition.state IN ({_IN_HAND})", "petition.state_since"
    else:
        unlimited, since = f"{_MAY_HAVE_BEEN_OPEN} AND NOT EXISTS ({_DUTY_THEN})", "spell.state_since"
    sql = (
        f"{_ROW} AND {unlimited} AND spell.state IN ({_IN_HAND}) AND {_NOT_ELSEWHERE} AND received_on <= :day "
        f"AND {of_asked_unit()} ORDER BY {since}, petition.id LIMIT :limit"
    )
    return _standing(connection, sql, on=on, today=today, unit=unit, limit=limit)


def not_void(connection: sqlite3.Connection, *, on: date) -> Iterator[tuple[str, bool]]:
    """Number, and whether not everybody may see it, of each petition received by `on` and not retracted then, oldest first."""
    rows = connection.execute(
        "SELECT number, is_restricted FROM petition CROSS JOIN spell ON spell.petition = petition.id "
        f"WHERE {stood('spell')} AND spell.state <> 'void' "
        "ORDER BY petition.id",
        {"day": on.isoformat()},
    )
    for number, closed in rows:
        yield number, bool(closed)


def _standing(
    connection: sqlite3.Connection, sql: str, *, on: date, today: date, unit: str, limit: int | None
) -> list[PetitionRow]:
    values = {"day": on.isoformat(), "today": today.isoformat(), "unit": unit, "limit": at_most(limit)}
    return [PetitionRow(*row) for row in connection.execute(sql, values)]


def numbers(connection: sqlite3.Connection) -> Iterator[str]:
    """Every number, oldest first."""
    for (number,) in connection.execute("SELECT number FROM petition ORDER BY id"):
        yield number
