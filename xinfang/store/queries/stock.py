"""The backlog 积案 at the end of a day: which petitions, why, and who had them.

What is overdue goes by the index of running limits, who has it by that of open petitions, what came again by the links
of petitions numbered since the watch began: each as long as its answer. Ids are fetched as one JSON list for a group:
making a Python row of each would cost more than finding them.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from ...core.backlog import NOBODY, Holder, Ids, Stock
from ...core.case import ENDINGS
from ...core.period import months_on
from ...core.projected import ID_PER_YEAR
from ...core.terms import ENDED, State
from ..schema import NUMBERED_LATER, OPEN_NOW
from .phrases import quoted, stood, was_repeat

_ANSWERED_AND_OVER = quoted((State.CLOSED, State.CONCLUDED))
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
_LATER = f"petition INDEXED BY petition_later WHERE {NUMBERED_LATER}"
# The number's year is that of the registration, never before the year of receipt: older links need not be looked at.
_CAME_AGAIN = f"""
SELECT link.earlier, later.received_on, link.since, coalesce(link.until, '9999') FROM link
CROSS JOIN petition AS later ON later.id = link.petition
JOIN spell AS before ON before.petition = link.earlier AND {stood("before", "later.received_on")}
    AND before.state IN ({_ANSWERED_AND_OVER})
WHERE link.petition >= :numbered_since AND link.relation = 'repeat'
AND later.received_on > :window AND later.received_on <= :end AND later.state <> 'void' ORDER BY later.received_on
"""


class _Repeat(NamedTuple):
    """Somebody raised once more what had ended. since, until: of the link that says so. Days are ISO text."""

    earlier: int
    received_on: str
    since: str
    until: str


class _Seen(NamedTuple):
    """What the indexes tell of the end of one day. overdue, old: what may be, if it was open then; stuck: both, to become
    the stock. unmoved: what surely was open, with those who had it; unsure: what of `stuck` is not known to have been."""

    day: date
    window: date
    overdue: Ids
    old: Ids
    stuck: set[int]
    unmoved: Mapping[Holder, Ids]
    unsure: Ids


def stocks(connection: sqlite3.Connection, begin: date, end: date, *, today: date, months: int) -> tuple[Stock, Stock]:
    """The backlog at the end of both days: overdue, come again within so many months, or open so many months after it was
    received. Found together, for most of it is the same."""
    windows = months_on(begin, -months), months_on(end, -months)
    days = {"begin": begin.isoformat(), "end": end.isoformat(), "today": today.isoformat()}
    overdue = _overdue(connection, days)
    unmoved, came = _unmoved(connection, days)
    still_open = NOBODY.union(*unmoved[1].values())
    doubtful = [_doubtful(overdue[0], still_open, came), _doubtful(overdue[1], still_open, NOBODY)]
    moved = _moved(connection, windows[1], doubtful[0] | doubtful[1], days)
    old = _received_by(connection, moved, still_open, windows)
    stuck = [set(ids) for ids in overdue]
    for ids, more in zip(stuck, old, strict=True):
        ids |= more
    unsure = _doubtful(stuck[0], still_open, came), _doubtful(stuck[1], still_open, NOBODY)
    seen = [_Seen(*each) for each in zip((begin, end), windows, overdue, old, stuck, unmoved, unsure, strict=True)]
    others = _open_then(connection, (unsure[0] | unsure[1]) & moved, days)
    again = _came_again(connection, windows[0], days)
    first, second = (_stock(connection, at, had, again) for at, had in zip(seen, others, strict=True))
    return first, second


def _doubtful(ids: Ids, still_open: Ids, came: Ids) -> Ids:
    """What is not known to have been open and with whom it is: it is not open still, or came to them since."""
    return (ids - still_open) | (ids & came)


def _stock(
    connection: sqlite3.Connection, seen: _Seen, others: Mapping[Holder, Ids], repeats: Sequence[_Repeat]
) -> Stock:
    """others: who had what was open then of what was not known to be. repeats: of what had ended."""
    again = _still_over(connection, seen, repeats)
    more: defaultdict[Holder, set[int]] = defaultdict(set)
    for holder, ids in others.items():
        more[holder] |= ids & seen.unsure
    stuck, ended = seen.stuck, seen.unsure - NOBODY.union(*more.values())
    stuck -= ended
    for petition, (holder, _) in again.items():
        more[holder].add(petition)
    held = {holder: stuck & ids for holder, ids in seen.unmoved.items()}
    for holder, some in more.items():
        held.setdefault(holder, set()).update(some)
    stuck.update(again)
    came_again = {petition: on for petition, (_, on) in again.items()}
    # What had ended is not overdue, whatever is still owed about it: an answer to a supervision, say.
    over = ended & again.keys()
    return Stock(stuck, held, _but(seen.overdue, over), _but(seen.old, over), came_again)


def _but(ids: Ids, some: Ids) -> Ids:
    """Without those; not copied where there are none, which is nearly always."""
    return ids - some if some else ids


def _overdue(connection: sqlite3.Connection, days: Mapping[str, str]) -> tuple[Ids, Ids]:
    """What was owed at the end of :begin, and of :end, after its last lawful day."""
    still = _both(connection, _OWED_STILL, _AT_BEGIN, "true", days)
    once = _both(connection, _OWED_ONCE, _AT_BEGIN, _AT_END, days)
    return still[0] | once[0], still[1] | once[1]


def _moved(connection: sqlite3.Connection, window: date, overdue: Ids, days: Mapping[str, str]) -> Ids:
    """What may have been open at the end of :begin or later, and has ended or been with somebody else since: of what may
    have been received by `window`, and of `overdue`."""
    ended = f"milestone WHERE event IN ({quoted(ENDINGS)}) AND on_day > :begin AND on_day <= :today"
    passed_on = f"spell INDEXED BY spell_open WHERE {OPEN_NOW} AND since > :begin"
    asked = (
        "(petition < :beyond OR petition IN (SELECT value FROM json_each(:overdue)) "
        f"OR petition IN (SELECT id FROM {_LATER} AND received_on <= :window))"
    )
    values = {
        "window": window.isoformat(),
        "beyond": (window.year + 1) * ID_PER_YEAR,
        "overdue": json.dumps([*overdue]),
    }
    return frozenset().union(
        *(_ids(connection, f"{each} AND {asked}", {**days, **values}) for each in (ended, passed_on))
    )


def _unmoved(
    connection: sqlite3.Connection, days: Mapping[str, str]
) -> tuple[tuple[Mapping[Holder, Ids], Mapping[Holder, Ids]], Ids]:
    """Who had what is still open with them and has stood so since :begin, since :end; and what came to them between."""
    rows = connection.execute(
        f"SELECT unit, state, {_ids_where('since <= :begin')}, {_ids_where('since > :begin AND since <= :end')} "
        f"FROM spell INDEXED BY spell_open WHERE {OPEN_NOW} GROUP BY unit, state",
        days,
    )
    at_begin, at_end, came = {}, {}, set[int]()
    for unit, state, first, later in rows:
        since = json.loads(later)
        at_begin[Holder(unit, state)] = frozenset(json.loads(first))
        at_end[Holder(unit, state)] = at_begin[Holder(unit, state)].union(since)
        came.update(since)
    return (at_begin, at_end), came


def _both(
    connection: sqlite3.Connection, what: str, first: str, second: str, values: Mapping[str, str]
) -> tuple[Ids, Ids]:
    """Of those rows the petitions that answer to the first condition, and those that answer to the second."""
    parts = (f"{first} AND {second}", f"{first} AND NOT ({second})", f"{second} AND NOT ({first})")
    found = connection.execute(f"SELECT {', '.join(map(_ids_where, parts))} FROM {what}", values).fetchone()
    both, only_first, only_second = (frozenset(json.loads(ids)) for ids in found)
    return both | only_first, both | only_second


def _ids_where(condition: str) -> str:
    return f"json_group_array(petition) FILTER (WHERE {condition})"


def _ids(connection: sqlite3.Connection, what: str, values: Mapping[str, Any]) -> frozenset[int]:
    (found,) = connection.execute(f"SELECT json_group_array(petition) FROM {what}", values).fetchone()
    return frozenset(json.loads(found))


def _received_by(
    connection: sqlite3.Connection, moved: Ids, still_open: Ids, windows: tuple[date, date]
) -> tuple[Ids, Ids]:
    """Those of the petitions, of either set, that were received by each of the two days.

    No petition is numbered in a year before it is received: what was numbered before a day's year was; of what was numbered
    after it only that whose number is of a later year than its receipt. The others are looked up.
    """
    first, beyond = windows[0].year * ID_PER_YEAR, (windows[1].year + 1) * ID_PER_YEAR
    either = moved | still_open
    perhaps = {each for each in either if each >= first}
    surely = either - perhaps
    values = {"ids": json.dumps([each for each in perhaps if each < beyond])}
    values |= {"begin": windows[0].isoformat(), "end": windows[1].isoformat()}
    asked = (
        "SELECT petition.id, received_on FROM json_each(:ids) AS asked CROSS JOIN petition ON petition.id = asked.value"
    )
    later = f"SELECT id, received_on FROM {_LATER} AND received_on <= :end"
    rows = f"({asked} WHERE received_on <= :end UNION {later})"
    by_begin, by_end = _both(
        connection, f"(SELECT id AS petition, received_on FROM {rows})", "received_on <= :begin", "true", values
    )
    return surely | (by_begin & perhaps), surely | (by_end & perhaps)


def _open_then(
    connection: sqlite3.Connection, ids: Ids, days: Mapping[str, str]
) -> tuple[dict[Holder, Ids], dict[Holder, Ids]]:
    """Those of the petitions that were open at the end of :begin and of :end, by who had them: not who has them still."""
    at_begin, at_end = stood("spell", ":begin"), stood("spell", ":end")
    rows = connection.execute(
        f"SELECT unit, state, {_ids_where(at_begin)}, {_ids_where(at_end)} FROM json_each(:ids) AS asked CROSS JOIN spell "
        "ON spell.petition = asked.value AND since <= :end AND until > :begin GROUP BY unit, state",
        {**days, "ids": json.dumps(sorted(ids))},
    )
    found: tuple[dict[Holder, Ids], dict[Holder, Ids]] = ({}, {})
    for unit, state, *then in rows:
        if state not in ENDED:
            for at, some in zip(found, then, strict=True):
                at[Holder(unit, state)] = frozenset(json.loads(some))
    return found


def _came_again(connection: sqlite3.Connection, window: date, days: Mapping[str, str]) -> list[_Repeat]:
    """What was raised again, when it had ended, after the first window began; by the day of receipt."""
    values = {"end": days["end"], "window": window.isoformat(), "numbered_since": window.year * ID_PER_YEAR}
    return [_Repeat(*row) for row in connection.execute(_CAME_AGAIN, values)]


def _still_over(
    connection: sqlite3.Connection, seen: _Seen, repeats: Sequence[_Repeat]
) -> dict[int, tuple[Holder, str]]:
    """What had come again within the window and was over all the same at the end of the day: who had it, and the last time.

    Not where the matter was resolved 化解 on the day of the last time or since.
    """
    day, window = seen.day.isoformat(), seen.window.isoformat()
    last = {
        each.earlier: each.received_on
        for each in repeats
        if window < each.received_on <= day and each.since <= day < each.until
    }
    settled = _resolved(connection, window, day)
    values = {"ids": json.dumps(sorted(each for each, on in last.items() if settled.get(each, "") < on)), "day": day}
    rows = connection.execute(
        "SELECT spell.petition, unit, state FROM json_each(:ids) AS asked CROSS JOIN spell "
        f"ON spell.petition = asked.value AND {stood('spell')} AND state IN ({_ANSWERED_AND_OVER})",
        values,
    )
    return {petition: (Holder(unit, state), last[petition]) for petition, unit, state in rows}


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
