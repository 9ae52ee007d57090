"""Group visits 集体访 by size."""

from __future__ import annotations

from collections.abc import Sequence

from ...core.table import Chart, Column, Table

SIZES = ((5, 10), (11, 20), (21, 50), (51, 100), (101, None))
"""From how many people to how many, both included; the last has no end. What practice counts by; no article says so."""


def by_size(visits: Sequence[int], group_size: int) -> Table:
    """How many visits and people of each size; visits: the people each brought. Smaller groups than SIZES come first."""
    columns = (
        Column("size", "规模"),
        Column("visits", "批次", "number"),
        Column("visitors", "人次", "number"),
    )
    sizes = ((group_size, SIZES[0][0] - 1), *SIZES) if group_size < SIZES[0][0] else SIZES
    rows = []
    for least, most in sizes:
        of_size = [people for people in visits if least <= people and (most is None or people <= most)]
        label = f"{least}人以上" if most is None else f"{least}至{most}人"
        if of_size:
            rows.append((label, len(of_size), sum(of_size)))
    return Table("集体访规模", columns, tuple(rows), key="group_visits", chart=Chart("bars", "size", ("visits",)))
