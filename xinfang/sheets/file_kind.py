"""What a file really is, by its first bytes: names lie."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from ..core.errors import ExchangeFailed
from ..core.system_words import reason

Kind = Literal["workbook", "json", "lines", "text"]

_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_OTHERS: dict[bytes, str] = {
    b"\x89PNG": "PNG 图片",
    b"\xff\xd8\xff": "JPEG 图片",
    b"GIF8": "GIF 图片",
    b"BM": "BMP 图片",
    b"II*\x00": "TIFF 图片",
    b"MM\x00*": "TIFF 图片",
    b"%PDF": "PDF 文件",
    b"Rar!": "RAR 压缩包",
    b"7z\xbc\xaf": "7z 压缩包",
    b"\x1f\x8b": "gzip 压缩包",
    b"SQLite format 3": "SQLite 数据库（xinfang 的台账用 --db 指定）",
    b"{\\rtf": "RTF 文档",
}
_WEB = (b"<!doctype html", b"<html", b"<table", b"<?xml", b"<meta", b"<head", b"<div", b"<style")
_NAMED: dict[str, Kind] = {".json": "json", ".jsonl": "lines", ".ndjson": "lines"}
SAVE_AGAIN = "用 Excel 或 WPS 打开，另存为 .xlsx 或 CSV 后再导入"


def kind_of(path: Path) -> Kind:
    """How the file is to be read. Raises ExchangeFailed E501 (absent, folder, not readable), E502, E504 (empty)."""
    if path.is_dir():
        raise ExchangeFailed("E501", f"{path} 是文件夹，不是台账文件。", remedy="写到文件名为止，如 台账.xlsx")
    try:
        with path.open("rb") as file:
            head = file.read(512)
    except FileNotFoundError as problem:
        raise ExchangeFailed("E501", f"没有 {path} 这个文件。", remedy="核对文件名和所在的文件夹") from problem
    except OSError as problem:
        remedy = "看看文件是否正被别的程序打开，是否有权读它"
        raise ExchangeFailed("E501", f"{path} 不能读: {reason(problem)}。", remedy=remedy) from problem
    if not head.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n"):
        raise ExchangeFailed("E504", f"{path.name} 是空的，没有表头。", remedy="核对是不是选错了文件")
    if head.startswith(_WORKBOOKS):
        return "workbook"
    for mark, name in _OTHERS.items():
        # BM may also begin a text; a picture has zero bytes in its header.
        if head.startswith(mark) and (mark != b"BM" or b"\0" in head[:32]):
            raise ExchangeFailed("E502", f"{path.name} 实际是{name}，不是台账。", remedy=SAVE_AGAIN)
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(_WEB):
        raise ExchangeFailed("E502", f"{path.name} 实际是网页，不是工作簿或CSV。", remedy=SAVE_AGAIN)
    return _NAMED.get(path.suffix.lower(), "text")
