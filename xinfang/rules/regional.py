"""What a regional instrument says otherwise of a limit that stands in another."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from .limit import Extension, Length, Limit

if TYPE_CHECKING:
    from .instrument import Instrument
    from .law import OwnRules


class Representatives(NamedTuple):
    """Groups of up to so many people (0: of any number) send at most so many representatives 代表."""

    at_most: int
    article: str
    headcount: int = 0


class Change(NamedTuple):
    """What a regional instrument says otherwise of a limit: its days (0: not those), its extension (None: not that).

    What starts and ends the limit and whom it binds stay as they are.
    """

    limit: str
    article: str
    source: str
    rule: str
    instrument: str
    days: int = 0
    counts: Length = "calendar"
    extension: Extension | None = None

    def of(self, limit: Limit) -> Limit:
        """The limit as the regional instrument has it."""
        if self.days:
            limit = limit._replace(
                days=self.days,
                counts=self.counts,
                article=self.article,
                source=self.source,
                rule=self.rule,
                instrument=self.instrument,
            )
        return limit._replace(extension=self.extension) if self.extension else limit


def regional(own: OwnRules, received_on: date) -> Instrument | None:
    """The regional instrument that the office applies to a petition received on that day."""
    from .instrument import load  # which reads what is above from the instrument's files

    profile = own.profile_on(received_on)
    return load(f"local-{profile.value}") if profile else None


def lapse_basis(own: OwnRules, received_on: date) -> str:
    """By which article who does not go one level up in time has the handling taken for ended; nothing: by none."""
    found = regional(own, received_on)
    return f"{found.title}{found.lapsed}" if found and found.lapsed else ""


def representatives_at_most(own: OwnRules, received_on: date, headcount: int) -> tuple[int, str] | None:
    """How many representatives so many may send, and by which article; None where the national number stands."""
    found = regional(own, received_on)
    for group in found.representatives if found else ():
        if not group.headcount or headcount <= group.headcount:
            return group.at_most, f"{found.title}{group.article}" if found else ""
    return None
