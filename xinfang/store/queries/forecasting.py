"""What a forecast is made from: the duties that stood open at the end of a day, and how those before them ended.

Everything as it could be known on that day by business day: versions of time limits that had come to stand by then.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from datetime import date

from ...core.report_rows import EndedDuties, OpenDuties
from .phrases import quoted, stood, was_owed

_DUTIES = "deadline.status IN ('running', 'met', 'late', 'ended', 'superseded')"
"""Duties only: what the petitioner may do is nobody's to be late with. By the index of statuses and last lawful days."""
_LATE = "(ended_on IS NULL OR ended_on > legal_due) AND (deadline.until IS NULL OR deadline.until > legal_due)"
_ENDED = "min(coalesce(ended_on, '9999'), coalesce(deadline.until, '9999'))"


def open_at(connection: sqlite3.Connection, on: date, *, until: date, others: Collection[str] = ()) -> list[OpenDuties]:
    """Duties open at the end of `on` whose last lawful day comes after it, by `until`, in the unit that had them then.

    others: names of limits that are not owed by whoever has the petition; these come label by label, which may say whose.
    """
    rows = connection.execute(
        f"""
        SELECT name, max(label), {_unit(others)} AS unit, legal_due, count(*), sum({_LATE})
        FROM deadline CROSS JOIN spell
        WHERE {_DUTIES} AND legal_due > :day AND legal_due <= :until AND {was_owed()}
          AND spell.petition = deadline.petition AND {stood("spell")}
        GROUP BY name, 3, legal_due, {_label(others)} ORDER BY legal_due, 3, name, 2
        """,
        {"day": on.isoformat(), "until": until.isoformat()},
    )
    return [OpenDuties(*row) for row in rows]


def ended_by(
    connection: sqlite3.Connection, on: date, *, since: date, others: Collection[str] = ()
) -> list[EndedDuties]:
    """Duties whose last lawful day came from `since` to `on`: of each how it went up to that day.

    Not those that began on that very day: nobody could have foretold them.
    The unit is the one that had it at the end of the day before it ended, or before its last day: what ends a duty to
    forward is that the petition goes to another.
    """
    rows = connection.execute(
        f"""
        SELECT name, {_unit(others)} AS unit, CAST(julianday(legal_due) - julianday(deadline.since) AS INTEGER) AS begun,
               CASE WHEN {_LATE} THEN -1
                    ELSE CAST(julianday(legal_due) - julianday({_ENDED}) AS INTEGER) END AS ended, count(*)
        FROM deadline CROSS JOIN spell
        WHERE {_DUTIES} AND legal_due BETWEEN :since AND :on AND deadline.since < legal_due
          AND deadline.since < {_ENDED}
          AND spell.petition = deadline.petition AND spell.since < min({_ENDED}, legal_due)
          AND (spell.until IS NULL OR spell.until >= min({_ENDED}, legal_due))
        GROUP BY name, 2, begun, ended
        """,
        {"on": on.isoformat(), "since": since.isoformat()},
    )
    return [EndedDuties(*row) for row in rows]


def _unit(others: Collection[str]) -> str:
    """The unit that has the petition, or nothing for these limits."""
    return f"CASE WHEN name IN ({quoted(others)}) THEN '' ELSE spell.unit END" if others else "spell.unit"


def _label(others: Collection[str]) -> str:
    """The label of these limits."""
    return f"CASE WHEN name IN ({quoted(others)}) THEN label END" if others else "NULL"


def due_between(connection: sqlite3.Connection, first: date, last: date) -> int:
    """How many duties had their last lawful day then, each version of one counted."""
    (count,) = connection.execute(
        f"SELECT count(*) FROM deadline WHERE {_DUTIES} AND legal_due BETWEEN :first AND :last",
        {"first": first.isoformat(), "last": last.isoformat()},
    ).fetchone()
    return int(count)
