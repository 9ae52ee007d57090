"""Rebuild 重建检索表."""

from ..workflows import keeping
from .options import Db, say


def command(db: Db = None) -> None:
    """Rebuild 重建检索表."""
    say(*keeping.rebuild(db))
