"""Many tests at once: what is still to be believed of each."""

from __future__ import annotations

from collections.abc import Sequence


def benjamini_hochberg(values: Sequence[float]) -> list[float]:
    """Each p adjusted, in the order given: of all with an adjusted p up to q, the share expected to be false is q.

    >>> benjamini_hochberg([0.01, 0.04, 0.03])
    [0.03, 0.04, 0.04]
    """
    order = sorted(range(len(values)), key=lambda place: values[place], reverse=True)
    adjusted = [1.0] * len(values)
    least = 1.0
    for rank, place in zip(range(len(values), 0, -1), order, strict=True):
        least = min(least, values[place] * len(values) / rank)
        adjusted[place] = least
    return adjusted
