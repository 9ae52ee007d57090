"""The formats that programs read: written out, and read back equal."""

from __future__ import annotations

import csv
import json
import re
from datetime import date
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from xinfang.core.table import Cell, Chart, Column, Document, Table
from xinfang.core.terms import State
from xinfang.render import word
from xinfang.render.as_json import TOKENS_AT_ONCE, json_chunks
from xinfang.render.safe import looks_like_formula, safe, safe_block, storable
from xinfang.render.sheet_names import sheet_name
from xinfang.render.workbook import content
from xinfang.render.workbook_cells import CUT, LONGEST

from .samples import EMPTY, OVERDUE, REPORT, printed, texts

CSV = """\
number,title,state,nominal_due,legal_due,days_over,repeat,rate
2026-000001,征地补偿,accepted,2026-03-01,2026-03-02,39,true,0.965
2026-000012,噪音abc,closed,2026-03-07,,4,false,
"""

FIRST = (
    '{"number": "2026-000001", "title": "征地补偿", "state": "accepted", "nominal_due": "2026-03-01", '
    '"legal_due": "2026-03-02", "days_over": 39, "repeat": true, "rate": 0.965}'
)
SECOND = (
    '{"number": "2026-000012", "title": "噪音abc", "state": "closed", "nominal_due": "2026-03-07", '
    '"legal_due": null, "days_over": 4, "repeat": false, "rate": null}'
)

MIXED = (
    Column("text", "文"),
    Column("day", "日", "date"),
    Column("count", "数", "number"),
    Column("rate", "率", "rate"),
    Column("yes", "否"),
)
ROWS = st.lists(
    st.tuples(
        st.one_of(st.none(), st.text(max_size=40)),
        st.one_of(st.none(), st.dates(date(1901, 1, 1))),
        st.one_of(st.none(), st.integers(-(10**14), 10**14)),
        st.one_of(st.none(), st.floats(0, 1).map(lambda rate: round(rate, 12))),
        st.booleans(),
    ),
    max_size=5,
)


def sheets(value: Table | Document) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_filelike(BytesIO(content(value)))
    return {name: [[*row] for row in book.get_sheet_by_name(name).to_python()] for name in book.sheet_names}


def test_csv() -> None:
    assert printed(OVERDUE, "csv") == CSV
    assert printed(OVERDUE, "tsv") == CSV.replace(",", "\t")
    assert printed(EMPTY, "csv") == "channel,count\n"
    assert printed(REPORT, "csv") == "table,unit,received\n按单位,城关派出所,12\n\ntable,channel,count\n"


def test_tsv_has_one_line_for_each_row() -> None:
    assert printed(texts("一\t二\n三"), "tsv") == "text\n一 二 三\n"


def test_json() -> None:
    assert printed(OVERDUE, "json") == f"[\n{FIRST},\n{SECOND}\n]\n"
    assert printed(OVERDUE, "jsonl") == f"{FIRST}\n{SECOND}\n"
    assert printed(EMPTY, "json") == "[]\n"
    assert printed(EMPTY, "jsonl") == ""
    assert json.loads(printed(REPORT, "json")) == {
        "month": "2026-03",
        "as_of": "2026-04-01",
        "figures": {"received": 120, "on_time_rate": 0.965},
    }
    assert printed(REPORT, "jsonl") == '{"table": "按单位", "unit": "城关派出所", "received": 12}\n'


def test_terms_are_written_by_their_value() -> None:
    table = texts(State.ACCEPTED)
    assert printed(table, "csv") == "text\naccepted\n"
    assert printed(table, "jsonl") == '{"text": "accepted"}\n'
    assert sheets(table)["表"][1] == ["accepted"]


def test_workbook() -> None:
    assert sheets(OVERDUE) == {
        "超期的信访件": [
            ["编号", "标题", "状态", "到期日", "超期天数", "重复", "按期率"],
            ["2026-000001", "征地补偿", "已受理", date(2026, 3, 2), 39, "是", 0.965],
            ["2026-000012", "噪音abc", "closed", "未核", 4, "否", "-"],
        ],
        "说明": [["超期按依法顺延后的日期计算。"]],
    }
    assert sheets(REPORT) == {
        "按单位": [["单位", "收到"], ["城关派出所", 12]],
        "按渠道": [["渠道", "件数"]],
        "说明": [["2026年3月月报"], ["统计到 2026-04-01。"], ["按单位: 表注。"], ["指纹 3f9a。"]],
    }


def test_workbook_formats_and_frozen_head() -> None:
    with ZipFile(BytesIO(content(OVERDUE))) as book:
        styles, sheet = book.read("xl/styles.xml").decode(), book.read("xl/worksheets/sheet1.xml").decode()
    assert 'formatCode="yyyy-mm-dd"' in styles
    assert 'formatCode="0.00%"' in styles
    assert 'ySplit="1"' in sheet
    assert 'state="frozen"' in sheet


def test_a_printed_sheet_has_its_name_and_its_page() -> None:
    """On A4, as wide as the page; what is said beside the rows is folded and has room for it."""
    said = OVERDUE._replace(notes=("超期按依法顺延后的日期计算。" * 8,))
    with ZipFile(BytesIO(content(said))) as book:
        rows, notes = (book.read(f"xl/worksheets/sheet{place}.xml").decode() for place in (1, 2))
    for sheet, title in ((rows, OVERDUE.title), (notes, "说明")):
        assert f"<oddHeader>&amp;C{title}</oddHeader><oddFooter>&amp;C— &amp;P —</oddFooter>" in sheet
        assert 'paperSize="9"' in sheet and 'fitToHeight="0"' in sheet
    # A sheet of a report says of which: two offices' or two months' would look alike on a desk.
    with ZipFile(BytesIO(content(REPORT))) as book:
        heads = [
            re.findall("<oddHeader>&amp;C(.*)</oddHeader>", book.read(f"xl/worksheets/sheet{at}.xml").decode())
            for at in (1, 2, 3)
        ]
    assert heads == [["2026年3月月报  按单位"], ["2026年3月月报  按渠道"], ["2026年3月月报  说明"]]
    assert 'printOptions gridLines="1"' in rows
    assert f'ht="{4 * 15}"' in notes


@pytest.mark.parametrize("look", ["xlsx", "docx"])
def test_a_chart_writes_as_many_decimals_as_the_table(look: str) -> None:
    columns = (Column("unit", "单位"), Column("due", "到期", "number"), Column("late", "预计", "number", decimals=1))
    rows: tuple[tuple[Cell, ...], ...] = (("甲", 3, 2.0), ("乙", 2, 1.8))
    table = Table("各单位", columns, rows, chart=Chart("bars", "unit", ("due", "late")))
    folder, made = ("xl", content(table)) if look == "xlsx" else ("word", word.content(table))
    with ZipFile(BytesIO(made)) as file:
        chart = file.read(f"{folder}/charts/chart1.xml").decode()
    labels = re.findall(r'<c:dLbls><c:numFmt formatCode="([^"]+)"', chart)
    assert labels == ["General", "0.0"]


@pytest.mark.parametrize(("names", "series", "upright"), [(3, 1, False), (14, 1, True), (24, 3, True), (25, 1, False)])
def test_no_chart_is_printed_in_two_halves(names: int, series: int, upright: bool) -> None:
    """A table and the charts below it are on one page; beside a longer table they are at its begin."""
    counts = tuple(Column(f"n{at}", "收到", "number") for at in range(series))
    rows: tuple[tuple[Cell, ...], ...] = tuple((f"单位{at}", *[at + 1] * series) for at in range(names))
    chart = Chart("bars", "unit", tuple(column.key for column in counts))
    table = Table("各单位", (Column("unit", "单位"), *counts), rows, chart=chart)
    with ZipFile(BytesIO(content(table))) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert ('fitToHeight="0"' in sheet) == (names > 24)
    assert ('orientation="portrait"' in sheet) == upright
    assert ('orientation="landscape"' in sheet) != upright


def test_same_value_same_workbook() -> None:
    assert content(REPORT) == content(REPORT)


def test_sheet_names() -> None:
    taken: set[str] = set()
    names = [
        sheet_name(title, taken) for title in ("甲/乙[丙]:*?\\", "a", "A", "'x'", "", "History", "长" * 40, "长" * 40)
    ]
    assert names == ["甲 乙 丙", "a", "A (2)", "x", "表", "History (2)", "长" * 30 + "…", "长" * 26 + "… (2)"]
    assert len(sheet_name("𠮷" * 40, set()).encode("utf-16-le")) <= 62


def test_a_title_too_long_for_a_sheet_is_cut_where_it_can_be_and_stands_whole_on_paper() -> None:
    taken: set[str] = set()
    explained = "异议、受理争议还没有结果（第二十三条第三款：未经核实同意不得退回）"
    assert sheet_name(explained, taken) == "异议、受理争议还没有结果"
    assert sheet_name(explained, taken) == "异议、受理争议还没有结果 (2)"
    assert sheet_name("已答复未送达（第三十五条：申请复查期限自收到答复起算）", taken).endswith("起算）")
    advice = "（三）党委和政府信访部门提出改进工作、完善政策、追究责任建议以及被采纳情况"
    assert sheet_name(advice, taken) == "（三）党委和政府信访部门提出改进工作、完善政策、追究责任建议…"
    assert sheet_name("（" + "长" * 40 + "）", taken) == "（" + "长" * 29 + "…"
    with ZipFile(BytesIO(content(OVERDUE._replace(title=f"{advice}&C")))) as book:
        assert f"<oddHeader>&amp;C{advice}&amp;&amp;C</oddHeader>" in book.read("xl/worksheets/sheet1.xml").decode()


def test_what_a_cell_cannot_hold_is_cut_and_says_so() -> None:
    [[_], [cell]] = sheets(texts("𠮷" * 100_000))["表"]
    assert isinstance(cell, str)
    assert cell.endswith(CUT)
    assert len(cell.encode("utf-16-le")) // 2 in (LONGEST, LONGEST - 1)


def test_more_rows_than_a_sheet_holds_go_on_in_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("xinfang.render.workbook.MOST_ROWS", 2)
    assert sheets(texts("一", "二", "三")) == {"表": [["内容"], ["一"], ["二"]], "表 (2)": [["内容"], ["三"]]}


def test_long_numbers_and_early_days_are_not_rounded() -> None:
    table = Table("表", (Column("n", "数", "number"), Column("d", "日", "date")), ((10**17 + 1, date(1900, 2, 1)),))
    assert sheets(table)["表"][1] == ["100000000000000001", "1900-02-01"]


@given(ROWS)
def test_csv_reads_back_equal(rows: list[tuple[Cell, ...]]) -> None:
    [head, *lines] = csv.reader(StringIO(printed(Table("表", MIXED, tuple(rows)), "csv"), newline=""))
    assert head == ["text", "day", "count", "rate", "yes"]
    for line, (text, day, count, rate, yes) in zip(lines, rows, strict=True):
        written = storable(str(text or ""))
        assert line[0] == ("'" if looks_like_formula(written) else "") + written
        assert (date.fromisoformat(line[1]) if line[1] else None) == day
        assert (int(line[2]) if line[2] else None) == count
        assert (float(line[3]) if line[3] else None) == rate
        assert line[4] == ("true" if yes else "false")


@given(st.text())
def test_the_quote_before_a_formula_can_be_taken_away_again(text: str) -> None:
    [_, [cell]] = csv.reader(StringIO(printed(texts(text + "."), "csv"), newline=""))
    taken = cell[1:] if cell.startswith("'") and looks_like_formula(cell[1:]) else cell
    assert taken == storable(text + ".")


@given(ROWS, st.sampled_from(["utf-8", "gbk", "ascii"]))
def test_json_reads_back_equal_in_any_encoding(rows: list[tuple[Cell, ...]], encoding: str) -> None:
    expected = [
        {"text": text, "day": day and day.isoformat(), "count": count, "rate": rate, "yes": yes}
        for text, day, count, rate, yes in rows
        if day is None or isinstance(day, date)
    ]
    table = Table("表", MIXED, tuple(rows))
    assert json.loads(printed(table, "json", encoding)) == expected
    assert [json.loads(line) for line in printed(table, "jsonl", encoding).split("\n")[:-1]] == expected


@settings(deadline=None)
@given(ROWS)
def test_workbook_reads_back_equal(rows: list[tuple[Cell, ...]]) -> None:
    [[*_], *lines] = sheets(Table("表", MIXED, tuple(rows)))["表"]
    # calamine leaves out what is blank at the end of the sheet.
    for line, (text, day, count, rate, yes) in zip(lines, rows, strict=True):
        expected = storable(str(text or ""))
        # A quote of the text's own before a formula gets another, which reading takes off as a guard.
        guarded = expected.startswith("'") and looks_like_formula(expected)
        assert line[0] == ("'" + expected if guarded else expected)
        assert line[1:] == [
            "" if day is None else day,
            "" if count is None else count,
            "" if rate is None else pytest.approx(rate),
            "是" if yes else "否",
        ]


@given(st.text())
def test_safe_is_one_harmless_line(text: str) -> None:
    shown = safe(text)
    assert shown.splitlines() in ([], [shown])
    assert safe(shown) == shown
    assert safe_block(safe_block(text)) == safe_block(text)
    shown.encode("utf-8")


def test_a_document_longer_than_a_piece_is_one_value() -> None:
    rows = [
        {"number": f"2025-{place:06}", "title": "征地\u202e补偿\u2028", "day": date(2025, 6, 1)}
        for place in range(TOKENS_AT_ONCE)
    ]
    pieces = list(json_chunks(Document("明细", {"detail": rows}, ()), "utf-8"))
    assert len(pieces) > 2
    text = "".join(pieces)
    assert "\u202e" not in text
    assert "\u2028" not in text
    assert json.loads(text) == {"detail": [{**row, "day": "2025-06-01"} for row in rows]}
    assert (
        text
        == json.dumps(json.loads(text), ensure_ascii=False, indent=2)
        .replace("\u202e", "\\u202e")
        .replace("\u2028", "\\u2028")
        + "\n"
    )
