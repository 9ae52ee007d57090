"""Cells in which a formula has gone wrong: #N/A, #REF!. calamine gives them as blank, and nothing would be known of them.

Of an .xlsx they are read from the sheet itself; of .xls, .xlsb and .ods nobody tells them from blanks.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from html import unescape
from pathlib import Path
from zipfile import BadZipFile, ZipFile

BOOK_PART = "xl/workbook.xml"
UNREADABLE = (BadZipFile, KeyError, NotImplementedError, RuntimeError, zlib.error)
"""Of what is no .xlsx, or a damaged one, when a part of it is read: calamine, which reads it too, says better."""
NOTHING_FOUND = "#N/A"
"""What a formula says that looked something up and did not find it: in rows filled in beforehand it stands for nothing."""
ERRORS = frozenset(
    {NOTHING_FOUND, "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#FIELD!"}
    | {"#GETTING_DATA", "#CONNECT!", "#BLOCKED!", "#UNKNOWN!", "#BUSY!"}
)
_BLOCK = 1 << 20
_SHEET = rb"<(?:\w+:)?sheet\s[^>]*>"
_RELATION = rb"<(?:\w+:)?Relationship\s[^>]*>"
_ATTRIBUTE = rb"""([\w:]+)\s*=\s*["']([^"']*)["']"""
_CELL = rb"""<(?:\w+:)?c\s([^>]*\bt=["']e["'][^>]*)>.*?<(?:\w+:)?v>([^<]*)<"""
_PLACE = rb"""\br=["']([A-Z]{1,3})(\d+)["']"""
_END_OF_ROW = b"row>"


def is_error(cell: object) -> bool:
    """Whether that is all that stands there."""
    return isinstance(cell, str) and cell[:1] == "#" and cell.strip().upper() in ERRORS


def errors_in(path: Path, sheet: str) -> dict[int, dict[int, str]]:
    """Row as a spreadsheet counts → column, the first is 0 → the error that stands there. Empty for what is no .xlsx."""
    found: dict[int, dict[int, str]] = {}
    with suppress(*UNREADABLE), ZipFile(path) as parts:
        for rows in _rows(parts, _part(parts, sheet)):
            if b'"e"' in rows or b"'e'" in rows:
                for attributes, value in re.findall(_CELL, rows, re.DOTALL):
                    error, place = unescape(value.decode("utf-8")), re.search(_PLACE, attributes)
                    if place and is_error(error):
                        found.setdefault(int(place[2]), {})[_column(place[1])] = error
    return found


def _part(parts: ZipFile, sheet: str) -> str:
    """The name of the part that holds the sheet. Raises KeyError where there is none."""
    ids = {
        unescape(told["name"]): next((value for name, value in told.items() if name.endswith(":id")), "")
        for told in _told(_SHEET, parts.read(BOOK_PART))
        if "name" in told
    }
    targets = {told.get("Id"): told["Target"] for told in _told(_RELATION, parts.read("xl/_rels/workbook.xml.rels"))}
    target = targets[ids[sheet]]
    return target[1:] if target.startswith("/") else f"xl/{target}"


def _told(tag: bytes, text: bytes) -> Iterator[dict[str, str]]:
    """The attributes of each of these tags."""
    for found in re.findall(tag, text):
        yield {name.decode(): value.decode("utf-8") for name, value in re.findall(_ATTRIBUTE, found)}


def _rows(parts: ZipFile, part: str) -> Iterator[bytes]:
    """The sheet's text, some whole rows at a time."""
    with parts.open(part) as file:
        left = b""
        while block := file.read(_BLOCK):
            rows, end, left = (left + block).rpartition(_END_OF_ROW)
            yield rows + end
        yield left


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
