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
from .links import STEPS_AT_MOST
from .phrases import quoted, stood, was_repeat

_ANSWERED_AND_OVER = quoted((State.CLOSED, State.CONCLUDED, State.LAPSED))
# The number's year is that of the registration, never before the year of receipt: older links need not be looked at.
# What was not over is of no use, but where a repeat hangs on a repeat: the first of the matter decides.
_CAME_AGAIN = f"""
WITH RECURSIVE back (petition, received_on, earlier, since, until, steps) AS (
    SELECT link.petition, later.received_on, link.earlier, link.since, coalesce(link.until, '9999'), 1
    FROM link CROSS JOIN petition AS later ON later.id = link.petition
    WHERE link.petition >= :numbered_since AND link.relation = 'repeat'
    AND later.received_on > :after AND later.received_on <= :until AND later.state <> 'void'
    UNION ALL
    SELECT back.petition, back.received_on, link.earlier, max(back.since, link.since),
        min(back.until, coalesce(link.until, '9999')), steps + 1
    FROM back CROSS JOIN link ON link.petition = back.earlier WHERE link.relation = 'repeat' AND steps < :at_most
)
SELECT back.petition, back.earlier, back.steps, back.received_on, back.since, back.until, before.petition IS NOT NULL
FROM back CROSS JOIN petition ON petition.id = back.earlier
LEFT JOIN spell AS before ON before.petition = back.earlier AND {stood("before", "back.received_on")}
    AND before.state IN ({_ANSWERED_AND_OVER})
WHERE back.since < back.until AND petition.state <> 'void' AND (steps > 1 OR before.petition IS NOT NULL)
ORDER BY back.received_on
"""


class Repeat(NamedTuple):
    """A petition raised once more what the earlier one was about, so many links (`steps`) back, which was over then or not.

    since, until: of the links that say so. Days are ISO text.
    """

    petition: int
    earlier: int
    steps: int
    received_on: str
    since: str
    until: str
    over: int


class CameAgain(NamedTuple):
    """Of a petition that had ended: who had it, and the last day on which it was raised again, ISO text."""

    holder: Holder
    last_on: str


def repeats(connection: sqlite3.Connection, *, after: date, until: date) -> list[Repeat]:
    """What was raised again after the one day, up to the other, by the day of receipt.

    It had ended by then, or stands further back in the matter, over or not.
    """
    values = {
        "after": after.isoformat(),
        "until": until.isoformat(),
        "numbered_since": after.year * ID_PER_YEAR,
        "at_most": STEPS_AT_MOST,
    }
    return [Repeat(*row) for row in connection.execute(_CAME_AGAIN, values)]


def came_again(
    connection: sqlite3.Connection, found: Sequence[Repeat], *, after: date, on: date
) -> dict[int, CameAgain]:
    """The petitions that had come again by the end of `on`, and after the other day, and were over all the same then.

    Of a matter the first petition, however its repeats are tied together. Not where the matter was resolved on the day
    of the last time or since.
    """
    first, day = after.isoformat(), on.isoformat()
    furthest: dict[int, Repeat] = {}
    for each in found:
        if first < each.received_on <= day and each.since <= day < each.until:
            known = furthest.get(each.petition)
            furthest[each.petition] = each if known is None or each.steps > known.steps else known
    # In the order of days: the last time is what stays.
    last = {each.earlier: each.received_on for each in furthest.values() if each.over}
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
        f"""
        WITH RECURSIVE settled (id, on_day) AS (
            SELECT petition, on_day FROM milestone WHERE event = 'resolved' AND on_day BETWEEN :first AND :day
            UNION
            SELECT link.earlier, on_day FROM settled CROSS JOIN link ON link.petition = settled.id WHERE {was_repeat()}
        )
        SELECT id, max(on_day) FROM settled GROUP BY id
        """,
        {"first": first, "day": last},
    )
    return dict(rows.fetchall())
