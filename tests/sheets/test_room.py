"""The room itself: it imports no more than it may, no earlier than it must."""

from __future__ import annotations

import subprocess
import sys

from xinfang.core.errors import CATALOGUE


def test_calamine_and_tomllib_are_imported_late() -> None:
    heavy = "{'python_calamine', 'tomllib', 'json', 'sqlite3', 'dateutil'}"
    dates = f"import sys, xinfang.sheets.dates; print(sorted({heavy} & set(sys.modules)), 'csv' in sys.modules)"
    door = "import sys, xinfang.sheets.ledger; print(sorted({'python_calamine', 'tomllib'} & set(sys.modules)))"
    for code, expected in ((dates, "[] False"), (door, "[]")):
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
        assert done.stdout.strip() == expected


def test_the_codes_used_here_are_in_the_catalogue() -> None:
    assert {"E101", "E102", "E104", "E105", "E106", "E108", "E111", "E114", "E118"} <= set(CATALOGUE)
    assert {f"E50{digit}" for digit in range(1, 7)} <= set(CATALOGUE)
