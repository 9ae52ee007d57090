"""How well the text score tells the same matter on people it was not fitted on: `python tests/pair_figures.py` prints all.

Each fold leaves all pairs of some people out, over many ways to put the people into folds.
"""

from __future__ import annotations

import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise, product
from statistics import mean, quantiles
from typing import Any

from labelled_pairs import (
    READ,
    READ_AGAIN,
    READ_LAST,
    Pair,
    all_of_the_same_person,
    pairs,
    read_further,
    read_pairs,
    scorer,
    told,
)

from xinfang.rules import own_matters, same_matter

KINDS = {"same-person": 0.97, "other-person": 0.93}
"""With the F1 that is wanted of each."""
FOLDS = 5
SPLITS = 20
"""So many ways to put the people into folds."""
DRAWS = 1000
"""So often people are drawn anew, for the interval."""
NEIGHBOURS = tuple(product((0.1, 0.2, 0.3), (0.24, 0.28, 0.32), (0.85, 0.9, 0.95)))
"""What TITLE_COUNTS, APART and BY_WAY_COUNTS might as well have been."""

Fit = Callable[[Sequence[int]], tuple[Sequence[Pair], float]]
"""From the places of the pairs that may be looked at: all pairs with their scores, and the threshold."""


def f1(some: Sequence[Pair], threshold: float, *, weighted: bool) -> float:
    """Of the pairs taken for the same matter and those that are; 1 where there are neither."""
    weigh = [pair.weight if weighted else 1.0 for pair in some]
    hit = sum(weight for pair, weight in zip(some, weigh, strict=True) if pair.same and pair.score >= threshold)
    taken = sum(weight for pair, weight in zip(some, weigh, strict=True) if pair.score >= threshold)
    are = sum(weight for pair, weight in zip(some, weigh, strict=True) if pair.same)
    return 2 * hit / (taken + are) if taken + are else 1.0


def fitted(some: Sequence[Pair]) -> tuple[float, float]:
    """The best threshold and its F1, weighted; of those as good within half a point, the middle one."""
    between = [(low + high) / 2 for low, high in pairwise(sorted({pair.score for pair in some}))]
    worth = {each: f1(some, each, weighted=True) for each in between}
    best = max(worth.values())
    good = [each for each in between if worth[each] >= best - 0.006]
    return good[len(good) // 2], best


def with_the_threshold(some: Sequence[Pair]) -> Fit:
    """As they are scored; only the threshold is fitted."""
    return lambda seen: (some, fitted([some[at] for at in seen])[0])


def with_all_constants(kind: str) -> Fit:
    """Of the neighbouring constants those that do best on what may be looked at, with their threshold."""
    scored = neighbours(kind)

    def fit(seen: Sequence[int]) -> tuple[Sequence[Pair], float]:
        found = [(fitted([some[at] for at in seen]), some) for some in scored]
        (threshold, _), some = max(found, key=lambda each: each[0][1])
        return some, threshold

    return fit


def by_bigrams(kind: str) -> list[Pair]:
    """The pairs by what a score has to beat: the cosine of their pairs of characters, rare ones weighing more."""
    counted = {name: Counter(pairwise(text)) for name, text in _plain().items()}
    holding = Counter(unit for units in counted.values() for unit in units)
    rare = {unit: math.log((1 + len(counted)) / (1 + times)) + 1 for unit, times in holding.items()}
    weighed = {name: {unit: n * rare[unit] for unit, n in units.items()} for name, units in counted.items()}

    def cosine(one: Mapping[Any, float], other: Mapping[Any, float]) -> float:
        both = sum(one[unit] * other[unit] for unit in one.keys() & other.keys())
        return both / math.sqrt(sum(x * x for x in one.values()) * sum(x * x for x in other.values()))

    sides = [(pair["a"]["id"], pair["b"]["id"]) for pair in told() if pair["kind"] == kind]
    scores = (cosine(weighed[one], weighed[other]) for one, other in sides)
    return [pair._replace(score=score) for pair, score in zip(pairs(kind), scores, strict=True)]


@cache
def neighbours(kind: str) -> list[list[Pair]]:
    """The pairs as they would be scored with each of the neighbouring constants."""
    before = same_matter.TITLE_COUNTS, own_matters.APART, own_matters.BY_WAY_COUNTS
    found = []
    for constants in NEIGHBOURS:
        same_matter.TITLE_COUNTS, own_matters.APART, own_matters.BY_WAY_COUNTS = constants
        here = map(scorer(), (pair for pair in told() if pair["kind"] == kind))
        found.append([pair._replace(score=next(here)) for pair in pairs(kind)])
    same_matter.TITLE_COUNTS, own_matters.APART, own_matters.BY_WAY_COUNTS = before
    return found


def left_out(some: Sequence[Pair], fit: Fit, *, weighted: bool) -> list[float]:
    """For each way to split the people, F1 over all folds together: each pair judged by what was fitted without its people."""
    return [f1(_judged(some, fit, seed), 0, weighted=weighted) for seed in range(SPLITS)]


def drawn(kind: str, *, weighted: bool) -> list[float]:
    """F1 with the threshold in use, on people drawn anew from those of the file: how much of the figure is chance."""
    chance = random.Random(0)
    of: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in pairs(kind):
        of[pair.group].append(pair)
    names = sorted(of)
    samples = ([pair for name in chance.choices(names, k=len(names)) for pair in of[name]] for _ in range(DRAWS))
    return [f1(sample, same_matter.THRESHOLD, weighted=weighted) for sample in samples]


def _judged(some: Sequence[Pair], fit: Fit, seed: int) -> list[Pair]:
    fold = _folds(some, seed)
    found: list[Pair] = []
    for number in range(FOLDS):
        scored, threshold = fit([at for at, of in enumerate(fold) if of != number])
        found += [
            pair._replace(score=pair.score - threshold) for pair, of in zip(scored, fold, strict=True) if of == number
        ]
    return found


def _folds(some: Sequence[Pair], seed: int) -> list[int]:
    """The fold of each pair: people at random, those with many pairs first, each into the fold that has fewest."""
    sizes = Counter(pair.group for pair in some)
    names = sorted(sizes)
    random.Random(seed).shuffle(names)
    fold: dict[str, int] = {}
    load = [0] * FOLDS
    for name in sorted(names, key=lambda name: -sizes[name]):
        fold[name] = load.index(min(load))
        load[fold[name]] += sizes[name]
    return [fold[pair.group] for pair in some]


def _plain() -> dict[str, str]:
    """Message → title and text, nothing but the characters."""
    sides = (side for pair in told() for side in (pair["a"], pair["b"]))
    return {side["id"]: re.sub(r"[^\w]+", "", side["title"] + side["text"]) for side in sides}


def _report() -> Iterator[str]:
    for kind in KINDS:
        some = pairs(kind)
        yield f"{kind}: {len(some)} pairs, {sum(pair.same for pair in some)} the same, {len({p.group for p in some})} groups of people"
        for weighted in (True, False):
            yield f"  {'weighted' if weighted else 'unweighted'}"
            for what, fit in (
                ("bigrams for comparison, threshold", with_the_threshold(by_bigrams(kind))),
                ("threshold", with_the_threshold(some)),
                ("all constants", with_all_constants(kind)),
            ):
                figures = left_out(some, fit, weighted=weighted)
                yield (
                    f"    {what} fitted, people left out, {SPLITS} splits: mean {mean(figures):.3f}, "
                    f"5th percentile {quantiles(figures, n=20)[0]:.3f}, {min(figures):.3f} to {max(figures):.3f}"
                )
            spread = quantiles(drawn(kind, weighted=weighted), n=20)
            yield f"    people drawn anew: 90 of 100 between {spread[0]:.3f} and {spread[-1]:.3f}"
    for file, some in (
        (READ, read_pairs()),
        (READ_AGAIN, read_further(READ_AGAIN)),
        (READ_LAST, read_further(READ_LAST)),
    ):
        found = f1(some, same_matter.THRESHOLD, weighted=False)
        yield f"labelled afterwards, {file.name}: {len(some)} pairs, {sum(pair.same for pair in some)} the same: {found:.3f}"
    yield _of("all together", all_of_the_same_person(), weighted=False)
    yield "at registration, among what had come in before:"
    for weighted in (True, False):
        which = "same-person, weighted" if weighted else "same-person"
        yield _of(f"  {which}", pairs("same-person", at_registration=True), weighted=weighted)
    yield _of("  all together", all_of_the_same_person(at_registration=True), weighted=False)


def _of(what: str, some: Sequence[Pair], *, weighted: bool) -> str:
    figures = left_out(some, with_the_threshold(some), weighted=weighted)
    return (
        f"{what}: {len(some)} pairs, {sum(pair.same for pair in some)} the same: "
        f"{f1(some, same_matter.THRESHOLD, weighted=weighted):.3f}; threshold fitted, people left out: mean {mean(figures):.3f}, "
        f"{min(figures):.3f} to {max(figures):.3f}"
    )


if __name__ == "__main__":
    print(*_report(), sep="\n")
