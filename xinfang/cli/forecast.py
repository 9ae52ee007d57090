"""Forecast 到期预测."""

from typing import Annotated

import typer

from ..workflows.reporting import forecasting
from .desk import desk, show
from .options import AsOf, Db, Format, Output, UnitFilter


def command(
    weeks: Annotated[int, typer.Option("--weeks", metavar="周数", help="往后看几周")] = 4,
    unit: UnitFilter = "",
    as_of: AsOf = None,
    fmt: Format = None,
    output: Output = None,
    db: Db = None,
) -> None:
    """Forecast 到期预测."""
    with desk(db) as d:
        show(forecasting.forecast_of(d, weeks=weeks, as_of=as_of, unit=unit), fmt, output)
