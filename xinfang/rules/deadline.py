"""One time limit of one petition: its days, what became of it, whom it binds."""

import re
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ..core.case import Event
from .counting import Count
from .limit import Limit

PARTS = {"supervision": "督办", "advice": "建议"}
"""What the numbered parts of a petition are, by the duty about them; else they are demands."""
DEMAND = "诉求"
_OF_A_PART = rf"（(?:{'|'.join((*PARTS.values(), DEMAND))})\d+(?:，.*)?）$"
OWED_BY_OTHERS = frozenset(
    {"supervision", "advice", "review", "recheck", "accept-review", "accept-recheck"}
    | {"police-recheck", "police-bail-recheck", "police-compensation-review"}
)
"""The limits that bind neither the office nor the unit which has the petition: who was supervised, advised or asked."""


def named_in(label: str, duty: str) -> str | None:
    """Who owes it by what `Deadline.label` wrote, empty where nobody is named; None of what labels do not say it of."""
    numbered = label.rpartition(f"（{PARTS[duty]}") if duty in PARTS else ("", "", "")
    return numbered[2].removesuffix("）").partition("，")[2] if numbered[1] else None


class Status(StrEnum):
    """Where a deadline stands, whatever the day: whether it is overdue follows from `legal` and the day asked for.

    SUSPENDED: its days stand still until a hearing ends, and until then no last day is known.
    RIGHT and WINDOW are not duties: what the office may do (object) and what the petitioner may do (ask for review).
    """

    RUNNING = "running"
    MET = "met"
    LATE = "late"
    ENDED = "ended"
    RIGHT = "right"
    WINDOW = "window"
    SUSPENDED = "suspended"


class Deadline(NamedTuple):
    """One running or finished time limit of one petition.

    counted: how the days were counted (first day not counted), before extensions; None for a day that was given.
    extensions: the events that lengthened it. excluded: the calendar days within it that do not count (hearings).
    nominal: the day to warn on. legal: the last lawful day, rolled past rest days; None while the holiday
    plan of its year is unknown (未核), or while its days stand still. ended_on: the day it was met or fell away, by the
    event `ended_by`.
    """

    limit: Limit
    started_on: date
    nominal: date | None
    legal: date | None
    missing_year: int | None
    counted: Count | None = None
    extensions: tuple[Event, ...] = ()
    excluded: tuple[date, ...] = ()
    ended_on: date | None = None
    ended_by: str = ""
    part: int = 0
    """Which demand, supervision or piece of advice it is about; 0: the petition as a whole."""
    whom: str = ""
    """Who owes it, where that is not who has the petition: the unit supervised, the body advised or asked for review."""
    held_since: date | None = None
    """Since when its days stand still: a hearing goes on that does not count. Neither `nominal` nor `legal` is known then."""

    @property
    def label(self) -> str:
        """What people call it; of one demand, supervision or advice with its number."""
        if not self.part:
            return self.limit.label
        whom = f"，{self.whom}" if self.whom else ""
        return f"{self.limit.label}（{PARTS.get(self.limit.duty, DEMAND)}{self.part}{whom}）"

    @property
    def status(self) -> Status:
        """`late` when it was met or fell away only after the last lawful day."""
        if self.limit.is_window:
            return Status.WINDOW if self.limit.binds == "petitioner" else Status.RIGHT
        if self.ended_on is None:
            return Status.SUSPENDED if self.held_since else Status.RUNNING
        if self.legal is not None and self.ended_on > self.legal:
            return Status.LATE
        return Status.MET if self.ended_by in self.limit.met_by else Status.ENDED

    def overdue(self, on: date) -> bool:
        """True when, on that day, the last lawful day has passed and the duty is still owed."""
        owed = self.ended_on is None or self.ended_on > on
        return not self.limit.is_window and owed and self.legal is not None and self.legal < on

    def lapsed(self, on: date) -> bool:
        """True when, on that day, it is a window that has closed: it gives nothing any more."""
        return self.limit.is_window and self.legal is not None and self.legal < on


def label_of_limit(label: str) -> str:
    """What the time limit is called of which this is one demand's, supervision's or piece of advice's.

    >>> label_of_limit("督办答复期限（督办1，刑侦大队）"), label_of_limit("告知期限（转送交办件）")
    ('督办答复期限', '告知期限（转送交办件）')
    """
    return re.sub(_OF_A_PART, "", label)
