"""What was asked of a report."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ...core.office import Office
from ...core.period import Period
from ...reports.heading import Heading
from ...store.queries.measures import Scope


class Request(NamedTuple):
    """Of which office, the days it is about, the day whose end it shows, the real day, one unit or (empty) all, with
    petitions or not."""

    office: Office
    period: Period
    as_of: date
    today: date
    unit: str
    detail: bool

    @property
    def until(self) -> date:
        """The last day of the period that had come by `as_of`."""
        return self.period.until(self.as_of)

    def scope(self, period: Period | None = None) -> Scope:
        """What the measures count: this period, or another by the same rules."""
        group_size, watched = (self.office.number(name, on=self.until) for name in ("group-size", "watched-days"))
        return Scope(period or self.period, self.as_of, self.unit, group_size, watched)

    @property
    def backlog_months(self) -> int:
        """From how many months on a petition is one of the 积案."""
        return self.office.number("backlog-months", on=self.until)

    @property
    def heading(self) -> Heading:
        """What the report says of itself, with what the office was called then: an old report keeps the old name."""
        name = self.office.setting("office-name", on=self.until, default=self.office.name)
        return Heading(name, self.period, self.as_of, self.unit)
