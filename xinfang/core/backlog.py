"""Backlog 积案: the petitions that are past their time, come again after their end, or have been open for long."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

KINDS: dict[str, str] = {"overdue": "超期未办", "came-again": "办结后再访", "old": "长期未结"}
"""Why a petition is one; it may be for two of them."""
Ids = AbstractSet[int]
NO_IDS: frozenset[int] = frozenset()


class Holder(NamedTuple):
    """Who has a petition, and how it stands with them."""

    unit: str
    state: str


class Stock(NamedTuple):
    """The backlog at the end of a day: which petitions (ids), why, and who had them.

    Sets and not petitions one by one, for there may be many and most of them do not move; as few of them as will do.
    held: by holder; no petition twice, and all of them together. overdue, old: those of `ids` that are in there, others may
    be too. came_again: the day of the last time, ISO text.
    """

    ids: Ids
    held: Mapping[Holder, Ids]
    overdue: Ids
    old: Ids
    came_again: Mapping[int, str]

    def had_by(self, unit: str) -> Ids:
        """Those that the unit had."""
        return NO_IDS.union(*(ids for holder, ids in self.held.items() if holder.unit == unit))

    def of(self, unit: str) -> Stock:
        """The part of it that the unit had."""
        held = {holder: ids for holder, ids in self.held.items() if holder.unit == unit}
        ids = self.had_by(unit)
        again = {petition: on for petition, on in self.came_again.items() if petition in ids}
        return Stock(ids, held, self.overdue & ids, self.old & ids, again)

    def count(self, kind: str) -> int:
        """How many are in it for that reason, a key of KINDS."""
        if kind == "came-again":
            return len(self.came_again)
        return _shared(self.overdue if kind == "overdue" else self.old, self.ids)

    def holders(self) -> dict[int, Holder]:
        """Petition by petition who had it."""
        return {petition: holder for holder, ids in self.held.items() for petition in ids}

    def kinds(self, petition: int) -> tuple[str, ...]:
        """Why that one is in it: keys of KINDS."""
        held = (petition in self.overdue, petition in self.came_again, petition in self.old)
        return tuple(kind for kind, holds in zip(KINDS, held, strict=True) if holds)


def _shared(many: Ids, ids: Ids) -> int:
    """How many are in both: what is not is far less, and a set of it soon made."""
    return len(many) - len(many - ids)


class Diagnosis(NamedTuple):
    """研判: a cause of core/oversight, the measure in the clerk's words, by when or None."""

    cause: str
    measure: str
    finish_by: str | None


class Sponsor(NamedTuple):
    """The leader who has it in his care 包案: since when, how many visits, when he reported a result."""

    leader: str
    since: str
    visits: int = 0
    reported_on: str = ""


class SetRight(NamedTuple):
    """A review or recheck that changed or set aside the opinion: its day, which of the two (`event`), what it said.

    redo_by: by when what was set aside is to be answered again, where that is owed.
    """

    on: str
    event: str
    outcome: str
    redo_by: str | None = None


class Known(NamedTuple):
    """What the ledger says by the end of a day of whatever petition it says it of, by id.

    corrected: the last review or recheck that did not uphold the opinion. carry_out_by: of what was supported or
    agreed and is not carried out. answer_by: of supervisions still open. assisted: the day.
    """

    diagnoses: Mapping[int, Diagnosis]
    corrected: Mapping[int, SetRight]
    carry_out_by: Mapping[int, str]
    answer_by: Mapping[int, str]
    assisted: Mapping[int, str]
    sponsors: Mapping[int, Sponsor]


class StuckCase(NamedTuple):
    """A petition of the backlog as a list shows it, at the end of a day. people: all who ever stood in the registration,
    to be masked in texts (masking.text_of_row). overdue_since: the last lawful day of the duty owed longest, or None."""

    id: int
    number: str
    received_on: str
    title: str
    petitioner: str
    people: str
    restricted: int
    confidential: int
    unit: str
    officer: str
    state: str
    overdue_since: str | None
