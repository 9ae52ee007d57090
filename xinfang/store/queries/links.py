"""Which petitions belong to one matter. Links may form a chain, even a circle: nothing here goes round for ever.

CROSS JOIN, because SQLite keeps its order: from what is known to its links, never through all links there are.
"""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import NamedTuple

from ...core.projected import petition_id
from .phrases import stood, was_repeat

_REPEATS = was_repeat()
_CHAIN = f"""
WITH RECURSIVE before (id, step) AS (
    SELECT :id, 0
    UNION
    SELECT earlier, step + 1 FROM before CROSS JOIN link ON link.petition = before.id WHERE {_REPEATS} AND step < :at_most
)
SELECT petition.number FROM before CROSS JOIN petition ON petition.id = before.id
WHERE step > 0 AND petition.state <> 'void' GROUP BY petition.id ORDER BY min(step), petition.id
"""
_MATTER = f"""
WITH RECURSIVE member (id) AS (
    SELECT :id
    UNION
    SELECT earlier FROM member CROSS JOIN link ON link.petition = member.id WHERE {_REPEATS}
    UNION
    SELECT petition FROM member CROSS JOIN link ON link.earlier = member.id WHERE {_REPEATS}
)
SELECT number FROM member CROSS JOIN petition ON petition.id = member.id WHERE received_on <= :day AND state <> 'void'
ORDER BY received_on, petition.id LIMIT :at_most
"""
_AGAIN = f"""
WITH RECURSIVE after (id) AS (
    SELECT :id
    UNION
    SELECT petition FROM after CROSS JOIN link ON link.earlier = after.id WHERE {_REPEATS}
)
SELECT received_on FROM after CROSS JOIN petition ON petition.id = after.id
WHERE petition.id <> :id AND received_on <= :day AND state <> 'void' ORDER BY received_on
"""
_REPEATED_BY = f"""
SELECT number FROM link CROSS JOIN petition ON petition.id = link.petition
WHERE link.earlier = :id AND {_REPEATS} AND state <> 'void' ORDER BY petition.id
"""
_FIRST_REPEAT = f"""
SELECT number, received_on FROM link CROSS JOIN petition ON petition.id = link.petition
WHERE link.earlier = :id AND {_REPEATS} AND state <> 'void' ORDER BY received_on, petition.id LIMIT 1
"""
_RELATED = f"""
SELECT DISTINCT other.number FROM link
JOIN petition AS other ON other.id = iif(link.petition = :id, link.earlier, link.petition)
WHERE (link.petition = :id OR link.earlier = :id) AND relation = 'related'
AND {stood("link")} AND other.state <> 'void' ORDER BY other.id
"""
STEPS_AT_MOST = 50
"""How many links back repeats are followed: links may go round in a circle."""
MATTER_AT_MOST = 500
"""How many petitions of one matter are looked at."""


def chain(connection: sqlite3.Connection, number: str, *, on: date) -> list[str]:
    """What the petition repeats on that day, what that repeats in its turn, and so on; the first of all last.

    Without those whose registration was retracted.
    """
    values = {"id": petition_id(number), "day": on.isoformat(), "at_most": STEPS_AT_MOST}
    return [found for (found,) in connection.execute(_CHAIN, values)]


def matter(connection: sqlite3.Connection, number: str, *, on: date) -> list[str]:
    """The petitions about the same matter received by that day, this one among them, the first received first."""
    values = {"id": petition_id(number), "day": on.isoformat(), "at_most": MATTER_AT_MOST}
    return [found for (found,) in connection.execute(_MATTER, values)]


def received_again(connection: sqlite3.Connection, number: str, *, on: date) -> tuple[date, ...]:
    """On which days up to `on` petitions were received that repeat this one, or repeat what repeats it."""
    values = {"id": petition_id(number), "day": on.isoformat()}
    return tuple(date.fromisoformat(day) for (day,) in connection.execute(_AGAIN, values))


def repeated_by(connection: sqlite3.Connection, number: str, *, on: date) -> list[str]:
    """The petitions that are linked to this very one as its repeats on that day."""
    values = {"id": petition_id(number), "day": on.isoformat()}
    return [found for (found,) in connection.execute(_REPEATED_BY, values)]


class Repeat(NamedTuple):
    """A petition that is linked to an earlier one as its repeat, and when it came in."""

    number: str
    received_on: date


def first_repeat(connection: sqlite3.Connection, number: str, *, on: date) -> Repeat | None:
    """Of the petitions linked to this very one as its repeats on that day the one that came in first."""
    values = {"id": petition_id(number), "day": on.isoformat()}
    row = connection.execute(_FIRST_REPEAT, values).fetchone()
    return Repeat(row[0], date.fromisoformat(row[1])) if row else None


def related(connection: sqlite3.Connection, number: str, *, on: date) -> list[str]:
    """The petitions that have to do with this one on that day, earlier or later."""
    values = {"id": petition_id(number), "day": on.isoformat()}
    return [found for (found,) in connection.execute(_RELATED, values)]
