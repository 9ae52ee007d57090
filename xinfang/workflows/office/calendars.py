"""Holiday plans: show a year, import a new one or a correction."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from ...acts.adopt_calendar import CalendarAdopted
from ...core.days import weekday
from ...core.table import Column, Table
from ...rules.calendar import Calendar, YearPlan, read_plan
from ...store.queries import deadlines as questions
from .. import clock, places
from ..desk import Desk
from ..texts import file_text
from .changing_law import bring_along, moves, moves_table
from .facts import append


def calendar_here(given: Path | None, opened: Callable[[Path | None], Desk]) -> Calendar:
    """The office's calendar where there is a ledger, which `opened` opens, else the shipped one: days can be counted anywhere."""
    if places.ledger_path(given).exists():
        with opened(given) as desk:
            return desk.calendar
    return Calendar()


def year_table(calendar: Calendar, year: int) -> Table:
    """Every day off and every make-up day that the year's notice names. Raises NotFound E206."""
    plan = calendar.plan(year)
    days = [(day, "放假", name) for day, name in plan.off.items()]
    days += [(day, "上班", f"{name}调休") for day, name in plan.work.items()]
    rows = tuple((day, weekday(day), kind, name) for day, kind, name in sorted(days))
    amended = f"，经{'、'.join(plan.amended_by)}修改" if plan.amended_by else ""
    columns = (Column("day", "日期", "date"), Column("weekday", "星期"), Column("kind", "安排"), Column("name", "节日"))
    notes = (f"依据: {plan.title}（{plan.notice}）{amended}。", "没有列出的日子: 周一至周五上班，周六、周日休息。")
    return Table(f"{year}年节假日安排", columns, rows, notes)


def what_moves(desk: Desk, file: Path) -> Table:
    """Every open deadline that the plan in `file` would move. Nothing is written. Raises BadInput E113."""
    plan = read_plan(file_text(file), file.name)
    calendar = desk.calendar.with_plan(plan)
    found = moves(desk, _touched(desk, plan), desk.law._replace(calendar=calendar))
    return moves_table(found, title=f"{plan.year}年节假日安排（{plan.notice}）改变的期限")


def adopt(desk: Desk, file: Path) -> str:
    """Adopt the plan: the fact, and in the same transaction the rows of every petition that the year touches."""
    text = file_text(file)
    plan = read_plan(text, file.name)
    with desk.writing() as writer:
        calendar = desk.calendar.with_plan(plan)
        bring_along(desk, _touched(desk, plan), desk.law._replace(calendar=calendar))
        append(desk, writer, "adopt-calendar", lambda _office: CalendarAdopted(clock.today(), plan.year, text))
    return f"已导入 {plan.year}年节假日安排（{plan.notice}）。"


def _touched(desk: Desk, plan: YearPlan) -> list[str]:
    known = desk.calendar.plan(plan.year).begins if desk.calendar.covers(plan.year) else plan.begins
    return questions.touched_by(desk.connection, min(plan.begins, known), date(plan.year, 12, 31))
