"""Petitions tied by 重复 links, gathered into their matters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ...core.report_rows import MemberRow


class Member(NamedTuple):
    """A petition of a matter. The order of members is that in which they came in."""

    received_on: str
    petition: int
    number: str
    channel: str
    restricted: bool = False
    """Whether it is an accusation, by all that is known: who wrote it is not shown."""


Matter = tuple[Member, ...]
"""One matter's petitions as they came in, those with a retracted registration left out; never empty."""


def matters_of(rows: Sequence[MemberRow]) -> list[Matter]:
    """The matters, by their first petitions."""
    tied = _Tied()
    for row in rows:
        tied.tie(row.petition, row.petition if row.earlier is None else row.earlier)
    found: dict[int, dict[int, Member]] = {}
    for row in rows:
        if not row.is_void:
            member = Member(row.received_on, row.petition, row.number, row.channel, bool(row.restricted))
            found.setdefault(tied.first(row.petition), {})[row.petition] = member
    return sorted(tuple(sorted(members.values())) for members in found.values())


def by_petition(matters: Iterable[Matter]) -> dict[int, Matter]:
    """Each petition's matter."""
    return {member.petition: matter for matter in matters for member in matter}


class _Tied:
    """Sets of petitions that grow together (union-find): a chain of thousands is followed as quickly as a pair."""

    def __init__(self) -> None:
        self._up: dict[int, int] = {}

    def first(self, petition: int) -> int:
        """The petition that stands for its set."""
        up = self._up
        up.setdefault(petition, petition)
        while up[petition] != petition:
            up[petition] = up[up[petition]]
            petition = up[petition]
        return petition

    def tie(self, one: int, other: int) -> None:
        """Make one set of the two."""
        one, other = self.first(one), self.first(other)
        self._up[max(one, other)] = min(one, other)
