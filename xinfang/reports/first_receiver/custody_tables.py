"""Who had the petitions, how long, and by which way they went."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from ...core.table import Cell, Chart, Column, Table
from ..columns import NUMBER, RECEIVED_ON, STATE, UNIT
from ..shortened import WHOLE, AtMost
from .custody import Course, Stay

_FIRST_UNIT = Column("first_unit", "首接单位")
_FIRST_OFFICER = Column("first_officer", "首接人")
HOLDING_NOTE = (
    "持有日数: 期内收到的件，期内每日终了时在该单位手里的日数；异议待核实、争议待指定、送达后、复查复核中和办结后的日子不算任何单位的，"
    "转出未签收的另列。异议获同意的属依法提出（第二十三条第三款），不是该单位的退转。"
)


def holding(courses: Iterable[Course]) -> Table:
    """Of each unit: petitions it had, days it held them, days sent but unsigned, and how it gave petitions back."""
    days: dict[str, dict[str, int]] = {}
    unsigned: dict[str, int] = {}
    gave_back: dict[tuple[str, str], int] = {}
    for course in courses:
        for stay in course.stays:
            of_unit = days.setdefault(stay.unit, {})
            of_unit[course.number] = of_unit.get(course.number, 0) + stay.held
            unsigned[stay.unit] = unsigned.get(stay.unit, 0) + stay.unsigned
        for gave in course.given_back:
            gave_back[gave] = gave_back.get(gave, 0) + 1
    columns = (
        UNIT,
        Column("petitions", "经手", "number"),
        Column("held_days", "持有日数", "number"),
        Column("held_days_each", "平均每件", "number"),
        Column("longest_days", "最长", "number"),
        Column("unsigned_days", "未签收日数", "number"),
        Column("objections_agreed", "异议获同意", "number"),
        Column("objections_refused", "异议未获同意", "number"),
        Column("given_back_unasked", "未经异议退回", "number"),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            unit,
            len(held),
            sum(held.values()),
            sum(held.values()) / len(held),
            max(held.values()),
            unsigned[unit],
            *(gave_back.get((unit, how), 0) for how in ("agreed", "refused", "unasked")),
        )
        for unit, held in sorted(days.items(), key=lambda item: (-sum(item[1].values()), item[0]))
    )
    chart = Chart("bars", "unit", ("held_days", "unsigned_days"))
    return Table("各单位持有日数", columns, rows, notes=(HOLDING_NOTE,), key="holding", chart=chart)


def transfers(courses: Iterable[Course], at_most: int | None) -> Table:
    """The petitions that left their first unit and the way they went, those given back most often first."""
    moved = [course for course in courses if len(course.stays) > 1 or course.given_back]
    moved.sort(key=lambda course: (-len(course.given_back), -len(course.handed_over), course.number))
    columns = (
        NUMBER,
        _FIRST_UNIT,
        Column("hand_overs", "转手", "number"),
        Column("given_back", "异议退回", "number"),
        Column("back_and_forth", "交来交去"),
        Column("way", "经过"),
    )
    rows = tuple(
        (
            course.number,
            course.receiver[0],
            len(course.handed_over),
            len(course.given_back),
            course.back_and_forth,
            "→".join(map(_told, course.stays)),
        )
        for course in moved[:at_most]
    )
    table = Table("转手经过", columns, rows, key="transfers")
    return _counted(table, len(moved), "退回、转手最多")


def unlanded(courses: Iterable[Course], at_most: int | None) -> Table:
    """The petitions that had come to rest nowhere, the oldest first."""
    found = sorted((each for each in courses if not each.landed), key=attrgetter("received_on", "number"))
    columns = (NUMBER, RECEIVED_ON, _FIRST_UNIT, _FIRST_OFFICER, STATE._replace(label="期末状态"), UNIT)
    rows = tuple(
        (each.number, each.received_on, *each.receiver, each.state.value, each.unit) for each in found[:at_most]
    )
    return _counted(Table("尚无着落的首接件", columns, rows, key="unlanded"), len(found), "最早收到")


def _told(stay: Stay) -> str:
    unsigned = f"（未签收{stay.unsigned}日）" if stay.unsigned else ""
    return f"{stay.unit}{stay.held}日{unsigned}"


def _counted(table: Table, found: int, which: str) -> Table:
    """The table with all of them counted below, where it has only some."""
    shown = len(table.rows)
    if found == shown:
        return table
    return table._replace(notes=(AtMost(f"共 {found} 件，{which}的在前", f"最多列 {shown} 件"),), hints=(WHOLE,))
