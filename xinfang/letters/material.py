"""What a document is made from, and what every document may ask of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from ..core.case import Case
from ..core.entry import Entry
from ..core.letter_kinds import LetterKind
from ..core.office import Office
from ..rules import articles
from ..rules.deadline import Deadline
from ..rules.deadlines import deadlines_of
from ..rules.law import Law
from ..rules.limit import Limit
from ..rules.rulebook import governing

Fields = dict[str, Any]
"""Field of a template → text, or a list of items that are such fields again. Named in Chinese: clerks edit templates."""


class Material(NamedTuple):
    """The facts of one petition, seen from one document.

    entries: all that stands, in the order written. entry: the act it is the document of, or None where that has not
    been done yet. on: the day it is dated. today: the day it is made. document: its number 文号, or nothing. code: the
    petitioner's query code.
    """

    kind: LetterKind
    case: Case
    entries: tuple[Entry, ...]
    entry: Entry | None
    law: Law
    office: Office
    on: date
    today: date
    document: str = ""
    code: str = ""

    @property
    def own(self) -> Mapping[str, Any]:
        """What was written down of the act it is the document of."""
        return self.entry.data if self.entry else {}

    @property
    def acted_on(self) -> date | None:
        """The day of the act it is the document of."""
        return self.entry.on if self.entry else None

    def cite(self, name: str) -> str:
        """Instrument and article of that name, as the petition is governed by them."""
        return articles.cite(name, self.case.registration.received_on)

    def did(self, act: str) -> Entry | None:
        """The last time the act was done, or None."""
        return next((entry for entry in reversed(self.entries) if entry.act == act), None)

    def number_of(self, act: str, *kinds: LetterKind) -> str:
        """The number 文号 of what the act was done by: as typed with it, else as its document was made under."""
        typed = self.said(act).get("document")
        papers = {kind.value for kind in kinds}
        made = [e.data for e in self.entries if e.act == "letter" and e.data["letter"] in papers]
        return str(typed or (made[-1].get("document", "") if made else ""))

    def said(self, act: str) -> Mapping[str, Any]:
        """What was written down of it then."""
        entry = self.did(act)
        return entry.data if entry else {}

    def done_on(self, act: str) -> date | None:
        """The day it was done."""
        entry = self.did(act)
        return entry.on if entry else None

    @property
    def deadlines(self) -> list[Deadline]:
        """Every time limit of the petition."""
        return list(deadlines_of(self.case, self.law))

    def deadline(self, duty: str) -> Deadline | None:
        """The last time limit for that duty."""
        return next((found for found in reversed(self.deadlines) if found.limit.duty == duty), None)

    def limit(self, *names: str) -> Limit | None:
        """The first of these limits that the rules know which govern the petition."""
        book = governing(self.case.kind, self.case.registration.received_on, self.law.own)
        known = {limit.name: limit for limit in book.limits} if book else {}
        return next((known[name] for name in names if name in known), None)

    @property
    def office_name(self) -> str:
        """What the office is called on the day of the document."""
        return self.office.setting("office-name", on=self.on, default=self.office.name)

    def named(self, body: str) -> str:
        """The body as documents name it, be it the office itself under the name it was founded with."""
        return self.office_name if body == self.office.name else body


def last_day(deadline: Deadline | None) -> date | None:
    """The last lawful day; the nominal one where the holiday plan is not known."""
    return (deadline.legal or deadline.nominal) if deadline else None
