"""A year taken apart in three passes: its petitions, its events by day, its forwards by unit, each through an index by day."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from ...core.case import ENDINGS
from ...core.yearly import Intake, Yearly
from .measures import CONTENT, OF_UNIT, RECEIVED, SPELL, Scope
from .phrases import of_asked_unit, quoted

BY_MONTH = frozenset({"accepted", "replied", "resolved"}) | ENDINGS
"""Events counted by month."""
HANDED = ("forwarded", "assigned")
_INTAKE = f"""
SELECT substr(received_on, 1, 7), spell.category, {CONTENT}, spell.branch, respondent_unit, count(*)
FROM petition JOIN spell ON {SPELL.format("petition.id")}
WHERE {RECEIVED} AND {of_asked_unit()}
GROUP BY 1, 2, 3, 4, 5
"""
# Of part 0: one of several demands that was diverted has not ended its petition.
_HAPPENED = """
SELECT event, {by}, count(*) FROM milestone
WHERE event IN ({events}) AND on_day BETWEEN :first AND :until AND part = 0 {unit}
GROUP BY event, {by}
"""


def yearly(connection: sqlite3.Connection, scope: Scope) -> Yearly:
    """The year of the scope, as its petitions stood at the end of `as_of`."""
    happened: dict[str, dict[str, int]] = {}
    # By the day, in the order of the index: by the month every event would have to be sorted first.
    for event, day, count in connection.execute(_sql("on_day", BY_MONTH, scope.unit), scope.values):
        month = happened.setdefault(day[:7], {})
        month[event] = month.get(event, 0) + count
    handed: dict[str, dict[str, int]] = {}
    for event, unit, count in connection.execute(_sql("value", HANDED, scope.unit), scope.values):
        handed.setdefault(unit, {})[event] = count
    intake = tuple(Intake(*row) for row in connection.execute(_INTAKE, scope.values))
    return Yearly(intake, happened, handed)


def _sql(by: str, events: Iterable[str], unit: str) -> str:
    of_unit = OF_UNIT.format(SPELL.format("milestone.petition")) if unit else ""
    return _HAPPENED.format(by=by, events=quoted(events), unit=of_unit)
