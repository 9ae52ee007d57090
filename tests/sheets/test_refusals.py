"""Files that are no ledgers: each refused with its code and what to do."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xinfang.core.errors import BadInput, Problem
from xinfang.sheets.ledger import open_ledger

from .samples import HEAD, write_ole, write_text, write_xlsx

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(64)
ENCRYPTED = {"EncryptionInfo": b"\4\0\4\0\x40\0\0\0<?xml version='1.0'?>", "EncryptedPackage": bytes(range(256)) * 20}


def docx(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", "<w:document/>")
    return path


def cut(path: Path) -> Path:
    whole = write_xlsx(path, {"台账": [HEAD]}).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    return path


def made(content: bytes) -> Callable[[Path], Path]:
    def make(path: Path) -> Path:
        path.write_bytes(content)
        return path

    return make


CASES: list[tuple[str, Callable[[Path], object], str, str]] = [
    ("没有.csv", lambda path: None, "E501", "没有"),
    ("文件夹.csv", Path.mkdir, "E501", "文件夹"),
    ("图片.csv", made(PNG), "E502", "PNG 图片"),
    ("图片.xlsx", made(PNG), "E502", "PNG 图片"),
    ("照片.csv", made(b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(50)), "E502", "JPEG 图片"),
    ("位图.csv", made(b"BM\x36\x00\x00\x00" + bytes(50)), "E502", "BMP 图片"),
    ("文件.csv", made(b"%PDF-1.7 \n"), "E502", "PDF"),
    ("库.csv", made(b"SQLite format 3\0" + bytes(50)), "E502", "SQLite"),
    ("网页.xls", made(b"\xef\xbb\xbf\n<html><table><tr><td>1</td></tr></table></html>"), "E502", "网页"),
    ("机器.csv", made("收到日期,姓名\n2025-1-1,张\0三\n".encode()), "E502", "第2行有空字符"),
    ("无标记.csv", made("收到日期,姓名\n2025-1-1,张三\n".encode("utf-16-le")), "E50", ""),
    ("文档.xlsx", docx, "E502", "工作簿"),
    ("半截.xlsx", cut, "E502", "工作簿"),
    ("坏的.xls", made(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)), "E502", "工作簿"),
    ("密码.xlsx", lambda path: write_ole(path, ENCRYPTED), "E503", "有密码"),
    ("密码.csv", lambda path: write_ole(path, ENCRYPTED), "E503", "有密码"),
    ("空.csv", made(b""), "E504", "是空的"),
    ("空行.csv", made(b"\xef\xbb\xbf\r\n\r\n  \r\n"), "E504", "是空的"),
    ("空.xlsx", lambda path: write_xlsx(path, {"台账": []}), "E504", "没有内容"),
    ("无表头.csv", made("甲,乙\n丙,丁\n".encode()), "E504", "“甲”、“乙”"),
    ("无表头.xlsx", lambda path: write_xlsx(path, {"台账": [["甲", "乙"], [1, 2]]}), "E504", "“甲”、“乙”"),
    ("对象.json", made(b'{"rows": []}'), "E502", "不是对象的列表"),
    ("数列.json", made(b"[1, 2]"), "E502", "不是对象的列表"),
    ("坏的.json", made(b'[{"name": "x",\n]'), "E502", "第2行不是 JSON"),
    ("太深.json", made(b"[" * 200_000), "E502", "不是 JSON"),
    ("空的.json", made(b"[]"), "E502", "不是对象的列表"),
    ("坏的.jsonl", made(b"x\ny\n"), "E504", "没有找到表头"),
    ("乱码.csv", made("收到日期,姓名\n2025-1-1,张三\n".encode() + b"2025-1-2,\xff\xff\n"), "E506", "第3行"),
    ("半个字.csv", made("收到日期,姓名\n2025-1-1,张".encode()[:-1]), "E506", "第2行"),
    ("半个字.txt", made("\ufeff收到日期,姓名\n2025-1-1,张三".encode("utf-16-le")[:-1]), "E506", "第2行"),
]


@pytest.mark.parametrize(("name", "make", "code", "reason"), CASES, ids=[name for name, *_ in CASES])
def test_is_refused(tmp_path: Path, name: str, make: Callable[[Path], object], code: str, reason: str) -> None:
    path = tmp_path / name
    make(path)
    with pytest.raises(Problem) as refusal:
        open_ledger(path)
    assert refusal.value.code.startswith(code)
    assert reason in refusal.value.what
    assert refusal.value.remedy
    assert refusal.value.exit_code == 2


def test_a_sheet_that_is_not_there(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"一月": [HEAD], "二月": [HEAD]})
    with pytest.raises(Problem) as refusal:
        open_ledger(path, sheet="三月")
    assert refusal.value.code == "E504"
    assert "“一月”、“二月”" in refusal.value.remedy


def test_a_sheet_of_a_file_without_sheets(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refusal:
        open_ledger(write_text(tmp_path / "a.csv", "收到日期,姓名\n"), sheet="一月")
    assert refusal.value.code == "E101"


def test_a_file_broken_at_its_end_is_refused_before_its_first_row(tmp_path: Path) -> None:
    good = "".join(f"2025-1-1,张三{number}\n" for number in range(60_000)).encode()
    path = tmp_path / "a.csv"
    path.write_bytes("收到日期,姓名\n".encode() + good + b"2025-1-1,\xe5\xbc\n")
    with pytest.raises(Problem) as refusal:
        open_ledger(path)
    assert refusal.value.code == "E506"
    assert "第60002行" in refusal.value.what


@settings(deadline=None)
@given(
    st.binary(max_size=300) | st.text(max_size=200).map(str.encode), st.sampled_from(["csv", "json", "jsonl", "xls"])
)
def test_whatever_a_file_holds_it_is_read_or_refused(content: bytes, ending: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"a.{ending}")
        path.write_bytes("收到日期,姓名\n2025-1-1,".encode() + content if ending == "csv" else content)
        try:
            for row in open_ledger(path).rows():
                assert row.line
        except Problem as refusal:
            assert refusal.code.startswith("E50")
