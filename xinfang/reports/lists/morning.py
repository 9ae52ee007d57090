"""Today 今日要办: what a clerk looks at every morning."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from ...core.days import weekday
from ...core.lookups import DeadlineRow, PetitionRow
from ...core.table import Document, Table, records
from . import deadlines as deadline_tables
from . import listing

MEASURES = {
    "overdue": ("超期", "项"),
    "due_soon": ("将到期", "项"),
    "unserved": ("未送达", "件"),
    "unacknowledged": ("转送无下文", "件"),
    "pending": ("异议争议", "件"),
    "unlimited": ("没有期限", "件"),
}
"""The lists that are counted at the top → what their rows are called and counted by."""


class Standing(NamedTuple):
    """How things stand on a day. ahead: how many working days due_soon looks ahead."""

    on: date
    ahead: int
    overdue: Sequence[DeadlineRow]
    due_soon: Sequence[DeadlineRow]
    unserved: Sequence[PetitionRow]
    unacknowledged: Sequence[PetitionRow]
    pending: Sequence[PetitionRow]
    unlimited: Sequence[PetitionRow]
    unverified: Sequence[DeadlineRow]

    @property
    def counts(self) -> dict[str, int]:
        """How long each list is, by its name in MEASURES."""
        return {name: len(getattr(self, name)) for name in MEASURES}

    @property
    def shown(self) -> int:
        """How many rows the counted lists have."""
        return sum(self.counts.values())

    @property
    def day(self) -> str:
        """The day with its weekday."""
        return f"{self.on} {weekday(self.on)}"


def morning(standing: Standing, *, reveal: bool, limit: int | None) -> Document:
    """Seven short lists; limit: where each was cut off.

    Its JSON: `{"as_of", "overdue": […], "due_soon": […], "unverified": […], …}`.
    """
    tables = lists(standing, reveal=reveal)
    counts = "，".join(
        f"{word} {standing.counts[name]} {measure}{'以上' if standing.counts[name] == limit else ''}"
        for name, (word, measure) in MEASURES.items()
    )
    unverified = f"，届满日未核 {len(standing.unverified)} 项" if standing.unverified else ""
    return Document(
        title=f"今日要办（{standing.day}）",
        data={"as_of": standing.on.isoformat(), **{name: records(table) for name, table in tables.items()}},
        tables=tuple(table for table in tables.values() if table.rows),
        lines=(f"{counts}{unverified}。",),
    )


def lists(standing: Standing, *, reveal: bool) -> dict[str, Table]:
    """The lists by name, each with its name as key, in the order printed."""
    on = standing.on
    tables = {
        "overdue": deadline_tables.overdue(standing.overdue, on=on, reveal=reveal),
        "due_soon": deadline_tables.due(
            standing.due_soon, on=on, title=f"{standing.ahead}个工作日内到期", reveal=reveal
        ),
        "unserved": listing.listing(
            standing.unserved, title="已答复未送达（第三十五条：申请复查期限自收到答复起算）", reveal=reveal
        ),
        "unacknowledged": listing.listing(standing.unacknowledged, title="已转送、尚无下文", reveal=reveal),
        "pending": listing.listing(
            standing.pending,
            title="异议、受理争议还没有结果（第二十三条第三款：未经核实同意不得退回；第二十四条）",
            reveal=reveal,
        ),
        "unlimited": listing.listing(
            standing.unlimited,
            title="没有办结、也没有期限在走（未分类、已退回、恢复办理、不适用60日的）",
            reveal=reveal,
        ),
        "unverified": deadline_tables.due(
            standing.unverified, on=on, title="届满日未核（缺节假日安排）", reveal=reveal
        ),
    }
    return {name: table._replace(key=name) for name, table in tables.items()}
