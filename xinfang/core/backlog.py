"""Backlog 积案: the petitions that are past their time, come again after their end, or have been open for long."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

KINDS: dict[str, str] = {"overdue": "超期未办", "came-again": "办结后再访", "old": "长期未结"}
"""Why a petition is one; it may be for two of them."""


class Stuck(NamedTuple):
    """Why a petition was one of the backlog at the end of a day, and who had it then. Days are ISO text."""

    unit: str
    overdue_since: str = ""
    came_again_on: str = ""
    old: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        """Keys of KINDS."""
        held = (self.overdue_since, self.came_again_on, self.old)
        return tuple(kind for kind, holds in zip(KINDS, held, strict=True) if holds)


Stock = Mapping[int, Stuck]
"""The backlog at the end of a day, by the petition's id."""


class StuckCase(NamedTuple):
    """A petition of the backlog, as it stood at the end of the day asked for.

    cause, measure, finish_by: of the last diagnosis 研判 by then. answer_by: of a supervision still open; carry_out_by:
    of what was supported or agreed and is not carried out. names: every name it was registered under, one a line.
    """

    id: int
    number: str
    received_on: str
    title: str
    petitioner: str
    names: str
    restricted: int
    confidential: int
    state: str
    unit: str
    officer: str
    cause: str | None
    measure: str | None
    diagnosed_on: str | None
    finish_by: str | None
    answer_by: str | None
    carry_out_by: str | None


class Care(NamedTuple):
    """What else the ledger says was done about petitions by the day, by id: day, or leader and days."""

    corrected: Mapping[int, str]
    """The day a review or recheck changed or set aside the opinion."""
    assisted: Mapping[int, str]
    sponsors: Mapping[int, Sponsor]


class Sponsor(NamedTuple):
    """The leader who has it in his care 包案: since when, how many visits, when he reported a result."""

    leader: str
    since: str
    visits: int = 0
    reported_on: str = ""
