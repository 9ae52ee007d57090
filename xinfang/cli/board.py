"""Board 看板."""

from ..workflows.asking import board
from .desk import PEOPLE_SEE_AT_MOST, desk, show
from .options import AsOf, Db, Format, Limit, Output, UnitFilter


def command(
    unit: UnitFilter = "",
    limit: Limit = PEOPLE_SEE_AT_MOST,
    as_of: AsOf = None,
    fmt: Format = None,
    output: Output = None,
    db: Db = None,
) -> None:
    """Board 看板."""
    with desk(db) as d:
        show(board.board(d, as_of=as_of, unit=unit, limit=limit), fmt, output)
