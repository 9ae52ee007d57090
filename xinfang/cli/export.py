"""Export 导出台账."""

from ..workflows.exchange.exporting import export
from .desk import desk, say_beside, show
from .options import AsOf, By, Db, Format, Limit, Output, Restricted, Reveal


def command(
    output: Output = None,
    fmt: Format = None,
    as_of: AsOf = None,
    limit: Limit = None,
    reveal: Reveal = False,
    restricted: Restricted = False,
    by: By = None,
    db: Db = None,
) -> None:
    """Write the columns of a ledger, which `import` reads back; what has no column is not in it."""
    with desk(db, by) as d:
        exported = export(d, as_of=as_of, limit=limit, reveal=reveal, restricted=restricted)
        show(exported.table, fmt, output)
        say_beside(exported.left_out, fmt, output)
