"""What is unusual: the period against the office's own history, from every side and from two at once."""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple, Self

from ...core.statistics.against_history import Judged, Past, judge, spread_of
from ...core.statistics.correction import benjamini_hochberg
from ...core.statistics.growth import levelled
from ...core.statistics.screening import Cell, Finding, Grid, belongs, narrowed, search
from ...core.statistics.spread import KNOWN
from .seen import Seen, Stretch
from .sides import ISO_WEEKDAYS, PLACED, SIDES, WEEKDAY

A_YEAR = {"month": 12, "quarter": 4}
"""So many periods of a kind make a year; by others no growth is told."""


class Placed(NamedTuple):
    """A finding, and step by step the narrower cells in which it happened."""

    finding: Finding
    inside: tuple[Finding, ...]


class Screened(NamedTuple):
    """What was found, and every cell of one side with its judgement.

    total: all that came in. led: cells out of their interval together with one found → that one.
    looked_at, crossed: how many cells of one and of two sides were tested together. exhausted: whether what was found
    is so much of all that nothing else could be compared.
    """

    total: Judged | None
    found: tuple[Placed, ...]
    cells: dict[Cell, Judged]
    adjusted: dict[Cell, float]
    led: dict[Cell, Cell]
    looked_at: int
    crossed: int
    exhausted: bool


def screened(seen: Seen) -> Screened:
    """The test of all cells; nothing is tested where the history is too short."""
    if not seen.testable:
        return Screened(None, (), {}, {}, {}, 0, 0, False)
    grid = _grid(seen)
    single = search(grid, [(side,) for side in range(len(SIDES))])
    looked_at, exhausted = grid.looked_at, grid.exhausted
    beside = _Beside.what_was_found(single, grid, seen.now)
    grid.looked_at = 0
    double = search(grid, list(combinations(PLACED, 2)))
    if double and not grid.exhausted:
        # What is found on two sides is known as well: the rest is not weighed by what rose there.
        beside = _Beside.what_was_found([*single, *double], grid, seen.now)
    cells = beside.cells | {each.cell: each.judged for each in single}
    if exhausted:
        cells = {cell: one for cell, one in cells.items() if cell in grid.found}
    adjusted = beside.adjusted | {each.cell: each.adjusted for each in single}
    placed = tuple(Placed(each, _narrowed(grid, each)) for each in (*single, *double))
    return Screened(_total(seen), placed, cells, adjusted, beside.led, looked_at, grid.looked_at, exhausted)


class _Beside(NamedTuple):
    """Every cell of one side as it stands beside what was found; led: as in Screened."""

    cells: dict[Cell, Judged]
    adjusted: dict[Cell, float]
    led: dict[Cell, Cell]

    @classmethod
    def what_was_found(cls, found: list[Finding], grid: Grid, now: Stretch) -> Self:
        cells, adjusted = _every_cell(grid)
        return cls(cells, adjusted, _led(now, found, cells))


def _grid(seen: Seen) -> Grid:
    stretches = (*seen.before, seen.now)
    worked = [each.weekdays for each in stretches]
    # A weekday has its share of the days: a month with five Mondays has more on Mondays than one with four.
    odds: dict[Cell, list[float]] = {
        ((WEEKDAY, day),): [week[day] / max(1, week.total() - week[day]) for week in worked] for day in ISO_WEEKDAYS
    }
    return Grid([each.groups for each in stretches], [each.season for each in stretches], odds)


def _every_cell(grid: Grid) -> tuple[dict[Cell, Judged], dict[Cell, float]]:
    judged: dict[Cell, Judged] = {}
    for side in range(len(SIDES)):
        cells = grid.cells((side,))
        judged |= grid.judged(cells, intervals_of=cells)
    adjusted = benjamini_hochberg([one.p for one in judged.values()])
    return judged, dict(zip(judged, adjusted, strict=True))


def _led(now: Stretch, found: list[Finding], cells: dict[Cell, Judged]) -> dict[Cell, Cell]:
    """Cells of a count out of the usual that what was found is part of: each with what it shares most with."""
    own = {each.cell for each in found}
    led = {}
    for cell, one in cells.items():
        if cell in own or one.low <= one.observed <= one.high:
            continue
        members = [group for group in now.groups if belongs(group, cell)]
        alike = [each.cell for each in found if each.judged.rising == one.rising]
        shared = {each: sum(belongs(group, each) for group in members) for each in alike}
        if any(shared.values()):
            led[cell] = max(shared, key=lambda each: (shared[each], each))
    return led


def _narrowed(grid: Grid, finding: Finding) -> tuple[Finding, ...]:
    steps: list[Finding] = []
    at = finding
    while (inner := narrowed(grid, at, PLACED)) is not None:
        steps.append(inner)
        at = inner
    return tuple(steps)


def _total(seen: Seen) -> Judged | None:
    """All that came in, by days at the level of now: what is a part's rise when the whole rises is not asked here."""
    counts = [len(each.groups) for each in seen.before]
    days = levelled(counts, [float(each.days) for each in seen.before], A_YEAR.get(seen.now.period.kind, 0))
    past = Past(counts, days, [each.season for each in seen.before])
    spread = (spread_of(past) or KNOWN).at_least_chance
    return judge(len(seen.now.groups), float(seen.now.days), past, season=seen.now.season, spread=spread)
