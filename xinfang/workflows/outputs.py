"""Where an answer may be written: never over a ledger, nor over what the command reads."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from ..core.errors import ExchangeFailed

DATABASE = b"SQLite format 3\x00"


def spared(output: Path, *, read: Iterable[Path | None] = ()) -> None:
    """Nothing, where `output` may be written. Asked before any work: what stands there would be gone for good.

    read: the files that the command reads. Raises ExchangeFailed E507 for one of these and for a ledger or any other
    database, whatever its name. What cannot be looked at is left to whoever writes.
    """
    with suppress(OSError, ValueError):
        if not output.is_file():
            return
        if any(file is not None and file.exists() and output.samefile(file) for file in read):
            raise ExchangeFailed("E507", f"{output} 正是要读的文件，不能覆盖。", remedy="换一个文件名")
        with output.open("rb") as found:
            start = found.read(len(DATABASE))
        if start == DATABASE:
            raise ExchangeFailed("E507", f"{output} 是台账或者别的数据库，不能覆盖。", remedy="换一个文件名")
