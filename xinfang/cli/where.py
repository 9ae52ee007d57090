"""Where 台账文件在哪里."""

from ..workflows import places
from .desk import say
from .options import Db


def command(db: Db = None) -> None:
    """Print the path of the ledger file in use."""
    say(str(places.ledger_path(db)))
