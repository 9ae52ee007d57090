"""Status 查询: what a petitioner may be told by the code of his receipt."""

from __future__ import annotations

from typing import Annotated

import typer

from ..workflows.query_codes import status
from .options import AnswerFormat, Db, desk, say, show


def command(
    code: Annotated[str, typer.Argument(metavar="查询码", help="登记回执上的查询码", show_default=False)],
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
