"""What had ended and was raised again all the same: 办结后再访, and what was resolved 化解 for good."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from ...core.backlog import Holder
from ...core.projected import ID_PER_YEAR
from ...core.terms import State
from .phrases import quoted, stood, was_repeat

_ANSWERED_AND_OVER = quoted((State.CLOSED, State.CONCLUDED))
# The number's year is that of the registration, never before the year of receipt: older links need not be looked at.
_CAME_AGAIN = f"""
SELECT link.earlier, later.received_on, link.since, coalesce(link.until, '9999') FROM link
CROSS JOIN petition AS later ON later.id = link.petition
JOIN spell AS before ON before.petition = link.earlier AND {stood("before", "later.received_on")}
    AND before.state IN ({_ANSWERED_AND_OVER})
WHERE link.petition >= :numbered_since AND link.relation = 'repeat'
AND later.received_on > :after AND later.received_on <= :until AND later.state <> 'void' ORDER BY later.received_on
"""


class Repeat(NamedTuple):
    """Somebody raised once more what had ended. since, until: of the link that says so. Days are ISO text."""

    earlier: int
    received_on: str
    since: str
    until: str


class CameAgain(NamedTuple):
    """Of a petition that had ended: who had it, and the last day on which it was raised again, ISO text."""

    holder: Holder
    last_on: str


def repeats(connection: sqlite3.Connection, *, after: date, until: date) -> list[Repeat]:
    """What was raised again after the one day, up to the other, when it had ended; by the day of receipt."""
    values = {"after": after.isoformat(), "until": until.isoformat(), "numbered_since": after.year * ID_PER_YEAR}
    return [Repeat(*row) for row in connection.execute(_CAME_AGAIN, values)]


def came_again(
    connection: sqlite3.Connection, found: Sequence[Repeat], *, after: date, on: date
) -> dict[int, CameAgain]:
    """The petitions that had come again by the end of `on`, and after the other day, and were over all the same then.

    Not where the matter was resolved on the day of the last time or since.
    """
    first, day = after.isoformat(), on.isoformat()
    # In the order of days: the last time is what stays.
    last = {
        each.earlier: each.received_on
        for each in found
        if first < each.received_on <= day and each.since <= day < each.until
    }
    settled = _resolved(connection, first, day)
    unsettled = sorted(petition for petition, last_on in last.items() if settled.get(petition, "") < last_on)
    rows = connection.execute(
        "SELECT spell.petition, unit, state FROM json_each(:ids) AS asked CROSS JOIN spell "
        f"ON spell.petition = asked.value AND {stood('spell')} AND state IN ({_ANSWERED_AND_OVER})",
        {"ids": json.dumps(unsettled), "day": day},
    )
    return {petition: CameAgain(Holder(unit, state), last[petition]) for petition, unit, state in rows}


def resolved(connection: sqlite3.Connection, first: date, last: date) -> frozenset[int]:
    """Petitions resolved 化解 in those days, and those that one of these repeats: the matter is the same."""
    return frozenset(_resolved(connection, first.isoformat(), last.isoformat()))


def _resolved(connection: sqlite3.Connection, first: str, last: str) -> dict[int, str]:
    """The same with the last day of each."""
    rows = connection.execute(
        "SELECT milestone.petition, link.earlier, on_day FROM milestone LEFT JOIN link ON link.petition = milestone.petition "
        f"AND {was_repeat()} WHERE event = 'resolved' AND on_day BETWEEN :first AND :day "
        "ORDER BY on_day",
        {"first": first, "day": last},
    )
    return {petition: on for *same, on in rows for petition in same if petition is not None}
