"""Ledgers to measure on, made by `xinfang import` and kept in bench/out/ for the next run."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from running import HERE, OUT, Ran, run, xinfang
from texts import MONTH, write_csv


def new_ledger(file: Path) -> Path:
    """An empty ledger in place of whatever stood there."""
    for leftover in file.parent.glob(file.name + "*"):
        leftover.unlink()
    xinfang(file, "init", "--office", "某县公安局", "--code", "410185", "--kind", "police")
    return file


def csv_of(petitions: int) -> Path:
    """The petitions as a CSV file."""
    return write_csv(OUT / f"{petitions}.csv", petitions)


def ledger_of(petitions: int) -> Path:
    """A ledger of so many petitions over ten years."""
    return _imported(OUT / f"{petitions}.db", csv_of(petitions))


def month_of(petitions: int) -> Path:
    """A ledger of the petitions that the ledger of so many has in MONTH, and no others."""
    table = write_csv(OUT / f"{petitions}-{MONTH}.csv", petitions, month=MONTH)
    return _imported(OUT / f"{petitions}-{MONTH}.db", table)


def making_of(petitions: int) -> dict[str, float]:
    """Seconds and peak megabytes of the import that made the ledger of so many."""
    found: dict[str, float] = json.loads((OUT / f"{petitions}.json").read_text(encoding="utf-8"))
    return found


def _imported(file: Path, table: Path) -> Path:
    record = file.with_suffix(".json")
    if not record.exists():
        new_ledger(file)
        made: Ran = xinfang(file, "import", str(table))
        run((sys.executable, str(HERE / "lives.py"), str(file), str(table)))
        record.write_text(json.dumps({"seconds": made.seconds, "peak_mb": made.peak_mb}), encoding="utf-8")
    return file
