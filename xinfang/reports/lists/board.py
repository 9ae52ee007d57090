"""Board 看板: today's work on one page, and what falls due in the weeks to come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ...core.days import weekday
from ...core.lookups import DeadlineRow
from ...core.table import Chart, Column, Document, Table, records
from ..columns import UNIT
from ..titles import title
from .morning import MEASURES, Standing, lists

WEEKS = 4
"""How far it looks ahead, the day itself included."""
_WITHOUT = "只算已核实届满日的期限；可以用而不是必须办的（异议期、申请复查期限）不算。"


def board(
    standing: Standing,
    coming: Sequence[DeadlineRow],
    days: Sequence[date],
    *,
    office: str,
    unit: str = "",
    limit: int | None = None,
) -> Document:
    """The page. coming: duties due in the weeks ahead, by who owes them. days: the working days of them.

    limit: rows of a list.

    Its JSON: `{"as_of", "unit", "counts": {…}, "due_by_day": […], "due_by_unit": […], "overdue": […], …}`.
    """
    by_day, by_unit = _by_day(coming, days), _by_unit(coming, standing.on)
    shown = standing._replace(**{name: getattr(standing, name)[:limit] for name in (*MEASURES, "unverified")})
    tables = {
        name: _counted(table, len(getattr(standing, name)), limit) for name, table in lists(shown, reveal=False).items()
    }
    return Document(
        title=title(office, "今日工作", unit),
        data={
            "as_of": standing.on.isoformat(),
            "unit": unit,
            "counts": standing.counts,
            "due_by_day": records(by_day),
            "due_by_unit": records(by_unit),
            **{name: records(table) for name, table in tables.items()},
        },
        tables=(
            _counts(standing.counts),
            *(table for table in (by_day, by_unit, *tables.values()) if table.rows),
        ),
        lines=(f"截至 {standing.on}（{weekday(standing.on)}）。",),
    )


def _counts(counts: Mapping[str, int]) -> Table:
    words = {name: word for name, (word, _) in MEASURES.items()}
    columns = (Column("item", "事项", words=words), Column("count", "数量", "number"), Column("measure", "单位"))
    rows = tuple((name, count, MEASURES[name][1]) for name, count in counts.items())
    return Table("今日要办", columns, rows, key="counts", chart=Chart("bars", "item", ("count",)))


def _by_day(coming: Sequence[DeadlineRow], days: Sequence[date]) -> Table:
    """Every working day, and any other on which something falls due."""
    counts = dict.fromkeys(days, 0)
    for row in coming:
        day = _last_day(row)
        counts[day] = counts.get(day, 0) + 1
    columns = (Column("day", "法定届满日", "date"), Column("weekday", "星期"), Column("due", "到期", "number"))
    rows = tuple((day, weekday(day), count) for day, count in sorted(counts.items()))
    notes = (f"共 {sum(counts.values())} 项。{_WITHOUT}",)
    return Table(f"今后{WEEKS}周每天到期", columns, rows, notes, "due_by_day", Chart("bars", "day", ("due",)))


def _by_unit(coming: Sequence[DeadlineRow], on: date) -> Table:
    """A row for each unit that has something to do, those with most first; a column for each week from `on`."""
    counts: dict[str, list[int]] = {}
    for row in coming:
        counts.setdefault(row.unit, [0] * WEEKS)[(_last_day(row) - on).days // 7] += 1
    weeks = tuple(Column(f"week_{number}", f"第{number}周", "number") for number in range(1, WEEKS + 1))
    rows = sorted(counts.items(), key=lambda item: (-sum(item[1]), item[0]))
    return Table(
        f"今后{WEEKS}周各单位到期",
        (UNIT, *weeks, Column("due", "合计", "number")),
        tuple((unit, *by_week, sum(by_week)) for unit, by_week in rows),
        ("第1周自今天起，7天一周。",),
        "due_by_unit",
        Chart("bars", "unit", ("due",)),
    )


def _last_day(row: DeadlineRow) -> date:
    return date.fromisoformat(row.legal_due or "")


def _counted(table: Table, total: int, limit: int | None) -> Table:
    """The list with all of it counted below, where only its beginning is shown."""
    if limit is None or total <= limit:
        return table
    first, *others = table.notes
    measure = first.removesuffix("。")[-1]
    return table._replace(notes=(f"共 {total} {measure}，列出前 {limit} {measure}。", *others))
