"""What the ledger says about petitions of the backlog 积案: how they stand, what was said and done about them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Mapping
from datetime import date

from ...core.backlog import Diagnosis, Known, SetRight, Sponsor, StuckCase
from ...core.remedies import REMANDING, ReviewOutcome
from .phrases import PEOPLE, quoted, stood, was_overdue, was_owed

_SET_RIGHT = quoted({*REMANDING, ReviewOutcome.CHANGE})


def cases(connection: sqlite3.Connection, ids: Collection[int], *, day: date) -> list[StuckCase]:
    """What a list shows of those petitions, as of the end of the day, in order of numbers."""
    sql = f"""
    SELECT petition.id, petition.number, petition.received_on, title, coalesce(petitioner.name, ''), {PEOPLE},
        petition.is_restricted, petition.is_confidential, spell.unit, spell.officer, spell.state,
        (SELECT min(legal_due) FROM deadline WHERE deadline.petition = petition.id
            AND status NOT IN ('right', 'window') AND {was_overdue()})
    FROM json_each(:ids) AS asked CROSS JOIN petition ON petition.id = asked.value
    JOIN content ON content.petition = petition.id
    JOIN spell ON spell.petition = petition.id AND {stood("spell")}
    LEFT JOIN petitioner ON petitioner.petition = petition.id AND petitioner.position = 1
    """
    values = {"ids": json.dumps(sorted(ids)), "day": day.isoformat()}
    return [StuckCase(*row) for row in connection.execute(sql, values)]


def known(connection: sqlite3.Connection, *, day: date) -> Known:
    """What was said and done by the end of the day about any petition: acts that are written down one by one, and few."""
    values = {"day": day.isoformat()}
    diagnoses = connection.execute(
        "SELECT petition, matter, text, by_day FROM oversight JOIN wording USING (petition, kind, part) "
        "WHERE kind = 'diagnosed' AND on_day <= :day ORDER BY on_day, part",
        values,
    )
    answer_by = connection.execute(
        "SELECT petition, min(by_day) FROM oversight WHERE kind = 'supervised' AND on_day <= :day "
        "AND (closed_on IS NULL OR closed_on > :day) GROUP BY petition",
        values,
    )
    carry_out_by = connection.execute(
        "SELECT petition, min(legal_due) FROM deadline WHERE duty = 'carry-out' AND legal_due IS NOT NULL "
        f"AND {was_owed()} GROUP BY petition",
        values,
    )
    return Known(
        diagnoses={petition: Diagnosis(*said) for petition, *said in diagnoses},
        corrected=_set_right(connection, values),
        carry_out_by=dict(carry_out_by.fetchall()),
        answer_by=dict(answer_by.fetchall()),
        assisted=_last_days(
            connection, "event IN ('assisted', 'cared') AND (event = 'assisted' OR value = 'help')", values
        ),
        sponsors=_sponsors(connection, values),
    )


def _set_right(connection: sqlite3.Connection, values: Mapping[str, object]) -> dict[int, SetRight]:
    """By the day of the decision; the days for a new answer run from the day it is served on."""
    decided = f"milestone WHERE event IN ('reviewed', 'rechecked') AND value IN ({_SET_RIGHT}) AND on_day <= :day"
    redo_by = dict(
        connection.execute(
            # By the petition, for these are few: the unary plus keeps the planner from going through all duties to reply.
            f"SELECT petition, min(legal_due) FROM deadline WHERE petition IN (SELECT petition FROM {decided}) "
            f"AND +duty = 'reply' AND name = 'reply-redo' AND legal_due IS NOT NULL AND {was_owed()} GROUP BY petition",
            values,
        ).fetchall()
    )
    rows = connection.execute(f"SELECT petition, on_day, event, value FROM {decided} ORDER BY on_day, nth", values)
    return {petition: SetRight(on, event, said, redo_by.get(petition)) for petition, on, event, said in rows}


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


def numbers(connection: sqlite3.Connection, ids: Collection[int]) -> dict[int, str]:
    """The numbers of those petitions."""
    asked = "json_each(:ids) AS asked CROSS JOIN petition ON petition.id = asked.value"
    rows = connection.execute(f"SELECT petition.id, number FROM {asked}", {"ids": json.dumps(sorted(ids))})
    return dict(rows.fetchall())


def states(connection: sqlite3.Connection, ids: Collection[int], *, day: date) -> dict[int, str]:
    """How those petitions stood at the end of the day."""
    rows = connection.execute(
        "SELECT spell.petition, spell.state FROM json_each(:ids) AS asked "
        f"CROSS JOIN spell ON spell.petition = asked.value AND {stood('spell')}",
        {"ids": json.dumps(sorted(ids)), "day": day.isoformat()},
    )
    return dict(rows.fetchall())
