"""Verify 校验台账."""

from typing import Annotated

import typer

from ..workflows import keeping
from .options import Db, say


def command(
    against: Annotated[
        str,
        typer.Option(
            "--against", metavar="指纹", help="印出的指纹：是不是这份台账印的，此后有没有被改", show_default=False
        ),
    ] = "",
    db: Db = None,
) -> None:
    """Verify 校验台账."""
    say(*keeping.verify(db, against=against))
