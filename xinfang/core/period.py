"""A stretch of days that a report is about, and the ones it is compared with."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal, NamedTuple, Self

from .days import in_chinese

PeriodKind = Literal["month", "quarter", "year", "days"]
MONTHS: dict[str, int] = {"month": 1, "quarter": 3, "year": 12}
"""How many months each kind has."""


class Period(NamedTuple):
    """Days from `first` to `last`, both included."""

    kind: PeriodKind
    first: date
    last: date

    @classmethod
    def of(cls, kind: PeriodKind, first: date) -> Self:
        """The month, quarter or year that begins on `first`."""
        return cls(kind, first, months_on(first, MONTHS[kind]) - timedelta(days=1))

    @property
    def name(self) -> str:
        """Stable and short: 2026-10, 2026-Q3, 2026, 2026-03-05..2026-04-07."""
        if self.kind == "month":
            return f"{self.first:%Y-%m}"
        if self.kind == "quarter":
            return f"{self.first.year}-Q{self.first.month // 3 + 1}"
        return str(self.first.year) if self.kind == "year" else f"{self.first}..{self.last}"

    @property
    def label(self) -> str:
        """As a title says it: 2026年10月, 2026年第3季度, 2026年, 2026年3月5日至4月7日, 2026年3月5日."""
        year = f"{self.first.year}年"
        if self.kind == "month":
            return f"{year}{self.first.month}月"
        if self.kind == "quarter":
            return f"{year}第{self.first.month // 3 + 1}季度"
        if self.kind == "year":
            return year
        first, last = in_chinese(self.first), in_chinese(self.last)
        if self.first.year == self.last.year:
            return first if first == last else f"{first}至{last.removeprefix(year)}"
        return f"{first}至{last}"

    @property
    def data(self) -> dict[str, str]:
        """For scripts."""
        return {"kind": self.kind, "name": self.name, "first": str(self.first), "last": str(self.last)}

    @property
    def days(self) -> int:
        """How many calendar days it has."""
        return (self.last - self.first).days + 1

    @property
    def before(self) -> Period:
        """The month, quarter or year before; of whole months as many months, of other days as many days before."""
        if self.kind != "days":
            return Period.of(self.kind, months_on(self.first, -MONTHS[self.kind]))
        months = self._whole_months
        first = months_on(self.first, -months) if months else self.first - timedelta(days=self.days)
        return Period("days", first, self.first - timedelta(days=1))

    @property
    def year_before(self) -> Period:
        """The same a year earlier; 29 February becomes the 28th, and whole months stay whole."""
        if self.kind == "days":
            last = months_on(self.last, -12)
            return Period("days", months_on(self.first, -12), _end_of_month(last) if self._whole_months else last)
        return Period.of(self.kind, months_on(self.first, -12))

    @property
    def _whole_months(self) -> int:
        """How many months it is, where it begins and ends with one; else 0."""
        if self.first.day != 1 or self.last != _end_of_month(self.last):
            return 0
        return (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1

    @property
    def words(self) -> tuple[str, str, str]:
        """What columns call it, the one before and the one a year earlier."""
        return {
            "month": ("本月", "上月", "上年同月"),
            "quarter": ("本季", "上季", "上年同季"),
            "year": ("本年", "上年", "上年"),
            "days": ("本期", "上期", "上年同期"),
        }[self.kind]

    def until(self, as_of: date) -> date:
        """The last of its days that is not after `as_of`."""
        return min(self.last, as_of)

    def runs_on(self, as_of: date) -> bool:
        """Whether days of it are still to come at the end of `as_of`."""
        return as_of < self.last

    def over(self, as_of: date) -> date:
        """The last of its days by which what fell due can be judged: while the period runs that of the day before `as_of`.

        What may be done until a day's end is not late on that day; when the period ends its last day ends too, or what
        is due on it would be in no period.
        """
        return self.last if as_of >= self.last else as_of - timedelta(days=1)


def months_on(day: date, months: int) -> date:
    """The same day so many months on, or the last of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def begun(day: date, months: int) -> date:
    """The last day from which so many whole months are over when `day` ends.

    From a day that the last month does not have they end with that month (《民法典》第二百零二条):

    >>> begun(date(2026, 2, 28), 6)
    datetime.date(2025, 8, 31)
    """
    back = months_on(day, -months)
    return _end_of_month(back) if day == _end_of_month(day) else back


def _end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
