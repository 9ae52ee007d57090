"""Labelled pairs of real messages, and how well the text score tells the same matter on people it was not fitted on.

Two files of them. same-matter-dev.jsonl, by whose pairs the constants were chosen: each fold leaves all pairs of some
people out, over many ways to put the people into folds. rules/read_pairs.txt: pairs of messages-a.xlsx that were labelled
after the constants stood and before their scores were seen. `python tests/labelled_pairs.py` prints all there is to know.
"""

from __future__ import annotations

import json
import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise, product
from pathlib import Path
from statistics import mean, quantiles
from typing import Any, NamedTuple

from needs import MESSAGES, PAIRS

from xinfang.rules import same_matter
from xinfang.rules.same_matter import Text, likeness, likenesses, text_of

KINDS = {"same-person": 0.97, "other-person": 0.93}
"""With the F1 that is wanted of each."""
FOLDS = 5
SPLITS = 20
"""So many ways to put the people into folds."""
DRAWS = 1000
"""So often people are drawn anew, for the interval."""
NEIGHBOURS = tuple(product((0.1, 0.2, 0.3), (0.24, 0.28, 0.32)))
"""What TITLE_COUNTS and APART might as well have been."""
READ = Path(__file__).with_name("rules") / "read_pairs.txt"


class Pair(NamedTuple):
    """group: people between whom a pair runs are never parted. weight: how many pairs of all this one stands for."""

    group: str
    same: bool
    weight: float
    score: float


Fit = Callable[[Sequence[int]], tuple[Sequence[Pair], float]]
"""From the places of the pairs that may be looked at: all pairs with their scores, and the threshold."""


@cache
def read() -> list[dict[str, Any]]:
    """The file as it is."""
    return [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]


def told() -> list[dict[str, Any]]:
    """What its readers did not leave undecided."""
    return [pair for pair in read() if pair["label"] != "related"]


@cache
def texts() -> dict[str, dict[str, Text]]:
    """User → message → its text; undecided pairs too, for what the person wrote besides stands in them."""
    found: defaultdict[str, dict[str, Text]] = defaultdict(dict)
    for pair in read():
        for side in (pair["a"], pair["b"]):
            found[side["user"]][side["id"]] = text_of(side["title"], side["text"])
    return found


@cache
def pairs(kind: str) -> list[Pair]:
    """The pairs of the file that are scored, each with the program's score."""
    group = _groups()
    return [
        Pair(group[pair["a"]["user"]], pair["label"] == "same", pair["weight"], _score(pair))
        for pair in told()
        if pair["kind"] == kind
    ]


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
    before = same_matter.TITLE_COUNTS, same_matter.APART
    found = []
    for constants in NEIGHBOURS:
        same_matter.TITLE_COUNTS, same_matter.APART = constants
        here = iter([_score(pair) for pair in told() if pair["kind"] == kind])
        found.append([pair._replace(score=next(here)) for pair in pairs(kind)])
    same_matter.TITLE_COUNTS, same_matter.APART = before
    return found


def left_out(kind: str, fit: Fit, *, weighted: bool) -> list[float]:
    """For each way to split the people, F1 over all folds together: each pair judged by what was fitted without its people."""
    return [f1(_judged(kind, fit, seed), 0, weighted=weighted) for seed in range(SPLITS)]


def drawn(kind: str, *, weighted: bool) -> list[float]:
    """F1 with the threshold in use, on people drawn anew from those of the file: how much of the figure is chance."""
    chance = random.Random(0)
    of: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in pairs(kind):
        of[pair.group].append(pair)
    names = sorted(of)
    samples = ([pair for name in chance.choices(names, k=len(names)) for pair in of[name]] for _ in range(DRAWS))
    return [f1(sample, same_matter.THRESHOLD, weighted=weighted) for sample in samples]


def read_pairs() -> list[Pair]:
    """The pairs that were labelled afterwards, with the program's score."""
    import python_calamine

    _, *rows = python_calamine.CalamineWorkbook.from_path(MESSAGES).get_sheet_by_index(0).to_python()
    written: defaultdict[str, dict[str, Text]] = defaultdict(dict)
    user = {}
    for number, name, title, _, body, *_ in rows:
        key = str(number).removesuffix(".0")
        user[key] = str(name)
        written[str(name)][key] = text_of(str(title), str(body))
    labels = [line.split() for line in READ.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [
        Pair(user[one], label == "same", 1.0, _beside(one, other, written[user[one]]))
        for one, other, label in labels
        if label != "related"
    ]


def _judged(kind: str, fit: Fit, seed: int) -> list[Pair]:
    fold = _folds(kind, seed)
    found: list[Pair] = []
    for number in range(FOLDS):
        some, threshold = fit([at for at, of in enumerate(fold) if of != number])
        found += [
            pair._replace(score=pair.score - threshold) for pair, of in zip(some, fold, strict=True) if of == number
        ]
    return found


def _folds(kind: str, seed: int) -> list[int]:
    """The fold of each pair: people at random, those with many pairs first, each into the fold that has fewest."""
    sizes = Counter(pair.group for pair in pairs(kind))
    names = sorted(sizes)
    random.Random(seed).shuffle(names)
    fold: dict[str, int] = {}
    load = [0] * FOLDS
    for name in sorted(names, key=lambda name: -sizes[name]):
        fold[name] = load.index(min(load))
        load[fold[name]] += sizes[name]
    return [fold[pair.group] for pair in pairs(kind)]


def _score(pair: Mapping[str, Any]) -> float:
    """As at registration: `b` is looked up among all that the person has."""
    one, other = pair["a"], pair["b"]
    if one["user"] == other["user"]:
        return _beside(one["id"], other["id"], texts()[one["user"]])
    return likeness(texts()[one["user"]][one["id"]], texts()[other["user"]][other["id"]]).score


def _beside(one: str, other: str, written: Mapping[str, Text]) -> float:
    others = [text for name, text in written.items() if name not in (one, other)]
    return likenesses(written[one], [written[other], *others])[0].score


def _plain() -> dict[str, str]:
    """Message → title and text, nothing but the characters."""
    sides = (side for pair in told() for side in (pair["a"], pair["b"]))
    return {side["id"]: re.sub(r"[^\w]+", "", side["title"] + side["text"]) for side in sides}


def _groups() -> dict[str, str]:
    """User → group: users between whom a pair runs have the same."""
    group: dict[str, str] = {}
    for pair in told():
        users = {pair["a"]["user"], pair["b"]["user"]}
        joined = {group.get(user, user) for user in users} | users
        name = min(joined)
        group |= {user: name for user, of in list(group.items()) if of in joined} | dict.fromkeys(users, name)
    return group


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
                figures = left_out(kind, fit, weighted=weighted)
                yield (
                    f"    {what} fitted, people left out, {SPLITS} splits: mean {mean(figures):.3f}, "
                    f"5th percentile {quantiles(figures, n=20)[0]:.3f}, {min(figures):.3f} to {max(figures):.3f}"
                )
            spread = quantiles(drawn(kind, weighted=weighted), n=20)
            yield f"    people drawn anew: 90 of 100 between {spread[0]:.3f} and {spread[-1]:.3f}"
    some = read_pairs()
    yield (
        f"labelled afterwards: {len(some)} pairs, {sum(pair.same for pair in some)} the same: "
        f"{f1(some, same_matter.THRESHOLD, weighted=False):.3f}"
    )


if __name__ == "__main__":
    print(*_report(), sep="\n")
