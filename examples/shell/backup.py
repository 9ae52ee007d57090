"""Copy a ledger whole, even while others write in it: python backup.py LEDGER COPY."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path


def main(ledger: str, copy: str) -> None:
    """SQLite's own backup: a plain copy of the file could miss what is still in its -wal neighbour."""
    where = f"{Path(ledger).absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(where, uri=True)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
