"""A first reading of .xls and .ods in a process of its own.

One damaged bit can make calamine go round in such a file for ever, or take memory until the process is aborted; neither
can be caught from within. The first reading has limits; only a file that passes it is read here. .xlsx needs none.
"""

from __future__ import annotations

from pathlib import Path

from ..core.errors import ExchangeFailed
from .file_kind import SAVE_AGAIN

SECONDS, SECONDS_PER_MB = 20, 4
"""How long it may take, with much to spare for old PCs: a sound .ods of 60,000 rows took 0.3 seconds."""

BYTES, TIMES_THE_FILE = 2 << 30, 100
"""How much memory it may take, where the system can be told (not on Windows)."""

_ENDED_ITSELF = (0, 1)
_PARTS_OF_XLSX = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"xl/")


def stand_trial(path: Path, *, seconds: float | None = None) -> None:
    """Nothing, if the workbook may be read in this process; an error of its own it will meet there again.

    seconds: how long to wait at most. Raises ExchangeFailed E502 for a file that does not come to an end.
    """
    if _is_xlsx(path):
        return
    import subprocess
    import sys

    size = path.stat().st_size
    wait = SECONDS + SECONDS_PER_MB * size / 1e6 if seconds is None else seconds
    program = str(Path(__file__).with_name("first_reading.py"))
    command = [sys.executable, "-P", program, str(path.absolute()), str(BYTES + TIMES_THE_FILE * size)]
    nowhere = subprocess.DEVNULL
    try:
        done = subprocess.run(command, timeout=wait, stdin=nowhere, stdout=nowhere, stderr=nowhere, check=False)
    except subprocess.TimeoutExpired:
        raise _damaged(path, f"过了{wait:.0f}秒还没有读完") from None
    if done.returncode not in _ENDED_ITSELF:
        raise _damaged(path, "读到一半读不下去")


def _is_xlsx(path: Path) -> bool:
    """Whether it plainly is one of the newer kind: .xlsx, .xlsm or .xlsb."""
    with path.open("rb") as file:
        head = file.read(64)
    return head.startswith(b"PK\x03\x04") and head[30:].startswith(_PARTS_OF_XLSX)


def _damaged(path: Path, how: str) -> ExchangeFailed:
    return ExchangeFailed("E502", f"{path.name} {how}，不是完好的工作簿。", remedy=SAVE_AGAIN)
