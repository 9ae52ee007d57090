"""A file appears whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from xinfang.core.errors import ExchangeFailed
from xinfang.core.system_words import reason

from .safe import safe


def not_written(name: str, failure: Exception) -> ExchangeFailed:
    """The problem to raise when `name` could not be written."""
    return ExchangeFailed(
        "E507",
        f"不能写出到{safe(name)}: {safe(reason(failure))}。",
        remedy="用 -o 换一个文件名或文件夹；文件若在 Excel 中打开，先关闭",
    )


def write_file(path: Path, chunks: Iterable[bytes]) -> None:
    """Write `path` whole, in place of any file of that name, or raise ExchangeFailed E507 and leave it as it was."""
    try:
        target = path.resolve()
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "directory")
        # A device or a pipe is written to; replacing it with a file would take it away from everybody.
        # /dev/stdout at a pipe leads to a name that nobody else finds.
        if path.exists() and not target.is_file():
            with path.open("wb") as device:
                device.writelines(chunks)
        else:
            _replace(target, chunks)
    except (OSError, ValueError) as failure:
        raise not_written(str(path), failure) from failure


def _replace(target: Path, chunks: Iterable[bytes]) -> None:
    beside = target.with_name(f".xinfang-{os.urandom(6).hex()}.tmp")
    try:
        with beside.open("xb") as handle:
            handle.writelines(chunks)
            handle.flush()
            os.fsync(handle.fileno())
        if target.exists():
            beside.chmod(stat.S_IMODE(target.stat().st_mode))
        beside.replace(target)
    finally:
        with suppress(OSError):
            beside.unlink()
