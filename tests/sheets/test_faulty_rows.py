"""Rows that cannot be taken, or not as they stand: everything that is wrong with one is told, and the others are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from xinfang.sheets.ledger import open_ledger

from .samples import GOOD, HEAD, read, told, write_csv, write_text, write_xlsx


def test_broken_json_lines_do_not_stop_the_others(tmp_path: Path) -> None:
    text = '{"received": "2025-03-04", "name": "张三"}\n{"received": \n["李四"]\n{"received": ["x"], "name": "王五"}\n'
    rows, faults = read(open_ledger(write_text(tmp_path / "a.jsonl", text)))
    assert [row.name for row in rows] == ["张三"]
    assert [fault for bad in faults for fault in told(bad)] == [
        (2, "", '{"received":', "E118"),
        (3, "", '["李四"]', "E118"),
        (4, "received", "['x']", "E102"),
    ]


def test_everything_wrong_with_a_row_is_told_at_once(tmp_path: Path) -> None:
    head = ["收到日期", "姓名", "证件号码", "联系电话", "信访形式", "受理日期", "答复日期", "人数"]
    bad = ["2025-02-30", "", "410105199001011000", "1.38001E+10", "信鸽", "25.3.4", "2025-01-01", "若干"]
    _, faults = read(open_ledger(write_csv(tmp_path / "a.csv", [head, bad])))
    assert [told(row) for row in faults] == [
        [
            (2, "收到日期", "2025-02-30", "E102"),
            (2, "证件号码", "410105199001011000", "E106"),
            (2, "联系电话", "1.38001E+10", "E108"),
            (2, "信访形式", "信鸽", "E104"),
            (2, "受理日期", "25.3.4", "E102"),
            (2, "人数", "若干", "E108"),
            (2, "姓名", "", "E105"),
        ]
    ]
    assert faults[0].cells == tuple(bad)
    assert "末几位已被Excel舍掉" in faults[0].faults[1].reason


DAYS = ["收到日期", "姓名", "告知日期", "受理日期", "答复日期", "送达日期", "办结日期"]
ORDERS = [
    (["2025-1-5", "张三", "2025-1-6", "2025-1-5", "2025-2-1", "2025-2-1", "2025-2-1"], []),
    (["2025-1-5", "张三", "2025-1-9", "2025-1-7", "", "", "2025-1-9"], []),
    (["2025-1-5", "张三", "2025-1-4", "", "", "", ""], ["告知日期"]),
    (["2025-1-5", "张三", "", "2025-1-4", "", "", ""], ["受理日期"]),
    (["2025-1-5", "张三", "2025-1-9", "", "2025-1-8", "", ""], ["答复日期"]),
    (["2025-1-5", "张三", "", "", "2025-1-4", "", ""], ["答复日期"]),
    (["2025-1-5", "张三", "", "", "", "2025-1-4", ""], ["送达日期"]),
    (["2025-1-5", "张三", "", "2025-1-6", "2025-1-8", "2025-1-7", "2025-1-6"], ["送达日期", "办结日期"]),
]


@pytest.mark.parametrize(("cells", "wrong"), ORDERS)
def test_the_order_of_days(tmp_path: Path, cells: list[str], wrong: list[str]) -> None:
    rows, faults = read(open_ledger(write_csv(tmp_path / "a.csv", [DAYS, cells])))
    assert len(rows) == (not wrong)
    found = [fault for row in faults for fault in row.faults]
    assert [fault.column for fault in found] == wrong
    assert all(fault.code == "E114" and "早于" in fault.reason for fault in found)


def test_names_are_needed_unless_the_petition_is_anonymous(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [["收到日期", "姓名"], ["2025-1-1", "未署名"], ["2025-1-1", " "]])
    rows, faults = read(open_ledger(path))
    assert [(row.name, row.anonymous) for row in rows] == [("匿名", True)]
    assert [told(row) for row in faults] == [[(3, "姓名", "", "E105")]]


IDS = [
    ("110105194912310021", "110105194912310021", True),
    ("E12345678", "E12345678", True),
    ("110105199001013000", "110105199001013000", True),
    ("11010519491231002X", "11010519491231002X", False),
]


@pytest.mark.parametrize(("written", "kept", "doubtful"), IDS)
def test_accept_id_keeps_a_number_and_marks_it(tmp_path: Path, written: str, kept: str, doubtful: bool) -> None:
    path = write_csv(tmp_path / "a.csv", [["收到日期", "姓名", "证件号码"], ["2025-1-1", "张三", written]])
    rows, faults = read(open_ledger(path, accept_id=True))
    assert not faults
    assert (rows[0].id_number, rows[0].id_doubtful) == (kept, doubtful)
    assert len(read(open_ledger(path))[1]) == doubtful


@pytest.mark.parametrize("written", ["410105199001011000", "4.10105E+17", "4.10105199001011e+17"])
def test_accept_id_does_not_keep_what_excel_has_rounded(tmp_path: Path, written: str) -> None:
    path = write_csv(tmp_path / "a.csv", [["收到日期", "姓名", "证件号码"], ["2025-1-1", "张三", written]])
    rows, faults = read(open_ledger(path, accept_id=True))
    assert not rows
    assert told(faults[0]) == [(2, "证件号码", written, "E106")]


def test_a_rounded_number_of_a_workbook(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"台账": [HEAD, [45720, "张三", 410105199001011230, 13800138000, "内容"]]})
    _, faults = read(open_ledger(path))
    assert [(fault.column, fault.code) for fault in faults[0].faults] == [("身份证号码", "E106")]
    assert "须从原件补录" in faults[0].faults[0].reason


def test_a_comma_without_quotes_is_a_fault(tmp_path: Path) -> None:
    text = "收到日期,姓名,内容\n2025-1-1,张三,我说,不行\n2025-1-2,李四,好,,\n2025-1-3,王五\n"
    rows, faults = read(open_ledger(write_text(tmp_path / "a.csv", text)))
    assert [(row.name, row.content) for row in rows] == [("李四", "好"), ("王五", "")]
    assert told(faults[0]) == [(2, "", "不行", "E502")]


def test_quotation_marks_that_do_not_match(tmp_path: Path) -> None:
    text = '收到日期,姓名,内容\n2025-1-1,张三,"他说"好"了"\n2025-1-2,李四,好\n'
    text += '2025-1-3,王五,"没有合上\n2025-1-4,赵六,好\n'
    rows, faults = read(open_ledger(write_text(tmp_path / "a.csv", text)))
    assert [row.name for row in rows] == ["李四"]
    assert [(bad.line, bad.faults[0].code) for bad in faults] == [(2, "E502"), (4, "E502")]
    assert "赵六" in str(faults[1].cells[0])


def test_a_huge_cell_is_a_fault_of_its_row(tmp_path: Path) -> None:
    rows = [HEAD, [*GOOD[:4], "多" * 100_001], [*GOOD[:4], "多" * 100_000], [*GOOD[:4], "x" * 5_000_000], GOOD]
    good, faults = read(open_ledger(write_csv(tmp_path / "a.csv", rows)))
    assert [(row.line, len(row.content)) for row in good] == [(3, 100_000), (5, 7)]
    assert [(bad.line, bad.faults[0].column, bad.faults[0].code) for bad in faults] == [
        (2, "内容", "E111"),
        (4, "", "E502"),
    ]


@pytest.mark.parametrize("mark", ["同上", "〃", "″", "同 前"])
def test_a_ditto_mark_names_nobody(mark: str, tmp_path: Path) -> None:
    """All rows that have one would come from one person at one address, and go to a unit of that name."""
    head = ["收到日期", "姓名", "联系电话", "住址", "内容", "承办单位", "经办人", "首接单位", "首接人"]
    good = ["2025-03-04", "张三", "13800138000", "东关村", "反映欠薪", "城关派出所", "李明", "信访室", "王芳"]
    ditto = ["2025-03-04", mark, mark, mark, "反映欠薪", mark, mark, mark, mark]
    rows, faults = read(open_ledger(write_csv(tmp_path / "a.csv", [head, good, ditto])))
    assert [row.name for row in rows] == ["张三"]
    (bad,) = faults
    assert [(fault.column, fault.code) for fault in bad.faults] == [
        (column, "E104") for column in ("姓名", "联系电话", "住址", "承办单位", "经办人", "首接单位", "首接人")
    ]
