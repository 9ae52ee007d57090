"""Corrected p values against the definition."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from xinfang.core.statistics.correction import benjamini_hochberg


def rejected(values: list[float], level: float) -> set[int]:
    """As Benjamini and Hochberg wrote it: up to the largest rank whose value is at most level × rank / number."""
    order = sorted(range(len(values)), key=lambda i: values[i])
    ranks = [rank for rank, i in enumerate(order, start=1) if values[i] <= level * rank / len(values)]
    return set(order[: max(ranks, default=0)])


@given(st.lists(st.floats(0, 1), max_size=30), st.sampled_from([0.01, 0.05, 0.2]))
def test_the_same_are_rejected(values: list[float], level: float) -> None:
    adjusted = benjamini_hochberg(values)
    # A hair apart from the level, where the two ways may round differently.
    if all(abs(p - level) > 1e-9 for p in adjusted):
        assert {i for i, p in enumerate(adjusted) if p <= level} == rejected(values, level)


def test_by_hand() -> None:
    assert benjamini_hochberg([]) == []
    # Ranks 1, 2, 3 of 4: 0.01 × 4, 0.02 × 4/2, 0.03 × 4/3; all 0.04. And 0.5.
    assert [round(p, 9) for p in benjamini_hochberg([0.5, 0.01, 0.03, 0.02])] == [0.5, 0.04, 0.04, 0.04]
