"""In what encoding a text file is written: tried on the whole file before any row is taken from it."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from pathlib import Path

from ..core.errors import ExchangeFailed
from .file_kind import SAVE_AGAIN

BLOCK = 1 << 18
CERTAIN = 4
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True, slots=True)
class Break:
    """line: where decoding fails. chinese: how many Chinese characters were decoded before."""

    line: int
    chinese: int


def find_encoding(path: Path) -> str:
    """utf-8-sig, utf-16, utf-8 or gb18030: the first in which the whole file can be read.

    Takes one pass of about a microsecond per row and no memory to speak of; so a file that is broken at its end
    is refused before its beginning is imported. Raises ExchangeFailed E502 for NUL characters (not a text at all),
    E506 with the line.
    """
    with path.open("rb") as file:
        head = file.read(4)
    marked = next((name for mark, name in _MARKS if head.startswith(mark)), None)
    furthest = 0
    for name in (marked,) if marked else ("utf-8", "gb18030"):
        broken = _find_break(path, name)
        if broken is None:
            return name
        furthest = max(furthest, broken.line)
        # What begins as Chinese in UTF-8 is a damaged UTF-8 file, though GB18030 would make some signs of it.
        if broken.chinese >= CERTAIN:
            break
    tried = "UTF-8 或 GB18030" if name == "gb18030" else name.removesuffix("-sig").upper()
    reason = f"{path.name} 第{furthest}行有不是 {tried} 的文字。"
    raise ExchangeFailed("E506", reason, remedy="另存为“CSV UTF-8”后再导入")


def _find_break(path: Path, name: str) -> Break | None:
    """Where the file cannot be decoded any further; None if all of it can."""
    decoder = codecs.getincrementaldecoder(name)()
    lines, chinese = 1, 0
    with path.open("rb") as file:
        while True:
            block = file.read(BLOCK)
            try:
                text = decoder.decode(block, final=not block)
            except UnicodeDecodeError as problem:
                text = problem.object[: problem.start].decode(name, "ignore")
                return Break(lines + text.count("\n"), chinese + _chinese(text))
            if "\0" in text:
                line = lines + text[: text.index("\0")].count("\n")
                reason = f"{path.name} 第{line}行有空字符，不是文本文件。"
                raise ExchangeFailed("E502", reason, remedy=SAVE_AGAIN)
            if not block:
                return None
            lines += text.count("\n")
            if chinese < CERTAIN:
                chinese += _chinese(text)


def _chinese(text: str) -> int:
    """How many characters took three bytes or more of UTF-8, which those of GB18030 read as UTF-8 hardly ever do."""
    return 0 if text.isascii() else sum(sign > "\u07ff" for sign in text[:BLOCK])
