"""Where 台账文件在哪里."""

from ..workflows import places
from .options import Db, say


def command(db: Db = None) -> None:
    """Print the path of the ledger file in use."""
    say(str(places.ledger_path(db)))
