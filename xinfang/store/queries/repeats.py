"""Which petitions belong to one matter: all that are tied together by 重复 links, whatever their number and order.

A link points to an earlier petition, ideally the matter's first; chains, several links of one petition and links that
point in a circle are followed all the same.
"""

from __future__ import annotations

import sqlite3

from ...core.report_rows import MemberRow
from .measures import VISITS, Scope
from .phrases import was_repeat

_REPEATS = was_repeat(":as_of")
_LINKED = f"""
EXISTS (SELECT 1 FROM link WHERE link.petition = petition.id AND {_REPEATS})
OR EXISTS (SELECT 1 FROM link WHERE link.earlier = petition.id AND {_REPEATS})
"""
FROM_RECEIVED = f"""
SELECT petition.id FROM petition
WHERE received_on BETWEEN :first AND :until AND petition.state <> 'void' AND ({_LINKED})
"""
"""The petitions received in the period that are tied to another."""
FROM_REPLIED = f"""
SELECT DISTINCT petition.id FROM milestone CROSS JOIN petition ON petition.id = milestone.petition
WHERE event = 'replied' AND on_day BETWEEN :first AND :until AND ({_LINKED})
"""
"""The petitions answered in the period that are tied to another."""


def members(connection: sqlite3.Connection, scope: Scope, start: str) -> list[MemberRow]:
    """Every petition of the matters to which those of `start` belong, in order of numbers, by the links as of `as_of`."""
    rows = connection.execute(
        f"""
        WITH RECURSIVE member (id) AS (
            {start}
            UNION SELECT earlier FROM member CROSS JOIN link ON link.petition = member.id AND {_REPEATS}
            UNION SELECT link.petition FROM member CROSS JOIN link ON link.earlier = member.id AND {_REPEATS}
        )
        SELECT petition.id, number, received_on, channel, petition.state = 'void', is_restricted, earlier
        FROM member CROSS JOIN petition ON petition.id = member.id
        LEFT JOIN link ON link.petition = member.id AND {_REPEATS}
        ORDER BY petition.id, earlier
        """,
        scope.values,
    )
    return [MemberRow(*row) for row in rows]


def visits_by_month(connection: sqlite3.Connection, scope: Scope) -> dict[str, int]:
    """How many visits 走访 each month (`2026-10`) of the period had."""
    rows = connection.execute(
        "SELECT substr(received_on, 1, 7), count(*) FROM petition WHERE received_on BETWEEN :first AND :until "
        f"AND state <> 'void' AND {VISITS} GROUP BY 1 ORDER BY 1",
        scope.values,
    )
    return dict(rows.fetchall())
