"""Counts by chance, seeded: letters come one by one, or in batches."""

from __future__ import annotations

import random
from math import exp, sqrt


def poisson(chance: random.Random, mean: float) -> int:
    """A count of mean and variance `mean`; large means in parts, for the product of many chances is nothing."""
    if mean > 30:
        return poisson(chance, mean / 2) + poisson(chance, mean / 2)
    count, left = 0, chance.random()
    while left > exp(-mean):
        count += 1
        left *= chance.random()
    return count


def batchy(chance: random.Random, mean: float, spread: float) -> int:
    """A count of that mean whose variance is `spread` times as great."""
    if spread == 1:
        return poisson(chance, mean)
    return poisson(chance, chance.gammavariate(mean / (spread - 1), spread - 1))


def at_most(share: float, tries: int) -> float:
    """The highest share that so many tries of a true share give by chance in one case of a thousand (3.1 deviations)."""
    return share + 3.1 * sqrt(share * (1 - share) / tries)
