"""What is overdue, what falls due."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta

from ...core.lookups import DeadlineRow, Duties, PetitionDeadline
from ...core.projected import petition_id
from .phrases import PEOPLE, at_most, of_asked_unit, quoted, stood, was_open_duty, was_overdue_duty, was_owed

ROLLED_AT_MOST = 15
"""No row of rest days is longer: the last lawful day lies at most so many days after the nominal one."""
_ROW = f"""
SELECT petition.id, petition.number, title, coalesce(petitioner.name, ''), {PEOPLE}, spell.unit,
       spell.officer, deadline.name, deadline.label, deadline.article, started_on, nominal_due, legal_due,
       is_restricted, is_confidential
FROM deadline
JOIN petition ON petition.id = deadline.petition
JOIN content ON content.petition = deadline.petition
JOIN spell ON spell.petition = deadline.petition AND {stood("spell")}
LEFT JOIN petitioner ON petitioner.petition = deadline.petition AND position = 1
"""
_IN_ORDER = "legal_due, deadline.petition, deadline.name, deadline.nth"
"""One order whatever has happened since the day asked about: a petition may have several of one day."""


def overdue(connection: sqlite3.Connection, wanted: Duties, *, on: date, today: date) -> list[DeadlineRow]:
    """Duties still owed at the end of `on` whose last lawful day had passed, the oldest first."""
    were = was_overdue_duty(on, today) + _named(wanted)
    if wanted.limit is not None and not wanted.unit and on < today:
        # Statuses are not in one order of days: the index alone tells which come first, and only those are looked up.
        were = (
            "(deadline.petition, deadline.name, deadline.nth, deadline.since) IN "
            f"(SELECT petition, name, nth, since FROM deadline WHERE {were} ORDER BY {_IN_ORDER} LIMIT :limit)"
        )
    return _listed(connection, wanted, were, day=on)


def due(connection: sqlite3.Connection, wanted: Duties, *, on: date, today: date, until: date) -> list[DeadlineRow]:
    """Duties and rights still open at the end of `on`, not yet past, whose nominal day comes by `until`.

    A nominal day may already be past while the last lawful day, rolled past rest days, is not.
    """
    were = f"{was_open_duty(on, today, 'right')} AND legal_due BETWEEN :day AND :latest AND nominal_due <= :until"
    latest = until + timedelta(days=ROLLED_AT_MOST)
    return _listed(connection, wanted, were + _named(wanted), day=on, until=until, latest=latest)


def coming(connection: sqlite3.Connection, wanted: Duties, *, on: date, today: date, until: date) -> list[DeadlineRow]:
    """Duties open at the end of `on` whose last lawful day is `on`, `until` or between; rights are no duties."""
    were = f"{was_open_duty(on, today)} AND legal_due BETWEEN :day AND :until"
    return _listed(connection, wanted, were + _named(wanted), day=on, until=until)


def unverified(connection: sqlite3.Connection, *, on: date, until: date, unit: str = "") -> list[DeadlineRow]:
    """Open duties whose last lawful day cannot be known yet (未核) and whose nominal day, if known, comes by `until`."""
    sql = (
        f"{_ROW} WHERE deadline.status = 'running' AND legal_due IS NULL "
        f"AND (nominal_due IS NULL OR nominal_due <= :until) AND {was_owed()} AND {of_asked_unit()} "
        "ORDER BY nominal_due, deadline.petition, deadline.name, deadline.nth"
    )
    values = {"day": on.isoformat(), "until": until.isoformat(), "unit": unit}
    return [DeadlineRow(*row) for row in connection.execute(sql, values)]


def of_petition(connection: sqlite3.Connection, number: str, *, on: date) -> list[PetitionDeadline]:
    """Every time limit of one petition as it stood at the end of `on`, in the order in which they started."""
    rows = connection.execute(
        "SELECT name, label, article, status, started_on, nominal_due, legal_due, ended_on, met FROM deadline "
        f"WHERE petition = :petition AND {stood('deadline')} ORDER BY started_on, name, nth",
        {"petition": petition_id(number), "day": on.isoformat()},
    )
    return [PetitionDeadline(*row) for row in rows]


def touched_by(connection: sqlite3.Connection, first: date, last: date) -> list[str]:
    """Numbers of the petitions with a deadline that days off between `first` and `last` can move."""
    rows = connection.execute(
        "SELECT DISTINCT petition.number FROM deadline JOIN petition ON petition.id = deadline.petition "
        "WHERE started_on <= :last AND (legal_due IS NULL OR legal_due >= :first OR nominal_due >= :first) "
        "ORDER BY petition.id",
        {"first": first.isoformat(), "last": last.isoformat()},
    )
    return [number for (number,) in rows]


def _named(wanted: Duties) -> str:
    """Of these limits only; of all but those."""
    return "".join(
        f" AND deadline.name {word} ({quoted(names)})"
        for word, names in (("IN", wanted.only), ("NOT IN", wanted.but))
        if names
    )


def _listed(connection: sqlite3.Connection, wanted: Duties, were: str, **days: date) -> list[DeadlineRow]:
    """What answers to `were`, by last lawful days. days: its named parameters."""
    sql = f"{_ROW} WHERE {were} AND {of_asked_unit()} ORDER BY {_IN_ORDER} LIMIT :limit"
    values = {name: day.isoformat() for name, day in days.items()}
    rows = connection.execute(sql, {**values, "unit": wanted.unit, "limit": at_most(wanted.limit)})
    return [DeadlineRow(*row) for row in rows]
