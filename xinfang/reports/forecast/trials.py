"""The trial: forecasts as they would have been made on earlier days, against what then happened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from ...core.statistics.sums import variance
from .chances import Horizon, Lot, Sum, added, lots

COUNTS_FROM = 1.0
"""Expected late duties from which on a deviation tells something of how much they vary."""


class Spreads(NamedTuple):
    """How many times greater than of independent duties the variance proved to be: of single units, and of all."""

    units: float
    whole: float


class Trial(NamedTuple):
    """One earlier forecast: its days, all units together, and each unit; late: what happened."""

    on: date
    until: date
    whole: Sum
    units: dict[str, Sum]

    @property
    def hit(self) -> bool:
        """Whether what happened lay in the interval."""
        return within(self.whole)


def within(one: Sum) -> bool:
    """Whether what happened lay in the interval, both ends included."""
    return one.low <= one.late <= one.high


def tried(horizons: Sequence[Horizon], unit: str) -> tuple[list[Trial], Spreads]:
    """The trials that had a past to learn from and something due, and the spreads that all of them together show.

    The interval of each is as wide as the others made it, for no forecast may know its own outcome.
    """
    told = [(each, found) for each in horizons if each.enough and (found := lots(each.of(unit)))]
    squares = [_squares(found) for _, found in told]
    found_out = [
        _trial(horizon, found, _spreads([*squares[:at], *squares[at + 1 :]]))
        for at, (horizon, found) in enumerate(told)
    ]
    return found_out, _spreads(squares)


def _trial(horizon: Horizon, found: list[Lot], spreads: Spreads) -> Trial:
    units = {unit: added(several, spreads.units) for unit, several in split(found, lambda lot: lot.unit).items()}
    return Trial(horizon.on, horizon.until, added(found, spreads.whole), units)


def split(several: Iterable[Lot], by: Callable[[Lot], str]) -> dict[str, list[Lot]]:
    """Lots by a property of theirs, in the order in which it first comes."""
    parts: dict[str, list[Lot]] = defaultdict(list)
    for lot in several:
        parts[by(lot)].append(lot)
    return dict(parts)


def _squares(found: Sequence[Lot]) -> tuple[list[float], list[float]]:
    """Squared deviations in units of the variance: of each unit, and of all together; where they tell something."""
    units = [_square(several) for several in split(found, lambda lot: lot.unit).values()]
    return [each for each in units if each is not None], [each for each in [_square(found)] if each is not None]


def _square(several: Sequence[Lot]) -> float | None:
    expected = sum(lot.number * lot.chance for lot in several)
    varies = variance(chance for lot in several for chance in lot.chances)
    if expected < COUNTS_FROM or not varies:
        return None
    return (sum(lot.late for lot in several) - expected) ** 2 / varies


def _spreads(squares: Sequence[tuple[list[float], list[float]]]) -> Spreads:
    units = _mean([each for of_units, _ in squares for each in of_units])
    return Spreads(units, max(units, _mean([each for _, of_all in squares for each in of_all])))


def _mean(squares: Sequence[float]) -> float:
    """Their mean, 1 at least: an office that happened to be steady is not taken for steadier than chance."""
    return max(1.0, sum(squares) / len(squares)) if squares else 1.0
