"""Days 期限计算器."""

from typing import Annotated

from ..workflows.office.calendars import calendar_here
from ..workflows.office.counting_days import counted
from .desk import desk, show
from .options import Db, Format, Output, argument, option


def command(
    start: Annotated[str, argument("起算日", "如 2024-09-18；当日不计入")],
    days: Annotated[int | None, option("--days", "N", "几日（自然日）")] = None,
    working: Annotated[int | None, option("--working-days", "N", "几个工作日")] = None,
    fmt: Format = None,
    output: Output = None,
    db: Db = None,
) -> None:
    """Count days from a day, with the reasoning."""
    show(counted(calendar_here(db, desk), start, days=days, working=working), fmt, output)
