"""Report 报表."""

from typing import Annotated

import typer

from ..workflows import periods, reporting
from .options import AsKnown, AsOf, Db, Format, Limit, Output, UnitFilter, desk, show

KINDS = "、".join(f"{name} {label}" for name, label in reporting.REPORTS.items())


def command(
    kind: Annotated[
        str, typer.Argument(metavar="报表", help=f"{KINDS}；不写为 monthly", show_default=False)
    ] = "monthly",
    month: Annotated[
        str | None, typer.Option("--month", metavar="年-月", help="哪个月，如 2026-10", show_default=False)
    ] = None,
    quarter: Annotated[
        str | None, typer.Option("--quarter", metavar="年-季", help="哪个季度，如 2026-3", show_default=False)
    ] = None,
    year: Annotated[str | None, typer.Option("--year", metavar="年", help="哪一年", show_default=False)] = None,
    first: Annotated[str | None, typer.Option("--from", metavar="日期", help="自哪一天起", show_default=False)] = None,
    last: Annotated[
        str | None, typer.Option("--to", metavar="日期", help="到哪一天止，默认今天", show_default=False)
    ] = None,
    unit: UnitFilter = "",
    detail: Annotated[bool, typer.Option("--detail", help="附上各个数字所含的信访件", show_default=False)] = False,
    as_of: AsOf = None,
    as_known: AsKnown = None,
    limit: Limit = None,
    fmt: Format = None,
    output: Output = None,
    db: Db = None,
) -> None:
    """A report over a period."""
    period = periods.period(month=month, quarter=quarter, year=year, first=first, last=last)
    with desk(db) as d:
        document = reporting.report(
            d, kind, period, as_of=as_of, as_known=as_known, unit=unit, detail=detail, limit=limit
        )
        show(document, fmt, output)
