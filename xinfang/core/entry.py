"""An entry in the ledger: one fact, with the day it took effect, the moment it was written and who wrote it."""

from datetime import date, datetime
from typing import Any, NamedTuple

OFFICE = "office"
"""Subject of facts about the office itself: units, officers, settings, calendars."""
LOOKS = "looks"
"""Subject of facts that record who looked at personal data of many petitions at once."""


class Entry(NamedTuple):
    """One fact as stored.

    seq: its place in the office's ledger, 1, 2, 3 … without gaps. subject: a petition number, OFFICE or LOOKS.
    turn: its place among the facts of that subject, from 1. on: the business day. recorded_at: clock time.
    by: the officer's name. data: the fact's own content in JSON types.
    """

    seq: int
    subject: str
    turn: int
    act: str
    on: date
    recorded_at: str
    by: str
    data: dict[str, Any]

    @property
    def recorded_on(self) -> date:
        """The day it was written down."""
        return datetime.fromisoformat(self.recorded_at).date()

    @property
    def days_late(self) -> int:
        """How many days after the business day it was written down; 0 when on the day itself. 补录 if above 0."""
        return max(0, (self.recorded_on - self.on).days)
