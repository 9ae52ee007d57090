"""Texts worth comparing: those that share pairs of characters which few of the others have."""

from __future__ import annotations

from array import array
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from itertools import pairwise

SLOTS = 1 << 22
"""Pairs of characters are kept as numbers below this; two that share one are rare, and cost little."""
FACTOR = 8191
RAREST = 24
"""So many of a text's pairs of characters lead to the texts it is compared with."""
LATEST = 6
"""With each of them the latest so many texts that have it: a text sent in a thousand times is not compared a million."""
SHARED_AT_LEAST = 2


def near(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Places of two texts, the earlier first; as many as there are texts, times a constant."""
    pairs = [array("I", sorted(_pairs(text))) for text in texts]
    having = array("I", bytes(4 * SLOTS))
    for each in pairs:
        for pair in each:
            having[pair] += 1
    latest: dict[int, deque[int]] = {}
    for place, each in enumerate(pairs):
        votes: Counter[int] = Counter()
        # What only one text has is shared with none.
        shared = [pair for pair in each if having[pair] > 1]
        for pair in sorted(shared, key=having.__getitem__)[:RAREST]:
            others = latest.setdefault(pair, deque(maxlen=LATEST))
            votes.update(others)
            others.append(place)
        yield from ((other, place) for other, times in votes.items() if times >= SHARED_AT_LEAST)


def _pairs(text: str) -> set[int]:
    """Neighbouring characters, as numbers."""
    signs = array("I", text.encode("utf-32-le"))
    return {(one * FACTOR + other) % SLOTS for one, other in pairwise(signs)}
