"""Status 查询: what a petitioner may be told by the code of his receipt."""

from __future__ import annotations

from typing import Annotated

from ..workflows.writing.query_codes import status
from .desk import desk, say, show
from .options import AnswerFormat, Db, argument


def command(
    code: Annotated[str, argument("查询码", "登记回执上的查询码")],
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Received on, handled by, until when, answered or not."""
    with desk(db) as d:
        found = status(d, code)
    if fmt == "json":
        show(found, "json", None)
    else:
        say(*found.lines)
