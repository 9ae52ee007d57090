"""Importing an outside ledger: good rows go in, bad rows come out with the reason, nothing is lost silently."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from ...reports.import_summary import Imported
from ...sheets.fields import LABELS
from ...sheets.ledger import Ledger, open_ledger
from ...sheets.mapping import read_map
from ...store import connection as store
from ...store.bulk import Bulk
from ..desk import Desk
from ..texts import file_text
from ..watching import Progress
from .intake import Intake
from .recognising import highest_numbers

AT_ONCE = 5000
"""Rows per transaction: what is acknowledged is in the file, an interruption loses at most one lot in the making."""


def import_ledger(
    desk: Desk,
    file: Path,
    *,
    map_file: Path | None,
    sheet: str | None,
    accept_id: bool,
    dry_run: bool,
    progress: Progress | None = None,
) -> Imported:
    """Import a ledger. Rows that are in the file already are passed over, so that it can be repeated or resumed."""
    mapping = read_map(file_text(map_file), map_file.name) if map_file else None
    source = open_ledger(file, map=mapping, sheet=sheet, accept_id=accept_id)
    result = _begun(source, dry_run=dry_run)
    intake = Intake(desk, source, result)
    if "number" in intake.headings and not dry_run:
        intake.reserved = highest_numbers(source.rows())
    rows = source.rows()
    store.prepare_for_bulk(desk.connection)
    # Nothing an import makes refers in circles; looking for circles would cost a twentieth of the time.
    with _without_collector(), Bulk(desk.connection, desk.path) as bulk:
        while lot := list(islice(rows, AT_ONCE)):
            if dry_run:
                intake.look_at(lot)
            else:
                intake.take(lot, bulk)
            if progress:
                progress(source.progress())
    result.faults.sort(key=lambda fault: fault.line)
    result.skipped = list(source.skipped)
    return result


def _begun(source: Ledger, *, dry_run: bool) -> Imported:
    """What can be told before any row is read."""
    own = [heading for heading, names in source.columns.items() if heading in (names[0], LABELS[names[0]])]
    return Imported(
        dry_run,
        columns={heading: _labels(names) for heading, names in source.columns.items() if heading not in own},
        own=own,
        ignored=source.ignored,
        doubtful={heading: _labels(names) for heading, names in source.doubtful.items()},
    )


def _labels(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(LABELS[name] for name in names)


@contextmanager
def _without_collector() -> Iterator[None]:
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
