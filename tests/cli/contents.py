"""What stands in the files that commands write."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path


def everything_in(path: Path) -> bytes:
    """The bytes of a file; of a workbook or a Word file those of its parts."""
    content = path.read_bytes()
    if path.suffix not in (".xlsx", ".docx"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return b"".join(parts.read(name) for name in parts.namelist())


def found(words: Iterable[str], content: bytes) -> list[str]:
    """Which of the words the bytes hold, plainly or as JSON escapes."""
    return [word for word in words if word.encode() in content or word.encode("unicode_escape") in content]
