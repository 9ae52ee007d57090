"""Next 下一步: the lawful next acts of a petition."""

from ..workflows.asking.cases import next_acts
from .desk import desk, show
from .options import AsOf, Db, Format, Number, Output


def command(number: Number, as_of: AsOf = None, fmt: Format = None, output: Output = None, db: Db = None) -> None:
    """Next 下一步: the lawful next acts of a petition."""
    with desk(db) as d:
        show(next_acts(d, number, as_of=as_of), fmt, output)
