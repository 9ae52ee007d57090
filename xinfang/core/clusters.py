"""Things that belong together, found from which are alike two by two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol


class Comparable(Protocol):
    """So many things, by place."""

    def near(self) -> Iterable[tuple[int, int]]:
        """Pairs worth comparing."""

    def alike(self, one: int, other: int) -> float:
        """How alike two are, from 0 to 1."""


def clusters(things: Comparable, *, alike: float) -> list[list[int]]:
    """Clusters of two or more, the largest first; in each the most central thing first, then the others by place.

    Every member is at least so much alike to the most central one: no chain leads from one matter to another.
    """
    links: dict[int, set[int]] = {}
    for one, other in things.near():
        if things.alike(one, other) >= alike:
            links.setdefault(one, set()).add(other)
            links.setdefault(other, set()).add(one)
    found = [cluster for part in _connected(links) for cluster in _round_centres(part, links, things, alike)]
    return sorted(found, key=lambda cluster: (-len(cluster), cluster[0]))


def _connected(links: dict[int, set[int]]) -> Iterator[set[int]]:
    waiting = set(links)
    while waiting:
        part: set[int] = set()
        edge = {min(waiting)}
        while edge:
            part |= edge
            edge = {other for one in edge for other in links[one]} - part
        waiting -= part
        yield part


def _round_centres(part: set[int], links: dict[int, set[int]], things: Comparable, alike: float) -> Iterator[list[int]]:
    """The one with most links, with all that are alike to it; then the same among the rest."""
    while part:
        centre = min(part, key=lambda one: (-len(links[one] & part), one))
        members = sorted(other for other in part if other != centre and things.alike(centre, other) >= alike)
        if members:
            yield [centre, *members]
        part = part - {centre, *members}
