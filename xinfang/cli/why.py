"""Why 期限说明: every deadline of a petition, line by line."""

from ..workflows import cases
from .options import AsOf, Db, Format, Number, Output, desk, show


def command(number: Number, as_of: AsOf = None, fmt: Format = None, output: Output = None, db: Db = None) -> None:
    """Every deadline of a petition, explained."""
    with desk(db) as d:
        show(cases.why(d, number, as_of=as_of), fmt, output)
