"""Export 导出台账."""

from ..workflows.exporting import export
from .options import AsOf, By, Db, Format, Limit, Output, Reveal, desk, show


def command(
    output: Output = None,
    fmt: Format = None,
    as_of: AsOf = None,
    limit: Limit = None,
    reveal: Reveal = False,
    by: By = None,
    db: Db = None,
) -> None:
    """Write the columns of a ledger, which `import` reads back; what has no column is not in it."""
    with desk(db, by) as d:
        show(export(d, as_of=as_of, limit=limit, reveal=reveal), fmt, output)
