"""Many cells at once: what was planted is found, what follows from it is not told again, and nothing else is."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from xinfang.core.statistics.screening import LEVEL, Finding, Grid, Group, narrowed, search

from .chance import at_most, batchy

THINGS = dict(zip("abcdefgh", (8, 7, 6, 5, 4, 3, 2, 1), strict=True))
UNITS, PLACES = "uvwxyz", "123456789"
SINGLE = [(0,), (1,), (2,)]
Plant = Callable[[random.Random, list[Group]], list[Group]]


def grid(chance: random.Random, plant: Plant, *, periods: int = 36, mean: float = 200, spread: float = 1.0) -> Grid:
    """An office that grows by half a percent a month, and something planted in the last."""
    every = [_period(chance, mean * 1.005**at, spread) for at in range(periods + 1)]
    every[-1] = plant(chance, every[-1])
    return Grid(every, [at % 12 for at in range(periods + 1)])


def _period(chance: random.Random, mean: float, spread: float) -> list[Group]:
    rows: list[Group] = []
    for thing, weight in THINGS.items():
        count = batchy(chance, mean * weight / sum(THINGS.values()), spread)
        rows += [(thing, chance.choice(UNITS), chance.choice(PLACES)) for _ in range(count)]
    return rows


def nothing(_: random.Random, rows: list[Group]) -> list[Group]:
    return rows


def in_one_unit(chance: random.Random, rows: list[Group]) -> list[Group]:
    return rows + [("c", "u", chance.choice(PLACES)) for _ in range(60)]


def everywhere(chance: random.Random, rows: list[Group]) -> list[Group]:
    return rows + [("c", chance.choice(UNITS), chance.choice(PLACES)) for _ in range(60)]


def half_gone(chance: random.Random, rows: list[Group]) -> list[Group]:
    return [row for row in rows if row[0] != "a" or chance.random() < 0.3]


def cells(findings: list[Finding]) -> set[tuple[tuple[int, str], ...]]:
    return {each.cell for each in findings}


def test_nothing_changed_and_nothing_is_found() -> None:
    """Among all that are looked at, one false alarm in a month at most as often as the level says."""
    chance = random.Random(1)
    runs = 60
    alarms = sum(bool(search(grid(chance, nothing), SINGLE)) for _ in range(runs))
    assert alarms <= at_most(LEVEL, runs) * runs


def test_things_that_come_in_batches_raise_no_alarm_either() -> None:
    chance = random.Random(2)
    runs = 30
    alarms = sum(bool(search(grid(chance, nothing, spread=2.0), SINGLE)) for _ in range(runs))
    assert alarms <= at_most(LEVEL, runs) * runs


def test_a_planted_rise_is_found_and_where_it_is() -> None:
    chance = random.Random(3)
    runs, false = 20, 0
    for _ in range(runs):
        made = grid(chance, in_one_unit)
        found = search(made, SINGLE)
        planted = {((0, "c"),), ((1, "u"),)}
        assert cells(found) & planted
        false += bool(cells(found) - planted)
        inner = narrowed(made, found[0], (0, 1, 2))
        assert inner is not None
        assert set(inner.cell) == {(0, "c"), (1, "u")}
        assert inner.judged.observed > 3 * inner.judged.expected
        assert narrowed(made, inner, (0, 1, 2)) is None, "spread over all places"
    assert false <= at_most(LEVEL, runs) * runs


def test_what_the_rise_takes_along_is_not_told_again() -> None:
    """All units have more, for the one thing rose in all of them; nothing else is said to fall."""
    chance = random.Random(4)
    runs, more = 20, 0
    for _ in range(runs):
        made = grid(chance, everywhere)
        found = search(made, SINGLE)
        assert found[0].cell == ((0, "c"),)
        assert found[0].judged.rising
        more += len(found) > 1
        assert narrowed(made, found[0], (0, 1, 2)) is None
    assert more <= at_most(LEVEL, runs) * runs


def test_a_fall_is_found() -> None:
    chance = random.Random(5)
    for _ in range(10):
        found = search(grid(chance, half_gone), SINGLE)
        assert found[0].cell == ((0, "a"),)
        assert not found[0].judged.rising


def test_two_sides_at_once() -> None:
    """Unit u has all of place 1's new petitions, and others have that many fewer of others: no single side shows it."""

    def moved(chance: random.Random, rows: list[Group]) -> list[Group]:
        swap = {("u", "2"): ("u", "1"), ("v", "1"): ("v", "2"), ("u", "3"): ("u", "1"), ("w", "1"): ("w", "3")}
        return [(thing, *swap.get((unit, place), (unit, place))) for thing, unit, place in rows]

    swapped = {
        ((1, unit), (2, place)) for unit, places in zip("uvw", ("123", "12", "13"), strict=True) for place in places
    }
    runs, alone, false, told = 10, 0, 0, 0
    chance = random.Random(6)
    for _ in range(runs):
        made = grid(chance, moved, mean=600)
        alone += bool(search(made, SINGLE))
        found = cells(search(made, [(0, 1), (0, 2), (1, 2)]))
        assert ((1, "u"), (2, "1")) in found
        told += len(found)
        false += sum(cell not in swapped for cell in found)
    assert alone <= at_most(LEVEL, runs) * runs
    assert false <= at_most(LEVEL, told) * told


def test_what_is_not_written_down_is_no_cell() -> None:
    rows: list[Group] = [("", "u"), ("a", "v")] * 30
    found = Grid([rows] * 13, [0] * 13)
    assert set(found.cells((0,))) == {((0, "a"),)}
    assert set(found.cells((0, 1))) == {((0, "a"), (1, "v"))}


def test_a_month_with_more_mondays() -> None:
    """Ten a day; four Mondays of twenty days before, five of twenty-one now: 50 on Mondays are what was to be expected."""
    before: list[Group] = [*[("1",)] * 40, *[("2",)] * 160]
    now: list[Group] = [*[("1",)] * 50, *[("2",)] * 160]
    cell = ((0, "1"),)
    made = Grid([*[before] * 12, now], [0] * 13, {cell: [4 / 16] * 12 + [5 / 16]})
    judged = made.judged(made.cells((0,)), intervals_of=[cell])[cell]
    assert judged.expected == 50.0
    assert judged.p > 0.9


@pytest.mark.parametrize(("periods", "seasons"), [(12, 12), (8, 4), (5, 1)])
def test_as_few_periods_as_are_asked_for_raise_no_more_alarms(periods: int, seasons: int) -> None:
    """The least of months, quarters and years with which the observation begins to test, in batches besides.

    Letters of a batch come about one thing, to one unit and from one place.
    """
    chance = random.Random(periods)
    cells = [(thing, unit, place) for thing in THINGS for unit in UNITS for place in PLACES]
    means = [200 * THINGS[thing] / sum(THINGS.values()) / len(UNITS) / len(PLACES) for thing, _, _ in cells]
    runs = 300
    alarms = 0
    for _ in range(runs):
        every = [
            [cell for cell, mean in zip(cells, means, strict=True) for _ in range(batchy(chance, mean, 4.0))]
            for _ in range(periods + 1)
        ]
        alarms += bool(search(Grid(every, [at % seasons for at in range(periods + 1)]), SINGLE))
    assert alarms <= at_most(LEVEL, runs) * runs
