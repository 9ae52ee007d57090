"""The backlog 积案 at the end of a day, and what the ledger says about each of its petitions.

What is overdue goes by the index of running limits; what came again by the links of petitions numbered since the watch
began; what is old by the petitions open now and those that ended since the day: none looks at every petition.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator
from datetime import date

from ...core.backlog import Care, Sponsor, Stock, Stuck, StuckCase
from ...core.case import ENDINGS
from ...core.period import months_on
from ...core.projected import ID_PER_YEAR
from ...core.remedies import REMANDING, ReviewOutcome
from ...core.terms import ENDED, State
from .deadlines import NAMES

_ENDED = ", ".join(repr(state.value) for state in sorted(ENDED))
_ANSWERED_AND_OVER = ", ".join(repr(state.value) for state in (State.CLOSED, State.CONCLUDED))
_ENDINGS = ", ".join(repr(name) for name in sorted(ENDINGS))
_SET_RIGHT = ", ".join(repr(each.value) for each in sorted({*REMANDING, ReviewOutcome.CHANGE}))


def _stood(table: str, day: str = ":day") -> str:
    return f"{table}.since <= {day} AND ({table}.until IS NULL OR {table}.until > {day})"


_OPEN = f"JOIN spell ON spell.petition = {{}} AND {_stood('spell')} AND spell.state NOT IN ({_ENDED})"
_OVERDUE = f"""
SELECT deadline.petition, spell.unit, min(legal_due) FROM deadline {_OPEN.format("deadline.petition")}
WHERE status IN ({{statuses}}) AND legal_due < :day AND {_stood("deadline")} AND (ended_on IS NULL OR ended_on > :day)
GROUP BY 1, 2
"""
# The number's year is that of the registration, never before the year of receipt: older links need not be looked at.
_CAME_AGAIN = f"""
SELECT link.earlier, spell.unit, later.received_on FROM link
JOIN petition AS later ON later.id = link.petition
JOIN spell ON spell.petition = link.earlier AND {_stood("spell")} AND spell.state IN ({_ANSWERED_AND_OVER})
JOIN spell AS before ON before.petition = link.earlier AND {_stood("before", "later.received_on")}
    AND before.state IN ({_ANSWERED_AND_OVER})
WHERE link.petition >= :numbered_since AND link.relation = 'repeat' AND {_stood("link")}
AND later.received_on > :window AND later.received_on <= :day AND later.state <> 'void'
"""


def stock(connection: sqlite3.Connection, *, day: date, today: date, months: int) -> Stock:
    """Every petition of the backlog at the end of that day: overdue, came again within so many months, or so many old."""
    window = months_on(day, -months)
    values = {
        "day": day.isoformat(),
        "today": today.isoformat(),
        "window": window.isoformat(),
        "numbered_since": window.year * ID_PER_YEAR,
    }
    statuses = "'running'" if day >= today else "'running', 'late', 'superseded'"
    found: dict[int, Stuck] = {}
    for petition, unit, due in connection.execute(_OVERDUE.format(statuses=statuses), values):
        found[petition] = Stuck(unit, overdue_since=due)
    for petition, unit in _old(connection, values, past=day < today):
        found[petition] = found.get(petition, Stuck(unit))._replace(old=True)
    for petition, (unit, on) in _came_again(connection, values).items():
        found[petition] = found.get(petition, Stuck(unit))._replace(came_again_on=on)
    return found


def _old(connection: sqlite3.Connection, values: dict[str, object], *, past: bool) -> Iterator[tuple[int, str]]:
    """Those open at the end of the day are open now, or have ended since."""
    asked = {"day": values["day"], "window": values["window"]}
    yield from connection.execute(
        f"SELECT petition.id, spell.unit FROM petition INDEXED BY petition_open {_OPEN.format('petition.id')} "
        "WHERE petition.is_open = 1 AND petition.received_on <= :window",
        asked,
    )
    if past:
        yield from connection.execute(
            f"SELECT petition.id, spell.unit FROM (SELECT DISTINCT petition FROM milestone WHERE event IN ({_ENDINGS}) "
            "AND on_day > :day AND on_day <= :today) AS ended CROSS JOIN petition ON petition.id = ended.petition "
            f"{_OPEN.format('petition.id')} WHERE petition.is_open = 0 AND petition.received_on <= :window",
            {**asked, "today": values["today"]},
        )


def _came_again(connection: sqlite3.Connection, values: dict[str, object]) -> dict[int, tuple[str, str]]:
    """Unit and the last day it came again, unless the matter was resolved 化解 on that day or since."""
    settled = _resolved(connection, str(values["window"]), str(values["day"]))
    last: dict[int, tuple[str, str]] = {}
    for petition, unit, on in connection.execute(_CAME_AGAIN, values):
        last[petition] = max(last.get(petition, (unit, "")), (unit, on))
    return {petition: (unit, on) for petition, (unit, on) in last.items() if settled.get(petition, "") < on}


def cases(connection: sqlite3.Connection, ids: Collection[int], *, day: date) -> Iterator[StuckCase]:
    """Those petitions as they stood at the end of the day, in order of numbers."""
    sql = f"""
    SELECT petition.id, petition.number, petition.received_on, petition.title, coalesce(petitioner.name, ''), {NAMES},
        petition.is_restricted, petition.is_confidential, spell.state, spell.unit, spell.officer,
        found.matter, found.answer, found.on_day, found.by_day,
        (SELECT min(by_day) FROM oversight WHERE oversight.petition = petition.id AND kind = 'supervised'
            AND on_day <= :day AND (closed_on IS NULL OR closed_on > :day)),
        (SELECT min(legal_due) FROM deadline WHERE deadline.petition = petition.id AND duty = 'carry-out'
            AND {_stood("deadline")} AND (ended_on IS NULL OR ended_on > :day))
    FROM (SELECT value AS id FROM json_each(:ids)) AS asked CROSS JOIN petition ON petition.id = asked.id
    JOIN spell ON spell.petition = petition.id AND {_stood("spell")}
    LEFT JOIN petitioner ON petitioner.petition = petition.id AND petitioner.position = 1
    LEFT JOIN oversight AS found ON found.petition = petition.id AND found.kind = 'diagnosed' AND found.part = (
        SELECT part FROM oversight WHERE oversight.petition = petition.id AND kind = 'diagnosed' AND on_day <= :day
        ORDER BY on_day DESC, part DESC LIMIT 1)
    """
    values = {"ids": json.dumps(sorted(ids)), "day": day.isoformat()}
    yield from (StuckCase(*row) for row in connection.execute(sql, values))


def care(connection: sqlite3.Connection, *, day: date) -> Care:
    """What was set right, who was assisted and who sponsors: of all petitions, as these acts are few."""
    corrected = _last_days(
        connection,
        f"event IN ('remanded', 'reviewed', 'rechecked') AND (event = 'remanded' OR value IN ({_SET_RIGHT}))",
        day,
    )
    assisted = _last_days(connection, "event IN ('assisted', 'cared') AND (event = 'assisted' OR value = 'help')", day)
    return Care(corrected, assisted, _sponsors(connection, day))


def _last_days(connection: sqlite3.Connection, which: str, day: date) -> dict[int, str]:
    rows = connection.execute(
        f"SELECT petition, max(on_day) FROM milestone WHERE {which} AND on_day <= :day GROUP BY petition",
        {"day": day.isoformat()},
    )
    return dict(rows)


def _sponsors(connection: sqlite3.Connection, day: date) -> dict[int, Sponsor]:
    """The leader who had it in his care at the end of the day; visits and result are those since he took it over."""
    found: dict[int, Sponsor] = {}
    for petition, event, on, leader in connection.execute(
        "SELECT petition, event, on_day, value FROM milestone WHERE event IN ('sponsored', 'sponsor-reported', "
        "'sponsor-visited') AND on_day <= :day ORDER BY petition, on_day, nth",
        {"day": day.isoformat()},
    ):
        held = found.get(petition)
        if event == "sponsored":
            found[petition] = Sponsor(leader, on)
        elif held and event == "sponsor-visited":
            found[petition] = held._replace(visits=held.visits + 1)
        elif held:
            found[petition] = held._replace(reported_on=on)
    return found


def standing(connection: sqlite3.Connection, ids: Collection[int], *, day: date) -> dict[int, tuple[str, str, str]]:
    """Number, state and unit of those petitions at the end of the day."""
    rows = connection.execute(
        "SELECT petition.id, petition.number, spell.state, spell.unit FROM json_each(:ids) AS asked "
        f"CROSS JOIN petition ON petition.id = asked.value JOIN spell ON spell.petition = petition.id AND {_stood('spell')}",
        {"ids": json.dumps(sorted(ids)), "day": day.isoformat()},
    )
    return {petition: (number, state, unit) for petition, number, state, unit in rows}


def resolved(connection: sqlite3.Connection, first: date, last: date) -> frozenset[int]:
    """Petitions resolved 化解 in those days, and those that one of these repeats: the matter is the same."""
    return frozenset(_resolved(connection, first.isoformat(), last.isoformat()))


def _resolved(connection: sqlite3.Connection, first: str, last: str) -> dict[int, str]:
    """The same with the last day of each."""
    rows = connection.execute(
        "SELECT milestone.petition, link.earlier, on_day FROM milestone LEFT JOIN link ON link.petition = milestone.petition "
        f"AND link.relation = 'repeat' AND {_stood('link')} WHERE event = 'resolved' AND on_day BETWEEN :first AND :day "
        "ORDER BY on_day",
        {"first": first, "day": last},
    )
    return {petition: on for *same, on in rows for petition in same if petition is not None}
