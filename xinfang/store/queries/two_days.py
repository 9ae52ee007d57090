"""The same asked of the end of two days at once: of a period most of what holds at its begin holds at its end too.

Petitions are fetched as one JSON list of ids for a group: making a Python row of each would cost more than finding them.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from datetime import date
from typing import Any, Generic, NamedTuple, TypeVar

from ...core.period import begun

Value_co = TypeVar("Value_co", covariant=True)


class Both(NamedTuple, Generic[Value_co]):
    """What holds at the end of the one day, and of the other."""

    begin: Value_co
    end: Value_co


class TwoDays(NamedTuple):
    """The days asked about, the real day, and after how many months a petition is old."""

    begin: date
    end: date
    today: date
    months: int

    @property
    def windows(self) -> Both[date]:
        """Of either day the day so many months before: what was received by then is old, what came after it is new."""
        return Both(begun(self.begin, self.months), begun(self.end, self.months))

    @property
    def values(self) -> dict[str, str]:
        """Named parameters of the SQL about them."""
        return {"begin": self.begin.isoformat(), "end": self.end.isoformat(), "today": self.today.isoformat()}


def ids_where(condition: str) -> str:
    """A column: the petitions of those rows of a group for which it is true, as one list (see `ids_of`)."""
    return f"json_group_array(petition) FILTER (WHERE {condition})"


def ids_of(column: str) -> frozenset[int]:
    """The petitions that such a column holds."""
    return frozenset(json.loads(column))


def ids_of_both(
    connection: sqlite3.Connection, rows: str, at: Both[str], values: Mapping[str, Any]
) -> Both[frozenset[int]]:
    """The petitions of those rows that answer to the one condition, and to the other; the rows are read once."""
    # What answers to both, nearly all, comes out of the file and out of JSON only once.
    parts = (f"{at.begin} AND {at.end}", f"{at.begin} AND NOT ({at.end})", f"{at.end} AND NOT ({at.begin})")
    found = connection.execute(f"SELECT {', '.join(map(ids_where, parts))} FROM {rows}", values).fetchone()
    both, only_begin, only_end = map(ids_of, found)
    return Both(both | only_begin, both | only_end)
