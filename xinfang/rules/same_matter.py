"""Whether two petitions are about the same matter 同一事项: a score with its reason, for a clerk to decide by.

The score is 0.8 × how much of what weighs anything in the one stands in the other (cosine over words and pairs of
words, rules/wording.py) + 0.2 × how much of each title stands in the other petition. What a person writes in petitions
about quite other matters too is a habit of hers and counts for less.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from .wording import Run, counted, pairs, runs, weight

THRESHOLD = 0.32
"""From here on the same matter. Measured on labelled pairs of real messages: tests/rules/test_same_matter.py."""
APART = 0.28
"""Below it plainly another matter, so that what is written there too is the writer's habit."""
TITLE_COUNTS = 0.2
WORDS_TOLD = 3
LONGEST_TOLD = 16
LOOKED_FOR = 10
"""By so many pairs of words others like it are looked for."""


class Text(NamedTuple):
    """A petition's text, made ready to be compared. title: words of the title, if it has one."""

    runs: tuple[Run, ...]
    title: frozenset[str]
    weights: dict[str, float]
    """Each word and pair of words: its weight, more where it stands often."""


class Likeness(NamedTuple):
    """score: 0 to 1. shared: what both say and few others would, the weightiest first."""

    score: float
    shared: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether it is taken for the same matter."""
        return self.score >= THRESHOLD


def text_of(title: str, content: str) -> Text:
    """The text of a petition. Without a title its content alone is compared."""
    whole = f"{title}\n{content}"
    units = {unit: (1 + math.log(times)) * weight(unit) for unit, times in counted(whole).items()}
    return Text(tuple(runs(whole)), frozenset(word for run in runs(title) for word in run), units)


def score(one: Text, other: Text) -> float:
    """How like the two are, from 0 to 1, whatever else is known."""
    return _score(one, other, one.weights, other.weights, {})


def likeness(one: Text, other: Text, beside: Sequence[Text] = ()) -> Likeness:
    """How like the two are, and what both say. beside: what the same person wrote about other matters."""
    habits = _habits((one, other), beside)
    first, second = _without(one.weights, habits), _without(other.weights, habits)
    return Likeness(_score(one, other, first, second, habits), tuple(_shared(one, first, second)))


def likenesses(this: Text, others: Sequence[Text]) -> list[Likeness]:
    """How like `this` is to each of the other petitions of the same person."""
    base = [score(this, other) for other in others]
    found = []
    for place, other in enumerate(others):
        beside = [
            third for at, third in enumerate(others) if at != place and base[at] < APART and score(third, other) < APART
        ]
        found.append(likeness(this, other, beside))
    return found


def _score(
    one: Text, other: Text, first: dict[str, float], second: dict[str, float], habits: dict[str, float]
) -> float:
    """first, second: the weights of the two without the writer's habits."""
    titles = [_held(each.title, text, habits) for each, text in ((one, second), (other, first)) if each.title]
    cosine = _cosine(first, second)
    if titles:
        cosine += TITLE_COUNTS * (sum(titles) / len(titles) - cosine)
    return round(cosine, 4)


def telling(text: Text) -> dict[str, float]:
    """What to look for to find others like it: its weightiest pairs of words with their weights, those of the title first."""
    title = {pair for run in text.runs[:1] for pair in pairs(run)} if text.title else set()
    rarity = {pair: _rarity(pair) * (2 if pair in title else 1) for run in text.runs for pair in pairs(run)}
    chosen: dict[str, float] = {}
    taken: set[str] = set()
    for pair in sorted(rarity, key=lambda pair: (-rarity[pair], pair)):
        words = set(pair.split(" "))
        # Each word once: 幸福 and 福新 and 新城 would find the same petitions three times.
        if not words & taken:
            taken |= words
            chosen[pair.replace(" ", "")] = rarity[pair]
        if len(chosen) == LOOKED_FOR:
            break
    return chosen


def _rarity(pair: str) -> float:
    return weight(pair) + sum(map(weight, pair.split(" ")))


def _habits(two: Iterable[Text], beside: Sequence[Text]) -> dict[str, float]:
    """For what stands in texts about other matters too: the part of its weight that is left."""
    units = set().union(*(text.weights for text in two)) if beside else set()
    times = Counter(unit for text in beside for unit in units & text.weights.keys())
    return {unit: (1 - count / (len(beside) + 0.5)) ** 2 for unit, count in times.items()}


def _without(weights: dict[str, float], habits: dict[str, float]) -> dict[str, float]:
    return weights if not habits else {unit: value * habits.get(unit, 1) for unit, value in weights.items()}


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    both = one.keys() & other.keys()
    lengths = math.sqrt(sum(x * x for x in one.values()) * sum(x * x for x in other.values()))
    return sum(one[unit] * other[unit] for unit in both) / lengths if lengths else 0.0


def _held(title: frozenset[str], text: dict[str, float], habits: dict[str, float]) -> float:
    """What part of the title, by weight, stands in the text."""
    weights = {word: weight(word) * habits.get(word, 1) for word in title}
    whole = sum(weights.values())
    return sum(value for word, value in weights.items() if word in text) / whole if whole else 0.0


def _shared(text: Text, one: dict[str, float], other: dict[str, float]) -> Iterator[str]:
    """The weightiest stretches of the text that the other holds too, pair by pair; none within another."""
    stretches = {words: sum(one[pair] for pair in pairs(words)) for words in _stretches(text.runs, other)}
    told: list[str] = []
    for words in sorted(stretches, key=lambda words: (-stretches[words], words)):
        said = "".join(words)[:LONGEST_TOLD]
        if not any(said in each or each in said for each in told):
            told.append(said)
            yield said
        if len(told) == WORDS_TOLD:
            return


def _stretches(all_runs: Iterable[Run], other: dict[str, float]) -> Iterator[Run]:
    for run in all_runs:
        start = 0
        for at, pair in enumerate(pairs(run)):
            if pair not in other:
                if at > start:
                    yield run[start : at + 1]
                start = at + 1
        if len(run) - 1 > start:
            yield run[start:]
