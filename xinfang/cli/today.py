"""Today 今日要办."""

from ..workflows.asking import today
from .desk import desk, for_people, show
from .options import AsOf, By, Db, Format, Limit, Output, Reveal, UnitFilter


def command(
    unit: UnitFilter = "",
    limit: Limit = None,
    as_of: AsOf = None,
    fmt: Format = None,
    output: Output = None,
    reveal: Reveal = False,
    by: By = None,
    db: Db = None,
) -> None:
    """Today 今日要办."""
    with desk(db, by) as d:
        show(today.today(d, as_of=as_of, unit=unit, limit=for_people(limit, fmt, output), reveal=reveal), fmt, output)
