"""How much a word tells: what stands in every petition says nothing about which matter it is about.

`wording/letters.txt` holds made-up petitions about everything people petition about, one a line. A word or a pair of
neighbouring words weighs the less the more of these it stands in: 希望 and 领导 next to nothing, the name of a housing
estate as much as can be. `wording/set_phrases.txt` holds what fits a petition about anything, 刻不容缓 or 加大力度: nobody
makes up letters enough to show of each of them that it tells nothing. The weights are the same in every office and on
every day, so that a score can be explained.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

READ_AT_MOST = 6000
"""Of a text so many characters are looked at: who writes more has said by then what it is about."""

FIGURES_TELL = 0.7
REMEMBERED = 100_000
"""Of so many words the weight is remembered: those of a hundred petitions, and not of all there are."""
Run = tuple[str, ...]
"""Words without a break between them."""


def runs(text: str) -> list[Run]:
    """The words of a text: a Chinese character each, figures and Latin letters together, parted where anything else stands."""
    folded = unicodedata.normalize("NFKC", text[:READ_AT_MOST]).casefold()
    return [tuple(_word().findall(part)) for part in _gap().split(folded) if part]


def pairs(run: Run) -> Iterator[str]:
    """Neighbouring words, as they are weighed."""
    return (f"{first} {second}" for first, second in pairwise(run))


def counted(text: str) -> Counter[str]:
    """How often each word and each pair stands in the text."""
    found: Counter[str] = Counter()
    for run in runs(text):
        found.update(run)
        found.update(pairs(run))
    return found


@lru_cache(REMEMBERED)
def weight(unit: str) -> float:
    """From 0 for a set phrase and for what stands in every letter to the logarithm of their number for what stands in none.

    Figures and Latin letters tell less: days, amounts and numbers of articles are no names.
    """
    if unit in _set_phrases():
        return 0.0
    letters, holding = _letters()
    weight = math.log((letters + 1) / (holding[unit] + 1))
    return weight * FIGURES_TELL ** sum(word.isascii() for word in unit.split(" "))


@cache
def _letters() -> tuple[int, Counter[str]]:
    """How many letters there are, and in how many of them each word and pair stands."""
    letters = _lines("letters.txt")
    holding: Counter[str] = Counter()
    for letter in letters:
        holding.update(counted(letter).keys())
    return len(letters), holding


@cache
def _set_phrases() -> frozenset[str]:
    """The pairs of neighbouring words of which the set phrases are made; a word by itself may still be part of a name."""
    return frozenset(pair for phrase in _lines("set_phrases.txt") for pair in pairs(tuple(phrase)))


def _lines(name: str) -> list[str]:
    return (Path(__file__).with_name("wording") / name).read_text(encoding="utf-8").splitlines()


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[a-z]+\d*|\d+|[^a-z\d]")


@cache
def _gap() -> re.Pattern[str]:
    return re.compile("[^\u3400-\u9fff\U00020000-\U0003ffffa-z0-9]+")
