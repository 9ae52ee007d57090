"""Which of a person's petitions are about the matter of another of hers: read together, not pair by pair.

What she writes about quite other matters too tells nothing. A matter is told in pieces: what is like the petition that
plainly repeats this one is about the matter of both.
"""

from __future__ import annotations

from collections.abc import Sequence

from .same_matter import THRESHOLD, Likeness, Text, likeness, score

APART = 0.28
"""Below it plainly another matter, so that what is written there too is the writer's habit."""
BY_WAY_COUNTS = 0.9
"""By way of a third petition it is a tenth less sure."""


def likenesses(this: Text, others: Sequence[Text]) -> list[Likeness]:
    """How like `this` is to each of the other petitions of the same person, by itself or by way of the likest of them."""
    found = _by_itself(this, others)
    nearest = max(range(len(found)), key=lambda place: found[place].score, default=0)
    if not found or found[nearest].score * BY_WAY_COUNTS < THRESHOLD or all(each.same for each in found):
        return found  # as it mostly is: the second look costs as much as the first
    rest = [place for place in range(len(others)) if place != nearest]
    beyond = _by_itself(others[nearest], [others[place] for place in rest])
    for place, likewise in zip(rest, beyond, strict=True):
        by_way = round(BY_WAY_COUNTS * min(found[nearest].score, likewise.score), 4)
        if by_way >= THRESHOLD and not found[place].same:
            # What little both say is not the reason.
            found[place] = Likeness(by_way, (), nearest)
    return found


def _by_itself(this: Text, others: Sequence[Text]) -> list[Likeness]:
    base = [score(this, other) for other in others]
    apart = {
        frozenset((at, place))
        for at, third in enumerate(others)
        for place, other in enumerate(others[:at])
        if min(base[at], base[place]) < APART and score(third, other) < APART
    }
    found = []
    for place, other in enumerate(others):
        beside = [third for at, third in enumerate(others) if base[at] < APART and frozenset((at, place)) in apart]
        found.append(likeness(this, other, beside))
    return found
