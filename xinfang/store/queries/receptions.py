"""What became of petitions, by who received them first 首接: counted and listed by the same SQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from ...core.case import HANDED_OVER
from ...core.figures import Tally
from ...core.report_rows import ObjectionRow, RepliedRow, SpellRow
from .measures import MEASURES, Measure, Scope
from .phrases import of_asked_unit, quoted

_LANDED = "'closed', 'concluded', 'resolved'"
"""办结、三级终结、化解: what a unit can bring about by itself. Sending the petitioner elsewhere is not among them."""
_ENDED = f"""
WITH ended AS (
    SELECT petition, max(on_day) AS ended_on FROM milestone
    WHERE event IN ({_LANDED}) AND on_day BETWEEN :first AND :until GROUP BY petition
)"""
_ALWAYS_WITH_FIRST = """NOT EXISTS (
    SELECT 1 FROM spell WHERE spell.petition = ended.petition AND spell.since <= ended_on AND spell.unit <> first_unit
)"""

COUNTED: dict[str, Measure] = {
    "received": MEASURES["received"],
    "tell_due": MEASURES["tell_due"],
    "first_handled": MEASURES["accepted"],
    "ended": Measure("ended", "1", _ALWAYS_WITH_FIRST),
    "rated_office": MEASURES["rated_office"],
    "rated_unit": MEASURES["rated_unit"],
}
"""Name → what is counted; the weight says whether it counts in the numerator too."""
_SENT = f"""EXISTS (
    SELECT 1 FROM milestone WHERE event IN ({quoted(HANDED_OVER)}) AND on_day = since
    AND milestone.petition = spell.petition AND milestone.value = spell.unit
)"""
_WHOSE = {"first_handled": ("petition.first_handler", "''")}
"""By whom it is counted, where that is not the first receiver: who handled it first 首办 is a unit."""
_FIRST_RECEIVER = ("petition.first_unit", "petition.first_officer")


def tally(connection: sqlite3.Connection, name: str, scope: Scope) -> Tally:
    """How many rows and what weight of each first receiver (first_handled: of each first handler, without officer)."""
    measure, (unit, officer) = COUNTED[name], _whose(name)
    rows = connection.execute(
        f"{_ENDED} SELECT {unit}, {officer}, count(*), coalesce(sum({measure.weight}), 0) {_from(name)} GROUP BY 1, 2",
        scope.values,
    )
    return {(unit, officer): (count, weight) for unit, officer, count, weight in rows}


def petitions(connection: sqlite3.Connection, name: str, scope: Scope) -> Iterator[tuple[str, str, str, int]]:
    """Number, unit, officer and weight of every row counted, in order of numbers."""
    unit, officer = _whose(name)
    # The plus keeps SQLite from reading a whole table in that order.
    yield from connection.execute(
        f"{_ENDED} SELECT petition.number, {unit}, {officer}, {COUNTED[name].weight} {_from(name)} "
        "ORDER BY +petition.id, 4",
        scope.values,
    )


def spells(connection: sqlite3.Connection, scope: Scope) -> Iterator[SpellRow]:
    """How the petitions received in the period stood from when to when, up to its end: one after the other, in order."""
    rows = connection.execute(
        "SELECT petition.id, number, first_unit, first_officer, since, until, spell.state, spell.unit, acknowledged, "
        f"{_SENT}, spell.officer "
        "FROM petition CROSS JOIN spell ON spell.petition = petition.id AND since <= :until "
        "WHERE received_on BETWEEN :first AND :until AND petition.state <> 'void' "
        f"AND {of_asked_unit('first_unit')} ORDER BY received_on, petition.id, nth",
        scope.values,
    )
    return map(SpellRow._make, rows)


def objections(connection: sqlite3.Connection, scope: Scope) -> Iterator[ObjectionRow]:
    """What was objected to in the period and how that was settled, petition by petition in its order."""
    rows = connection.execute(
        "SELECT petition, on_day, event, value FROM milestone "
        "WHERE event IN ('objected', 'objection-refused', 'sent-back', 'handed-back') AND on_day BETWEEN :first AND :until "
        "ORDER BY petition, nth",
        scope.values,
    )
    return map(ObjectionRow._make, rows)


def replied(connection: sqlite3.Connection, scope: Scope) -> list[RepliedRow]:
    """The petitions answered in the period, in order of numbers."""
    rows = connection.execute(
        "SELECT petition.id, number, first_unit, first_officer, max(on_day) "
        "FROM milestone CROSS JOIN petition ON petition.id = milestone.petition "
        f"WHERE event = 'replied' AND on_day BETWEEN :first AND :until AND {of_asked_unit('first_unit')} "
        "GROUP BY petition.id",
        scope.values,
    )
    return [RepliedRow(*row) for row in rows]


def _whose(name: str) -> tuple[str, str]:
    return _WHOSE.get(name, _FIRST_RECEIVER)


def _from(name: str) -> str:
    measure, (unit, _) = COUNTED[name], _whose(name)
    petition = "" if measure.table == "petition" else f"CROSS JOIN petition ON petition.id = {measure.petition}"
    return f"FROM {measure.table} {petition} WHERE {measure.where} AND {of_asked_unit(unit)}"
