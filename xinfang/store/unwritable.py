"""A ledger that may only be read: a copy on a disc or in an archive, a folder in which one may not write.

With a write-ahead log beside it SQLite wants to write there even to read, unless it is told that the file does not change.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from ..core.errors import StoreUnusable

State = tuple[int, int, str]


class Unchanging(sqlite3.Connection):
    """The file as it lies, without locks: what was read of it is right if it was not changed meanwhile."""

    path: Path
    found: State

    def close(self) -> None:
        """Raises StoreUnusable E405 where somebody else, who may, has written."""
        super().close()
        try:
            same = _state(self.path) == self.found
        except OSError:  # a disc that was taken out
            same = False
        if not same:
            raise StoreUnusable(
                "E405", f"{self.path} 正在读的时候被改动或者拿走了，读出来的可能前后不一。", remedy="再试一次"
            )


def opened(path: Path) -> Unchanging:
    """The ledger, not to be written. Raises StoreUnusable E404 where its last facts are not in the file itself yet."""
    unfinished = _unfinished(path)
    if unfinished and os.access(path, os.R_OK):
        raise StoreUnusable(
            "E404",
            f"{path} 只能读，而旁边的 {unfinished} 里还有没并进去的内容。",
            remedy="两个文件一起抄到能写的文件夹里，用 --db 指定抄出来的那一份",
        )
    state = _state(path)
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, factory=Unchanging)
    connection.path, connection.found = path, state
    return connection


def _state(path: Path) -> State:
    told = path.stat()
    return told.st_mtime_ns, told.st_size, _unfinished(path)


def _unfinished(path: Path) -> str:
    """The name of the file beside it in which SQLite keeps what is not in it yet, or not out of it again."""
    beside = (path.resolve().with_name(path.resolve().name + ending) for ending in ("-wal", "-journal"))
    return next((each.name for each in beside if each.exists() and each.stat().st_size), "")
