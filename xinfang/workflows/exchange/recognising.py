"""Telling an outside ledger's rows apart: which the ledger has already, and which say something else under a number
that is taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

from ...acts.register import Registered
from ...acts.registry import fact_of
from ...acts.replay import case_of
from ...core import numbers
from ...core.errors import BadInput
from ...core.named import first_named
from ...core.petition import Registration
from ...core.projected import ID_PER_YEAR, petition_id
from ...sheets.rows import LedgerRow
from ...store import ledger
from ...store.connection import Connection
from ...store.queries import numbers as given
from .export_columns import names_of

TITLE_LENGTH = 30
UNSALTED = "row:"
"""How the keys of rows begin that were imported before digests had a salt."""
Said = tuple[str, str, str, str]
"""By what a petition is known again: day received, name, title, content. Of several names the first: an older version
kept them as one."""


class Recogniser:
    """Keeps what the rows of one import said; of a row no more than numbers, for there may be a million."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._secret = ledger.own_salt(connection)
        self._has_unsalted = given.has_key_beginning(connection, UNSALTED)
        self._alike: Counter[int] = Counter()
        self._planned: dict[str, int] = {}

    def key(self, row: LedgerRow) -> str:
        """The row's own key or number; else a digest of what it says, and which of the rows saying so it is.

        Salted: without the ledger's contents nobody can find out whether it holds a row that he guesses.
        """
        if row.key:
            return row.key
        if row.number:
            return f"number:{row.number}"
        said = (row.received, row.name, row.id_number, row.phone, row.channel, row.title, row.content)
        digest = sha256(self._secret + repr(said).encode()).digest()
        short = int.from_bytes(digest[:8], "big")
        self._alike[short] += 1
        place = self._alike[short]
        if self._has_unsalted:
            former = f"{UNSALTED}{sha256(repr(said).encode()).digest()[:16].hex()}:{place}"
            if given.number_by_key(self._connection, former) is not None:
                return former
        return f"said:{digest[:16].hex()}:{place}"

    def known(self, row: LedgerRow, key: str) -> bool | None:
        """None: a new petition, which from now on is taken for known. True: the ledger has it, as it was registered or
        as it was corrected. False: under this key or number it has another one."""
        own = own_number(row)
        names = (key, f"number:{own}") if own else (key,)
        said = _said(row)
        for name in names:
            if name in self._planned:
                return self._planned[name] == hash(said)
        number = given.number_by_key(self._connection, key)
        if number is None and own and ledger.last_turn(self._connection, own):
            number = own
        if number is not None:
            return said in self._written(number)
        self._planned.update(dict.fromkeys(names, hash(said)))
        return None

    def forget(self) -> None:
        """What was planned is written: from now on the file knows it."""
        self._planned.clear()

    def _written(self, number: str) -> Iterator[Said]:
        entries = ledger.entries_of(self._connection, number)
        registered: Registered = fact_of(entries[0])
        yield from _told(registered.registration)
        yield from _told(case_of(entries).registration)


def own_number(row: LedgerRow) -> str | None:
    """The row's number where it is written as ours, like 2026-000012."""
    if not row.number:
        return None
    try:
        number = numbers.full_number(row.number, year=0)
    except BadInput:
        return None
    return number if number == row.number else None


def highest_numbers(rows: Iterator[object]) -> dict[int, int]:
    """The highest of our numbers of each year that the rows bring along: no other row may be given one of them."""
    highest: dict[int, int] = {}
    for row in rows:
        if isinstance(row, LedgerRow) and (number := own_number(row)):
            year, sequence = divmod(petition_id(number), ID_PER_YEAR)
            highest[year] = max(highest.get(year, 0), sequence)
    return highest


def title_of(row: LedgerRow) -> str:
    """The row's title, else how its content begins."""
    return row.title or " ".join(row.content[:TITLE_LENGTH].split())


def _said(row: LedgerRow) -> Said:
    name = "" if row.anonymous else row.name
    return str(row.received), first_named(name), title_of(row), row.content or row.title


def _told(paper: Registration) -> Iterator[Said]:
    """What a row about it says: with the first of its names, or with all where they are no plain list of people."""
    first = paper.petitioners[0].name if paper.petitioners else ""
    for name in (first, names_of(paper)):
        yield str(paper.received_on), first_named(name), paper.title, paper.content
