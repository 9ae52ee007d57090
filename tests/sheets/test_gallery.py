"""Ugly ledgers that must be read, each with what comes out written beside it."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from xinfang.core.terms import Category, Channel, Outcome
from xinfang.sheets.ledger import open_ledger
from xinfang.sheets.rows import LedgerRow
from xinfang.sheets.text_table import find_delimiter

from .samples import GOOD, HEAD, only, read, told, write_csv, write_ods, write_text, write_xls, write_xlsx


def test_an_office_workbook(tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.merge_range(0, 0, 0, 7, "某县公安局2025年信访台账")
        sheet.write(1, 0, "单位：信访科")
        head = ["序号", "收到\n日期", "信访人（姓名）*", "联系电话", "信访形式", "类别名", "受理日期", "备注"]
        sheet.write_row(2, 0, head)
        sheet.write_row(3, 0, [1, "2025.3.4", "张　三", 13800138000, "走访", "", 45721, ""])
        sheet.write(4, 0, 2)
        sheet.write_datetime(4, 1, datetime(2025, 3, 5), day)
        sheet.write_row(4, 2, ["李四", "０３７１－１２３４５６７", "来信", "", "２０２５年３月６日", "急"])
        sheet.write_row(6, 0, ["小计", "", "", "", "2件"])
        sheet.write_row(7, 0, head)
        sheet.write_row(8, 0, [3, "二〇二五年三月七日", "王五"])
        sheet.write_row(9, 0, ["合　计", "", 3])
        sheet.write_row(10, 0, ["制表人：赵六", "", "审核人：钱七", "", "2025年4月1日填报：信访科"])
        sheet.write(11, 0, "备注：以上数据来自系统")
        sheet.set_row(500, 20, day)
        sheet.write_blank(900, 3, None, day)
    ledger = open_ledger(path)
    rows, faults = read(ledger)
    assert not faults
    assert rows == [
        LedgerRow(
            4,
            received=date(2025, 3, 4),
            name="张三",
            phone="13800138000",
            channel=Channel.VISIT,
            accepted=date(2025, 3, 5),
        ),
        LedgerRow(
            5,
            received=date(2025, 3, 5),
            name="李四",
            phone="0371-1234567",
            channel=Channel.LETTER,
            accepted=date(2025, 3, 6),
        ),
        LedgerRow(9, received=date(2025, 3, 7), name="王五"),
    ]
    assert ledger.skipped == [
        (1, "表头以上的行"),
        (2, "表头以上的行"),
        (6, "空行"),
        (7, "合计行: 小计"),
        (8, "重复的表头"),
        (10, "合计行: 合计"),
        (11, "说明行: 制表人:赵六"),
        (12, "说明行: 备注:以上数据来自系统"),
    ]
    assert ledger.ignored == ["序号", "类别名", "备注"]
    assert ledger.columns["收到日期"] == ("received",)
    assert ledger.sheet == "Sheet1"
    assert ledger.total is not None
    assert ledger.progress() == 1.0


def test_every_field_is_read(tmp_path: Path) -> None:
    head = "编号 信访件编号 收到日期 姓名 证件号码 电话 住址 渠道 标题 内容 信访类别 办理途径"
    tail = (
        "内容分类 承办单位 经办人 首接单位 首接人 人数 告知日期 受理日期 答复意见 答复日期 送达日期 办结日期 处理结论"
    )
    cells = [
        *(
            "K1",
            "2025-000012",
            "2025-01-02",
            "张三",
            "110105491231002",
            "110",
            "某县",
            "来电",
            "标",
            "内",
            "求决",
            "六",
        ),
        *("城乡建设", "城关所", "李警官", "信访科", "王警官", "5人", "2025-01-03", "2025-01-04", "复"),
        *("2025-02-01", "2025-02-03", "2025-02-03", "部分支持"),
    ]
    path = write_csv(tmp_path / "a.csv", [[*head.split(), *tail.split()], cells])
    assert only(path) == LedgerRow(
        line=2,
        key="K1",
        number="2025-000012",
        received=date(2025, 1, 2),
        name="张三",
        id_number="110105491231002",
        phone="110",
        address="某县",
        channel=Channel.PHONE,
        title="标",
        content="内",
        category=Category.APPEAL,
        route=6,
        code="城乡建设",
        unit="城关所",
        officer="李警官",
        first_unit="信访科",
        first_officer="王警官",
        headcount=5,
        informed=date(2025, 1, 3),
        accepted=date(2025, 1, 4),
        reply="复",
        replied=date(2025, 2, 1),
        served=date(2025, 2, 3),
        closed=date(2025, 2, 3),
        outcome=Outcome.PARTLY,
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
@pytest.mark.parametrize("ending", ["\r\n", "\n", "\r"])
def test_any_encoding_delimiter_and_line_end(tmp_path: Path, encoding: str, delimiter: str, ending: str) -> None:
    quoted = [*GOOD[:4], f'"有{delimiter}逗号，和""引号""\n还有换行𠮷"']
    text = ending.join(delimiter.join(cells) for cells in (HEAD, GOOD, quoted)) + ending
    mark = "\ufeff" if encoding in ("utf-16-le", "utf-16-be") else ""
    rows, faults = read(open_ledger(write_text(tmp_path / "a.csv", mark + text, encoding)))
    assert not faults
    tidy = delimiter.replace("\t", " ")
    assert [row.content for row in rows] == ["反映宅基地问题", f'有{tidy}逗号，和"引号"\n还有换行𠮷']
    assert [row.line for row in rows] == [2, 3]


def test_excels_separator_line(tmp_path: Path) -> None:
    path = write_text(tmp_path / "a.csv", "sep=;\r\n收到日期;姓名;内容\r\n2025-1-1;张三;一,二,三\r\n")
    assert only(path).content == "一,二,三"
    assert find_delimiter("sep=|\n甲,乙|丙") == "|"


def test_commas_in_a_tab_table(tmp_path: Path) -> None:
    rows = [["收到日期", "姓名", "内容"], *[["2025-1-1", "张三", "一,二,三,四"]] * 3]
    assert len(read(open_ledger(write_csv(tmp_path / "a.txt", rows, delimiter="\t")))[0]) == 3


@pytest.mark.parametrize("name", ["a.csv", "a.xls", "a.xlsx", "台账"])
def test_a_workbook_under_any_name(tmp_path: Path, name: str) -> None:
    source = write_xlsx(tmp_path / "source.xlsx", {"Sheet1": [HEAD, GOOD]})
    path = tmp_path / "names" / name
    path.parent.mkdir()
    path.write_bytes(source.read_bytes())
    assert only(path).name == "张三"


def test_a_text_named_xls(tmp_path: Path) -> None:
    assert only(write_csv(tmp_path / "a.xls", [HEAD, GOOD], "gb18030", "\t")).content == "反映宅基地问题"


def test_the_old_format(tmp_path: Path) -> None:
    row = only(write_xls(tmp_path / "a.xls", [["收到日期", "姓名", "联系电话"], [45720.0, "张三", 13800138000.0]]))
    assert (row.received, row.name, row.phone) == (date(2025, 3, 4), "张三", "13800138000")


def test_an_open_document(tmp_path: Path) -> None:
    row = only(write_ods(tmp_path / "a.ods", [["收到日期", "姓名"], ["2025年3月4日", "张三"]]))
    assert (row.received, row.name) == (date(2025, 3, 4), "张三")


def test_the_first_sheet_with_headings_or_the_one_named(tmp_path: Path) -> None:
    second = [GOOD[0], "李四", *GOOD[2:]]
    path = write_xlsx(tmp_path / "a.xlsx", {"封面": [["某县"]], "空": [], "一月": [HEAD, GOOD], "二月": [HEAD, second]})
    assert open_ledger(path).sheet == "一月"
    ledger = open_ledger(path, sheet="二月")
    assert [row.name for row in read(ledger)[0]] == ["李四"]


def test_hidden_sheets_come_last(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name, person in (("旧", "旧人"), ("新", "新人")):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, ["收到日期", "姓名"])
            sheet.write_row(1, 0, ["2025-1-1", person])
        book.get_worksheet_by_name("新").activate()
        book.get_worksheet_by_name("旧").hide()
    assert open_ledger(path).sheet == "新"


def test_json_and_json_lines(tmp_path: Path) -> None:
    second = '{"name": "李四", "received": 45720, "route": 6, "phone": null}'
    array = f'[{{"received": "2025-03-04", "name": "张三"}}, {second}]'
    rows, faults = read(open_ledger(write_text(tmp_path / "a.json", array)))
    assert not faults
    assert [(row.line, row.name, row.received, row.route) for row in rows] == [
        (1, "张三", date(2025, 3, 4), None),
        (2, "李四", date(2025, 3, 4), 6),
    ]
    lines = '{"收到日期": "2025-03-04", "姓名": "张三"}\n\n{"姓名": "李四", "收到日期": "2025.3.5", "渠道": "来信"}\n'
    ledger = open_ledger(write_text(tmp_path / "a.jsonl", lines, "gb18030"))
    rows, faults = read(ledger)
    assert not faults
    assert [(row.line, row.name, row.channel) for row in rows] == [(1, "张三", None), (3, "李四", Channel.LETTER)]
    assert ledger.total == 2
    assert ledger.progress() == 1.0


def test_a_workbook_that_counts_days_from_1904(tmp_path: Path) -> None:
    """Excel for the Mac made them: the same day has another number, whether or not the cell is shown as a day."""
    path = tmp_path / "台账.xlsx"
    with xlsxwriter.Workbook(path, {"date_1904": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["收到日期", "姓名", "内容", "受理日期", "答复日期", "人数"])
        sheet.write_datetime(1, 0, datetime(2026, 3, 4), book.add_format({"num_format": "yyyy-mm-dd"}))
        sheet.write_row(1, 1, ["张三", "反映欠薪", 44624, 20260401, 20000])
    row = only(path)
    assert (row.received, row.accepted, row.replied) == (date(2026, 3, 4), date(2026, 3, 5), date(2026, 4, 1))
    assert row.headcount == 20000


def test_cells_that_other_systems_mark_as_text(tmp_path: Path) -> None:
    text = '收到日期,姓名,身份证号码,联系电话,内容\n="2025-03-04",="张三",="11010519491231002X","=""13800138000""",="反映欠薪"\n'
    row = only(write_text(tmp_path / "a.csv", text))
    assert (row.received, row.name, row.id_number) == (date(2025, 3, 4), "张三", "11010519491231002X")
    assert (row.phone, row.content) == ("13800138000", "反映欠薪")


def test_what_stands_in_a_merged_cell_is_said_of_all_its_rows(tmp_path: Path) -> None:
    """As a spreadsheet shows it; before, all rows but the first came by letter, and were the office's own."""
    path = tmp_path / "台账.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.merge_range(1, 1, 1, 6, "2026年信访台账")
        for column, heading in enumerate(["收到日期", "姓名", "内容", "信访形式", "承办单位", "联系电话"], start=1):
            sheet.merge_range(2, column, 3, column, heading)
        for line, name in enumerate(["张三", "李四", "王五", "赵六"], start=4):
            sheet.write_row(line, 2, [name, f"反映{line}"])
        sheet.merge_range(4, 1, 5, 1, "2026-03-04")
        sheet.merge_range(6, 1, 9, 1, "2026-03-05")
        sheet.merge_range(4, 4, 6, 4, "走访")
        sheet.write(7, 4, "来信")
        sheet.merge_range(4, 5, 5, 5, "交警大队")
        sheet.merge_range(6, 5, 7, 5, "")
        sheet.merge_range(4, 6, 5, 6, 13800138000)
    rows, faults = read(open_ledger(path))
    assert not faults
    fourth, fifth = date(2026, 3, 4), date(2026, 3, 5)
    assert [(row.received, row.name, row.channel, row.unit, row.phone) for row in rows] == [
        (fourth, "张三", Channel.VISIT, "交警大队", "13800138000"),
        (fourth, "李四", Channel.VISIT, "交警大队", "13800138000"),
        (fifth, "王五", Channel.VISIT, "", ""),
        (fifth, "赵六", Channel.LETTER, "", ""),
    ]


def test_a_merged_number_or_sum_is_no_rows_own(tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["编号", "收到日期", "姓名", "内容", "人数"])
        for line, name in enumerate(["张三", "李四", "王五"], start=1):
            sheet.write_row(line, 1, ["2026-03-04", name, "反映欠薪"])
        sheet.merge_range(1, 0, 2, 0, "信1号")
        sheet.write(3, 0, "信2号")
        sheet.merge_range(2, 4, 3, 4, 8)
    rows, faults = read(open_ledger(path))
    assert [row.name for row in rows] == ["张三"]
    assert [told(bad) for bad in faults] == [[(3, "编号", "信1号", "E104")], [(4, "人数", "8.0", "E104")]]
    assert "取消合并" in faults[0].faults[0].reason
