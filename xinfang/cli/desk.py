"""What a command does besides its options: open the desk it works at, and print what comes of it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ..core.errors import ExchangeFailed
from ..workflows.desk import Desk

if TYPE_CHECKING:
    from ..core.table import Document, Table
    from ..workflows.acting.doing import Done

UPGRADING = (
    "台账是旧版程序写的，检索表按新版重做（只做这一次，磁盘要有和台账差不多大的空余；中断了台账还是原样，下次再做）……"
)


def desk(db: Path | None, by: str | None = None) -> Desk:
    """The desk a command works at."""
    return Desk.at(db, by=by, upgrade=_upgrade)


@contextmanager
def _upgrade() -> Iterator[Callable[[float], None] | None]:
    """Says what takes so long when a new version of the program first opens a large ledger."""
    from ..render.lines import print_lines
    from ..render.progress import bar

    print_lines((UPGRADING,), sys.stderr)
    with bar("重做检索表", sys.stderr) as progress:
        yield progress


PEOPLE_SEE_AT_MOST = 50


def for_people(limit: int | None, fmt: str | None, output: Path | None) -> int | None:
    """The limit of a list: as given, else a screenful or two where a person is looking at a terminal."""
    looking = fmt is None and output is None and sys.stdout.isatty()
    return PEOPLE_SEE_AT_MOST if limit is None and looking else limit


def show(value: Table | Document, fmt: str | None, output: Path | None) -> None:
    """Print a value in the format asked for."""
    from ..render import show as render

    render(value, fmt=fmt, output=output, stdout=sys.stdout)


def say_beside(lines: Iterable[str], fmt: str | None, output: Path | None) -> None:
    """Say on standard error what a table for machines has no room for."""
    from ..render import format_of

    if format_of(fmt, output) in {"csv", "tsv", "json", "jsonl"}:
        from ..render.lines import print_lines

        print_lines(lines, sys.stderr)


def say(*lines: str) -> None:
    """Print sentences."""
    from ..render.lines import print_lines

    print_lines(lines, sys.stdout)


def answer(done: Done, fmt: str) -> None:
    """Print an act's receipt, as lines or as JSON for scripts.

    Raises ExchangeFailed E507 where it cannot be printed: the act is in the ledger all the same, and is not done twice.
    """
    try:
        if fmt == "json":
            show(done.document, "json", None)
        else:
            say(*done.lines)
    except ExchangeFailed as failed:
        number = done.case.number
        remedy = f"{number} 的这一步已经写入台账，不要再输入一遍；xinfang show {number} 查看"
        raise ExchangeFailed(failed.code, failed.what, remedy=remedy) from failed
