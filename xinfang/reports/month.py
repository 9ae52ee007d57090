"""The month in figures, beside the month before and the same month last year."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from ..core.table import Cell, Column, Document, Table
from .columns import CATEGORY, CHANNEL, UNIT

FIGURES: dict[str, tuple[str, str]] = {
    "received": ("收到", "本月收到的信访件，不含撤销登记的"),
    "accepted": ("受理", "本月受理的件数"),
    "replied": ("答复", "本月作出答复的件数"),
    "closed": ("办结", "本月办结的件数，含不予受理和告知另提"),
    "due": ("应办结", "答复期限（60日、简易10个工作日及其延长）的法定届满日在本月的件数"),
    "met_on_time": ("按期", "其中在法定届满日或以前答复的"),
    "on_time_rate": ("按期率", "按期 ÷ 应办结"),
    "overdue_open": ("月末超期", "月末仍未履行、法定届满日已过的期限项数"),
    "late_entries": ("补录", "本月的事项，记入台账晚于当日的条数"),
}
"""Figure → Chinese word and definition, in the order printed."""


class Figures(NamedTuple):
    """One month's figures; `due` and `met_on_time` are the numerator and denominator of the rate."""

    received: int
    accepted: int
    replied: int
    closed: int
    due: int
    met_on_time: int
    overdue_open: int
    late_entries: int

    @property
    def on_time_rate(self) -> float | None:
        """Met on time ÷ due, to four decimals; None when nothing was due."""
        return round(self.met_on_time / self.due, 4) if self.due else None

    def value(self, name: str) -> int | float | None:
        """A figure by its JSON name."""
        found: int | float | None = getattr(self, name)
        return found


class Group(NamedTuple):
    """Part of the month's figures: one channel, category or unit."""

    key: str
    received: int
    replied: int
    closed: int
    due: int
    met_on_time: int

    @property
    def on_time_rate(self) -> float | None:
        """Met on time ÷ due, to four decimals; None when nothing was due."""
        return round(self.met_on_time / self.due, 4) if self.due else None


def month_before(first: date) -> date:
    """The first day of the month before."""
    return (first - timedelta(days=1)).replace(day=1)


def last_day(first: date) -> date:
    """The last day of the month that begins on `first`."""
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def month_report(
    *,
    office: str,
    first: date,
    as_of: date,
    figures: Figures,
    previous: Figures,
    last_year: Figures,
    groups: Mapping[str, Sequence[Group]],
) -> Document:
    """The report. groups: `channel`, `category` and `unit`, the largest first."""
    month = f"{first:%Y-%m}"
    columns = {"channel": CHANNEL, "category": CATEGORY, "unit": UNIT}
    titles = {"channel": "按渠道", "category": "按类别", "unit": "按单位"}
    return Document(
        title=f"{office} {first.year}年{first.month}月信访情况",
        data={
            "month": month,
            "as_of": as_of.isoformat(),
            "figures": _data(figures),
            "previous_month": {"month": f"{month_before(first):%Y-%m}", **_data(previous)},
            "same_month_last_year": {"month": f"{first.replace(year=first.year - 1):%Y-%m}", **_data(last_year)},
            **{f"by_{name}": [_record(name, group) for group in groups[name]] for name in columns},
        },
        tables=(
            _overview(figures, previous, last_year),
            *(_breakdown(titles[name], columns[name], groups[name]) for name in columns),
        ),
        lines=(f"截至 {as_of} 的台账。",),
        notes=tuple(f"{word}: {meaning}。" for word, meaning in FIGURES.values()),
    )


def _data(figures: Figures) -> dict[str, object]:
    return {name: figures.value(name) for name in FIGURES}


def _record(name: str, group: Group) -> dict[str, object]:
    return {
        name: group.key,
        "received": group.received,
        "replied": group.replied,
        "closed": group.closed,
        "due": group.due,
        "met_on_time": group.met_on_time,
        "on_time_rate": group.on_time_rate,
    }


def _overview(figures: Figures, previous: Figures, last_year: Figures) -> Table:
    columns = (
        Column("figure", "指标", words={name: word for name, (word, _) in FIGURES.items()}),
        Column("this_month", "本月", "number"),
        Column("previous_month", "上月", "number"),
        Column("change", "比上月"),
        Column("same_month_last_year", "上年同月", "number"),
        Column("change_on_year", "比上年同月"),
    )
    rows: list[tuple[Cell, ...]] = []
    for name in FIGURES:
        now, before, year = (each.value(name) for each in (figures, previous, last_year))
        shown = tuple(_shown(name, value) for value in (now, before, year))
        rows.append((name, shown[0], shown[1], _change(now, before), shown[2], _change(now, year)))
    return Table("总体情况", columns, tuple(rows), key="figures")


def _shown(name: str, value: int | float | None) -> Cell:
    if name != "on_time_rate":
        return value
    return "无到期" if value is None else f"{value:.2%}"


def _change(now: int | float | None, before: int | float | None) -> str:
    """增12.5% or 减3.0% for counts, 增1.20个百分点 for rates, 持平; empty where there is nothing to compare with.

    Words and not signs: a spreadsheet takes a text that begins with a sign for a formula.
    """
    if now is None or before is None:
        return ""
    if isinstance(now, float) or isinstance(before, float):
        return _signed((now - before) * 100, "{:.2f}个百分点")
    return _signed((now - before) / before * 100, "{:.1f}%") if before else ""


def _signed(change: float, shown: str) -> str:
    if not change:
        return "持平"
    return ("增" if change > 0 else "减") + shown.format(abs(change))


def _breakdown(title: str, column: Column, groups: Sequence[Group]) -> Table:
    columns = (
        column,
        Column("received", "收到", "number"),
        Column("replied", "答复", "number"),
        Column("closed", "办结", "number"),
        Column("due", "应办结", "number"),
        Column("met_on_time", "按期", "number"),
        Column("on_time_rate", "按期率", "rate"),
    )
    rows = tuple((g.key, g.received, g.replied, g.closed, g.due, g.met_on_time, g.on_time_rate) for g in groups)
    return Table(title, columns, rows, key=f"by_{column.key}")
