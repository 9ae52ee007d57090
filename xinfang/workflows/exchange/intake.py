"""Taking in the rows of an outside ledger: which can be taken, which are new, and writing those."""

from collections.abc import Iterator

from ...acts.from_ledger import steps_of
from ...core import numbers
from ...core.projected import ID_PER_YEAR, Rows, petition_id
from ...projections.case_rows import rows_of
from ...reports.import_summary import Fault, Imported
from ...sheets.ledger import Ledger
from ...sheets.rows import LedgerRow, RowFault, RowFaults
from ...store.bulk import Bulk
from ...store.ledger import Writer
from ...store.queries import numbers as given
from .. import clock
from ..desk import Desk
from . import newcomers
from .recognising import Recogniser, own_number
from .row_facts import RowFacts, Told

IN_HAND = 250
"""Petitions made while SQLite writes those before them."""
DAYS = ("received", "informed", "accepted", "replied", "served", "closed")
"""The fields of a row that are days."""


class Intake:
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
