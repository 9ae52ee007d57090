"""Which days are working days, by the State Council's yearly notices (data: rules/holidays/YYYY.toml).

Which table answers: a day is looked up in the plan of the following year if that plan is known and names the day,
otherwise in the plan of its own year, otherwise by its weekday. A notice may reach back into December (31 December
2005 is worked by the notice for 2006), and the later notice prevails. A year without a plan of its own has no answer;
whether the next year's plan is known does not matter to that, so the last days of December in the newest year
can still be moved by a notice to come.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from ..core.days import weekday
from ..core.errors import NotFound
from .year_plan import YearPlan, read_plan

__all__ = ["FIRST_SHIPPED", "MAKE_UP", "WORKDAY", "Calendar", "YearNotPublished", "YearPlan", "read_plan"]

FIRST_SHIPPED = 2004
"""The oldest year in rules/holidays/."""
WORKDAY = "工作日"
MAKE_UP = "调休上班"


class YearNotPublished(Exception):
    """The question needs the days of a year that has no plan."""

    def __init__(self, year: int) -> None:
        super().__init__(year)
        self.year = year


class Calendar:
    """Working days and days off. A value: its answers never change; with_plan gives another calendar."""

    __slots__ = ("_overrides", "_words", "_working")

    def __init__(self, overrides: Mapping[int, YearPlan] | None = None) -> None:
        """overrides: plans that the office imported, by year; each replaces the shipped plan of its year whole."""
        self._overrides = dict(overrides or {})
        self._working: dict[date, bool] = {}
        self._words: dict[date, str] = {}

    def covers(self, year: int) -> bool:
        """True when that year's plan is known."""
        return self._find(year) is not None

    def plan(self, year: int) -> YearPlan:
        """That year's plan. Raises NotFound E206."""
        plan = self._find(year)
        if plan is None:
            raise NotFound(
                "E206",
                f"没有{year}年的节假日安排。",
                basis="国务院办公厅尚未发布该年安排，或者还没有导入",
                remedy="xinfang calendar import 文件",
            )
        return plan

    def is_working_day(self, day: date) -> bool:
        """True for Monday to Friday unless off, and for make-up days. Raises YearNotPublished."""
        try:
            return self._working[day]
        except KeyError:
            self._fill(day.year)
            return self._working[day]

    def seems_working(self, day: date) -> bool:
        """The same; in a year that has no plan, by the weekday alone."""
        try:
            return self.is_working_day(day)
        except YearNotPublished:
            return _on_a_weekday(day)

    def why(self, day: date) -> str:
        """The word for the day: the holiday's name, 调休上班, 工作日, 周六 or 周日. Raises YearNotPublished."""
        if day not in self._words:
            self._fill(day.year)
        return self._words[day]

    def with_plan(self, plan: YearPlan) -> Calendar:
        """A calendar that knows this plan too, in place of any earlier plan of that year."""
        return Calendar({**self._overrides, plan.year: plan})

    def _find(self, year: int) -> YearPlan | None:
        return self._overrides.get(year) or _shipped(year)

    def _fill(self, year: int) -> None:
        own = self._find(year)
        if own is None:
            raise YearNotPublished(year)
        plans = [own] if (following := self._find(year + 1)) is None else [following, own]
        day = date(year, 1, 1)
        for _ in range((date(year, 12, 31) - day).days + 1):
            self._words[day], self._working[day] = _looked_up(day, plans)
            day += timedelta(days=1)


def _looked_up(day: date, plans: list[YearPlan]) -> tuple[str, bool]:
    """The word for the day and whether it is worked, from the first plan that names it."""
    for plan in plans:
        if day in plan.work:
            return MAKE_UP, True
        if day in plan.off:
            return plan.off[day], False
    return (WORKDAY, True) if _on_a_weekday(day) else (weekday(day), False)


def _on_a_weekday(day: date) -> bool:
    return day.weekday() < 5


@cache
def _shipped(year: int) -> YearPlan | None:
    path = Path(__file__).with_name("holidays") / f"{year}.toml"
    if not path.is_file():
        return None
    plan = read_plan(path.read_text(encoding="utf-8"), path.name)
    if plan.year != year:
        raise ValueError(f"{path.name} holds the plan of {plan.year}")
    return plan
