"""Init 建账: open the ledger of an office."""

from typing import Annotated

import typer

from ..workflows.founding import found
from .options import Db, On, say


def command(
    office: Annotated[str, typer.Option("--office", metavar="名称", help="单位名称", show_default=False)],
    code: Annotated[str, typer.Option("--code", metavar="代码", help="单位代码，各单位不同", show_default=False)],
    kind: Annotated[
        str,
        typer.Option("--kind", metavar="police|bureau", help="公安机关 police，信访部门 bureau", show_default=False),
    ],
    superior: Annotated[
        str, typer.Option("--superior", metavar="名称", help="上一级机关、单位", show_default=False)
    ] = "",
    on: On = None,
    db: Db = None,
) -> None:
    """Open a new ledger file."""
    say(*found(db, office=office, code=code, kind=kind, superior=superior, on=on))
