"""Where 台账文件在哪里."""

from __future__ import annotations

from ..workflows import looking
from .options import Db, say


def command(db: Db = None) -> None:
    """Print the path of the ledger file in use."""
    say(looking.where(db))
