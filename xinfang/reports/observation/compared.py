"""The period's texts compared as at registration: whether two are about the same matter (rules/same_matter.py)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from ...core.near_texts import near
from ...rules.same_matter import Text, score, text_of

ALIKE = 0.4
"""From which score on petitions of different people are told as one matter: above the threshold of a clerk's hint, for
here nobody looks before it is printed. On the labelled pairs of different people (weighted) every one found was right."""
KEPT = 2048
"""So many texts made ready are kept; one that was not is made ready again."""


class Compared:
    """Texts, each a title, a line break and the content."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._ready = lru_cache(KEPT)(self._made_ready)

    def near(self) -> Iterator[tuple[int, int]]:
        """Places of texts worth comparing."""
        return near(self._texts)

    def alike(self, one: int, other: int) -> float:
        """From 0 to 1."""
        return score(self._ready(one), self._ready(other))

    def _made_ready(self, place: int) -> Text:
        title, _, content = self._texts[place].partition("\n")
        return text_of(title, content)
