"""What a regional instrument says otherwise: of a limit that stands in another, of how many may speak for a group."""

from typing import NamedTuple

from .limit import Extension, Length, Limit


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
