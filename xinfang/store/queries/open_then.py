"""Which petitions were open at the end of two days, and who had them.

To ask that of the spells of each would take long. But most of them are open to this day with whoever had them then
(`open_still`), and of the others only those can have been open that have ended or gone to somebody else since (`moved`).
Theirs are the only spells to be looked up (`open_then`).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from ...core.backlog import NO_IDS, Holder, Ids
from ...core.projected import ID_PER_YEAR
from ...core.terms import ENDED
from ..schema import NUMBERED_LATER, OPEN_NOW
from .phrases import ended, stood
from .two_days import Both, TwoDays, ids_of, ids_where

LATER = f"petition INDEXED BY petition_later WHERE {NUMBERED_LATER}"
"""The petitions whose number is of a later year than their receipt: few, and all others are as old as their numbers."""


class OpenStill(NamedTuple):
    """What is open now and has been with whom it is since the end of one of the days.

    had: at the end of either day, by who had it. ids: all of it. came: of these, what came to them between the days.
    """

    had: Both[Mapping[Holder, Ids]]
    ids: Ids
    came: Ids

    def unknown(self, asked: Both[Ids]) -> Both[Ids]:
        """Those of the petitions asked about of which this does not say that they were open, and with whom."""
        # Not `ids - came`, the petitions of the first day: a copy of the largest set there is.
        return Both((asked.begin - self.ids) | (asked.begin & self.came), asked.end - self.ids)


def open_still(connection: sqlite3.Connection, days: TwoDays) -> OpenStill:
    """What is open now, by the index of that: it is as long as the stock, and not as the file."""
    rows = connection.execute(
        f"SELECT unit, state, {ids_where('since <= :begin')}, {ids_where('since > :begin AND since <= :end')} "
        f"FROM spell INDEXED BY spell_open WHERE {OPEN_NOW} GROUP BY unit, state",
        days.values,
    )
    had = Both[dict[Holder, frozenset[int]]]({}, {})
    came: set[int] = set()
    for unit, state, since_begin, since_between in rows:
        holder, between = Holder(unit, state), json.loads(since_between)
        had.begin[holder] = ids_of(since_begin)
        had.end[holder] = had.begin[holder].union(between)
        came.update(between)
    return OpenStill(had, NO_IDS.union(*had.end.values()), came)


def moved(connection: sqlite3.Connection, days: TwoDays, ids: Ids, received_by: date) -> Ids:
    """What ended or went to somebody else after the first day, so that it may have been open at the end of one of them.

    Looked for among `ids` and among what may have been received by that day: nothing else is asked about.
    """
    over = f"milestone WHERE {ended()} AND on_day > :begin AND on_day <= :today"
    passed_on = f"spell INDEXED BY spell_open WHERE {OPEN_NOW} AND since > :begin"
    asked = (
        "(petition < :beyond OR petition IN (SELECT value FROM json_each(:ids)) "
        f"OR petition IN (SELECT id FROM {LATER} AND received_on <= :received_by))"
    )
    values = {
        **days.values,
        "received_by": received_by.isoformat(),
        "beyond": (received_by.year + 1) * ID_PER_YEAR,
        "ids": json.dumps([*ids]),
    }
    found = [
        ids_of(*connection.execute(f"SELECT json_group_array(petition) FROM {each} AND {asked}", values).fetchone())
        for each in (over, passed_on)
    ]
    return NO_IDS.union(*found)


def open_then(connection: sqlite3.Connection, days: TwoDays, ids: Ids) -> Both[Mapping[Holder, Ids]]:
    """Those of the petitions that were open at the end of either day, by who had them then and has them no more."""
    at = Both(stood("spell", ":begin"), stood("spell", ":end"))
    rows = connection.execute(
        f"SELECT unit, state, {ids_where(at.begin)}, {ids_where(at.end)} FROM json_each(:ids) AS asked CROSS JOIN spell "
        "ON spell.petition = asked.value AND since <= :end AND until > :begin GROUP BY unit, state",
        {**days.values, "ids": json.dumps(sorted(ids))},
    )
    had = Both[dict[Holder, Ids]]({}, {})
    for unit, state, at_begin, at_end in rows:
        if state not in ENDED:
            had.begin[Holder(unit, state)] = ids_of(at_begin)
            had.end[Holder(unit, state)] = ids_of(at_end)
    return had
