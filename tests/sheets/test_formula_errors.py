"""Cells in which a formula has gone wrong: the row is pointed out, not taken as if nothing stood there."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
import xlsxwriter

from xinfang.sheets.ledger import open_ledger

from .samples import read, told, write_csv, write_xlsx

HEAD = ["收到日期", "姓名", "联系电话", "承办单位", "内容"]
GOOD = ["2025-03-04", "张三", "13800138000", "城关派出所", "反映宅基地问题"]
ERRORS = ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"]


def with_formulas(path: Path, rows: list[list[str]], *, top: int = 0, left: int = 0) -> Path:
    """A workbook in which what begins with # is what a formula came to; a first sheet stands before it."""
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("说明 & 目录").write_formula(0, 0, "=NA()", None, "#N/A")
        sheet = book.add_worksheet("台账 & 明细")
        for line, cells in enumerate(rows, start=top):
            for place, cell in enumerate(cells, start=left):
                if cell.startswith("#"):
                    sheet.write_formula(line, place, "=VLOOKUP(A1,B:B,1)", None, cell)
                else:
                    sheet.write(line, place, cell)
    return path


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize(("top", "left"), [(0, 0), (3, 2), (0, 30)])
def test_an_error_is_no_blank(error: str, top: int, left: int, tmp_path: Path) -> None:
    """As a blank the unit would have become our own office."""
    wrong = [*GOOD[:3], error, GOOD[4]]
    file = with_formulas(tmp_path / "a.xlsx", [HEAD, GOOD, wrong, GOOD], top=top, left=left)
    rows, faults = read(open_ledger(file))
    assert [row.unit for row in rows] == ["城关派出所"] * 2
    assert [fault for bad in faults for fault in told(bad)] == [(top + 3, "承办单位", error, "E104")]
    assert "公式出错" in faults[0].faults[0].reason


@pytest.mark.parametrize("error", ERRORS)
def test_one_written_out_as_text_is_none_either(error: str, tmp_path: Path) -> None:
    rows, faults = read(open_ledger(write_csv(tmp_path / "a.csv", [HEAD, [*GOOD[:3], error, GOOD[4]]])))
    assert rows == []
    assert [fault for bad in faults for fault in told(bad)] == [(2, "承办单位", error, "E104")]


def test_rows_filled_in_beforehand_are_blank(tmp_path: Path) -> None:
    """A formula that looks up the unit by a name not yet written finds nothing; any other error may have been a petition."""
    file = with_formulas(tmp_path / "a.xlsx", [HEAD, GOOD, ["", "", "#N/A", "#N/A", ""], ["", "", "", "#REF!", ""]])
    ledger = open_ledger(file)
    rows, faults = read(ledger)
    assert len(rows) == 1
    assert [bad.line for bad in faults] == [4]


def test_columns_that_say_nothing_to_us_may_be_wrong(tmp_path: Path) -> None:
    file = with_formulas(tmp_path / "a.xlsx", [[*HEAD, "办理天数"], [*GOOD, "#VALUE!"]])
    rows, faults = read(open_ledger(file))
    assert (len(rows), faults) == (1, [])


def test_words_that_begin_so_are_words(tmp_path: Path) -> None:
    words = ["#N/A是什么意思", "#3楼#", "3#楼"]
    file = write_xlsx(tmp_path / "a.xlsx", {"台账": [HEAD, *([*GOOD[:4], word] for word in words)]})
    rows, faults = read(open_ledger(file))
    assert ([row.content for row in rows], faults) == (words, [])


def test_however_the_sheet_is_written(tmp_path: Path) -> None:
    """With names of its own, single quotes, the type first, an error without a value; and rows beyond a block."""
    plain = with_formulas(tmp_path / "a.xlsx", [HEAD, *[GOOD] * 9000, [*GOOD[:3], "#REF!", GOOD[4]], GOOD])
    other = tmp_path / "b.xlsx"
    with ZipFile(plain) as parts, ZipFile(other, "w") as written:
        for name in parts.namelist():
            text = parts.read(name)
            if name == "xl/worksheets/sheet2.xml":
                text = re.sub(rb'<c r="(D\d+)" t="e">', rb"<c t='e' r='\1'>", text)
                assert b"t='e' r='D9002'" in text
            if name == "xl/_rels/workbook.xml.rels":
                text = text.replace(b'Target="worksheets/', b'Target="/xl/worksheets/')
            written.writestr(name, text)
    for file in (plain, other):
        rows, faults = read(open_ledger(file))
        assert len(rows) == 9001
        assert [told(bad) for bad in faults] == [[(9002, "承办单位", "#REF!", "E104")]]
