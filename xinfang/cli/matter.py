"""Matter 信访事项: every petition about the matter of one, and what came of it."""

from ..workflows.matters.matter import matter
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
    """Matter 信访事项."""
    with desk(db, by) as d:
        show(matter(d, number, as_of=as_of, restricted=restricted), fmt, output)
