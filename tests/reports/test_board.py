"""The board: everything counted though lists are cut, weeks counted from the day itself."""

from __future__ import annotations

from datetime import date, timedelta

from xinfang.core.lookups import DeadlineRow
from xinfang.reports.lists.board import board
from xinfang.reports.lists.morning import Standing

ON = date(2026, 3, 10)
WORKDAYS = [ON + timedelta(days=ahead) for ahead in range(28) if (ON + timedelta(days=ahead)).weekday() < 5]


def overdue(number: int, *, restricted: int = 0) -> DeadlineRow:
    return DeadlineRow(
        petition=number,
        number=f"2026-{number:06d}",
        title="反映拖欠工资",
        petitioner="张三",
        people="张三\x1f\x1f",
        unit="城关派出所",
        officer="李明",
        deadline="reply",
        label="办理期限",
        article="《信访工作条例》第三十四条",
        started_on="2026-01-06",
        nominal_due="2026-03-07",
        legal_due="2026-03-09",
        restricted=restricted,
        confidential=0,
    )


def standing(count: int) -> Standing:
    rows = [overdue(number, restricted=number == 1) for number in range(1, count + 1)]
    return Standing(ON, 3, rows, [], [], [], [], [], [])


def test_lists_are_cut_and_counted_whole() -> None:
    page = board(standing(12), [], WORKDAYS, office="某县公安局", limit=5)
    tables = {table.key: table for table in page.tables}
    assert set(tables) == {"counts", "due_by_day", "overdue"}
    assert len(tables["overdue"].rows) == 5
    cut, sealed = tables["overdue"].notes
    assert cut == "共 12 项，列出前 5 项。"
    assert sealed.startswith("※ 限知")
    counts = page.data["counts"]
    assert isinstance(counts, dict)
    assert counts["overdue"] == 12
    assert "共 5 项。" in board(standing(5), [], WORKDAYS, office="某县公安局", limit=5).tables[-1].notes


def test_names_are_masked_and_accusations_not_told() -> None:
    rows = board(standing(2), [], WORKDAYS, office="某县公安局").tables[-1].rows
    assert [row[1:3] for row in rows] == [("※", "※"), ("反映拖欠工资", "张*")]


def test_weeks_and_days() -> None:
    """The 10th to the 16th are the first week; a Sunday on which something falls due has its line."""
    days = {"03-10": ["甲所"] * 2, "03-16": ["乙所"], "03-17": ["甲所"], "03-22": ["乙所"] * 5, "04-06": ["甲所"]}
    coming = [overdue(1)._replace(unit=unit, legal_due=f"2026-{day}") for day, units in days.items() for unit in units]
    tables = {table.key: table for table in board(standing(0), coming, WORKDAYS, office="某县公安局").tables}
    assert tables["due_by_unit"].rows == (("乙所", 1, 5, 0, 0, 6), ("甲所", 2, 1, 0, 1, 4))
    told = {str(row[0]): int(str(row[2])) for row in tables["due_by_day"].rows}
    assert len(told) == len(WORKDAYS) + 1
    assert sum(told.values()) == 10
    assert (told["2026-03-22"], told["2026-03-11"]) == (5, 0)
    assert [*told] == sorted(told)
