"""Duties whose last lawful day nobody can know yet 未核: the plan of days off of its year is missing."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from datetime import date
from typing import Literal

from .phrases import of_asked_unit, quoted, stood, was_owed

_DUTIES = "deadline.status IN ('running', 'met', 'late', 'ended', 'superseded')"
# What no figure of the period holds: neither what was due in it, met or not, nor what stood overdue at its end.
_WAS_DUE = f"""(
    nominal_due BETWEEN :first AND :day AND {stood("deadline", ":as_of")}
    AND (met OR ended_on IS NULL OR ended_on > nominal_due)
)"""
_STOOD_OPEN = f"(nominal_due < :day AND {was_owed()})"


def by_missing_year(
    connection: sqlite3.Connection,
    *,
    first: date | None,
    until: date,
    as_of: date,
    duties: Collection[str] = (),
    unit: str = "",
    whose: Literal["spell.unit", "petition.first_unit"] = "spell.unit",
) -> dict[int, int]:
    """How many there are by the year that is missing: of those duties (empty: all) that would have been due between the
    days, or were owed at the end of `until` though their nominal day had passed. first: None: of the latter alone.
    unit: only that of `whose`."""
    named = f"AND duty IN ({quoted(duties)})" if duties else ""
    rows = connection.execute(
        f"""
        SELECT missing_year, count(*) FROM (
            SELECT DISTINCT deadline.petition, name, deadline.nth, missing_year
            FROM deadline JOIN petition ON petition.id = deadline.petition
            JOIN spell ON spell.petition = deadline.petition AND {stood("spell")}
            WHERE {_DUTIES} AND legal_due IS NULL AND missing_year IS NOT NULL {named}
            AND ({_WAS_DUE} OR {_STOOD_OPEN}) AND {of_asked_unit(whose)}
        ) GROUP BY 1 ORDER BY 1
        """,
        {
            **{"first": first.isoformat() if first else None, "day": until.isoformat(), "as_of": as_of.isoformat()},
            "unit": unit,
        },
    )
    return dict(rows.fetchall())
