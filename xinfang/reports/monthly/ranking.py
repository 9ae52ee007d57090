"""Units in the order in which they were in time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...core.figures import Rate
from ...core.table import Cell, Chart, Column, Table
from ..changes import arrow
from ..columns import UNIT
from .breakdown import Part


def ranking(now: Sequence[Part], earlier: Mapping[str, Rate], *, comparable: bool) -> Table:
    """Units by the share of replies in time, then by how many were due; those of which nothing was due are left out.

    The same rate has the same place. earlier: the rates of
    the period before; an arrow says how each moved, where the two are comparable.
    """
    due = sorted((p for p in now if p.on_time.whole), key=lambda p: (-_value(p.on_time), -p.on_time.whole, p.key))
    places = {rate: place for place, rate in reversed(list(enumerate((_value(p.on_time) for p in due), start=1)))}
    columns = (
        Column("place", "名次", "number"),
        UNIT,
        Column("due", "应办结", "number"),
        Column("met_on_time", "按期", "number"),
        Column("on_time_rate", "按期率", "rate"),
        Column("previous_due", "上期应办结", "number", machine_only=not comparable),
        Column("previous_met_on_time", "上期按期", "number", machine_only=not comparable),
        Column("previous_rate", "上期按期率", "rate", machine_only=not comparable),
        Column("trend", "升降", machine_only=not comparable),
    )
    rows = tuple(
        (
            *(places[_value(part.on_time)], part.key, *_told(part.on_time), *_told(earlier.get(part.key, Rate(0, 0)))),
            arrow(part.on_time, earlier.get(part.key)) if comparable else "",
        )
        for part in due
    )
    return Table("单位按期率排名", columns, rows, key="unit_ranking", chart=Chart("bars", "unit", ("on_time_rate",)))


def _value(rate: Rate) -> float:
    return rate.value or 0.0


def _told(rate: Rate) -> tuple[Cell, ...]:
    return rate.whole, rate.part, rate.value
