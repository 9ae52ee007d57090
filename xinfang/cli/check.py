"""Check 件件有回复: what the office owes and has not done, or not as the law has it."""

from typing import Annotated

import typer

from ..workflows.asking.checking import check
from .desk import desk, for_people, show
from .options import AsOf, Db, Format, Limit, Output, UnitFilter, argument, flag, option


def command(
    number: Annotated[
        str,
        argument(
            "[编号]", "只查这一件；不写则查全部在办的，和办结后还有事要办的（又来信访、不满意、没有执行、建议没有反馈）"
        ),
    ] = "",
    name: Annotated[list[str] | None, option("--name", "检查", "只做这项检查，可写多次，如 not-served")] = None,
    ended: Annotated[bool, flag("--all", "已办结的也查")] = False,
    unit: UnitFilter = "",
    exit_code: Annotated[bool, flag("--exit-code", "有发现时以 1 退出，供脚本判断")] = False,
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
