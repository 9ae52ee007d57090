"""What a chart shows, before anybody draws it: names and values of the rows that fit, series of one scale together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import islice, takewhile
from math import isfinite
from typing import TYPE_CHECKING, Literal, NamedTuple

from .cells import line, words

if TYPE_CHECKING:
    from xinfang.core.table import Cell, Chart, Column, Table

MOST = {"bars": 24, "lines": 400}
"""Rows that a chart of that kind shows; more cannot be told apart. The table beside it has them all."""
BARS = 48
"""Bars that a chart has room for on a page with the value of each beside it: of three for each name, of sixteen names."""
NAMELESS = "（空）"
"""Stands in a chart where the table has an empty cell."""
KEPT = 3
"""So many signs of what several names begin with stay with each."""


class Series(NamedTuple):
    """One column drawn: its heading, and for each row the value and the words the table has for it.

    place: of the column in the table. decimals: with which its values are read; 0 where all are whole.
    """

    name: str
    place: int
    decimals: Literal[0, 1, 2]
    values: tuple[float | None, ...]
    shown: tuple[str, ...]


class Panel(NamedTuple):
    """Series that share a scale, which always contains zero: counts, or rates. place: of the column of names."""

    chart: Chart
    rate: bool
    place: int
    names: tuple[str, ...]
    series: tuple[Series, ...]
    lowest: float
    highest: float

    @property
    def caption(self) -> str:
        """What is drawn."""
        return "、".join(series.name for series in self.series)

    def first(self, names: int) -> Panel:
        """The same with no more names."""
        cut = (each._replace(values=each.values[:names], shown=each.shown[:names]) for each in self.series)
        return self._replace(names=self.names[:names], series=tuple(cut))


def panels(table: Table, *, most: int | None = None) -> list[Panel]:
    """The charts of a table: counts apart from rates. None where the table asks for none or it would tell nothing.

    most: rows shown, instead of MOST.
    """
    chart = table.chart
    if chart is None or len(table.rows) < 2:
        return []
    places = {column.key: place for place, column in enumerate(table.columns)}
    name_place = places[chart.label]
    rows = tuple(islice(table.rows, most or _most(chart)))
    names = tuple(line(words(row[name_place], table.columns[name_place])) or NAMELESS for row in rows)
    found = []
    for rate in (False, True):
        wanted = [places[key] for key in chart.values if (table.columns[places[key]].kind == "rate") is rate]
        series = tuple(_series(table.columns[place], place, [row[place] for row in rows]) for place in wanted)
        values = [value for each in series for value in each.values if value is not None]
        if any(values):
            # A rate is read against the whole.
            highest = max(*values, 1.0 if rate else 0.0)
            found.append(Panel(chart, rate, name_place, names, series, min(*values, 0.0), highest))
    return found


def _most(chart: Chart) -> int:
    return MOST[chart.kind] if chart.kind == "lines" else min(MOST["bars"], BARS // max(len(chart.values), 2))


def left_out(table: Table, panel: Panel) -> str:
    """The sentence below a chart that does not show every row; empty where it does."""
    return f"图中只有前 {len(panel.names)} 项，共 {len(table.rows)} 项。" if len(panel.names) < len(table.rows) else ""


def told_apart(names: Sequence[str], cut: Callable[[str], str]) -> list[str]:
    """The names as `cut` shortens them for a drawing; where that makes several alike, without what these begin with.

    >>> told_apart(["县综合行政执法大队第1中队", "县综合行政执法大队第12中队", "信访局"], lambda name: name[:7])
    ['…大队第1中队', '…大队第12中', '信访局']
    """
    alike = defaultdict(list)
    for name in names:
        alike[cut(name)].append(name)
    return [cut(_without_beginning(name, alike[cut(name)])) for name in names]


def _without_beginning(name: str, alike: Sequence[str]) -> str:
    """No number is cut in two: 第1 is not what 第1 and 第12 begin with."""
    if len(set(alike)) == 1:
        return name
    same = sum(1 for _ in takewhile(lambda signs: len(set(signs)) == 1, zip(*alike, strict=False)))
    left_out = len(name[:same].rstrip("0123456789")) - KEPT
    return f"…{name[left_out:]}" if left_out > 0 else name


def _series(column: Column, place: int, cells: list[Cell]) -> Series:
    values = tuple(map(_value, cells))
    decimals = column.decimals if any(value and not value.is_integer() for value in values) else 0
    return Series(line(column.label), place, decimals, values, tuple(line(words(cell, column)) for cell in cells))


def _value(cell: Cell) -> float | None:
    if isinstance(cell, bool) or not isinstance(cell, int | float) or not isfinite(cell):
        return None
    return float(cell)
