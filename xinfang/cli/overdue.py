"""Overdue 超期."""

from typing import Annotated

import typer

from ..workflows.asking import duties
from .desk import desk, show
from .options import AsOf, By, Db, Format, Limit, Output, Reveal, UnitFilter, flag


def command(
    unit: UnitFilter = "",
    limit: Limit = None,
    exit_code: Annotated[bool, flag("--exit-code", "有超期时以 1 退出，供脚本判断")] = False,
    as_of: AsOf = None,
    fmt: Format = None,
    output: Output = None,
    reveal: Reveal = False,
    by: By = None,
    db: Db = None,
) -> None:
    """Overdue 超期."""
    with desk(db, by) as d:
        table = duties.overdue(d, as_of=as_of, unit=unit, limit=limit, reveal=reveal)
        show(table, fmt, output)
        if exit_code and table.rows:
            raise typer.Exit(1)
