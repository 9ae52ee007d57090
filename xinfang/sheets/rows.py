"""What comes out of a ledger: a row in the field's words, or what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from ..core.terms import Category, Channel, Outcome

Cell = str | int | float | bool | date | datetime | time | None
ANONYMOUS = "匿名"


@dataclass(slots=True)
class LedgerRow:
    """One petition of a ledger. Texts are '' and the rest None where the file says nothing.

    line: the row as a spreadsheet numbers it (JSON lines: the line; a JSON array: the place of the object).
    name: ANONYMOUS where the file says so. id_doubtful: the ID number is wrong but was to be kept.
    Not frozen, because a frozen dataclass costs three times as much to make.
    """

    line: int
    key: str = ""
    number: str = ""
    received: date | None = None
    name: str = ""
    id_number: str = ""
    phone: str = ""
    address: str = ""
    channel: Channel | None = None
    title: str = ""
    content: str = ""
    category: Category | None = None
    route: int | None = None
    code: str = ""
    unit: str = ""
    officer: str = ""
    first_unit: str = ""
    first_officer: str = ""
    headcount: int | None = None
    informed: date | None = None
    accepted: date | None = None
    reply: str = ""
    replied: date | None = None
    served: date | None = None
    closed: date | None = None
    outcome: Outcome | None = None
    id_doubtful: bool = False

    @property
    def anonymous(self) -> bool:
        """Whether the petitioner gave no name."""
        return self.name == ANONYMOUS


@dataclass(frozen=True, slots=True)
class RowFault:
    """One thing wrong in one cell. column: the file's own heading ('' for the whole row); value: what stands there."""

    line: int
    column: str
    value: str
    reason: str
    code: str


@dataclass(frozen=True, slots=True)
class RowFaults:
    """A row that cannot be taken, with everything wrong in it; `cells` is the row as it stands in the file."""

    line: int
    faults: tuple[RowFault, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Stands in place of a row's cells where the file itself is broken at that row."""

    text: str
    reason: str
    code: str
