"""The petitions behind the figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..core.table import Column, Document, Table, records
from .columns import NUMBER, UNIT
from .indicators import INDICATORS, RATES

Counted = tuple[str, str, int]
"""Number, unit and weight of something counted, as store/queries/measures.petitions gives them."""


def detail(counted: Mapping[str, Iterable[Counted]]) -> Table:
    """One row for everything that was counted, by measure; its weight is people, or 1 for what was in time, else 0."""
    words = {each.measure: each.word for each in reversed((*INDICATORS, *RATES))}
    columns = (
        Column("measure", "指标", words=words),
        NUMBER,
        UNIT,
        Column("weight", "人数或是否计入分子", "number"),
    )
    # A petition stands behind many figures, a unit behind many petitions: each text is kept once, a year's are too many.
    once: dict[str, str] = {}
    rows = tuple(
        (name, once.setdefault(number, number), once.setdefault(unit, unit), weight)
        for name, found in counted.items()
        for number, unit, weight in found
    )
    return Table("明细", columns, rows, key="detail")


def with_detail(document: Document, behind: Table) -> Document:
    """The report with the table of what stands behind its figures, as its last and under `detail` in JSON."""
    return document._replace(data={**document.data, "detail": records(behind)}, tables=(*document.tables, behind))
