"""Late entries 补录: what was written down after the day it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...core.entry import Entry
from ...core.table import Column, Table
from ..columns import NUMBER
from ..shortened import AtMost


def late_table(entries: Sequence[Entry], count: int, labels: Mapping[str, str]) -> Table:
    """The entries, with a note where there are more (`count` in all). labels: act → its Chinese word."""
    columns = (
        NUMBER,
        Column("act", "事项", words=labels),
        Column("on", "发生日", "date"),
        Column("recorded_on", "记入日", "date"),
        Column("days_late", "晚几日", "number"),
        Column("by", "记入人"),
    )
    rows = tuple(
        (entry.subject, entry.act, entry.on, entry.recorded_on, entry.days_late, entry.by) for entry in entries
    )
    more = (AtMost(f"共 {count} 条，最晚的在前", f"最多列 {len(rows)} 条"),) if count > len(rows) else ()
    return Table("补录清单", columns, rows, notes=more, key="late")
