"""Group visits 集体访 by size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
    rows = []
    for least, most in _sizes(group_size):
        of_size = [people for people in visits if least <= people and (most is None or people <= most)]
        if of_size:
            rows.append((_label(least, most), len(of_size), sum(of_size)))
    return Table("集体访规模", columns, tuple(rows), key="group_visits", chart=Chart("bars", "size", ("visits",)))


def _sizes(group_size: int) -> Iterator[tuple[int, int | None]]:
    """SIZES from the size on that makes a group here: what is smaller is no group, and no size may be said to begin there."""
    if group_size < SIZES[0][0]:
        yield group_size, SIZES[0][0] - 1
    for least, most in SIZES:
        if most is None or group_size <= most:
            yield max(least, group_size), most


def _label(least: int, most: int | None) -> str:
    if most is None:
        return f"{least}人以上"
    return f"{least}人" if least == most else f"{least}至{most}人"
