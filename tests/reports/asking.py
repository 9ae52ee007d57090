"""How the tests ask for a report: as data, one figure or table of it, as a value, or printed again from the ledger as it was."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from cli.shell import Shell

from xinfang.core.period import Period
from xinfang.core.table import Document
from xinfang.workflows import reporting
from xinfang.workflows.desk import Desk


def report(
    shell: Shell, kind: str, period: str, *more: object, as_of: object = None, unit: str = "", **variables: str
) -> Any:
    """The report of that kind as data. period: as it is typed, `--month 2024-06`; as_of: None for today; unit: '' for all."""
    day = ("--as-of", as_of) if as_of else ()
    of_one = ("--unit", unit) if unit else ()
    return shell.data("report", kind, *period.split(), *day, *of_one, *more, **variables)


def document(desk: Desk, kind: str, period: Period, *, unit: str = "", detail: bool = False) -> Document:
    """The report as a value, as of today; unit: '' for all."""
    return reporting.report(desk, kind, period, as_of=None, as_known=None, unit=unit, detail=detail, limit=None)


def figures(told: Any) -> dict[str, Any]:
    """The indicators of a report, or of a part of one, by name."""
    named = {each["name"]: each for each in told["indicators"]}
    assert len(named) == len(told["indicators"]), "each once"
    return named


def value(told: Any, name: str) -> Any:
    """What one indicator says."""
    return figures(told)[name]["value"]


class Printed(NamedTuple):
    """A page, and the fingerprint of the ledger from which it was printed."""

    page: str
    fingerprint: str


@contextmanager
def printed_again(shell: Shell, *words: object) -> Iterator[Printed]:
    """What is written down meanwhile changes the page; as the ledger was known before, it comes out again to the letter."""
    printed = Printed(shell.ok(*words).out, shell.data(*words)["ledger"]["fingerprint"])
    yield printed
    assert shell.ok(*words).out != printed.page
    assert shell.ok(*words, "--as-known", printed.fingerprint).out == printed.page


def rows_of(shell: Shell, table: str, *words: object) -> list[dict[str, str]]:
    """One table as scripts read it in CSV."""
    lines = [*csv.reader(io.StringIO(shell.ok(*words, "-f", "csv").out))]
    heads: list[str] = []
    found = []
    for line in lines:
        if line[:1] == ["table"]:
            heads = line
        elif line[:1] == [table]:
            found.append(dict(zip(heads, line, strict=True)))
    return found
