"""Due 将到期."""

from typing import Annotated

import typer

from ..workflows.asking import duties
from .desk import desk, show
from .options import AsOf, By, Db, Format, Limit, Output, Reveal, UnitFilter


def command(
    within: Annotated[int, typer.Option("--within", metavar="日数", help="几日内到期（自然日，按期满日预警）")] = 7,
    unit: UnitFilter = "",
    limit: Limit = None,
    as_of: AsOf = None,
    fmt: Format = None,
    output: Output = None,
    reveal: Reveal = False,
    by: By = None,
    db: Db = None,
) -> None:
    """Due 将到期."""
    with desk(db, by) as d:
        show(duties.due(d, within=within, as_of=as_of, unit=unit, limit=limit, reveal=reveal), fmt, output)
