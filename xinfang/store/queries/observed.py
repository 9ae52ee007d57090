"""What observation 信访观察 looks at: what came in, with what it was classified as, who had it and where it is about."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ...core.report_rows import ReceivedRow
from .phrases import PEOPLE, of_asked_unit, stood

_RECEIVED = f"""
FROM petition CROSS JOIN spell ON spell.petition = petition.id AND {stood("spell", ":as_of")}
WHERE received_on BETWEEN :first AND :last AND petition.state <> 'void' AND {of_asked_unit()}
"""


class Told(NamedTuple):
    """A petition with what it tells. people: who ever stood in its registration, to be masked in texts (masking.text_of_row)."""

    id: int
    number: str
    unit: str
    title: str
    content: str | None
    people: str
    restricted: int


def received(
    connection: sqlite3.Connection, first: date, last: date, *, as_of: date, unit: str = ""
) -> Iterator[ReceivedRow]:
    """What came in from `first` to `last`, both included, as it stood at the end of `as_of`; in order of numbers."""
    yield from connection.execute(
        "SELECT spell.category, spell.code, spell.branch, spell.unit, region, channel, received_on "
        f"{_RECEIVED} ORDER BY +petition.id",
        _values(first, last, as_of, unit),
    )


def told(connection: sqlite3.Connection, first: date, last: date, *, as_of: date, unit: str = "") -> Iterator[Told]:
    """The same petitions in the same order, with the words of the paper as they were first taken down."""
    rows = connection.execute(
        f"""
        SELECT petition.id, petition.number, spell.unit,
               (SELECT title FROM content WHERE content.petition = petition.id),
               (SELECT json_extract(body, '$.registration.content') FROM fact JOIN payload ON payload.seq = fact.seq
                WHERE subject = petition.number AND turn = 1), {PEOPLE}, is_restricted
        {_RECEIVED} ORDER BY +petition.id
        """,
        _values(first, last, as_of, unit),
    )
    for row in rows:
        yield Told(*row)


def people(connection: sqlite3.Connection, petitions: list[int]) -> dict[int, list[tuple[str, str, str, str]]]:
    """Name, ID number, phone, address of all who raised each of these petitions, to tell them apart and for nothing else."""
    found: dict[int, list[tuple[str, str, str, str]]] = {}
    for petition in petitions:
        found[petition] = connection.execute(
            "SELECT name, id_number, phone, address FROM petitioner WHERE petition = ? AND position > 0", (petition,)
        ).fetchall()
    return found


def first_received(connection: sqlite3.Connection, number: int) -> list[date]:
    """On which days the first so many petitions were received; retracted registrations are none."""
    rows = connection.execute(
        "SELECT received_on FROM petition WHERE received_on > '' AND state <> 'void' ORDER BY received_on LIMIT ?",
        (number,),
    )
    return [date.fromisoformat(day) for (day,) in rows]


def _values(first: date, last: date, as_of: date, unit: str) -> dict[str, str]:
    return {"first": first.isoformat(), "last": last.isoformat(), "as_of": as_of.isoformat(), "unit": unit}
