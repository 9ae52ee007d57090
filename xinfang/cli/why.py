"""Why 期限说明: every deadline of a petition, line by line."""

from ..workflows.asking import cases
from .desk import desk, show
from .options import AsOf, By, Db, Format, Number, Output, Restricted


def command(
    number: Number,
    as_of: AsOf = None,
    fmt: Format = None,
    output: Output = None,
    restricted: Restricted = False,
    by: By = None,
    db: Db = None,
) -> None:
    """Every deadline of a petition, explained."""
    with desk(db, by) as d:
        show(cases.why(d, number, as_of=as_of, restricted=restricted), fmt, output)
