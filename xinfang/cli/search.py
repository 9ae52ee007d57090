"""Search 全文查找."""

from typing import Annotated

from ..workflows.asking import lists
from .desk import desk, for_people, show
from .options import AsOf, By, Db, Format, Limit, Output, Restricted, Reveal, argument


def command(
    text: Annotated[str, argument("文字", "要找的文字，一个字起；电话、证件号写全，也找得到本人的件")],
    limit: Limit = None,
    as_of: AsOf = None,
    fmt: Format = None,
    output: Output = None,
    reveal: Reveal = False,
    restricted: Restricted = False,
    by: By = None,
    db: Db = None,
) -> None:
    """Search 全文查找."""
    with desk(db, by) as d:
        limit = for_people(limit, fmt, output)
        show(lists.search(d, text, as_of=as_of, limit=limit, reveal=reveal, restricted=restricted), fmt, output)
