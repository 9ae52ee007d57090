"""How far back a ledger goes, and so which earlier periods a figure may be compared with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple, Self

from ..core.period import Period

MISSING = 20
"""An earlier period of which one day in so many is missing at its begin, or more, is not compared with."""
STRAYS = 3
"""So many petitions at most, all told, may lie before the ledger begins."""
SILENCE = 60
"""They do where after them nothing came in for more days than these, and then more than strayed within as many: most
likely a year was typed wrong. Where petitions are always that rare, none has strayed."""
LOOKED_AT = STRAYS + STRAYS + 1
"""From so many of the first petitions it follows where the ledger begins."""


class Known(NamedTuple):
    """What a ledger has of an earlier period: anything at all, and enough to compare another with it."""

    anything: bool
    whole: bool


WHOLE = Known(True, True)
"""All of it."""


class Reach(NamedTuple):
    """The day on which the ledger begins; None while it has no petition. strays: the days of the few from before it."""

    since: date | None
    strays: tuple[date, ...] = ()

    @classmethod
    def of(cls, first: Sequence[date]) -> Self:
        """By the days on which the first LOOKED_AT petitions were received, in their order.

        >>> Reach.of([date(2016, 3, 1), *(date(2026, 1, day) for day in (5, 6, 6, 9))]).since
        datetime.date(2026, 1, 5)
        """
        for place in range(min(STRAYS, len(first) - STRAYS - 1), 0, -1):
            silent, soon = first[place] - first[place - 1], first[place + STRAYS] - first[place]
            if silent.days > SILENCE >= soon.days:
                return cls(first[place], tuple(first[:place]))
        return cls(first[0] if first else None)

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
        begun = f"台账最早的一件收到于 {self.since}"
        if self.strays:
            few = f"此前只有零星 {len(self.strays)} 件，最早收到于 {self.strays[0]}"
            begun = f"台账自 {self.since} 起有件（{few}）"
        return (f"{begun}: {'，'.join(said)}，无从比较。",)

    def hints(self, earlier: Mapping[str, Period]) -> tuple[str, ...]:
        """What to do about the strays of which the sentence tells."""
        if not self.strays or not self.warning(earlier):
            return ()
        return ("最早的几件，收到日期写错的用 xinfang correct 编号 --received 日期 更正。",)
