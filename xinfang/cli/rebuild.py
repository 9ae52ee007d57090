"""Rebuild 重建检索表."""

import sys

from ..workflows import keeping
from .desk import desk, say
from .options import Db


def command(db: Db = None) -> None:
    """Rebuild 重建检索表."""
    from ..render.progress import bar

    with desk(db) as d:
        say(*keeping.rebuild(d, lambda: bar("重建检索表", sys.stderr)))
