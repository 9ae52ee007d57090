"""What is unusual: the period against the office's own history, from every side and from two at once."""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

from ...core.statistics.against_history import Judged, Past, judge, spread_of
from ...core.statistics.correction import benjamini_hochberg
from ...core.statistics.screening import LEVEL, Cell, Finding, Grid, belongs, narrowed, search
from ...core.statistics.spread import KNOWN
from .seen import Seen, Stretch
from .sides import ISO_WEEKDAYS, PLACED, SIDES, WEEKDAY


class Placed(NamedTuple):
    """A finding, and step by step the narrower cells in which it happened."""

    finding: Finding
    inside: tuple[Finding, ...]


class Screened(NamedTuple):
    """What was found, and every cell of one side with its judgement.

    total: all that came in. led: cells that are unusual only together with one found → that one.
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
    looked_at = grid.looked_at
    cells, adjusted = _every_cell(grid)
    if grid.exhausted:
        cells = {cell: one for cell, one in cells.items() if cell in grid.found}
    exhausted = grid.exhausted
    led = _led(seen.now, single, cells, adjusted)
    grid.looked_at = 0
    double = search(grid, list(combinations(PLACED, 2)))
    placed = tuple(Placed(each, _narrowed(grid, each)) for each in (*single, *double))
    found = {each.cell: each.adjusted for each in single}
    return Screened(_total(seen), placed, cells, adjusted | found, led, looked_at, grid.looked_at, exhausted)


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


def _led(
    now: Stretch, found: list[Finding], cells: dict[Cell, Judged], adjusted: dict[Cell, float]
) -> dict[Cell, Cell]:
    """Cells that would be unusual by all they have, but are not without what was found: each with what leads it."""
    own = {each.cell for each in found}
    led = {}
    for cell, one in cells.items():
        if cell in own or adjusted[cell] > LEVEL:
            continue
        members = [group for group in now.groups if belongs(group, cell)]
        alike = [each.cell for each in found if each.judged.rising == one.rising]
        shared = {each: sum(belongs(group, each) for group in members) for each in alike}
        if shared:
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
    """All that came in, by days: what is a part's rise when the whole rises is not asked here."""
    past = Past(
        [len(each.groups) for each in seen.before],
        [float(each.days) for each in seen.before],
        [each.season for each in seen.before],
    )
    spread = (spread_of(past) or KNOWN).at_least_chance
    return judge(len(seen.now.groups), float(seen.now.days), past, season=seen.now.season, spread=spread)
