"""How a time limit runs from the event that starts it: what it is met by, what lengthens it, what does not count."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from ..core.case import ENDINGS, Event
from .calendar import Calendar
from .counting import Count, calendar_days, hours, months, roll, working_days
from .deadline import Deadline
from .limit import Limit

TAKEN_UP_AGAIN = "reopened"
"""The event after which an ended petition goes on."""
SETTLED, BROKEN = "settled", "mediation-failed"
"""What an agreement ends is owed again once the agreement breaks down, as if it had not been made."""
REFUSED = {"review-refused": "review-asked", "recheck-refused": "recheck-asked"}
"""A request that is not taken up does not use up the petitioner's time to make one."""
UNDONE = frozenset({SETTLED, *REFUSED.values()})
"""What may turn out to have met nothing."""
LEFT, RETAKEN = "simple-left", "track-changed"
"""Whoever goes back to the simple track in time has the days of the first time."""
REVIVING = frozenset({TAKEN_UP_AGAIN, BROKEN, RETAKEN, *REFUSED})
"""What makes owed again what had fallen away."""


def started(limit: Limit, start: Event, later: tuple[Event, ...], calendar: Calendar, part: int) -> Deadline:
    """The deadline that `start` starts; `later`: the events after it, but for those about another part."""
    closing = _closing(limit, start, later)
    ended_on, ended_by = (closing.on, closing.name) if closing else (None, "")
    if limit.counts == "given":
        # A day named by the assigner is a date, not a period: it is not rolled past rest days.
        return Deadline(limit, start.on, start.until, start.until, None, None, (), (), ended_on, ended_by, part)
    count = _counted(limit, start.on, calendar)
    nominal, legal, missing = count.nominal, count.legal, count.missing_year
    if limit.extension is None and limit.exclusion is None:
        return Deadline(limit, start.on, nominal, legal, missing, count, (), (), ended_on, ended_by, part)
    since = (start, *later)
    extensions = _extensions(limit, since[: since.index(closing)] if closing else since)
    excluded: tuple[date, ...] = ()
    held_since: date | None = None
    if nominal is not None and (extensions or limit.exclusion):
        # From the original nominal day, so that days rolled past are not added to the extension.
        nominal += timedelta(days=sum(event.days for event in extensions))
        days, held_since = _not_counted(limit, since, ended_on)
        nominal, legal, missing, excluded = _without(days, start.on, nominal, calendar)
    if held_since is not None and legal is not None and legal < held_since:
        # Begun after the last day it holds nothing.
        held_since = None
    if held_since is not None:
        nominal, legal, missing = None, None, None
    return Deadline(
        limit,
        start.on,
        nominal,
        legal,
        missing,
        count,
        extensions,
        excluded,
        ended_on,
        ended_by,
        part,
        held_since=held_since,
    )


def _closing(limit: Limit, start: Event, later: tuple[Event, ...]) -> Event | None:
    """The first later event that fulfils the limit, or that makes it fall away for good."""
    ended: Event | None = None
    for event in later:
        if event.name in limit.met_by and event.name not in UNDONE:
            return ended or event
        passed_on = event.name in limit.passed_on_by and event.value != start.value
        if event.name in limit.met_by or event.name in limit.ended_by or passed_on:
            ended = ended or event
        elif ended and _revived(ended, event):
            ended = None
    return ended


def _revived(ended: Event, event: Event) -> bool:
    """What only the petition's end or an agreement made fall away is owed again, by the same day: no time is gained by it."""
    if event.name == TAKEN_UP_AGAIN:
        return ended.name == SETTLED or (ended.name in ENDINGS and not ended.part)
    if event.name in REFUSED:
        return ended.name == REFUSED[event.name]
    return (event.name, ended.name) in {(BROKEN, SETTLED), (RETAKEN, LEFT)}


def _counted(limit: Limit, start: date, calendar: Calendar) -> Count:
    if limit.counts == "calendar":
        return calendar_days(start, limit.days, calendar)
    if limit.counts == "working":
        return working_days(start, limit.days, calendar)
    if limit.counts == "month":
        return months(start, limit.days, calendar)
    return hours(start, limit.days)


def _extensions(limit: Limit, since: tuple[Event, ...]) -> tuple[Event, ...]:
    if limit.extension is None:
        return ()
    return tuple(event for event in since if event.name == limit.extension.by)


def _without(
    days: Iterable[date], start: date, nominal: date, calendar: Calendar
) -> tuple[date, date | None, int | None, tuple[date, ...]]:
    """The period without `days`: its nominal and last lawful day, a missing plan, and which of the days lay within it.

    听证所需时间不计算在前款规定的期限内: a day is left out where it would have counted, and the end, rolled past days off
    only then, comes so much later. The first day never counts; a hearing after the end gives no days back.
    """
    left_out = []
    legal, missing = roll(nominal, calendar)
    for day in sorted(days):
        if start < day <= nominal:
            nominal += timedelta(days=1)
            legal, missing = roll(nominal, calendar)
        elif day == legal:
            # The end had been moved to this day, as the nominal one was a day off.
            legal, missing = roll(day + timedelta(days=1), calendar)
        else:
            continue
        left_out.append(day)
    return nominal, legal, missing, tuple(left_out)


def _not_counted(limit: Limit, since: tuple[Event, ...], ended_on: date | None) -> tuple[set[date], date | None]:
    """Days of hearings, first and last day included (第三十六条第二款); and since when one goes on whose end is not known.

    ended_on: when the limit was met or fell away; a hearing not ended by then ended with it.
    """
    if limit.exclusion is None:
        return set(), None
    days: set[date] = set()
    begun: date | None = None
    for event in since:
        if event.name == limit.exclusion.begins:
            begun = event.on
        elif event.name == limit.exclusion.ends and begun is not None:
            # A set: on the last day of one hearing another may begin.
            days.update(_from_to(begun, event.on))
            begun = None
    if begun is not None and ended_on is not None:
        days.update(_from_to(begun, ended_on))
        begun = None
    return days, begun


def _from_to(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))
