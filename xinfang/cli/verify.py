"""Verify 校验台账."""

import sys
from typing import Annotated

from ..workflows import keeping
from .desk import desk, say
from .options import Db, option


def command(
    against: Annotated[
        str | None, option("--against", "指纹", "印出的指纹：是不是这份台账印的，此后有没有被改")
    ] = None,
    db: Db = None,
) -> None:
    """Verify 校验台账."""
    from ..render.progress import bar

    say(*keeping.verify(lambda: desk(db), against=against, watched=lambda: bar("校验检索表", sys.stderr)))
