"""How petitions belong together: one repeats an earlier one, or has to do with it. A link is never a merger."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import NamedTuple

from .terms import Term


class Relation(Term):
    """What a petition is to an earlier one (筛重结论)."""

    REPEAT = "repeat", "重复件"
    RELATED = "related", "相关件"


class Link(NamedTuple):
    """A petition's relation to an earlier one, from `since` (inclusive) to `until` (exclusive; None: to this day)."""

    earlier: str
    relation: Relation
    since: date
    until: date | None = None


Links = tuple[Link, ...]
"""All links a petition ever had, in the order in which they were made."""


def registered(earlier: str, received_on: date) -> Links:
    """The link that a registration states; none where it names no earlier petition."""
    return (Link(earlier, Relation.REPEAT, received_on),) if earlier else ()


def linked(links: Links, earlier: str, relation: Relation, on: date) -> Links:
    """With this link from that day on, in place of another relation to the same petition; as they are if it stands."""
    standing = next((link for link in links if link.earlier == earlier and link.until is None), None)
    if standing and standing.relation is relation:
        return links
    return (*unlinked(links, earlier, on), Link(earlier, relation, on))


def unlinked(links: Links, earlier: str, on: date) -> Links:
    """With the link to that petition ended; that it stood before stays known."""
    return tuple(link._replace(until=on) if link.earlier == earlier and link.until is None else link for link in links)


def standing(links: Links, relation: Relation) -> tuple[str, ...]:
    """The earlier petitions to which the relation stands now."""
    return tuple(link.earlier for link in links if link.until is None and link.relation is relation)


def meet(one: Link, other: Link) -> bool:
    """Whether there is a day on which both stand."""
    begins = max(one.since, other.since)
    return all(link.until is None or begins < link.until for link in (one, other))


def in_two_matters(links: Links) -> Iterator[tuple[Link, Link]]:
    """The pairs of links by which the petition repeats two petitions on one day: a petition belongs to one matter."""
    repeats = (link for link in links if link.relation is Relation.REPEAT)
    return (
        (one, other) for one, other in combinations(repeats, 2) if one.earlier != other.earlier and meet(one, other)
    )
