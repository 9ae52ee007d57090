"""The forecast counted again from the bare facts, as its own notes say it is made.

Every duty is followed through the folded facts from the first day at whose end it stood open to the first at whose end
it did not. Chances are products of plain shares; of several together every count has the chance of all ways to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain
from math import ceil, floor, sqrt
from typing import NamedTuple

from cli.shell import Shell
from store.folding import case_on, facts

from xinfang.core.case import Case
from xinfang.core.entry import Entry
from xinfang.core.terms import State
from xinfang.rules.deadline import OWED_BY_OTHERS, label_of_limit
from xinfang.rules.deadlines import deadlines_of

from .office import LAW, TODAY

YEAR = timedelta(days=365)
"""How far back a small office's duties are looked at."""
TRIALS = 6
OF_ALL = 20
"""So many duties that went as those of the whole office are added to a unit's own."""
LEFT_OUT = 0.05
"""By the interval, on either side."""


class Duty(NamedTuple):
    """A duty while its last day stayed the same. ended: the first day at whose end it did not stand open so.

    units: who had it, by the days since which. whom: who was supervised or advised.
    """

    name: str
    label: str
    legal: date
    begun: date
    ended: date | None
    units: Mapping[date, str]
    whom: str

    @property
    def late(self) -> bool:
        return self.ended is None or self.ended > self.legal

    def open_on(self, day: date) -> bool:
        """At its end."""
        return self.begun <= day and (self.ended is None or day < self.ended)

    def open_with(self, left: int) -> bool:
        """At the end of the day with so many left; on the day it became late it was open still."""
        return self.open_on(self.legal - timedelta(days=left))

    def unit_on(self, day: date) -> str:
        return self.units[max(since for since in self.units if since <= day)]

    @property
    def last_unit(self) -> str:
        """Who had it at the end of the last day before it ended, or before its last."""
        end = self.legal if self.late or self.ended is None else self.ended
        return self.unit_on(end - timedelta(days=1))


class Lot(NamedTuple):
    """A duty open on the day of a forecast, whose it was then, and its chance to become late."""

    duty: Duty
    unit: str
    chance: float


class Sum(NamedTuple):
    """Several of them."""

    due: int
    late: float
    low: int
    high: int
    happened: int

    @property
    def within(self) -> bool:
        return self.low <= self.happened <= self.high


class Trial(NamedTuple):
    """A forecast of an earlier day, with how much it was taken to vary: a unit, and all together."""

    on: date
    lots: Sequence[Lot]
    of_units: float
    of_all: float


class Recount(NamedTuple):
    """A forecast with its trials, the oldest first."""

    lots: Sequence[Lot]
    trials: Sequence[Trial]
    of_units: float
    of_all: float


def recount(shell: Shell, on: date, weeks: int, unit: str = "") -> Recount:
    """The forecast as it is to be; of one unit, only of what it has to do: the past stays everybody's."""
    lived = [duty for entries in facts(shell).values() for duty in _lived(entries)]
    length = timedelta(weeks=weeks)
    days = [on - length * back for back in range(TRIALS, 0, -1)]
    made = [(day, lots) for day in days if (lots := _of(unit, _lots(lived, day, length)))]
    squares = [_squares(lots) for _, lots in made]
    trials = [Trial(day, lots, *_varied([*squares[:at], *squares[at + 1 :]])) for at, (day, lots) in enumerate(made)]
    return Recount(_of(unit, _lots(lived, on, length)), trials, *_varied(squares))


def by(lots: Sequence[Lot], what: Callable[[Lot], str]) -> dict[str, list[Lot]]:
    """The lots by a property."""
    return {name: [lot for lot in lots if what(lot) == name] for name in {what(lot) for lot in lots}}


def unit_of(lot: Lot) -> str:
    return lot.unit


def limit_of(lot: Lot) -> str:
    return label_of_limit(lot.duty.label)


def added(lots: Sequence[Lot], varied: float) -> Sum:
    """They together. varied: how many times as much as by chance."""
    chances = [lot.chance for lot in lots]
    expected = sum(chances)
    ways = [1.0]
    for chance in chances:
        ways = [stays * (1 - chance) + comes * chance for stays, comes in zip([*ways, 0.0], [0.0, *ways], strict=True)]
    # The first count up to which, and the last from which, more lies than is left out.
    low = next(count for count in range(len(ways)) if sum(ways[: count + 1]) > LEFT_OUT)
    high = next(count for count in reversed(range(len(ways))) if sum(ways[count:]) > LEFT_OUT)
    wider = sqrt(varied)
    return Sum(
        len(lots),
        expected,
        max(0, min(low, floor(expected - (expected - low) * wider + 1e-9))),
        min(len(lots), max(high, ceil(expected + (high - expected) * wider - 1e-9))),
        sum(lot.duty.late for lot in lots),
    )


def _of(unit: str, lots: Sequence[Lot]) -> list[Lot]:
    return [lot for lot in lots if unit in ("", lot.unit)]


def _lived(entries: Sequence[Entry]) -> Iterator[Duty]:
    """Every duty of a petition, by how it stood at the end of each day on which something happened."""
    first = case_on(list(entries), TODAY)
    if first is None or first.state is State.VOID:
        return
    days = sorted({first.registration.received_on, *(entry.on for entry in entries)})
    standing: dict[tuple[str, int, date, date], Duty] = {}
    for day in days:
        case = case_on(list(entries), day)
        now = dict(_open(case, day)) if case is not None else {}
        for key in [key for key in standing if key not in now]:
            yield standing.pop(key)._replace(ended=day)
        for key, duty in now.items():
            known = standing.get(key, duty)
            standing[key] = known._replace(units={**known.units, **duty.units})
    yield from standing.values()


def _open(case: Case, day: date) -> Iterator[tuple[tuple[str, int, date, date], Duty]]:
    for deadline in deadlines_of(case, LAW):
        limit = deadline.limit
        if limit.is_window or deadline.ended_on is not None or deadline.legal is None:
            continue
        begun = max(day, deadline.started_on)
        unit = "" if limit.name in OWED_BY_OTHERS else case.unit
        key = limit.name, deadline.part, deadline.started_on, deadline.legal
        whom = deadline.whom if limit.name in ("supervision", "advice") else ""
        yield key, Duty(limit.name, deadline.label, deadline.legal, begun, None, {day: unit}, whom)


def _lots(lived: Sequence[Duty], on: date, length: timedelta) -> list[Lot]:
    """Nothing where fewer than thirty had come due."""
    # What began on its last day nobody could have foretold.
    past = [duty for duty in lived if on - YEAR <= duty.legal <= on and duty.begun < duty.legal]
    if len(past) < 30:
        return []
    ahead = [duty for duty in lived if on < duty.legal <= on + length and duty.open_on(on)]
    return [
        Lot(duty, duty.whom or unit, _chance(duty, unit, (duty.legal - on).days, past))
        for duty in ahead
        for unit in [duty.unit_on(on)]
    ]


def _chance(duty: Duty, unit: str, left: int, past: Sequence[Duty]) -> float:
    office = [each for each in past if each.name == duty.name] or past
    own = [each for each in past if each.name == duty.name and each.last_unit == unit]

    def share(day: int) -> float:
        """Of what is open with one day more left, what is not ended with so many left."""
        at_all, ended_at_all = _went(office, day)
        at_own, ended_at_own = _went(own, day)
        usual = ended_at_all / at_all if at_all else 0.0
        return 1 - (ended_at_own + OF_ALL * usual) / (at_own + OF_ALL)

    chance = 1.0
    for day in range(left):
        chance *= share(day)
    known = _went(own, left - 1)[0] + min(OF_ALL, _went(office, left - 1)[0])
    return (chance * known + 0.5) / (known + 1)


def _went(several: Sequence[Duty], left: int) -> tuple[int, int]:
    """How many stood open with one day more left than that, and how many of them no more at that day's end, in time."""
    before = [duty for duty in several if duty.open_with(left + 1)]
    return len(before), sum(not duty.open_with(left) for duty in before)


def _squares(lots: Sequence[Lot]) -> tuple[list[float], list[float]]:
    """How far what happened was from what was expected, squared, by the variance: unit by unit, and of all."""
    return [*chain(*map(_square, by(lots, unit_of).values()))], [*_square(lots)]


def _square(lots: Sequence[Lot]) -> Iterator[float]:
    """Of less than one expected nothing is learnt."""
    expected = sum(lot.chance for lot in lots)
    if expected >= 1:
        varies = sum(lot.chance * (1 - lot.chance) for lot in lots)
        yield (sum(lot.duty.late for lot in lots) - expected) ** 2 / varies


def _varied(squares: Sequence[tuple[list[float], list[float]]]) -> tuple[float, float]:
    of_units, of_all = ([*chain(*each)] for each in zip(*squares, strict=True)) if squares else ([], [])
    units, whole = (max(1.0, sum(each) / len(each)) if each else 1.0 for each in (of_units, of_all))
    return units, max(units, whole)
