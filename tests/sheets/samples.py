"""Ledgers for the tests, made on the spot: text in any encoding, workbooks, and OLE files byte by byte."""

from __future__ import annotations

import csv
import io
import struct
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import xlsxwriter

from xinfang.sheets.ledger import Ledger, open_ledger
from xinfang.sheets.rows import LedgerRow, RowFaults

HEAD = ["收到日期", "姓名", "身份证号码", "联系电话", "内容"]
GOOD = ["2025-03-04", "张三", "11010519491231002X", "13800138000", "反映宅基地问题"]


def write_text(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def write_csv(path: Path, rows: Iterable[Sequence[object]], encoding: str = "utf-8", delimiter: str = ",") -> Path:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return write_text(path, text.getvalue(), encoding)


def write_xlsx(path: Path, sheets: dict[str, Sequence[Sequence[object]]]) -> Path:
    with xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for line, cells in enumerate(rows):
                for place, cell in enumerate(cells):
                    if cell is not None:
                        sheet.write(line, place, cell)
    return path


def write_ods(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    names = "urn:oasis:names:tc:opendocument:xmlns:"
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{names}office:1.0" '
        f'xmlns:table="{names}table:1.0" xmlns:text="{names}text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="台账">{cells}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    manifest = (
        f'<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="{names}manifest:1.0">'
        '<manifest:file-entry manifest:full-path="/" manifest:media-type="'
        'application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'
    )
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", manifest)
        package.writestr("content.xml", content)
    return path


def write_ole(path: Path, streams: dict[str, bytes]) -> Path:
    """A compound file: header, one FAT sector, one directory sector, then each stream padded past 4096 bytes."""
    free, end, fat_sector = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    fat = [fat_sector, end]
    entries = [_ole_entry("Root Entry", 5, 1, end, 0)]
    body = b""
    for place, (name, content) in enumerate(streams.items(), start=1):
        content = content.ljust(max(4096, -(-len(content) // 512) * 512), b"\0")
        start, count = len(fat), len(content) // 512
        fat += [*range(start + 1, start + count), end]
        entries.append(_ole_entry(name, 2, free, start, len(content), place + 1 if place < len(streams) else free))
        body += content
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<9I", 0, 1, 1, 0, 4096, end, 0, end, 0) + struct.pack("<109I", 0, *[free] * 108)
    table = struct.pack("<128I", *fat, *[free] * (128 - len(fat)))
    path.write_bytes(header + table + b"".join(entries).ljust(512, b"\0") + body)
    return path


def _ole_entry(name: str, kind: int, child: int, start: int, size: int, right: int = 0xFFFFFFFF) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    return (
        written.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(written), kind, 1, 0xFFFFFFFF, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


def write_xls(path: Path, rows: Sequence[Sequence[str | float]]) -> Path:
    """The old format, BIFF8: LABEL and NUMBER records."""

    def record(kind: int, content: bytes) -> bytes:
        return struct.pack("<HH", kind, len(content)) + content

    def text(written: str, width: str) -> bytes:
        return struct.pack(width, len(written)) + b"\1" + written.encode("utf-16-le")

    def begin(kind: int) -> bytes:
        return record(0x809, struct.pack("<4H2I", 0x600, kind, 0x0DBB, 0x07CC, 0, 6))

    cells = b""
    for line, row in enumerate(rows):
        for place, cell in enumerate(row):
            at = struct.pack("<3H", line, place, 0)
            cells += (
                record(0x204, at + text(cell, "<H"))
                if isinstance(cell, str)
                else record(0x203, at + struct.pack("<d", cell))
            )
    name = text("台账", "<B")
    head = begin(5) + record(0x42, struct.pack("<H", 1200))
    start = len(head) + 4 + 6 + len(name) + 4
    book = head + record(0x85, struct.pack("<IBB", start, 0, 0) + name) + record(0x0A, b"")
    return write_ole(path, {"Workbook": book + begin(0x10) + cells + record(0x0A, b"")})


def read(ledger: Ledger) -> tuple[list[LedgerRow], list[RowFaults]]:
    """The good rows and the bad ones."""
    found = list(ledger.rows())
    return [row for row in found if isinstance(row, LedgerRow)], [row for row in found if isinstance(row, RowFaults)]


def only(path: Path) -> LedgerRow:
    """The one row of a ledger without faults."""
    rows, faults = read(open_ledger(path))
    assert not faults, faults
    (row,) = rows
    return row


def told(faults: RowFaults) -> list[tuple[int, str, str, str]]:
    """(row, column, value, code) of each fault."""
    return [(fault.line, fault.column, fault.value, fault.code) for fault in faults.faults]
