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

THRESHOLD = 0.33
"""From here on the same matter. Measured on labelled pairs of real messages: tests/rules/test_same_matter.py."""
TITLE_COUNTS = 0.2
WORDS_TOLD = 3
LONGEST_TOLD = 16
LOOKED_FOR = 10
"""By so many pairs of words others like it are looked for."""
SHORTEST_ALONE, LONGEST_ALONE = 4, 30
"""Of so many letters a word tells something by itself, where none stands beside another: a letter in English."""


class Text(NamedTuple):
    """A petition's text, made ready to be compared. title: the words of the title with their weights, if it has one."""

    runs: tuple[Run, ...]
    title: dict[str, float]
    weights: dict[str, float]
    """Each word and pair of words: its weight, more where it stands often."""
    length: float
    """Of the weights as a vector."""


class Likeness(NamedTuple):
    """score: 0 to 1. shared: what both say and few others would, the weightiest first. by_way: the place, among those
    compared, of the petition that both are like, where only that makes them alike (rules/own_matters.py)."""

    score: float
    shared: tuple[str, ...]
    by_way: int | None = None

    @property
    def same(self) -> bool:
        """Whether it is taken for the same matter."""
        return self.score >= THRESHOLD


def text_of(title: str, content: str) -> Text:
    """The text of a petition. Without a title its content alone is compared."""
    whole = f"{title}\n{content}"
    units = {unit: (1 + math.log(times)) * weight(unit) for unit, times in counted(whole).items()}
    words = {word: weight(word) for run in runs(title) for word in run}
    return Text(tuple(runs(whole)), words, units, _length(units))


def score(one: Text, other: Text) -> float:
    """How like the two are, from 0 to 1: the share of what weighs in both, and of each title in the other text."""
    both = one.weights.keys() & other.weights.keys()
    lengths = one.length * other.length
    cosine = sum(one.weights[unit] * other.weights[unit] for unit in both) / lengths if lengths else 0.0
    titles = [_held(each.title, text.weights) for each, text in ((one, other), (other, one)) if each.title]
    if titles:
        cosine += TITLE_COUNTS * (sum(titles) / len(titles) - cosine)
    return round(cosine, 4)


def likeness(one: Text, other: Text, beside: Sequence[Text] = ()) -> Likeness:
    """How like the two are, and what both say. beside: what the same person wrote about other matters."""
    habits = _habits((one, other), beside)
    first, second = _without(one, habits), _without(other, habits)
    return Likeness(score(first, second), tuple(_shared(first, second)))


def telling(text: Text) -> dict[str, float]:
    """What to look for to find others like it: its weightiest pairs of words with their weights, those of the title first."""
    title = {pair for run in text.runs[:1] for pair in pairs(run)} if text.title else set()
    rarity = {
        pair: _rarity(pair) * (2 if pair in title else 1) for run in text.runs for pair in pairs(run) if weight(pair)
    }
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
    return chosen or {word: weight(word) for word in _alone(text)[:LOOKED_FOR]}


def _alone(text: Text) -> list[str]:
    """The words of a text in Latin letters, where blanks part each from the next; the weightiest first."""
    words = {word for run in text.runs for word in run if SHORTEST_ALONE <= len(word) <= LONGEST_ALONE}
    return sorted(words, key=lambda word: (-text.weights[word], word))


def _rarity(pair: str) -> float:
    return weight(pair) + sum(map(weight, pair.split(" ")))


def _habits(two: Iterable[Text], beside: Sequence[Text]) -> dict[str, float]:
    """For what stands in texts about other matters too: the part of its weight that is left."""
    units = set().union(*(text.weights for text in two)) if beside else set()
    times = Counter(unit for text in beside for unit in units & text.weights.keys())
    return {unit: (1 - count / (len(beside) + 0.5)) ** 2 for unit, count in times.items()}


def _without(text: Text, habits: dict[str, float]) -> Text:
    """The text with its writer's habits weighing less."""
    if not habits:
        return text
    units = {unit: value * habits.get(unit, 1) for unit, value in text.weights.items()}
    words = {word: value * habits.get(word, 1) for word, value in text.title.items()}
    return text._replace(title=words, weights=units, length=_length(units))


def _length(weights: dict[str, float]) -> float:
    return math.sqrt(sum(value * value for value in weights.values()))


def _held(title: dict[str, float], text: dict[str, float]) -> float:
    """What part of the title, by weight, stands in the text."""
    whole = sum(title.values())
    return sum(value for word, value in title.items() if word in text) / whole if whole else 0.0


def _shared(one: Text, other: Text) -> Iterator[str]:
    """The weightiest stretches of the one that the other holds too; none within another."""
    weighed = {
        words: sum(one.weights[pair] for pair in pairs(words)) for words in _stretches(one, other) if _tells(words)
    }
    told: list[str] = []
    for words in sorted(weighed, key=lambda words: (-weighed[words], words)):
        said = "".join(words)
        if not any(said in each or each in said for each in told):
            told.append(said)
            yield said if len(said) <= LONGEST_TOLD else f"{said[:LONGEST_TOLD]}…"
        if len(told) == WORDS_TOLD:
            return
    if not told:
        yield from [word for word in _alone(one) if word in other.weights][:WORDS_TOLD]


def _tells(words: Run) -> bool:
    """Whether it is more than set phrases one after another, 恳请有关部门高度重视."""
    weighing = [weight(pair) > 0 for pair in pairs(words)]
    return sum(weighing) * 2 >= len(weighing)


def _stretches(one: Text, other: Text) -> Iterator[Run]:
    """Two words and more that stand side by side in both, as long as they go."""
    written = "|".join(f" {' '.join(run)} " for run in other.runs)
    for run in one.runs:
        start = 0
        for end in range(2, len(run) + 2):
            # Of a long one its end is looked for: no text of one sentence alone may take its length squared.
            last = run[max(start, end - LONGEST_TOLD) : end]
            if not (end <= len(run) and f" {' '.join(last)} " in written):
                if end - 1 - start > 1:
                    yield run[start : end - 1]
                start = end - 1
