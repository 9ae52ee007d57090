"""Report 月报."""

from typing import Annotated

import typer

from ..workflows import reporting
from .options import AsOf, Db, Format, Output, desk, show


def command(
    month: Annotated[str, typer.Option("--month", metavar="年-月", help="哪个月，如 2026-10", show_default=False)],
    as_of: AsOf = None,
    fmt: Format = None,
    output: Output = None,
    db: Db = None,
) -> None:
    """The figures of a month."""
    with desk(db) as d:
        show(reporting.month(d, month, as_of=as_of), fmt, output)
