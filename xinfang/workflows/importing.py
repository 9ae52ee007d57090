"""Importing an outside ledger: good rows go in, bad rows come out with the reason, nothing is lost silently."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from ..acts.from_ledger import steps_of
from ..core import numbers
from ..core.projected import ID_PER_YEAR, Rows, petition_id
from ..projections.case_rows import rows_of
from ..reports.import_summary import Fault, Imported
from ..sheets.fields import LABELS
from ..sheets.ledger import Ledger, open_ledger
from ..sheets.mapping import read_map
from ..sheets.rows import LedgerRow, RowFault, RowFaults
from ..store import connection as store
from ..store.bulk import Bulk
from ..store.ledger import Writer
from ..store.queries import numbers as given
from . import clock, newcomers
from .desk import Desk
from .recognising import Recogniser, highest_numbers, own_number
from .row_facts import RowFacts, Told

AT_ONCE = 5000
"""Rows per transaction: what is acknowledged is in the file, an interruption loses at most one lot in the making."""
IN_HAND = 250
"""Petitions made while SQLite writes those before them."""
DAYS = ("received", "informed", "accepted", "replied", "served", "closed")
"""The fields of a row that are days."""
Progress = Callable[[float], None]


def import_ledger(
    desk: Desk,
    file: Path,
    *,
    map_file: Path | None = None,
    sheet: str | None = None,
    accept_id: bool = False,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> Imported:
    """Import a ledger. Rows that are in the file already are passed over, so that it can be repeated or resumed."""
    source = open_ledger(file, map=read_map(map_file) if map_file else None, sheet=sheet, accept_id=accept_id)
    result = _begun(source, dry_run=dry_run)
    intake = _Intake(desk, source, result)
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


class _Intake:
    """Takes rows, a lot at a time, each lot in one transaction."""

    def __init__(self, desk: Desk, source: Ledger, result: Imported) -> None:
        self.desk = desk
        self.result = result
        self.today = clock.today()
        self.headings = {name: heading for heading, names in source.columns.items() for name in names}
        self.facts = RowFacts(desk, self.headings)
        self.rows = Recogniser(desk.connection)
        self.reserved: dict[int, int] = {}
        self.newcomers = newcomers.Newcomers(desk.office)

    def look_at(self, lot: list[LedgerRow | RowFaults]) -> None:
        """Count what would happen, without writing."""
        self._count([row for row, _ in self._fresh(list(self._sound(lot)))])

    def take(self, lot: list[LedgerRow | RowFaults], bulk: Bulk) -> None:
        """Write one lot: the units and officers it names first, then its petitions."""
        sound = list(self._sound(lot))
        # Before the transaction, while the lot before this one is still being written; not where the ledger has
        # known every row so far.
        only_known = self.result.already and not self.result.added
        told = {} if only_known else {row.line: self.facts.of(row, key) for row, key in sound}
        with bulk.writing() as writer:
            moment = clock.now().isoformat()
            fresh = list(self._fresh(sound))
            units, officers = self._count([row for row, _ in fresh])
            newcomers.add(
                units,
                officers,
                connection=self.desk.connection,
                writer=writer,
                on=self.today,
                recorded_at=moment,
                by=self.desk.by,
            )
            sequences: dict[int, int] = {}
            numbered = [
                (self._number(row, sequences), told.get(row.line) or self.facts.of(row, key)) for row, key in fresh
            ]
            for first in range(0, len(numbered), IN_HAND):
                some = numbered[first : first + IN_HAND]
                bulk.put(writer, [self._written(number, facts, writer, moment) for number, facts in some])
        self.rows.forget()

    def _count(self, fresh: list[LedgerRow]) -> tuple[list[str], dict[str, str]]:
        """Enter new rows in the summary; the units and officers they bring along."""
        units = [unit for row in fresh for unit in self.newcomers.units(row)]
        officers = {name: unit for row in fresh for name, unit in self.newcomers.officers(row).items()}
        self.result.added += len(fresh)
        self.result.without_channel += sum(row.channel is None for row in fresh)
        self.result.new_units += units
        self.result.new_officers += officers
        return units, officers

    def _sound(self, lot: list[LedgerRow | RowFaults]) -> Iterator[tuple[LedgerRow, str]]:
        """Rows that can be taken, with what tells each from all others; the faults of the rest are kept."""
        for row in lot:
            faults = row if isinstance(row, RowFaults) else self._faults(row)
            if faults is not None:
                self._refuse(faults)
            elif isinstance(row, LedgerRow):
                yield row, self.rows.key(row)

    def _fresh(self, sound: list[tuple[LedgerRow, str]]) -> Iterator[tuple[LedgerRow, str]]:
        """Those that the ledger does not have; what stands under a number or key of something else is a fault."""
        for row, key in sound:
            known = self.rows.known(row, key)
            if known is None:
                yield row, key
            elif known:
                self.result.already += 1
            else:
                name = "key" if row.key else "number"
                value = row.key or row.number
                reason = f"“{value}”已用于内容不同的信访件（收到日期、姓名、标题、内容有出入）。"
                fault = RowFault(row.line, self.headings.get(name, ""), value, reason, "E110")
                self._refuse(RowFaults(row.line, (fault,), ()))

    def _refuse(self, row: RowFaults) -> None:
        self.result.faulty += 1
        self.result.faults += (Fault(f.line, f.column, f.value, f.code, f.reason) for f in row.faults)

    def _faults(self, row: LedgerRow) -> RowFaults | None:
        """What only this room can see: days in the future, an answer without its day."""
        faults: list[RowFault] = []

        def fault(name: str, value: str, reason: str, code: str) -> None:
            faults.append(RowFault(row.line, self.headings.get(name, ""), value, reason, code))

        days = (row.received, row.informed, row.accepted, row.replied, row.served, row.closed)
        for name, day in zip(DAYS, days, strict=True):
            if day is not None and day > self.today:
                fault(name, str(day), f"{day} 还没有到。", "E103")
        if row.reply and row.replied is None:
            fault("replied", "", "有答复内容，没有答复日期。", "E105")
        if not row.title and not row.content:
            fault("content", "", "标题和内容都没有填。", "E105")
        if row.served is not None and row.replied is None:
            fault("replied", "", "有送达日期，没有答复日期。", "E105")
        return RowFaults(row.line, tuple(faults), ()) if faults else None

    def _written(self, number: str, told: Told, writer: Writer, moment: str) -> Rows:
        """Append the facts of one petition and give its projected rows."""
        sealed = [(act, fact.on, payload) for (act, fact), payload in zip(told.facts, told.payloads, strict=True)]
        writer.add(number, 1, sealed, recorded_at=moment, by=self.desk.by)
        self.result.gave(number)
        return rows_of(steps_of(number, told.facts), self.desk.law)

    def _number(self, row: LedgerRow, sequences: dict[int, int]) -> str:
        """The row's own number where it is one of ours, else the next of the year it was received in."""
        assert row.received is not None  # the sheet has checked it
        own = own_number(row)
        year = row.received.year
        if own:
            year, sequence = divmod(petition_id(own), ID_PER_YEAR)
            sequences[year] = max(self._last(year, sequences), sequence)
            return own
        sequences[year] = self._last(year, sequences) + 1
        return numbers.number_of(year, sequences[year])

    def _last(self, year: int, sequences: dict[int, int]) -> int:
        if year not in sequences:
            sequences[year] = max(given.last_sequence(self.desk.connection, year), self.reserved.get(year, 0))
        return sequences[year]
