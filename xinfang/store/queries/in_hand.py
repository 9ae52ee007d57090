"""What an office still has in hand on a day: petitions that had not ended, and ended ones that ask for something yet.

Each part goes by an index of its own, so that it costs what it finds and not what the file holds.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date

from ...core.oversight import Rating
from ...core.projected import ID_PER_YEAR
from ...core.remedies import ReviewOutcome
from ...rules.carrying_out import SUPPORTING
from .phrases import may_have_been_open, quoted, was_owed, was_repeat

_GRANTING = quoted({*SUPPORTING, ReviewOutcome.CHANGE})
_REPEATS = was_repeat()
# The number's year is that of the registration, never before the year of receipt: older links need not be looked at.
_IN_HAND = f"""
WITH RECURSIVE raised_again (id) AS (
    SELECT link.earlier FROM link CROSS JOIN petition AS later ON later.id = link.petition
    WHERE link.petition >= :numbered_since AND {_REPEATS}
    AND later.received_on > :since AND later.received_on <= :day AND later.state <> 'void'
    UNION
    SELECT link.earlier FROM raised_again CROSS JOIN link ON link.petition = raised_again.id WHERE {_REPEATS}
)
SELECT number FROM petition WHERE received_on <= :day AND id IN (
    {may_have_been_open()}
    UNION ALL SELECT id FROM raised_again
    UNION ALL SELECT petition FROM milestone WHERE event = 'rated' AND on_day > :since AND on_day <= :day
        AND value LIKE '%:{Rating.DISSATISFIED.value}'
    UNION ALL SELECT petition FROM milestone WHERE event IN ('answered', 'rechecked', 'replied', 'reviewed', 'settled')
        AND on_day > :since AND on_day <= :day AND (event = 'settled' OR value IN ({_GRANTING}))
    UNION ALL SELECT petition FROM deadline WHERE duty = 'carry-out' AND {was_owed()}
    UNION ALL SELECT petition FROM oversight WHERE kind = 'advised' AND on_day <= :day
        AND (answered_on IS NULL OR answered_on > :day)
) ORDER BY id
"""


def numbers(connection: sqlite3.Connection, *, on: date, today: date, since: date) -> Iterator[str]:
    """The numbers, oldest first, of what may be open at the end of `on`, and of what has to be looked at though it ended:

    what was raised again, rated 不满意, granted or agreed after `since`; what was to be carried out by a day and is not;
    advice without an answer. Whether anything is left to do the checks tell.
    """
    values = {
        "day": on.isoformat(),
        "today": today.isoformat(),
        "since": since.isoformat(),
        "numbered_since": since.year * ID_PER_YEAR,
    }
    for (number,) in connection.execute(_IN_HAND, values):
        yield number
