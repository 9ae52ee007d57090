"""The calculator of days, for any day and anyone."""

from __future__ import annotations

from ...core.days import iso_or_none
from ...core.errors import BadInput
from ...core.table import Document, table_of
from ...rules.calendar import Calendar
from ...rules.counting import Count, calendar_days, working_days
from ...rules.explaining import explain
from .. import clock


def counted(calendar: Calendar, start: str, *, days: int | None, working: int | None) -> Document:
    """The calculator: so many calendar days (`days`) or working days (`working`) after `start`, with the reasoning.

    Raises BadInput E101 for both or neither, E108 for a number that nobody counts to, E102 for what is no day.
    """
    if (days is None) == (working is None):
        raise BadInput("E101", "写 --days 或 --working-days 其中一个。", remedy="xinfang days 2024-09-18 --days 15")
    number = days if days is not None else working
    if number is None or not 1 <= number <= 3660:
        raise BadInput("E108", f"天数 {number} 不在 1 至 3660 之间。", remedy="改正天数")
    first = clock.any_day(start)
    count = (calendar_days if working is None else working_days)(first, number, calendar)
    unit = "日" if working is None else "个工作日"
    data = {
        "start": first.isoformat(),
        "days": number,
        "counts": count.unit,
        "nominal_due": iso_or_none(count.nominal),
        "legal_due": iso_or_none(count.legal),
        "missing_year": count.missing_year,
        "reasoning": list(explain(count, calendar)),
    }
    return Document(
        title=f"自 {first} 起 {number} {unit}",
        data=data,
        tables=(),
        for_machines=(table_of("count", [data]),),
        lines=(*explain(count, calendar), _end(count)),
    )


def _end(count: Count) -> str:
    if count.legal is None:
        return f"期满日 {count.nominal or '未核'}，法定届满日 未核"
    return f"期满日 {count.nominal}，法定届满日 {count.legal}"
