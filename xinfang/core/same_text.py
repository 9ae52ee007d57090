"""Which texts tell of the same thing: by the pairs of characters they share, rare ones counting more."""

from __future__ import annotations

from array import array
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log, sqrt

SLOTS = 1 << 22
"""Pairs of characters are kept as numbers below this; two that share one are rare, and cost little."""
FACTOR = 8191
RAREST = 24
"""So many of a text's pairs of characters lead to the texts it is compared with."""
LATEST = 6
"""With each of them the latest so many texts that have it: a text sent in a thousand times is not compared a million."""
SHARED_AT_LEAST = 2
ALIKE = 0.15
"""From which likeness on two texts of one period are taken to tell of the same matter: hardly any then do not."""


class Texts:
    """Texts that can be compared. What stands in all of them says nothing, so the weights come from these texts."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._having = array("I", bytes(4 * SLOTS))
        pairs = [array("I", sorted(_pairs(text))) for text in texts]
        for each in pairs:
            for pair in each:
                self._having[pair] += 1
        self._number = len(texts)
        self._length = [sqrt(sum(map(self._weight, each))) for each in pairs]
        # What only one text has is shared with none.
        self._shared = [array("I", [pair for pair in each if self._having[pair] > 1]) for each in pairs]

    def alike(self, one: int, other: int) -> float:
        """From 0, nothing in common, to 1, the same (cosine)."""
        shared = set(self._shared[one]).intersection(self._shared[other])
        length = self._length[one] * self._length[other]
        return sum(map(self._weight, shared)) / length if length else 0.0

    def near(self) -> Iterator[tuple[int, int]]:
        """Texts worth comparing, each with earlier ones; as many as there are texts, times a constant."""
        latest: dict[int, deque[int]] = {}
        for place, pairs in enumerate(self._shared):
            votes: Counter[int] = Counter()
            for pair in sorted(pairs, key=self._having.__getitem__)[:RAREST]:
                having = latest.setdefault(pair, deque(maxlen=LATEST))
                votes.update(having)
                having.append(place)
            yield from ((other, place) for other, times in votes.items() if times >= SHARED_AT_LEAST)

    def _weight(self, pair: int) -> float:
        # Squared, for a text either has a pair or has not.
        return log(1 + self._number / self._having[pair]) ** 2


def _pairs(text: str) -> set[int]:
    """Neighbouring characters, as numbers."""
    signs = array("I", text.encode("utf-32-le"))
    return {(one * FACTOR + other) % SLOTS for one, other in pairwise(signs)}
