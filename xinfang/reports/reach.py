"""How far back a ledger goes, and so which earlier periods a figure may be compared with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from ..core.period import Period

MISSING = 20
"""An earlier period of which one day in so many is missing at its begin, or more, is not compared with."""


class Known(NamedTuple):
    """What a ledger has of an earlier period: anything at all, and enough to compare another with it."""

    anything: bool
    whole: bool


WHOLE = Known(True, True)
"""All of it."""


class Reach(NamedTuple):
    """The day on which the earliest petition in the ledger was received; None while it has none."""

    since: date | None

    def known(self, period: Period) -> Known:
        """What it has of the period.

        >>> Reach(date(2024, 7, 8)).known(Period.of("year", date(2024, 1, 1)))
        Known(anything=True, whole=False)
        """
        if self.since is None:
            return Known(False, False)
        missing = (self.since - period.first).days
        return Known(missing < period.days, missing * MISSING < period.days)

    def warning(self, earlier: Mapping[str, Period]) -> tuple[str, ...]:
        """A sentence where the ledger does not have all of what a report stands beside; earlier: by what it is called."""
        known = {word: self.known(period) for word, period in earlier.items()}
        absent = "、".join(word for word, each in known.items() if not each.anything)
        partial = "、".join(word for word, each in known.items() if each.anything and not each.whole)
        said = [words + what for words, what in ((partial, "数不全"), (absent, "没有数")) if words]
        if not said or self.since is None:
            return ()
        return (f"台账最早的一件收到于 {self.since}: {'，'.join(said)}，无从比较。",)
