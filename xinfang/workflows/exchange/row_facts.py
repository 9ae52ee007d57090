"""What a row of an outside ledger tells: the facts of one petition, ready to be written."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from ...acts.from_ledger import Facts, facts_of
from ...core.codec import to_data
from ...core.errors import Problem
from ...core.named import each_named
from ...core.petition import Petitioner, Registration
from ...core.terms import Channel
from ...rules import categories
from ...sheets.rows import LedgerRow
from ...store.ledger import Payload, encoded, seal_all
from ..desk import Desk
from ..office.categorizing import codes_of
from .recognising import title_of


class Told(NamedTuple):
    """What one row tells: its facts, and their contents sealed for the ledger."""

    facts: Facts
    payloads: list[Payload]


@lru_cache(256)
def _body(kind: Any, details: tuple[object, ...]) -> str:
    """The content of a fact of that kind, all but its first field, the day, which the entry carries.

    Remembered, because most facts of a ledger but the registration say one of few things: a tenth of the time. Few are
    kept, because an answer may be a hundred thousand characters long.
    """
    return encoded(to_data(kind(date.min, *details)))


class RowFacts:
    """How the rows of one ledger are understood: by the columns it has, in the office that takes them in."""

    def __init__(self, desk: Desk, columns: Collection[str]) -> None:
        self.desk = desk
        self.codes = codes_of(desk)
        self.told_by_acceptance = "informed" not in columns
        self.has_addresses = "address" in columns

    def of(self, row: LedgerRow, key: str) -> Told:
        """The facts that the row tells."""
        facts = facts_of(
            self._registration(row, key),
            kind=self.desk.office.kind,
            category=row.category,
            route=row.route,
            code=self._code(row.code),
            unit=row.unit,
            officer=row.officer,
            informed=row.informed,
            accepted=row.accepted,
            told=self.told_by_acceptance,
            replied=row.replied,
            outcome=row.outcome,
            reply_text=row.reply,
            served=row.served,
            closed=row.closed,
        )
        (_, registered), *later = facts
        bodies = [encoded(to_data(registered)), *(_body(fact.__class__, fact[1:]) for _, fact in later)]
        return Told(facts, seal_all(bodies))

    def _registration(self, row: LedgerRow, key: str) -> Registration:
        assert row.received is not None  # the sheet has checked it
        people = _people(row)
        return Registration(
            received_on=row.received,
            channel=row.channel or Channel.LETTER,
            title=title_of(row),
            content=row.content or row.title,
            petitioners=people,
            anonymous=row.anonymous,
            address_unclear=self.has_addresses and not row.address and not row.anonymous,
            headcount=max(row.headcount or 1, len(people)),
            first_unit=row.first_unit or self.desk.unit,
            first_officer=row.first_officer,
            key=row.key,
            import_key="" if row.key else key,
        )

    def _code(self, written: str) -> str:
        """The category's full path; a word that the office's table does not have is kept as the ledger has it."""
        if not written:
            return ""
        try:
            return categories.find(written, self.codes)
        except Problem:
            return written


def _people(row: LedgerRow) -> tuple[Petitioner, ...]:
    """Who wrote or came."""
    if row.anonymous:
        return ()
    person = Petitioner(
        name=row.name, id_number=row.id_number, id_doubtful=row.id_doubtful, phone=row.phone, address=row.address
    )
    return each_named((person,)).each
