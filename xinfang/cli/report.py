"""Report 报表."""

from typing import Annotated

from ..workflows import reporting
from ..workflows.reporting import periods
from .desk import desk, show
from .options import AsKnown, AsOf, Db, Format, Limit, Output, UnitFilter, argument, flag, option

KINDS = "、".join(f"{name} {label}" for name, label in reporting.REPORTS.items())


def command(
    kind: Annotated[str, argument("报表", f"{KINDS}；写汉字也行，不写为 monthly")] = "monthly",
    month: Annotated[str | None, option("--month", "年-月", "哪个月，如 2026-10")] = None,
    quarter: Annotated[str | None, option("--quarter", "年-季", "哪个季度，如 2026-3")] = None,
    year: Annotated[str | None, option("--year", "年", "哪一年")] = None,
    first: Annotated[str | None, option("--from", "日期", "自哪一天起", empty=False)] = None,
    last: Annotated[str | None, option("--to", "日期", "到哪一天止，默认今天", empty=False)] = None,
    unit: UnitFilter = "",
    detail: Annotated[bool, flag("--detail", "附上各个数字所含的信访件")] = False,
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
