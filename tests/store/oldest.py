"""Makes ledger-0.1.0.db: `python tests/store/oldest.py`. Never again once that version is released."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent


def main() -> None:
    """A ledger in which most acts have happened, as one file without a journal beside it."""
    sys.path[:0] = [str(HERE.parent), str(HERE.parents[1])]
    from store.ledgers import busy, copied

    with tempfile.TemporaryDirectory() as folder:
        made = busy(Path(folder))
        copy = copied(made, Path(folder, "copy"))
        (HERE / "ledger-0.1.0.db").write_bytes(copy.ledger.read_bytes())


if __name__ == "__main__":
    main()
