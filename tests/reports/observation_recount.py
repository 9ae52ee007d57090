"""The test of an observation worked again from the bare facts, as its own notes and the papers it names have it.

Of the program nothing but what each act does to a case, and which days are working days. Every tail is added up whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations
from math import comb, erfc, exp, floor, inf, lgamma, log, log1p, sqrt
from statistics import NormalDist
from typing import NamedTuple

from cli.shell import Shell

from xinfang.rules.calendar import Calendar

from .observing import SIDES, came_in

WEEKDAY = "weekday"
CROSSED = ("content_second", "unit", "region", "branch")
SIGNIFICANT = 0.05
FEWEST = 5
"""A cell with less in all periods together is not looked at."""
LEFT_AT_LEAST = 0.2
"""With less than this part of now left over, nothing more is looked for."""

Thing = Mapping[str, str]
"""A petition by what it is on each side."""
Cell = tuple[tuple[str, str], ...]
"""Sides with a value on each."""
Known = tuple[float, float]
"""Variance over mean, and with how many degrees of freedom it is known."""
CALENDAR = Calendar()


class Course(NamedTuple):
    """A cell's counts period by period, now the last; its exposures likewise; how much wider it varies than by itself."""

    counts: Sequence[int]
    exposures: Sequence[float]
    wider: float


class Judged(NamedTuple):
    """What was to be expected of a cell, and what else could have been (a course with another count of now)."""

    received: int
    expected: float
    p: float
    known: Known
    seasonal: bool
    bases: Sequence[tuple[int, float]]
    """What it had before and the share of now, by all periods and by its own season."""

    @property
    def interval(self) -> tuple[int, int]:
        """The least and the greatest count of which a fortieth and more is at least as extreme."""
        usual = round(self.expected)
        low = high = usual
        while low > 0 and self._tails(low - 1)[0] > 0.025:
            low -= 1
        while self._tails(high + 1)[1] > 0.025:
            high += 1
        return low, high

    def _tails(self, count: int) -> tuple[float, float]:
        return tails(count, self.bases, self.known)


class Observed:
    """Things of several whole months, now the last."""

    def __init__(
        self, periods: Sequence[Sequence[Thing]], lasts: Sequence[date], odds: Mapping[Cell, Sequence[float]]
    ) -> None:
        self.periods, self.lasts, self.odds = periods, lasts, odds
        self.seasons = [last.month for last in lasts]
        self.apart: list[Cell] = []
        self.tested = 0

    def inside(self, cell: Cell) -> Observed:
        return Observed([[t for t in period if belongs(t, cell)] for period in self.periods], self.lasts, self.odds)

    @property
    def left(self) -> list[list[Thing]]:
        """Without what was found; all of it, when that would leave too little to weigh by."""
        kept = self.apart if not self.exhausted else self.apart[:-1]
        return [[t for t in period if not any(belongs(t, cell) for cell in kept)] for period in self.periods]

    @property
    def exhausted(self) -> bool:
        left = [[t for t in period if not any(belongs(t, cell) for cell in self.apart)] for period in self.periods]
        return bool(self.apart) and (len(left[-1]) < LEFT_AT_LEAST * len(self.periods[-1]) or not any(left[:-1]))

    @property
    def total(self) -> Judged:
        """All that came in, by the days there were, each month's taken as so many of now: nothing beside it tells how much
        it varies."""
        counts, days = [*map(len, self.periods)], [last.day for last in self.lasts]
        years = [slice(end - 12, end) for end in range(len(counts) - 1, 11, -12)]
        daily = [sum(counts[year]) / sum(days[year]) for year in years]
        grown = _grown(daily) if len(years) > 1 and all(daily) else lambda _: 1.0
        taken = [day * grown(len(counts) - 1 - at) for at, day in enumerate(days)]
        course = Course(counts, taken, 1.0)
        value, free = pearson(course, self.seasons) or (1.0, inf)
        found = judge(course, self.seasons, (max(1.0, value), free))
        assert found is not None
        return found

    def judged(self, sides: Sequence[str], *, whole: bool) -> dict[Cell, Judged]:
        """Every cell of these sides; whole: with what was set apart of it, against what is left of the others."""
        courses = dict(self._courses(sides, whole=whole))
        own = [pearson(course, self.seasons) for course in courses.values()]
        scaled = [
            (known[0] / course.wider, known[1]) if known else None
            for known, course in zip(own, courses.values(), strict=True)
        ]
        found = {}
        for (cell, course), (value, free) in zip(courses.items(), together(scaled), strict=True):
            one = judge(course, self.seasons, (value * course.wider, free))
            if one is not None:
                found[cell] = one
        return found

    def search(self, views: Sequence[Sequence[str]], at_most: int = 20) -> dict[Cell, float]:
        """What is found, the strongest first, with its p among all that were tested with it."""
        found: dict[Cell, float] = {}
        grown = len(self.periods[-1]) * (len(self.periods) - 1) > sum(map(len, self.periods[:-1]))
        while len(found) < at_most and not self.exhausted:
            cells = {cell: one for view in views for cell, one in self.judged(view, whole=False).items()}
            self.tested = max(self.tested, len(cells))
            adjusted = dict(zip(cells, stepped_up([one.p for one in cells.values()]), strict=True))
            new = [
                cell
                for cell in cells
                if adjusted[cell] <= SIGNIFICANT and not any(set(known) <= set(cell) for known in self.apart)
            ]
            if not new:
                break
            # In an office that has more, what rose comes first: the rest only seems to fall beside it.
            strongest = min(
                new, key=lambda cell: ((cells[cell].received > cells[cell].expected) != grown, cells[cell].p)
            )
            found[strongest] = adjusted[strongest]
            self.apart.append(strongest)
        return found

    def _courses(self, sides: Sequence[str], *, whole: bool) -> Iterator[tuple[Cell, Course]]:
        left = self.left
        counted = self.periods if whole else left
        cells = dict.fromkeys(tuple((side, t[side]) for side in sides) for period in counted for t in period)
        for cell in cells:
            counts = _counts(counted, cell)
            if sum(counts) < FEWEST or not all(value for _, value in cell):
                continue
            others = [len(all_) - own for all_, own in zip(left, _counts(left, cell), strict=True)]
            odds = self.odds.get(cell, [1.0] * len(others))
            exposures = [number * odd for number, odd in zip(others, odds, strict=True)]
            yield cell, Course(counts, exposures, 1 + sum(counts[:-1]) / max(1, sum(others[:-1])))


def observed_again(shell: Shell, months: Sequence[tuple[date, date]], *, days_after: int) -> Observed:
    """The months (now the last) as they stood so many days after the end of each."""
    periods = [
        [
            {name: of(case) for name, of in SIDES.items()} | {WEEKDAY: _weekday(case.registration.received_on)}
            for case in came_in(shell, first, last, last + timedelta(days=days_after))
        ]
        for first, last in months
    ]
    worked = [
        Counter(_weekday(first + timedelta(days=at)) for at in range((last - first).days + 1)) for first, last in months
    ]
    odds: dict[Cell, list[float]] = {
        ((WEEKDAY, day),): [
            week[day] / max(1, sum(number for each, number in week.items() if each) - week[day]) for week in worked
        ]
        for day in "1234567"
    }
    return Observed(periods, [last for _, last in months], odds)


def belongs(thing: Thing, cell: Cell) -> bool:
    return all(thing[side] == value for side, value in cell)


def judge(course: Course, seasons: Sequence[int], known: Known) -> Judged | None:
    """Now beside all periods before, and beside its own season where that is another than the rest."""
    *before, now = course.counts
    *exposed, exposure = course.exposures
    same = [at for at, season in enumerate(seasons[:-1]) if season == seasons[-1]]
    bases = [(sum(before), sum(exposed))]
    of_season = sum(before[at] for at in same), sum(exposed[at] for at in same)
    if (
        len(same) >= 2
        and of_season[1]
        and sum(exposed) > of_season[1]
        and sum(before)
        and _two_sided(of_season[0], [(sum(before) - of_season[0], of_season[1] / sum(exposed))], known) < SIGNIFICANT
    ):
        bases.append(of_season)
    if exposure <= 0 or not all(each for _, each in bases):
        return None
    shares = [(number, exposure / (exposure + each)) for number, each in bases]
    number, each = bases[-1]
    return Judged(now, number * exposure / each, _two_sided(now, shares, known), known, len(bases) == 2, shares)


def pearson(course: Course, seasons: Sequence[int]) -> Known | None:
    """How much a past varies around its rate; where each season was seen twice, around the rate of its season."""
    times = Counter(seasons[:-1])
    by = seasons[:-1] if len(times) > 1 and min(times.values()) > 1 else [0] * (len(seasons) - 1)
    squares, free = 0.0, 0
    for season in set(by):
        part = [each for each, of in zip(zip(*course[:2], strict=True), by, strict=False) if of == season]
        exposed, counted = sum(exposure for _, exposure in part), sum(count for count, _ in part)
        if exposed and counted:
            means = [(count, counted * exposure / exposed) for count, exposure in part if exposure]
            squares += sum((count - mean) ** 2 / mean for count, mean in means)
            free += len(means) - 1
    return (squares / free, free) if free else None


def together(own: Sequence[Known | None]) -> list[Known]:
    """Each drawn towards what all of one side show (Smyth 2004), by as much as they agree; never under chance."""
    shown = [each for each in own if each]
    if not shown:
        return [(1.0, inf)] * len(own)
    frees = sum(free for _, free in shown)
    usual = max(1.0, sum(value * free for value, free in shown) / frees)
    differ = sum(value**2 for value, _ in shown) / sum(usual**2 * (1 + 2 / free) for _, free in shown) - 1
    prior = 4 + 2 / differ if differ > 0 else inf
    greatest = max(free for _, free in shown)
    most = max(greatest, frees - greatest)
    found = []
    for value, free in (each or (usual, 0.0) for each in own):
        drawn = usual if prior == inf else (prior * usual + free * value) / (prior + free)
        found.append((max(1.0, drawn), min(prior + free, most)))
    return found


def tails(count: int, bases: Sequence[tuple[int, float]], known: Known) -> tuple[float, float]:
    """How likely so few and so many, the likelier of those that the bases say, by the beta-binomial with Student's tails."""
    said = []
    for before, share in bases:
        chances = _chances(count + before, share, known[0])
        said.append((_student(sum(chances[: count + 1]), known[1]), _student(sum(chances[count:]), known[1])))
    return max(lower for lower, _ in said), max(upper for _, upper in said)


def stepped_up(values: Sequence[float]) -> list[float]:
    """Benjamini and Hochberg: of all p as great or greater the least p × number / rank."""
    rank = {at: place for place, at in enumerate(sorted(range(len(values)), key=values.__getitem__), start=1)}
    return [
        min(1.0, *(values[other] * len(values) / rank[other] for other in rank if rank[other] >= rank[at]))
        for at in range(len(values))
    ]


def _grown(daily: Sequence[float]) -> Callable[[int], float]:
    """How a month so many back stood beside now, by what a day of each year had, the newest first.

    The middles of the years lie six and a half months back, eighteen and a half …; in between, and beyond, one year's part
    of the next grows by equal parts.
    """

    def since(back: int) -> float:
        years = (back - 6.5) / 12
        newer = max(0, min(floor(years), len(daily) - 2))
        return daily[newer] * exp(log(daily[newer + 1] / daily[newer]) * (years - newer))

    return lambda back: since(back) / since(0)


def _two_sided(count: int, bases: Sequence[tuple[int, float]], known: Known) -> float:
    return min(1.0, 2 * min(tails(count, bases, known)))


def _chances(whole: int, share: float, varies: float) -> list[float]:
    """Of every count of so many things, where they come in batches that make them vary so many times as much."""
    if varies < 1.001:
        return [comb(whole, count) * share**count * (1 - share) ** (whole - count) for count in range(whole + 1)]
    here, there = whole * share / (varies - 1), whole * (1 - share) / (varies - 1)

    def beta(one: float, other: float) -> float:
        return lgamma(one) + lgamma(other) - lgamma(one + other)

    return [
        exp(log(comb(whole, count)) + beta(count + here, whole - count + there) - beta(here, there))
        for count in range(whole + 1)
    ]


def _student(p: float, free: float) -> float:
    """A small tail as it is where the deviation was divided by an estimate: Wallace (1959)."""
    if free == inf or p >= 0.5:
        return p
    deviation = NormalDist().inv_cdf(max(p, 1e-300))
    return erfc((8 * free + 1) / (8 * free + 3) * sqrt(free * log1p(deviation**2 / free)) / sqrt(2)) / 2


def _counts(periods: Sequence[Sequence[Thing]], cell: Cell) -> list[int]:
    return [sum(belongs(t, cell) for t in period) for period in periods]


def _weekday(day: date) -> str:
    return str(day.isoweekday()) if CALENDAR.is_working_day(day) else ""


VIEWS = [(side,) for side in (*SIDES, WEEKDAY)]
CROSSES = list(combinations(CROSSED, 2))
