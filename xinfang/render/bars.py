"""Bars made of signs, for a terminal: beside the numbers they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .charts import Panel, panels

if TYPE_CHECKING:
    from xinfang.core.table import Table

Bars = dict[str, list[str]]
"""Key of a column → the bar of each row."""

# One column wide in every font and code page; Chinese terminals draw block characters two columns wide.
ABOVE, BELOW = "#", "-"
LONGEST, SHORTEST = 24, 6
"""Signs of the longest bar where there is room; with room for fewer than SHORTEST there are no bars."""
MARGIN = 3
"""Columns that go with a column of bars: the gap before it and after it."""


def bars(table: Table, room: int) -> Bars:
    """Bars for the charted columns as far as `room` columns go; none where the table is better off without.

    The first of several has precedence. Series of one scale have bars of one scale: the same number is as long in all of
    them. A value other than zero has one sign at least.
    """
    drawn: Bars = {}
    for panel in panels(table, most=len(table.rows)):
        several = panel.series[: room // (SHORTEST + MARGIN)]
        if not several:
            return drawn
        long = min(room // len(several) - MARGIN, LONGEST)
        for series in several:
            signs = [_signs(value, panel, long) for value in series.values]
            drawn[table.columns[series.place].key] = signs
            room -= max(map(len, signs)) + MARGIN
    return drawn


def _signs(value: float | None, panel: Panel, long: int) -> str:
    if not value:
        return ""
    longest = max(panel.highest, -panel.lowest)
    return (ABOVE if value > 0 else BELOW) * max(1, round(abs(value) / longest * long))
