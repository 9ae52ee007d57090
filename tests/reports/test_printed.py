"""What a chief gets on the desk: titles of a paper, no column of nothing, no running period taken for a whole one."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest
from cli.shell import Shell

from xinfang.core.table import Chart, Column, Document, Table
from xinfang.render.workbook import content
from xinfang.reports.gathered import gathered
from xinfang.reports.spared import spared
from xinfang.workflows.reporting import REPORTS

from .asking import rows_of

RUNNING = ("--as-of", "2025-10-18")
MOVED = re.compile(r"[增减][\d.]+(%|个百分点|人次|批次|件次|件|项|次|条)")
PERIODS = {kind: ("--year", "2025") if kind == "annual" else ("--month", "2025-10") for kind in REPORTS}


@pytest.mark.parametrize("kind", REPORTS)
def test_a_title_has_no_blank_and_says_how_far_a_running_period_goes(kind: str, years: Shell) -> None:
    def title(*more: str) -> str:
        return years.ok("report", kind, *PERIODS[kind], *more).out.splitlines()[0]

    assert " " not in title()
    assert "截至" not in title()
    assert title(*RUNNING) == f"{title()}（截至10月18日）"
    assert title(*RUNNING, "--unit", "刑侦大队") == f"{title()}（刑侦大队，截至10月18日）"


def test_the_title_of_a_forecast_says_what_it_is_last(years: Shell) -> None:
    told = years.ok("forecast", "--as-of", "2025-10-18", "--weeks", "2").out
    assert re.match(r"某县\S+局2025年10月19日至11月1日到期预测\n", told)
    told = years.ok("forecast", "--as-of", "2024-12-20", "--weeks", "2").out
    assert re.match(r"某县\S+局2024年12月21日至2025年1月3日到期预测\n", told)


@pytest.mark.parametrize("kind", ["monthly", "supervision", "annual"])
def test_no_growth_is_read_against_whole_periods(kind: str, years: Shell) -> None:
    asked = ("report", kind, *PERIODS[kind])
    whole, running = years.ok(*asked).out, years.ok(*asked, *RUNNING).out
    assert MOVED.search(whole) and "（未满）" not in whole
    assert not MOVED.search(running) and "（未满）" in running and "所以不列增减" in running
    # Scripts know both periods, and are told what they were told before.
    key = "statistics" if kind == "annual" else "figures"
    assert any(MOVED.fullmatch(row["change"]) for row in rows_of(years, key, *asked, *RUNNING))


def test_what_is_overdue_in_a_running_month_is_not_called_that_of_its_end(years: Shell) -> None:
    whole = years.ok("report", "--month", "2025-10").out
    running = years.ok("report", "--month", "2025-10", *RUNNING).out
    assert "\n月末超期 " in whole and "截止日超期" not in whole
    assert running.count("\n截止日超期 ") == 2 and "\n月末超期" not in running


def test_a_running_month_says_so_in_the_line_of_the_year(years: Shell) -> None:
    asked = ("report", "annual", "--year", "2025", "--as-of")
    page = years.ok(*asked, "2025-10-18").out
    assert "\n2025-10（至18日） " in page and "\n2025-09 " in page
    assert "\n2025年10月的数只到 18 日，其余各月和上年的是整月的。\n" in page
    assert "2025-10" in {row["month"] for row in rows_of(years, "by_month", *asked, "2025-10-18")}
    assert "（至" not in years.ok(*asked, "2025-10-31").out, "a month that is over"


def test_no_bar_of_a_running_year_is_drawn_beside_one_of_a_whole_year(years: Shell) -> None:
    def captions(*more: str) -> list[str]:
        page = years.ok("report", "annual", "--year", "2025", *more, "-f", "html").out
        return re.findall("<figcaption>(.*?)</figcaption>", page)

    assert "收到、上年" in captions()
    assert "收到、上年" not in captions(*RUNNING)
    assert "收到、上年收到、答复、办结" in captions(*RUNNING), "months stand beside months"


def test_a_score_has_as_many_decimals_in_the_note_as_in_the_table(years: Shell) -> None:
    page = years.ok("report", "supervision", "--year", "2025").out
    [said] = re.findall(r"平均得分 ([\d.]+)，只计有得分的", page)
    listed = re.search(r"\n案件评查\n.*\n.*\n((?:.+\n)+?)平均得分", page)
    assert listed
    cells = [line.split() for line in listed[1].splitlines()]
    scores = [score for _, _, _, *of_scored in cells for score in of_scored]
    assert {len(score.partition(".")[2]) for score in (said, *scores)} == {1}


COLUMNS = (
    Column("unit", "单位"),
    Column("officer", "经办人"),
    Column("sponsor", "包案领导"),
    Column("due", "应办结", "number"),
    Column("rate", "按期率", "rate"),
    Column("expected", "预期", "number"),
    Column("replied_on", "最近答复", "date", blank="未答复"),
)
CHART = Chart("bars", "unit", ("due", "expected"))


def shown(*rows: tuple[str | float | None, ...]) -> tuple[list[str], Document]:
    document = spared(Document("通报", {}, (Table("各单位", COLUMNS, rows, chart=CHART),)))
    return [column.label for column in document.tables[0].columns if not column.machine_only], document


def test_a_column_of_nothing_takes_no_room() -> None:
    labels, document = shown(("甲", "", "", 0, None, None, None), ("乙", "", "", 3, None, None, None))
    assert labels == ["单位", "包案领导", "应办结", "最近答复"], "that nobody sponsors anything is worth a column"
    assert document.tables[0].chart == CHART._replace(values=("due",))
    assert content(document).startswith(b"PK"), "nor does a workbook draw it"


def test_a_column_of_which_one_cell_tells_something_stands() -> None:
    labels, document = shown(("甲", "李明", "", 0, 0.0, None, None), ("乙", "", "", 3, None, 0.0, None))
    assert labels == [column.label for column in COLUMNS]
    assert document.tables[0].chart == CHART


NOTHING_IN = ("--month", "2022-06")
"""Before the office began."""


@pytest.mark.parametrize("kind", [kind for kind in REPORTS if kind != "annual"])
@pytest.mark.parametrize("look", ["plain", "markdown", "html"])
def test_no_heading_stands_over_nothing(kind: str, look: str, years: Shell) -> None:
    assert "（无）" not in years.ok("report", kind, *NOTHING_IN, "-f", look).out


def test_sections_without_anything_are_told_in_one_sentence_and_not_numbered(years: Shell, tmp_path: Path) -> None:
    told = "没有内容的表不印: 再次信访的原因、按责任单位、按类别、再次走访通报、再次走访按责任单位、重复事项。"
    shown = years.ok("report", "repeat", *NOTHING_IN).out.splitlines()
    assert shown[2:4] == ["没有重复事项，没有再次走访。", told]
    file = tmp_path / "空.docx"
    years.ok("report", "repeat", *NOTHING_IN, "-o", file)
    paragraphs = [paragraph.text for paragraph in docx.Document(str(file)).paragraphs]
    numbered = [text for text in paragraphs if re.match("[一二三四五六七八]、", text)]
    assert numbered == ["一、总体情况"]
    assert told.replace(": ", "：") in paragraphs


def test_scripts_are_told_of_sections_without_anything_as_ever(years: Shell) -> None:
    sections = years.ok("report", "repeat", *NOTHING_IN, "-f", "csv").out.split("\n\n")
    heads = [section.splitlines()[0].split(",")[1] for section in sections]
    assert heads == ["figure", "order", "unit", "category", "month", "unit", "root"]
    data = years.data("report", "repeat", *NOTHING_IN)
    assert [data[name] for name in ("by_unit", "by_category", "visits_by_unit", "matters")] == [[]] * 4
    assert [row["matters"] for row in data["by_reason"]] == [0] * 8


def test_a_section_that_says_something_stands_whatever_of_it_is_drawn() -> None:
    """Nothing was received that month, but something answered; figures are an answer even where all of them are nought."""
    columns = (Column("unit", "单位"), Column("received", "收到", "number"), Column("replied", "答复", "number"))
    drawn = Chart("bars", "unit", ("received",))
    answered = Table("按单位", columns, (("甲", 0, 1),), chart=drawn)
    silent = Table("按渠道", columns, (("来访", 0, 0),), chart=drawn)
    sums = Table("总体情况", columns, (("甲", 0, 0),))
    whole = Document("通报", {}, (sums, silent, answered), lines=("截至。",))
    told = gathered(whole)
    assert told.tables == (sums, answered)
    assert told.lines == ("截至。", "没有内容的表不印: 按渠道。")
    assert told.for_machines == whole.tables
    assert gathered(told._replace(for_machines=())) == told._replace(for_machines=()), "and nothing is said of nothing"
