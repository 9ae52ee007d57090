"""Verify 校验台账."""

from ..workflows import keeping
from .options import Db, say


def command(db: Db = None) -> None:
    """Verify 校验台账."""
    say(*keeping.verify(db))
