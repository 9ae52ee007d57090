"""What belongs together: everything is alike enough to the one in the middle, and no chain leads from one to another."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from xinfang.core.clusters import clusters


class Said:
    """How alike any two are, as the test says; those of which it says nothing are not alike at all."""

    def __init__(self, alike: dict[tuple[int, int], float]) -> None:
        self.said = alike

    def near(self) -> Iterable[tuple[int, int]]:
        return self.said

    def alike(self, one: int, other: int) -> float:
        return self.said.get((one, other), self.said.get((other, one), 0.0))


@pytest.mark.parametrize(
    ("why", "alike", "found"),
    [
        ("just so much alike is enough", {(1, 2): 0.5}, [[1, 2]]),
        ("a little less is not", {(1, 2): 0.49}, []),
        ("the most central first, the others by place", {(1, 3): 0.6, (2, 3): 0.5}, [[3, 1, 2]]),
        (
            "no chain: 4 is alike to 3 alone, and 3 is taken",
            {(1, 2): 0.6, (2, 3): 0.6, (3, 4): 0.6},
            [[2, 1, 3]],
        ),
        (
            "the end of a chain makes a cluster of its own with what is left",
            {(1, 2): 0.6, (2, 3): 0.6, (3, 4): 0.6, (4, 5): 0.6},
            [[2, 1, 3], [4, 5]],
        ),
        ("the largest first", {(1, 2): 0.6, (3, 4): 0.6, (4, 5): 0.6}, [[4, 3, 5], [1, 2]]),
        ("of two as large the one whose centre came first", {(3, 4): 0.6, (1, 2): 0.6}, [[1, 2], [3, 4]]),
        (
            "as large, and the one with a centre further on has the first member",
            {(2, 3): 0.6, (3, 5): 0.6, (4, 1): 0.6, (4, 6): 0.6},
            [[3, 2, 5], [4, 1, 6]],
        ),
    ],
)
def test_clusters(why: str, alike: dict[tuple[int, int], float], found: list[list[int]]) -> None:
    assert clusters(Said(alike), alike=0.5) == found, why
