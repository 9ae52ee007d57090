"""How a table is made to fit on a page of Word."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xinfang.core.table import Column, Table
from xinfang.render.cells import for_people
from xinfang.render.official_page import LYING, UPRIGHT
from xinfang.render.word_table import LATIN, LINES, MARGIN, NARROW_MARGIN, SMALLEST, TYPES, Fit, fitted, word_table


def fit(*headings: str, cell: str = "1", kind: str = "number") -> Fit:
    columns = tuple(
        Column(f"k{at}", heading, "number" if kind == "number" else "text") for at, heading in enumerate(headings)
    )
    return fitted(for_people(Table("表", columns, ((cell,) * len(headings),))), (UPRIGHT, LYING))


def test_few_columns_in_the_largest_type() -> None:
    assert fit("单位", "收到", "办结")[:3] == (UPRIGHT, TYPES[0], ["单位", "收到", "办结"])


def test_headings_are_folded_before_the_page_is_turned() -> None:
    found = fit("单位", *["不属职权或另有程序", "答复前，期限内", "未签收"] * 3)
    assert found.page == UPRIGHT
    assert set(found.headings) == {"单位", "不属职权或\n另有程序", "答复前，\n期限内", "未签收"}


def test_what_would_have_its_days_broken_is_set_smaller() -> None:
    found = fit(*["要求答复日"] * 13, cell="2025-11-30", kind="text")
    assert (found.page, found.size) == (LYING, SMALLEST)


def test_a_change_in_points_stands_in_one_line() -> None:
    """增50.00个百分 with 点 below it: the overview of every bulletin had them, beside names with room to spare."""
    columns = (
        Column("figure", "指标"),
        *(Column(f"n{at}", heading, "rate") for at, heading in enumerate(("本月", "上月"))),
        Column("change", "比上月"),
        Column("last_year", "上年同月", "rate"),
        Column("on_year", "比上年同月"),
        Column("part", "分子", "number"),
        Column("whole", "分母", "number"),
    )
    row = ("重复信访率（事项口径）", 1.0, 0.5, "增50.00个百分点", 1.0, "减50.00个百分点", 12, 26)
    found = fitted(for_people(Table("总体情况", columns, (row,))), (UPRIGHT, LYING))
    assert (found.page, found.size) == (UPRIGHT, TYPES[-1])
    for place in (3, 5):
        room = (found.widths[place] - 2 * MARGIN - LINES) / (found.size * 10)
        assert room >= 5 + 5 * LATIN


def test_a_crowded_list_leaves_its_titles_more_room_than_its_margins() -> None:
    """Thirteen columns, eight of which are days and numbers of petitions: the title has seven characters in a line."""
    days = [Column(f"d{at}", "届满日", "date") for at in range(6)]
    texts = [Column(name, label) for name, label in (("unit", "单位"), ("cause", "原因"), ("measure", "措施"))]
    columns = (
        Column("number", "编号"),
        Column("title", "标题"),
        *texts,
        *days,
        Column("officer", "经办人"),
        Column("state", "现状"),
    )
    day = date(2025, 11, 30)
    row = (
        "2026-000001",
        "反映集市摊位纠纷中被打伤，多次报警后处理迟缓",
        "经济犯罪侦查大队",
        "尚未办完（账上所见）",
        "督促办理: 已督办",
    )
    found = fitted(for_people(Table("表", columns, ((*row, *[day] * 6, "李明", "已转送"),))), (UPRIGHT, LYING))
    assert (found.page, found.size) == (LYING, SMALLEST)
    assert sum(found.widths) <= LYING.across
    assert (found.widths[1] - 2 * NARROW_MARGIN - LINES) / (SMALLEST * 10) >= 7


@pytest.mark.parametrize(
    ("rows", "kept"), [(1, "-"), (2, "k-"), (3, "kk-"), (4, "kkk-"), (8, "kkkkkkk-"), (9, "k-----kk-")]
)
def test_no_row_stands_alone_on_a_page(rows: int, kept: str) -> None:
    """Heading and first rows are kept together, and so are the last three rows, and all of a short table."""
    grid = for_people(Table("表", (Column("a", "单位"), Column("b", "收到", "number")), (("甲", 1),) * rows))
    _, head, *drawn, _ = (
        "".join(word_table(grid, fitted(grid, (UPRIGHT,)))).replace("</w:tbl>", "<w:tr></w:tbl>").split("<w:tr>")
    )
    assert head.count("<w:keepNext/>") == 2
    assert "".join("k" if row.count("<w:keepNext/>") == 2 else "-" for row in drawn) == kept


def test_a_table_of_few_but_tall_rows_does_not_leave_its_heading_behind() -> None:
    """Four rows of seven lines, moved whole, left the title of their annex alone on a page."""

    def kept(lines: int) -> int:
        columns = (*(Column(f"n{at}", "收到", "number") for at in range(12)), Column("unit", "单位"))
        grid = for_people(Table("表", columns, ((*range(12), "安澜县人力资源和社会保障局" * lines),) * 4))
        _, _, *rows = "".join(word_table(grid, fitted(grid, (UPRIGHT, LYING)))).split("<w:tr>")
        return sum("<w:keepNext/>" in row for row in rows)

    assert kept(1) == 3
    assert kept(30) == 0


def test_the_last_row_stays_with_what_stands_below() -> None:
    grid = for_people(Table("表", (Column("a", "单位"),), (("甲",),) * 4))
    for noted in (True, False):
        *_, last = "".join(word_table(grid, fitted(grid, (UPRIGHT,)), noted=noted)).split("<w:tr>")
        assert ("<w:keepNext/>" in last) is noted


@pytest.mark.parametrize("columns", [1, 8, 20])
@given(st.text(st.sampled_from("期限内（届满），"), min_size=1, max_size=24))
def test_a_table_never_leaves_its_page(columns: int, heading: str) -> None:
    found = fit(*[heading] * columns)
    assert sum(found.widths) <= found.page.across
    assert [each.replace("\n", "") for each in found.headings] == [heading] * columns
