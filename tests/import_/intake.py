"""What the tests of this folder share: an empty ledger, what an import said, and what is in the file now."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any, NamedTuple

from cli.shell import Ran, Shell

COUNTS = re.compile(r"新增 (\d+) 件，已在台账 (\d+) 件，有错 (\d+) 行，略过 (\d+) 行")


class Counts(NamedTuple):
    """The four numbers of the summary, which together are every line of the file below its heading."""

    new: int
    known: int
    faulty: int
    skipped: int


def counts(ran: Ran) -> Counts:
    """The numbers an import printed."""
    found = COUNTS.search(ran.out)
    assert found, ran.out + ran.err
    return Counts(*map(int, found.groups()))


def imported(shell: Shell, *words: object) -> Counts:
    """Run `import`; its exit code says whether rows were left out."""
    ran = shell("import", *words)
    assert ran.code in (0, 1), ran.out + ran.err
    result = counts(ran)
    assert (ran.code == 1) == (result.faulty > 0)
    return result


def faults(path: Path) -> list[tuple[int, str, str, str]]:
    """Line, column, value and code of each fault written by `--errors`."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert all(row["reason"] for row in rows)
    return [(int(row["line"]), row["column"], row["value"], row["code"]) for row in rows]


def exported(shell: Shell, **filters: str) -> list[dict[str, Any]]:
    """Every petition as `export --reveal` gives it, in the order of numbers."""
    words = [word for name, value in filters.items() for word in (f"--{name}", value)]
    rows: list[dict[str, Any]] = shell.data("export", "--reveal", *words)
    return rows


def new_office(folder: Path, name: str, *, kind: str = "police", today: str = "2026-01-05") -> Shell:
    """A shell with an empty ledger in a folder of its own."""
    place = folder / name
    place.mkdir()
    shell = Shell(place, today=today)
    shell.ok("init", "--office", "某县公安局", "--code", "410185", "--kind", kind)
    return shell
