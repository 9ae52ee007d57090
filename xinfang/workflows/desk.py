"""The desk: an open ledger, the office it belongs to, who sits there and what day it is."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Self

from ..acts.replay import case_of, office_of
from ..core.case import Case
from ..core.entry import LOOKS, Entry
from ..core.errors import NotFound
from ..core.numbers import full_number, number_of
from ..core.office import Office
from ..core.projected import ID_PER_YEAR, petition_id
from ..rules.calendar import Calendar, read_plan
from ..store import connection as store
from ..store import ledger
from ..store.connection import Connection
from ..store.queries import petitions
from . import clock, places


@dataclass
class Desk:
    """by: who is written down as acting. officer: the same where she is one of the office's officers, else empty.

    unit: hers, the first receiver of what she registers; else the office itself.
    """

    path: Path
    connection: Connection
    office: Office
    by: str
    officer: str
    unit: str

    @classmethod
    def at(cls, given: Path | None = None, *, by: str | None = None) -> Self:
        """The desk with the ledger of --db, XINFANG_DB or the user's data folder.

        by: --by, else XINFANG_OFFICER, who must be known (NotFound E203); else whoever is logged in to the machine.
        Raises StoreUnusable E401 and what follows when the file cannot be used.
        """
        path = places.ledger_path(given)
        connection = store.connect(path)
        with store.translated(path):
            office = office_of(ledger.office_entries(connection))
        name = by or os.environ.get("XINFANG_OFFICER")
        if name:
            officer = office.officer(name)
            return cls(path, connection, office, officer.name, officer.name, officer.unit or office.name)
        return cls(path, connection, office, _login(), "", office.name)

    @cached_property
    def calendar(self) -> Calendar:
        """The shipped holiday plans under those the office imported."""
        return calendar_of(self.office)

    @contextmanager
    def writing(self) -> Iterator[ledger.Writer]:
        """One write transaction on the ledger: all of it or nothing."""
        with store.writing(self.connection, self.path):
            writer = ledger.Writer(self.connection)
            yield writer
            writer.flush()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """The connection for questions, all answered from one moment of the file."""
        with store.translated(self.path):
            self.connection.execute("BEGIN")
            try:
                yield self.connection
            finally:
                self.connection.execute("ROLLBACK")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()

    def number(self, typed: str) -> str:
        """The petition meant by `12`, `2025-12` or the full number. Raises BadInput E107, NotFound E201."""
        number = full_number(typed, year=clock.today().year)
        with store.translated(self.path):
            if ledger.last_turn(self.connection, number):
                return number
            sequence = petition_id(number) % ID_PER_YEAR
            years = petitions.years_with(self.connection, sequence)
        near = "、".join(number_of(year, sequence) for year in years[:3])
        raise NotFound(
            "E201", f"没有 {number} 这件信访件。", remedy=f"是不是 {near}？" if near else "xinfang list 查看编号"
        )

    def entries(self, number: str) -> list[Entry]:
        """Every fact about the petition, as written."""
        with store.translated(self.path):
            return ledger.entries_of(self.connection, number)

    def case(self, number: str, *, as_of: date | None = None) -> Case:
        """How the petition stands, or stood at the end of that day. Raises NotFound E201 when it had not come in yet."""
        case = case_of(self.entries(number), as_of=as_of)
        if case is None:
            raise NotFound("E201", f"{number} 在 {as_of} 还没有收到。", remedy="改晚 --as-of")
        return case

    def record_look(self, command: str, shown: int, *, number: str | None = None) -> None:
        """Write down that personal data was shown without the mask."""
        subject = number or LOOKS
        moment = clock.now()
        with self.writing() as writer:
            writer.append(
                subject,
                ledger.last_turn(self.connection, subject) + 1,
                "reveal",
                on=moment.date(),
                recorded_at=moment.isoformat(),
                by=self.by,
                data={"command": command, "petitions": shown},
            )


def calendar_of(office: Office) -> Calendar:
    """The shipped plans under the office's own."""
    return Calendar({year: read_plan(text, f"{year}年节假日安排") for year, text in office.plans})


def _login() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "未署名"
