"""The backlog 积案 at the end of two days: which petitions, why, and who had them.

A petition is in it that was open and overdue, or open and old, or had ended and come again. Overdue and old are quickly
told by the indexes, and of most also that they were open and with whom, being so still; only the rest is looked up
(open_then.py). What is neither open still nor found there had ended.

At a million petitions each set here holds hundreds of thousands: as few as will do are made, and none is copied twice.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from ...core.backlog import NO_IDS, Holder, Ids, Stock
from ...core.projected import ID_PER_YEAR
from .coming_back import CameAgain, came_again, repeats
from .open_then import LATER, moved, open_still, open_then
from .two_days import Both, TwoDays, ids_of_both

# What was owed by the end of either day and is owed still, of which there is most: nothing more to ask of the end.
_OWED_STILL = "deadline WHERE status = 'running' AND legal_due < :end AND since <= :end"
# What may have been owed then, and was met too late or became another limit since.
_OWED_ONCE = """
deadline WHERE status IN ('late', 'superseded') AND legal_due < :end AND since <= :end
AND (until IS NULL OR until > :begin) AND (ended_on IS NULL OR ended_on > :begin)
"""
# Of these, which were overdue at the end of :begin, and which at the end of :end: what is left of `was_overdue` to ask.
_AT_BEGIN = "(legal_due < :begin AND since <= :begin)"
_AT_END = "((until IS NULL OR until > :end) AND (ended_on IS NULL OR ended_on > :end))"


class _Seen(NamedTuple):
    """What the indexes tell of the end of one day.

    overdue, old: what is, if it was open. had: of what is open still, who had it then. unknown: those of the overdue and
    old ones of which that does not say whether they were open.
    """

    overdue: Ids
    old: Ids
    stuck: set[int]
    """Both together, to become the stock."""
    had: Mapping[Holder, Ids]
    unknown: Ids


def stocks(connection: sqlite3.Connection, begin: date, end: date, *, today: date, months: int) -> tuple[Stock, Stock]:
    """The backlog at the end of both days: overdue, come again within so many months, or open so many months after it was
    received."""
    days = TwoDays(begin, end, today, months)
    windows = days.windows
    overdue = _overdue(connection, days)
    still = open_still(connection, days)
    since_moved = moved(connection, days, NO_IDS.union(*still.unknown(overdue)), received_by=windows.end)
    old = _old(connection, since_moved, still.ids, windows)
    stuck = Both(_together(overdue.begin, old.begin), _together(overdue.end, old.end))
    unknown = still.unknown(stuck)
    found = open_then(connection, days, NO_IDS.union(*unknown) & since_moved)
    again = repeats(connection, after=windows.begin, until=end)
    return (
        _stock(
            _Seen(overdue.begin, old.begin, stuck.begin, still.had.begin, unknown.begin),
            found.begin,
            came_again(connection, again, after=windows.begin, on=begin),
        ),
        _stock(
            _Seen(overdue.end, old.end, stuck.end, still.had.end, unknown.end),
            found.end,
            came_again(connection, again, after=windows.end, on=end),
        ),
    )


def _overdue(connection: sqlite3.Connection, days: TwoDays) -> Both[Ids]:
    """What was owed at the end of either day after its last lawful day, open or not."""
    still = ids_of_both(connection, _OWED_STILL, Both(_AT_BEGIN, "true"), days.values)
    once = ids_of_both(connection, _OWED_ONCE, Both(_AT_BEGIN, _AT_END), days.values)
    return Both(still.begin | once.begin, still.end | once.end)


def _old(connection: sqlite3.Connection, one: Ids, other: Ids, windows: Both[date]) -> Both[Ids]:
    """Those of the petitions, of either set, that were received by each of the windows' days.

    No petition is numbered in a year before it is received: what was numbered before a day's year was; of what was numbered
    after it only that whose number is of a later year than its receipt. The others are looked up.
    """
    first, beyond = windows.begin.year * ID_PER_YEAR, (windows.end.year + 1) * ID_PER_YEAR
    either = one | other
    perhaps = {each for each in either if each >= first}
    surely = either - perhaps
    asked = (
        "SELECT petition.id, received_on FROM json_each(:ids) AS asked CROSS JOIN petition ON petition.id = asked.value"
    )
    later = f"SELECT id, received_on FROM {LATER} AND received_on <= :end"
    received = ids_of_both(
        connection,
        f"(SELECT id AS petition, received_on FROM ({asked} WHERE received_on <= :end UNION {later}))",
        Both("received_on <= :begin", "true"),
        {
            "ids": json.dumps([each for each in perhaps if each < beyond]),
            "begin": windows.begin.isoformat(),
            "end": windows.end.isoformat(),
        },
    )
    return Both(surely | (received.begin & perhaps), surely | (received.end & perhaps))


def _together(overdue: Ids, old: Ids) -> set[int]:
    stuck = set(overdue)
    stuck |= old
    return stuck


def _stock(seen: _Seen, found: Mapping[Holder, Ids], again: Mapping[int, CameAgain]) -> Stock:
    """found: who had what, of what was looked up. again: what had ended by then and came again."""
    looked_up = {holder: ids & seen.unknown for holder, ids in found.items()}
    ended = seen.unknown - NO_IDS.union(*looked_up.values())
    stuck = seen.stuck
    stuck -= ended
    held = {holder: stuck & ids for holder, ids in seen.had.items()}
    for holder, ids in looked_up.items():
        held.setdefault(holder, set()).update(ids)
    for petition, (holder, _) in again.items():
        held.setdefault(holder, set()).add(petition)
    stuck.update(again)
    # What had ended is not overdue, whatever is still owed about it: an answer to a supervision, say.
    over = ended & again.keys()
    return Stock(
        stuck,
        held,
        _without(seen.overdue, over),
        _without(seen.old, over),
        {petition: each.last_on for petition, each in again.items()},
    )


def _without(ids: Ids, some: Ids) -> Ids:
    """Not copied where there are none of them, which is nearly always."""
    return ids - some if some else ids
