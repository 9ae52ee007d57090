"""The backlog 积案 at the end of a day, and what the ledger says about each of its petitions.

What is overdue goes by the index of running limits; what came again by the links of petitions numbered since the watch
began; what is old by the petitions open now and those that ended since the day: none looks at every petition.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from ...core.backlog import Diagnosis, Known, Sponsor, Stock, Stuck, StuckCase
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


_OVERDUE = f"""
SELECT deadline.petition, spell.unit, spell.state, legal_due FROM deadline
JOIN spell ON spell.petition = deadline.petition AND {_stood("spell")} AND spell.state NOT IN ({_ENDED})
WHERE status IN ({{statuses}}) AND legal_due < :day AND {_stood("deadline")} AND (ended_on IS NULL OR ended_on > :day)
ORDER BY legal_due DESC
"""
# The number's year is that of the registration, never before the year of receipt: older links need not be looked at.
_CAME_AGAIN = f"""
SELECT link.earlier, spell.unit, spell.state, later.received_on FROM link
CROSS JOIN petition AS later ON later.id = link.petition
JOIN spell ON spell.petition = link.earlier AND {_stood("spell")} AND spell.state IN ({_ANSWERED_AND_OVER})
JOIN spell AS before ON before.petition = link.earlier AND {_stood("before", "later.received_on")}
    AND before.state IN ({_ANSWERED_AND_OVER})
WHERE link.petition >= :numbered_since AND link.relation = 'repeat' AND {_stood("link")}
AND later.received_on > :window AND later.received_on <= :day AND later.state <> 'void'
"""


def stocks(connection: sqlite3.Connection, days: Sequence[date], *, today: date, months: int) -> list[Stock]:
    """The backlog at the end of each of those days, the first of them first.

    Overdue, come again within so many months, or open so many months after it was received.
    """
    perhaps = _perhaps_open(connection, days[0], today)
    return [_stock(connection, day, today, months_on(day, -months), perhaps) for day in days]


def _perhaps_open(connection: sqlite3.Connection, day: date, today: date) -> frozenset[int]:
    """Petitions that may have been open at the end of `day` or since: they are open now, or have ended since."""
    rows = connection.execute(
        "SELECT id FROM petition INDEXED BY petition_open WHERE is_open = 1 UNION ALL "
        f"SELECT petition FROM milestone WHERE event IN ({_ENDINGS}) AND on_day > ? AND on_day <= ?",
        (day.isoformat(), today.isoformat()),
    )
    return frozenset(petition for (petition,) in rows)


def _stock(
    connection: sqlite3.Connection, day: date, today: date, window: date, perhaps: Collection[int]
) -> dict[int, Stuck]:
    values = {
        "day": day.isoformat(),
        "window": window.isoformat(),
        "numbered_since": window.year * ID_PER_YEAR,
    }
    statuses = "'running'" if day >= today else "'running', 'late', 'superseded'"
    # The oldest duty of a petition comes last and stays. Numbered before the window's year, it was received before it too.
    found = {
        petition: Stuck(unit, state, due, old=petition < values["numbered_since"])
        for petition, unit, state, due in connection.execute(_OVERDUE.format(statuses=statuses), values)
    }
    doubtful = [petition for petition in found if petition >= values["numbered_since"]]
    for petition in _received_by(connection, doubtful, window):
        found[petition] = found[petition]._replace(old=True)
    others = _received_by(connection, [each for each in perhaps if each not in found], window)
    for petition, (_, state, unit) in standing(connection, others, day=day).items():
        if state not in ENDED:
            found[petition] = Stuck(unit, state, old=True)
    found |= _came_again(connection, values)
    return found


def _received_by(connection: sqlite3.Connection, ids: Collection[int], window: date) -> list[int]:
    """Those of the petitions that were received by that day."""
    rows = connection.execute(
        "SELECT petition.id FROM json_each(?) AS asked CROSS JOIN petition ON petition.id = asked.value "
        "WHERE received_on <= ?",
        (json.dumps(sorted(ids)), window.isoformat()),
    )
    return [petition for (petition,) in rows]


def _came_again(connection: sqlite3.Connection, values: Mapping[str, object]) -> dict[int, Stuck]:
    """What came again after its end, unless the matter was resolved 化解 on the day of the last time or since."""
    settled = _resolved(connection, str(values["window"]), str(values["day"]))
    last: dict[int, Stuck] = {}
    for petition, unit, state, on in connection.execute(_CAME_AGAIN, values):
        if petition not in last or last[petition].came_again_on < on:
            last[petition] = Stuck(unit, state, came_again_on=on)
    return {petition: stuck for petition, stuck in last.items() if settled.get(petition, "") < stuck.came_again_on}


def cases(connection: sqlite3.Connection, ids: Collection[int], *, day: date) -> list[StuckCase]:
    """What a list shows of those petitions, as of the end of the day, in order of numbers."""
    sql = f"""
    SELECT petition.id, petition.number, petition.received_on, petition.title, coalesce(petitioner.name, ''), {NAMES},
        petition.is_restricted, petition.is_confidential, spell.officer
    FROM json_each(:ids) AS asked CROSS JOIN petition ON petition.id = asked.value
    JOIN spell ON spell.petition = petition.id AND {_stood("spell")}
    LEFT JOIN petitioner ON petitioner.petition = petition.id AND petitioner.position = 1
    """
    values = {"ids": json.dumps(sorted(ids)), "day": day.isoformat()}
    return [StuckCase(*row) for row in connection.execute(sql, values)]


def known(connection: sqlite3.Connection, *, day: date) -> Known:
    """What was said and done by the end of the day about any petition: acts that are written down one by one, and few."""
    values = {"day": day.isoformat()}
    diagnoses = connection.execute(
        "SELECT petition, matter, answer, by_day FROM oversight WHERE kind = 'diagnosed' AND on_day <= :day "
        "ORDER BY on_day, part",
        values,
    )
    answer_by = connection.execute(
        "SELECT petition, min(by_day) FROM oversight WHERE kind = 'supervised' AND on_day <= :day "
        "AND (closed_on IS NULL OR closed_on > :day) GROUP BY petition",
        values,
    )
    carry_out_by = connection.execute(
        "SELECT petition, min(legal_due) FROM deadline WHERE duty = 'carry-out' AND legal_due IS NOT NULL "
        f"AND {_stood('deadline')} AND (ended_on IS NULL OR ended_on > :day) GROUP BY petition",
        values,
    )
    set_right = f"event IN ('remanded', 'reviewed', 'rechecked') AND (event = 'remanded' OR value IN ({_SET_RIGHT}))"
    return Known(
        diagnoses={petition: Diagnosis(*said) for petition, *said in diagnoses},
        corrected=_last_days(connection, set_right, values),
        carry_out_by=dict(carry_out_by.fetchall()),
        answer_by=dict(answer_by.fetchall()),
        assisted=_last_days(
            connection, "event IN ('assisted', 'cared') AND (event = 'assisted' OR value = 'help')", values
        ),
        sponsors=_sponsors(connection, values),
    )


def _last_days(connection: sqlite3.Connection, which: str, values: Mapping[str, object]) -> dict[int, str]:
    rows = connection.execute(
        f"SELECT petition, max(on_day) FROM milestone WHERE {which} AND on_day <= :day GROUP BY petition", values
    )
    return dict(rows.fetchall())


def _sponsors(connection: sqlite3.Connection, values: Mapping[str, object]) -> dict[int, Sponsor]:
    """The leader who had it in his care at the end of the day; visits and result are those since he took it over."""
    found: dict[int, Sponsor] = {}
    for petition, event, on, leader in connection.execute(
        "SELECT petition, event, on_day, value FROM milestone WHERE event IN ('sponsored', 'sponsor-reported', "
        "'sponsor-visited') AND on_day <= :day ORDER BY petition, on_day, nth",
        values,
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
