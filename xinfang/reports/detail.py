"""The petitions behind the figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..core.long import Long
from ..core.table import Column, Document, Row, Table, held, records
from .columns import NUMBER, UNIT
from .indicators import INDICATORS, RATES, STANDING

CountedPetition = tuple[str, str, int]
"""Number, unit and weight of something counted, as store/queries/measures.petitions gives them."""


def detail(measures: Iterable[str], counted: Callable[[str], Iterable[CountedPetition]]) -> Table:
    """One row for everything that was counted, by measure; its weight is people, or 1 for what was in time, else 0.

    Those of a year are too many to be held: `counted` is asked again whenever they are read.
    """
    names = tuple(measures)

    def read(_: object) -> Iterator[Row]:
        for name in names:
            yield from ((name, *found) for found in counted(name))

    words = {each.measure: each.word for each in reversed((*INDICATORS, *RATES))}
    words |= {name: word.format(ending="") for name, (word, *_) in STANDING.items()}
    columns = (
        Column("measure", "指标", words=words),
        NUMBER,
        UNIT,
        Column("weight", "人数或是否计入分子", "number"),
    )
    return held(Table("明细", columns, Long(read), key="detail"))


def with_detail(document: Document, behind: Table) -> Document:
    """The report with the table of what stands behind its figures, as its last and under its key in JSON."""
    return document._replace(data={**document.data, behind.key: records(behind)}, tables=(*document.tables, behind))
