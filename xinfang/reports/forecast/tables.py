"""The tables of a forecast: by unit, by time limit, by week, and the trial."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from ...core.table import Cell, Chart, Column, Table
from ...rules.deadline import label_of_limit
from ..columns import UNIT
from .chances import Horizon, Lot, Sum, added
from .trials import Spreads, Trial, split, within

WHOSE = UNIT._replace(blank="复查、复核等机关")
"""Whose duty: of supervision, advice and review another body's than that which has the petition; of review nobody is named."""
FORECAST = (
    Column("due", "到期", "number"),
    Column("late", "预计超期", "number", decimals=1),
    Column("low", "至少", "number"),
    Column("high", "至多", "number"),
    Column("late_rate", "预计超期率", "rate"),
)


def cells(one: Sum, enough: bool) -> tuple[Cell, ...]:
    """A sum as a row of FORECAST; only what is due where there is no past to learn from."""
    if not enough or not one.due:
        return one.due, None, None, None, None
    return one.due, round(one.expected, 1), one.low, one.high, round(one.expected / one.due, 4)


def by_unit(found: Sequence[Lot], spreads: Spreads, enough: bool) -> Table:
    """A row for each unit."""
    return _by(split(found, lambda lot: lot.unit), WHOSE, spreads, enough, "各单位", "by_unit")


def by_limit(found: Sequence[Lot], spreads: Spreads, enough: bool) -> Table:
    """A row for each time limit; the supervisions, demands and pieces of advice of all petitions are one."""
    parts = split(found, lambda lot: label_of_limit(lot.label))
    return _by(parts, Column("limit", "期限"), spreads, enough, "各种期限", "by_limit")


def _by(
    parts: Mapping[str, Sequence[Lot]], column: Column, spreads: Spreads, enough: bool, title: str, key: str
) -> Table:
    """Where most will be late first."""
    sums = {name: added(several, spreads.units) for name, several in parts.items()}
    order = sorted(sums, key=lambda name: (-sums[name].expected, -sums[name].due, name))
    rows = tuple((name, *cells(sums[name], enough)) for name in order)
    chart = Chart("bars", column.key, ("due", "late") if enough else ("due",))
    return Table(title, (column, *FORECAST), rows, key=key, chart=chart)


def by_week(now: Horizon, found: Sequence[Lot], spreads: Spreads) -> Table:
    """A row for each week ahead."""
    rows: list[tuple[Cell, ...]] = []
    first = now.on + timedelta(days=1)
    while first <= now.until:
        last = first + timedelta(days=6)
        rows.append(
            (first, last, *cells(added([lot for lot in found if first <= lot.due <= last], spreads.whole), now.enough))
        )
        first = last + timedelta(days=1)
    columns = (Column("first", "自", "date"), Column("last", "至", "date"), *FORECAST)
    return Table("逐周", columns, tuple(rows), key="by_week", chart=Chart("bars", "first", ("due",)))


def trial_table(tried: Sequence[Trial]) -> Table:
    """A row for each earlier forecast."""
    columns = (
        Column("as_of", "预测日", "date"),
        Column("last", "预测到", "date"),
        Column("due", "到期", "number"),
        Column("late", "预计超期", "number", decimals=1),
        Column("low", "至少", "number"),
        Column("high", "至多", "number"),
        Column("happened", "实际超期", "number"),
        Column("within", "在区间内", words={"yes": "是", "no": "否"}),
        Column("units", "有到期的单位", "number"),
        Column("units_within", "其中在区间内", "number"),
    )
    rows = tuple(
        (
            each.on,
            each.until,
            each.whole.due,
            round(each.whole.expected, 1),
            each.whole.low,
            each.whole.high,
            each.whole.late,
            "yes" if each.hit else "no",
            len(each.units),
            sum(map(within, each.units.values())),
        )
        for each in tried
    )
    return Table("回头检验", columns, rows, key="trials", chart=Chart("lines", "as_of", ("late", "happened")))
