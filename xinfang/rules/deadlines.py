"""Deadlines, derived from what happened, the rulebook and the calendar. Nobody ever types one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from ..core.case import Case, Event
from ..core.terms import State
from .calendar import Calendar
from .counting import Count, calendar_days, months, roll, working_days
from .limit import Limit, holds
from .rulebook import Rulebook, governing


class Status(str, Enum):
    """Where a deadline stands, whatever the day: whether it is overdue follows from `legal` and the day asked for.

    RIGHT and WINDOW are not duties: what the office may do (object) and what the petitioner may do (ask for review).
    """

    RUNNING = "running"
    MET = "met"
    LATE = "late"
    ENDED = "ended"
    RIGHT = "right"
    WINDOW = "window"


@dataclass(frozen=True, slots=True)
class Deadline:
    """One running or finished time limit of one petition.

    count: how the days were counted (first day not counted), before extensions; None for a day that was given.
    extensions: the events that lengthened it. excluded_days: calendar days that do not count (hearings).
    nominal: the day to warn on. legal: the last lawful day, rolled past rest days; None while the holiday
    plan of its year is unknown (未核). ended_on: the day it was met or fell away, by the event `ended_by`.
    """

    limit: Limit
    started_on: date
    nominal: date | None
    legal: date | None
    missing_year: int | None
    count: Count | None = None
    extensions: tuple[Event, ...] = ()
    excluded_days: int = 0
    ended_on: date | None = None
    ended_by: str = ""

    @property
    def status(self) -> Status:
        """`late` when it was met or fell away only after the last lawful day."""
        if self.limit.is_window:
            return Status.WINDOW if self.limit.binds == "petitioner" else Status.RIGHT
        if self.ended_on is None:
            return Status.RUNNING
        if self.legal is not None and self.ended_on > self.legal:
            return Status.LATE
        return Status.MET if self.ended_by in self.limit.met_by else Status.ENDED

    def overdue(self, on: date) -> bool:
        """True when, on that day, the last lawful day has passed and the duty is still owed."""
        owed = self.ended_on is None or self.ended_on > on
        return not self.limit.is_window and owed and self.legal is not None and self.legal < on


@dataclass(frozen=True, slots=True)
class NotRunning:
    """A limit that would apply but for an exemption, so that `why` can say so."""

    limit: Limit
    reason: str
    article: str


def deadlines_of(case: Case, calendar: Calendar) -> tuple[Deadline, ...]:
    """Every deadline of the case, in the order of the rulebook; none when the registration was retracted."""
    book = governing(case.kind, case.registration.received_on)
    if book is None or case.state is State.VOID:
        return ()
    return tuple(_running(case, book, calendar))


def exempted(case: Case) -> tuple[NotRunning, ...]:
    """The limits that do not run because of an exemption."""
    book = governing(case.kind, case.registration.received_on)
    attributes = case.attributes()
    return tuple(
        NotRunning(limit, exemption.reason, exemption.article)
        for limit in (book.limits if book else ())
        if holds(limit.when, attributes)
        for exemption in limit.unless
        if holds(exemption.when, attributes)
    )


def _running(case: Case, book: Rulebook, calendar: Calendar) -> Iterator[Deadline]:
    attributes = case.attributes()
    for limit in book.limits:
        if not holds(limit.when, attributes) or any(holds(each.when, attributes) for each in limit.unless):
            continue
        for position, event in enumerate(case.events):
            if event.name in limit.starts:
                deadline = _started(limit, event, case.events[position:], calendar)
                if deadline is not None:
                    yield deadline


def _started(limit: Limit, start: Event, since: tuple[Event, ...], calendar: Calendar) -> Deadline | None:
    """The deadline that `start` starts; `since`: the events from it on. None when no day was given (assigned)."""
    if limit.counts == "given":
        if start.until is None:
            return None
        # A day named by the assigner is a date, not a period: it is not rolled past rest days.
        return _ended(Deadline(limit, start.on, start.until, start.until, None), since)
    count = _counted(limit, start.on, calendar)
    extensions = _extensions(limit, since)
    excluded = _excluded(limit, since)
    nominal, legal, missing = count.nominal, count.legal, count.missing_year
    added = sum(event.days for event in extensions) + excluded
    if added and nominal is not None:
        # From the original nominal day, so that days rolled past are not added to the extension.
        nominal += timedelta(days=added)
        legal, missing = roll(nominal, calendar)
    return _ended(Deadline(limit, start.on, nominal, legal, missing, count, extensions, excluded), since)


def _ended(deadline: Deadline, since: tuple[Event, ...]) -> Deadline:
    """The deadline with the first later event that fulfils it or makes it fall away."""
    limit = deadline.limit
    for event in since[1:]:
        if event.name in limit.met_by or event.name in limit.ended_by:
            return replace(deadline, ended_on=event.on, ended_by=event.name)
    return deadline


def _counted(limit: Limit, start: date, calendar: Calendar) -> Count:
    if limit.counts == "working":
        return working_days(start, limit.days, calendar)
    if limit.counts == "month":
        return months(start, limit.days, calendar)
    return calendar_days(start, limit.days, calendar)


def _extensions(limit: Limit, since: tuple[Event, ...]) -> tuple[Event, ...]:
    if limit.extension is None:
        return ()
    return tuple(event for event in since if event.name == limit.extension.by)


def _excluded(limit: Limit, since: tuple[Event, ...]) -> int:
    """Days of a hearing that do not count, first and last day included (第三十六条第二款)."""
    if limit.exclusion is None:
        return 0
    days = 0
    begun: date | None = None
    for event in since:
        if event.name == limit.exclusion.begins:
            begun = event.on
        elif event.name == limit.exclusion.ends and begun is not None:
            days += (event.on - begun).days + 1
            begun = None
    return days
