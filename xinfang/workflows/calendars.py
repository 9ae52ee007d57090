"""Holiday plans: show a year, import a new one or a correction, count days for anyone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ..acts.adopt_calendar import CalendarAdopted
from ..core.errors import BadInput
from ..core.table import Column, Document, Table, table_of
from ..rules.calendar import Calendar, YearPlan, read_plan
from ..rules.counting import Count, calendar_days, working_days
from ..rules.explaining import explain
from ..rules.year_plan import WEEKDAYS
from ..store.queries import deadlines as questions
from . import clock
from .changing_law import bring_along, moves, moves_table
from .desk import Desk
from .founding import append
from .texts import file_text


def year_table(calendar: Calendar, year: int) -> Table:
    """Every day off and every make-up day that the year's notice names. Raises NotFound E206."""
    plan = calendar.plan(year)
    days = [(day, "放假", name) for day, name in plan.off.items()]
    days += [(day, "上班", f"{name}调休") for day, name in plan.work.items()]
    rows = tuple((day, f"周{WEEKDAYS[day.weekday()]}", kind, name) for day, kind, name in sorted(days))
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


def counted(desk_calendar: Calendar, start: str, *, days: int | None, working: int | None) -> Document:
    """The calculator: so many calendar or working days after `start`, with the reasoning."""
    if (days is None) == (working is None):
        raise BadInput("E101", "写 --days 或 --working-days 其中一个。", remedy="xinfang days 2024-09-18 --days 15")
    number = days if days is not None else working
    if number is None or not 1 <= number <= 3660:
        raise BadInput("E108", f"天数 {number} 不在 1 至 3660 之间。", remedy="改正天数")
    first = clock.any_day(start)
    count = (calendar_days if working is None else working_days)(first, number, desk_calendar)
    unit = "日" if working is None else "个工作日"
    data = {
        "start": first.isoformat(),
        "days": number,
        "counts": count.unit,
        "nominal_due": count.nominal.isoformat() if count.nominal else None,
        "legal_due": count.legal.isoformat() if count.legal else None,
        "missing_year": count.missing_year,
        "reasoning": list(explain(count, desk_calendar)),
    }
    return Document(
        title=f"自 {first} 起 {number} {unit}",
        data=data,
        tables=(),
        for_machines=(table_of("count", [data]),),
        lines=(*explain(count, desk_calendar), _end(count)),
    )


def _end(count: Count) -> str:
    if count.legal is None:
        return f"期满日 {count.nominal or '未核'}，法定届满日 未核"
    return f"期满日 {count.nominal}，法定届满日 {count.legal}"


def calendar_here(given: Path | None) -> Calendar:
    """The office's calendar where there is a ledger, else the shipped one: the calculator works anywhere."""
    from . import places

    if places.ledger_path(given).exists():
        with Desk.at(given) as desk:
            return desk.calendar
    return Calendar()
