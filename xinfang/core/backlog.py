"""Backlog 积案: the petitions that are past their time, come again after their end, or have been open for long."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

KINDS: dict[str, str] = {"overdue": "超期未办", "came-again": "办结后再访", "old": "长期未结"}
"""Why a petition is one; it may be for two of them."""


class Stuck(NamedTuple):
    """Why a petition was one of the backlog at the end of a day; who had it then and how it stood. Days are ISO text."""

    unit: str
    state: str
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


class Known(NamedTuple):
    """What the ledger says by the end of a day of whatever petition it says it of, by id.

    corrected: the day a review or recheck changed or set aside the opinion. carry_out_by: of what was supported or
    agreed and is not carried out. answer_by: of supervisions still open. assisted: the day.
    """

    diagnoses: Mapping[int, Diagnosis]
    corrected: Mapping[int, str]
    carry_out_by: Mapping[int, str]
    answer_by: Mapping[int, str]
    assisted: Mapping[int, str]
    sponsors: Mapping[int, Sponsor]


class StuckCase(NamedTuple):
    """A petition of the backlog as a list shows it. names: every name it was registered under, one a line."""

    id: int
    number: str
    received_on: str
    title: str
    petitioner: str
    names: str
    restricted: int
    confidential: int
    officer: str
