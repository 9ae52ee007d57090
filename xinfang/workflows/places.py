"""Where the ledger file is: --db, else XINFANG_DB, else the platform's folder for user data."""

from __future__ import annotations

import os
import sys
from pathlib import Path

FILE_NAME = "ledger.db"


def ledger_path(given: Path | None) -> Path:
    """The file a command works on; nothing is created."""
    if given is not None:
        return given
    named = os.environ.get("XINFANG_DB")
    return Path(named) if named else user_data_folder() / FILE_NAME


def user_data_folder() -> Path:
    """The platform's folder for a program's data. Without any home it is the current folder, never a guess."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.environ.get("APPDATA")
        return Path(base) / "xinfang" if base else Path("xinfang-data")
    if sys.platform == "darwin":
        home = os.environ.get("HOME")
        return Path(home) / "Library" / "Application Support" / "xinfang" if home else Path("xinfang-data")
    named = os.environ.get("XDG_DATA_HOME")
    if named:
        return Path(named) / "xinfang"
    home = os.environ.get("HOME")
    return Path(home) / ".local" / "share" / "xinfang" if home else Path("xinfang-data")
