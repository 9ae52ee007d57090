"""Show 一件的全部情况和经过."""

from ..workflows.asking import cases
from .desk import desk, show
from .options import AsOf, By, Db, Format, Number, Output, Restricted, Reveal


def command(
    number: Number,
    as_of: AsOf = None,
    fmt: Format = None,
    output: Output = None,
    reveal: Reveal = False,
    restricted: Restricted = False,
    by: By = None,
    db: Db = None,
) -> None:
    """Show 一件的全部情况和经过."""
    with desk(db, by) as d:
        show(cases.show(d, number, as_of=as_of, reveal=reveal, restricted=restricted), fmt, output)
