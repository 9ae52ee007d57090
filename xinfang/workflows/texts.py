"""Long texts from a file or from standard input."""

from __future__ import annotations

import sys
from pathlib import Path

from ..core.errors import BadInput, ExchangeFailed
from ..core.system_words import reason


def text_from(given: str, file: Path | None) -> str:
    """The text itself, or that of the file; `-` is standard input. Raises BadInput E101 when both are given."""
    if file is None:
        return given
    if given:
        raise BadInput("E101", "内容写了两次。", remedy="--content 和 --content-file 只用一个")
    return stdin_text() if str(file) == "-" else file_text(file)


def stdin_text() -> str:
    """Everything on standard input: UTF-8, or GB18030 where it is not."""
    return decoded(sys.stdin.buffer.read(), "标准输入")


def file_text(file: Path) -> str:
    """A text file in UTF-8 (with or without BOM) or GB18030. Raises ExchangeFailed E501, E506."""
    try:
        return decoded(file.read_bytes(), str(file))
    except OSError as fault:
        raise ExchangeFailed("E501", f"{file} 不能读: {reason(fault)}。", remedy="核对文件名和权限") from fault


def decoded(raw: bytes, origin: str) -> str:
    """Chinese text in one of the two encodings it comes in. Raises ExchangeFailed E506."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ExchangeFailed("E506", f"{origin} 不是 UTF-8，也不是 GB18030。", remedy="另存为 UTF-8 文本")
