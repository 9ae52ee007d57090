"""Today 今日要办: what a clerk looks at every morning."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..core.lookups import DeadlineRow, PetitionRow
from ..core.table import Document, records
from . import deadline_tables, listing


def morning(
    *,
    on: date,
    ahead: int,
    overdue: Sequence[DeadlineRow],
    due_soon: Sequence[DeadlineRow],
    unverified: Sequence[DeadlineRow],
    unserved: Sequence[PetitionRow],
    unacknowledged: Sequence[PetitionRow],
    pending: Sequence[PetitionRow],
    unlimited: Sequence[PetitionRow],
    reveal: bool = False,
    limit: int | None = None,
) -> Document:
    """Seven short lists; ahead: how many working days due_soon looks ahead; limit: where each was cut off.

    Its JSON: `{"as_of", "overdue": […], "due_soon": […], "unverified": […], …}`.
    """
    tables = {
        "overdue": deadline_tables.overdue(overdue, on=on, reveal=reveal),
        "due_soon": deadline_tables.due(due_soon, on=on, title=f"{ahead}个工作日内到期", reveal=reveal),
        "unserved": listing.listing(
            unserved, title="已答复未送达（第三十五条：申请复查期限自收到答复起算）", reveal=reveal
        ),
        "unacknowledged": listing.listing(unacknowledged, title="已转送、尚无下文", reveal=reveal),
        "pending": listing.listing(
            pending,
            title="异议、受理争议还没有结果（第二十三条第三款：未经核实同意不得退回；第二十四条）",
            reveal=reveal,
        ),
        "unlimited": listing.listing(
            unlimited, title="没有办结、也没有期限在走（未分类、已退回、恢复办理、不适用60日的）", reveal=reveal
        ),
        "unverified": deadline_tables.due(unverified, on=on, title="届满日未核（缺节假日安排）", reveal=reveal),
    }
    counts = "，".join(
        f"{word} {len(tables[name].rows)} {measure}{'以上' if len(tables[name].rows) == limit else ''}"
        for name, word, measure in (
            ("overdue", "超期", "项"),
            ("due_soon", "将到期", "项"),
            ("unserved", "未送达", "件"),
            ("unacknowledged", "转送无下文", "件"),
            ("pending", "异议争议", "件"),
            ("unlimited", "没有期限", "件"),
        )
    )
    weekday = "一二三四五六日"[on.weekday()]
    return Document(
        title=f"今日要办（{on} 周{weekday}）",
        data={"as_of": on.isoformat(), **{name: records(table) for name, table in tables.items()}},
        tables=tuple(table._replace(key=name) for name, table in tables.items() if table.rows),
        lines=(f"{counts}。",),
    )
