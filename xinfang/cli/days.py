"""Days 期限计算器."""

from typing import Annotated

import typer

from ..workflows.calendars import calendar_here
from ..workflows.counting_days import counted
from .options import Db, Format, Output, desk, show


def command(
    start: Annotated[str, typer.Argument(metavar="起算日", help="如 2024-09-18；当日不计入", show_default=False)],
    days: Annotated[int | None, typer.Option("--days", metavar="N", help="几日（自然日）", show_default=False)] = None,
    working: Annotated[
        int | None, typer.Option("--working-days", metavar="N", help="几个工作日", show_default=False)
    ] = None,
    fmt: Format = None,
    output: Output = None,
    db: Db = None,
) -> None:
    """Count days from a day, with the reasoning."""
    show(counted(calendar_here(db, desk), start, days=days, working=working), fmt, output)
