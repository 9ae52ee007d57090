"""Where the ledger begins, for every report that sets a period against earlier ones."""

from __future__ import annotations

from ...reports.reach import LOOKED_AT, Reach
from ...store.connection import Connection
from ...store.queries import observed


def reach_of(db: Connection) -> Reach:
    """How far back the ledger goes."""
    return Reach.of(observed.first_received(db, LOOKED_AT))
