"""What a regional instrument says otherwise of a limit that stands in another."""

from typing import Literal, NamedTuple

from .limit import Extension, Limit


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
    counts: Literal["calendar", "working", "month"] = "calendar"
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
