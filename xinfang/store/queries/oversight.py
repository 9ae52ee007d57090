"""What oversight did in a period: each query goes by the days of the period through an index of its own.

The unit is the one that was supervised or advised; of inspections and leaders' acts the one that has the petition.
"""

from __future__ import annotations

import sqlite3

from ...core.overseen import Advice, Inspection, LeaderAct, Overseen, Supervision
from .measures import SPELL, Scope
from .phrases import of_asked_unit

_BY_THEN = "CASE WHEN {0} <= :as_of THEN {0} END"
_SUPERVISED = f"""
SELECT petition.number, oversight.part, oversight.unit, matter, oversight.on_day, by_day,
    {_BY_THEN.format("answered_on")}, {_BY_THEN.format("closed_on")}
FROM oversight JOIN petition ON petition.id = oversight.petition
WHERE +oversight.on_day <= :as_of AND {of_asked_unit("oversight.unit")} AND {{}}
"""
_SUPERVISIONS = " UNION ".join(
    _SUPERVISED.format(which)
    for which in (
        "kind = 'supervised' AND oversight.on_day BETWEEN :first AND :until",
        "kind = 'supervised' AND by_day BETWEEN :first AND :until",
        # The unary plus keeps the planner from the index by kind: it would go through every supervision.
        "+kind = 'supervised' AND (oversight.petition, oversight.part) IN (SELECT petition, part FROM milestone "
        "WHERE event = 'supervision-closed' AND on_day BETWEEN :first AND :until)",
    )
)
_ADVICE = f"""
SELECT petition.number, oversight.part, oversight.unit, matter, oversight.on_day, {_BY_THEN.format("answered_on")},
    CASE WHEN answered_on <= :as_of THEN answer ELSE '' END
FROM oversight JOIN petition ON petition.id = oversight.petition
WHERE kind = 'advised' AND oversight.on_day BETWEEN :first AND :until AND {of_asked_unit("oversight.unit")}
ORDER BY petition.id, oversight.part
"""
_SPELL = f"JOIN spell ON {SPELL.format('petition.id')}"
_INSPECTIONS = f"""
SELECT petition.number, spell.unit, matter, score FROM oversight JOIN petition ON petition.id = oversight.petition {_SPELL}
WHERE kind = 'inspected' AND oversight.on_day BETWEEN :first AND :until AND {of_asked_unit()}
ORDER BY petition.id, oversight.part
"""
_LEADERS = f"""
SELECT petition.number, spell.unit, event, CASE event WHEN 'leader-met' THEN value ELSE '' END
FROM milestone JOIN petition ON petition.id = milestone.petition {_SPELL}
WHERE event IN ('leader-met', 'sponsored', 'sponsor-reported', 'sponsor-visited')
AND on_day BETWEEN :first AND :until AND {of_asked_unit()}
ORDER BY petition.id, milestone.nth
"""


def overseen(connection: sqlite3.Connection, scope: Scope) -> Overseen:
    """Supervisions opened, to be answered or closed in the period; advice, inspections and leaders' acts of the period."""
    values = scope.values
    supervisions = sorted(Supervision(*row) for row in connection.execute(_SUPERVISIONS, values))
    return Overseen(
        tuple(supervisions),
        tuple(Advice(*row) for row in connection.execute(_ADVICE, values)),
        tuple(Inspection(*row) for row in connection.execute(_INSPECTIONS, values)),
        tuple(LeaderAct(*row) for row in connection.execute(_LEADERS, values)),
    )
