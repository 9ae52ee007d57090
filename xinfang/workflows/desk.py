"""The desk: an open ledger, the office it belongs to, who sits there and what day it is."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from ..core.entry import LOOKS, OFFICE, Entry
from ..core.errors import NotFound
from ..core.numbers import full_number, number_of
from ..core.projected import ID_PER_YEAR, petition_id
from ..store import connection as store
from ..store import ledger
from . import clock, places

if TYPE_CHECKING:
    from ..core.case import Case
    from ..core.office import Office
    from ..rules.calendar import Calendar
    from ..rules.law import Law
    from .watching import Watched

NOBODY = "未署名"
Kept = TypeVar("Kept")
Answer = TypeVar("Answer")


class Desk:
    """What a command works at. What it does not need is not looked up: that keeps the start short."""

    def __init__(self, path: Path, connection: store.Connection, by: str | None) -> None:
        self.path = path
        self.connection = connection
        self._named = by or os.environ.get("XINFANG_OFFICER")
        self._office: Office | None = None
        self._office_turn = 0
        self._kept = ExitStack()

    @classmethod
    def at(cls, given: Path | None = None, *, by: str | None = None, upgrade: Watched | None = None) -> Self:
        """The desk with the ledger of --db, XINFANG_DB or the user's data folder.

        by: --by, else XINFANG_OFFICER. upgrade: shows how far it is, where an older program's tables are made anew.
        Raises StoreUnusable E401 and what follows when the file cannot be used.
        """
        path = places.ledger_path(given)
        with store.closed_on_failure(store.connect(path)) as connection:
            desk = cls(path, connection, by)
            if store.outdated(connection):
                from .keeping import bring_up_to_date

                bring_up_to_date(desk, upgrade or nullcontext)
            return desk

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self._kept.close()
        finally:
            self.connection.close()

    def keep(self, context: AbstractContextManager[Kept]) -> Kept:
        """Enter what is to last until the desk is left: a reading that goes on while its rows are printed."""
        return self._kept.enter_context(context)

    @property
    def office(self) -> Office:
        """The office as its facts have it now."""
        if self._office is None:
            from ..acts.replay import office_of

            with store.translated(self.path):
                entries = ledger.office_entries(self.connection)
            self._office = office_of(entries)
            self._office_turn = entries[-1].turn
        return self._office

    def office_changed(self) -> None:
        """Forget the office as read, and all that was worked out from it: a fact about it was added."""
        self._office = None
        for name, kept in vars(Desk).items():
            if isinstance(kept, cached_property):
                self.__dict__.pop(name, None)

    @cached_property
    def officer(self) -> str:
        """The acting officer's name, or nothing when none was named. Raises NotFound E203 for an unknown one."""
        return self.office.officer(self._named).name if self._named else ""

    @cached_property
    def by(self) -> str:
        """Who is written down as acting: the officer named, else whoever is logged in to the machine."""
        return self.officer or _login()

    def by_founding(self, joining: str = "") -> str:
        """Who is written down for an act on the office itself.

        As `by`; but while nobody has been added, or for the one who adds herself, a name is taken as it stands:
        otherwise XINFANG_OFFICER, once set, would keep the first officer out.
        """
        if self._named and (self._named == joining or not self.office.officers):
            from ..core import clean

            return clean.line(self._named, what="经办人姓名")
        return self.by

    @cached_property
    def unit(self) -> str:
        """The acting officer's unit, first receiver of what she registers; else the office itself."""
        name = self.officer
        return (self.office.officer(name).unit if name else "") or self.office.name

    @cached_property
    def calendar(self) -> Calendar:
        """The shipped holiday plans under those the office imported."""
        from ..rules.calendar import Calendar, read_plan

        return Calendar({year: read_plan(text, f"{year}年节假日安排") for year, text in self.office.plans})

    @cached_property
    def law(self) -> Law:
        """What time limits are worked out by: the calendar and the office's own settings."""
        from ..rules.law import Law, own_rules

        return Law(self.calendar, own_rules(self.office.settings))

    @contextmanager
    def writing(self) -> Iterator[ledger.Writer]:
        """One write transaction on the ledger: all of it or nothing."""
        with store.writing(self.connection, self.path):
            if self._office is not None and ledger.last_turn(self.connection, OFFICE) != self._office_turn:
                # Whoever held the file before us set something: what we write has to follow from it.
                self.office_changed()
            writer = ledger.Writer(self.connection)
            yield writer
            writer.flush()

    @contextmanager
    def reading(self) -> Iterator[store.Connection]:
        """The connection for questions, all answered from one moment of the file."""
        with store.translated(self.path):
            self.connection.execute("BEGIN")
            try:
                yield self.connection
            finally:
                self.connection.execute("ROLLBACK")

    def answers(self, rows: Iterable[Answer]) -> Iterator[Answer]:
        """The rows of a question, which may be read when its workflow is done."""
        with store.translated(self.path):
            yield from rows

    def as_of(self, typed: str | None) -> date:
        """The day as of which to look, as typed or today. Raises what clock.as_of and must_be_today do."""
        self.must_be_today(typed, option="--as-of")
        return clock.as_of(typed)

    def must_be_today(self, typed: str | None, *, option: str) -> None:
        """Raises BadInput E120 where nobody typed a day with the option and the clock has gone back.

        A number would be of a year long past, a list of what is overdue empty.
        """
        if typed is None:
            with store.translated(self.path):
                clock.must_not_have_gone_back(ledger.written_lately(self.connection), option=option)

    def number(self, typed: str) -> str:
        """The petition meant by `12`, `2025-12` or the full number. Raises BadInput E107, NotFound E201."""
        number = full_number(typed, year=clock.today().year)
        with store.translated(self.path):
            if ledger.last_turn(self.connection, number):
                return number
            raise self._not_here(number)

    def _not_here(self, number: str) -> NotFound:
        from ..store.queries.numbers import years_with

        sequence = petition_id(number) % ID_PER_YEAR
        near = "、".join(number_of(year, sequence) for year in years_with(self.connection, sequence)[:3])
        remedy = f"是不是 {near}？" if near else "xinfang list 查看编号"
        return NotFound("E201", f"没有 {number} 这件信访件。", remedy=remedy)

    def entries(self, number: str) -> list[Entry]:
        """Every fact about the petition, as written."""
        with store.translated(self.path):
            return ledger.entries_of(self.connection, number)

    def case(self, number: str, *, as_of: date | None = None) -> Case:
        """How the petition stands, or stood at the end of that day. Raises NotFound E201 when it had not come in yet."""
        from ..acts.replay import case_of, case_on

        entries = self.entries(number)
        case = case_of(entries) if as_of is None else case_on(entries, as_of)
        if case is None:
            raise NotFound(
                "E201", f"{number} 在 {as_of} 还没有收到。", remedy="改晚 --as-of；没有写的，看看电脑的日期对不对"
            )
        return case

    def record_look(self, command: str, shown: int, *, number: str | None = None) -> None:
        """Write down that personal data was shown without the mask."""
        self._record_looks(command, {number or LOOKS: shown})

    def record_looks(self, command: str, numbers: Iterable[str]) -> None:
        """Write down on each of these petitions that it was looked at: who saw an accusation is asked of that accusation."""
        self._record_looks(command, dict.fromkeys(numbers, 1))

    def _record_looks(self, command: str, shown: Mapping[str, int]) -> None:
        moment = clock.now()
        with self.writing() as writer:
            for subject, count in shown.items():
                writer.append(
                    subject,
                    ledger.last_turn(self.connection, subject) + 1,
                    "reveal",
                    on=moment.date(),
                    recorded_at=moment.isoformat(),
                    by=self.by,
                    data={"command": command, "petitions": count},
                )


def _login() -> str:
    for variable in ("LOGNAME", "USER", "USERNAME"):
        if name := os.environ.get(variable):
            return name
    try:
        # What getpass.getuser() does where no variable says it, without the terminal modules that getpass loads.
        import pwd

        return pwd.getpwuid(os.getuid()).pw_name
    except (KeyError, ImportError):
        return NOBODY
