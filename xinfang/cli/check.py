"""Check 件件有回复: what the office owes and has not done, or not as the law has it."""

from typing import Annotated

import typer

from ..workflows.checking import check
from .options import AsOf, Db, Format, Limit, Output, UnitFilter, desk, for_people, show


def command(
    number: Annotated[
        str,
        typer.Argument(
            metavar="[编号]",
            help="只查这一件；不写则查全部在办的，和办结后还有事要办的（又来信访、不满意、没有执行、建议没有反馈）",
            show_default=False,
        ),
    ] = "",
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="检查", help="只做这项检查，可写多次，如 not-served", show_default=False),
    ] = None,
    ended: Annotated[bool, typer.Option("--all", help="已办结的也查", show_default=False)] = False,
    unit: UnitFilter = "",
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="有发现时以 1 退出，供脚本判断", show_default=False)
    ] = False,
    as_of: AsOf = None,
    limit: Limit = None,
    fmt: Format = None,
    output: Output = None,
    db: Db = None,
) -> None:
    """Check 件件有回复."""
    with desk(db) as d:
        found = check(
            d, number, names=name or (), unit=unit, ended=ended, as_of=as_of, limit=for_people(limit, fmt, output)
        )
        show(found, fmt, output)
        if exit_code and found.rows:
            raise typer.Exit(1)
