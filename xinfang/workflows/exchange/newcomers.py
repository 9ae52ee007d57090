"""Units and officers whom an outside ledger names and the office does not know yet: they are added before its rows."""

from __future__ import annotations

from datetime import date

from ...acts.add_officer import OfficerAdded
from ...acts.add_unit import UnitAdded
from ...core.codec import to_data
from ...core.entry import OFFICE
from ...core.office import Office
from ...sheets.rows import LedgerRow
from ...store import ledger
from ...store.connection import Connection


class Newcomers:
    """Names each unknown unit and officer once."""

    def __init__(self, office: Office) -> None:
        self._office = office.name
        self._units = {office.name, *(unit.name for unit in office.units)}
        self._officers = {officer.name for officer in office.officers}

    def units(self, row: LedgerRow) -> list[str]:
        """The row's units that were not known; from now on they are."""
        new = [unit for unit in dict.fromkeys((row.unit, row.first_unit)) if unit and unit not in self._units]
        self._units.update(new)
        return new

    def officers(self, row: LedgerRow) -> dict[str, str]:
        """The row's officers who were not known, with their unit ('' for the office itself or an unknown one)."""
        new: dict[str, str] = {}
        for name, unit in ((row.officer, row.unit), (row.first_officer, row.first_unit)):
            if name and name not in self._officers:
                self._officers.add(name)
                new[name] = "" if unit == self._office else unit
        return new


def add(
    units: list[str],
    officers: dict[str, str],
    *,
    connection: Connection,
    writer: ledger.Writer,
    on: date,
    recorded_at: str,
    by: str,
) -> None:
    """Write them down as facts about the office, units first."""
    facts: list[tuple[str, UnitAdded | OfficerAdded]] = [("add-unit", UnitAdded(on, name)) for name in units]
    facts += [("add-officer", OfficerAdded(on, name, unit)) for name, unit in officers.items()]
    turn = ledger.last_turn(connection, OFFICE) if facts else 0
    for place, (act, fact) in enumerate(facts, start=turn + 1):
        writer.append(OFFICE, place, act, on=on, recorded_at=recorded_at, by=by, data=to_data(fact))
