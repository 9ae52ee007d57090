"""Deadlines, derived from what happened, the rulebook and the calendar. Nobody ever types one."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from ..core.case import ENDINGS, Attributes, Case, Event
from ..core.terms import State
from .calendar import Calendar
from .counting import Count, calendar_days, hours, months, roll, working_days
from .law import NOTHING_SET, Law, OwnRules
from .limit import Limit, holds
from .rulebook import Rulebook, governing

TAKEN_UP_AGAIN = "reopened"
"""The event after which an ended petition goes on."""
SETTLED, BROKEN = "settled", "mediation-failed"
"""What an agreement ends is owed again once the agreement breaks down, as if it had not been made."""
REFUSED = {"review-refused": "review-asked", "recheck-refused": "recheck-asked"}
"""A request that is not taken up does not use up the petitioner's time to make one."""
UNDONE = frozenset({SETTLED, *REFUSED.values()})
"""What may turn out to have met nothing."""
REVIVING = frozenset({TAKEN_UP_AGAIN, BROKEN, *REFUSED})

PARTS = {"supervision": "督办", "advice": "建议"}
"""What the numbered parts of a petition are, by the duty about them; else they are demands."""
OWED_BY_OTHERS = frozenset(
    {"supervision", "advice", "review", "recheck", "accept-review", "accept-recheck"}
    | {"police-recheck", "police-bail-recheck", "police-compensation-review"}
)
"""The limits that bind neither the office nor the unit which has the petition: who was supervised, advised or asked."""


class Status(StrEnum):
    """Where a deadline stands, whatever the day: whether it is overdue follows from `legal` and the day asked for.

    RIGHT and WINDOW are not duties: what the office may do (object) and what the petitioner may do (ask for review).
    """

    RUNNING = "running"
    MET = "met"
    LATE = "late"
    ENDED = "ended"
    RIGHT = "right"
    WINDOW = "window"


class Deadline(NamedTuple):
    """One running or finished time limit of one petition.

    counted: how the days were counted (first day not counted), before extensions; None for a day that was given.
    extensions: the events that lengthened it. excluded: the calendar days within it that do not count (hearings).
    nominal: the day to warn on. legal: the last lawful day, rolled past rest days; None while the holiday
    plan of its year is unknown (未核). ended_on: the day it was met or fell away, by the event `ended_by`.
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

    @property
    def label(self) -> str:
        """What people call it; of one demand, supervision or advice with its number."""
        if not self.part:
            return self.limit.label
        whom = f"，{self.whom}" if self.whom else ""
        return f"{self.limit.label}（{PARTS.get(self.limit.duty, '诉求')}{self.part}{whom}）"

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


class NotRunning(NamedTuple):
    """A limit that would apply but for an exemption, so that `why` can say so."""

    limit: Limit
    reason: str
    article: str


def book_of(case: Case, own: OwnRules = NOTHING_SET) -> Rulebook | None:
    """The rulebook of the case, with the police's own procedures once a step of them was taken."""
    return governing(case.kind, case.registration.received_on, own, beside=case.beside)


def deadlines_of(case: Case, law: Law) -> tuple[Deadline, ...]:
    """Every deadline of the case, in the order in which they started; none when the registration was retracted."""
    book = book_of(case, law.own)
    if book is None or case.state is State.VOID:
        return ()
    return tuple(_running(case, book, law.calendar))


def what_moves(case: Case, own: OwnRules = NOTHING_SET) -> tuple[tuple[Attributes, ...], tuple[Event, ...]]:
    """All that the deadlines' days depend on: while it is the same, no deadline starts, moves, stops applying or revives.

    What meets a deadline is not part of it.
    """
    book = book_of(case, own)
    movers = book.movers | REVIVING if book else frozenset()
    return _asked(case), tuple([event for event in case.events if event.name in movers])


def _asked(case: Case) -> tuple[Attributes, ...]:
    """What conditions are asked about: of the petition, and of each demand where there are several."""
    whole = (case.attributes(),)
    return whole + tuple([case.attributes(demand) for demand in case.demands]) if case.demands else whole


def only_started(stages: Sequence[Case], own: OwnRules = NOTHING_SET) -> bool:
    """True when, from one stage of a case to the next, deadlines can have started and nothing else: what they depend on
    was the same throughout, and nothing lengthened or revived them."""
    last = stages[-1]
    book = book_of(last, own)
    happened = [event.name for event in last.events]
    if book and not (book.lengtheners.isdisjoint(happened) and REVIVING.isdisjoint(happened)):
        return False
    told, asked = _told(last), _asked(last)
    # Asked only where something was said that the answer may depend on: an import looks at every stage of every row.
    return all(_told(case) == told or _asked(case) == asked for case in stages[:-1])


def _told(case: Case) -> tuple[object, ...]:
    """All that conditions look at, as it stands in the case."""
    return case.registration, case.category, case.route, case.track, case.demands, case.links


def exempted(case: Case, own: OwnRules = NOTHING_SET) -> tuple[NotRunning, ...]:
    """The limits that what happened would have started, but for an exemption; of several demands each by its own sort."""
    book = governing(case.kind, case.registration.received_on, own)
    views = _asked(case)
    happened = {event.name for event in case.events}
    found = [
        NotRunning(limit, exemption.reason, exemption.article)
        for limit in (book.limits if book else ())
        if not happened.isdisjoint(limit.starts)
        for attributes in (views[1:] if limit.by_demand and case.demands else views[:1])
        if holds(limit.when, attributes)
        for exemption in limit.unless
        if holds(exemption.when, attributes)
    ]
    return tuple({(each.limit.name, each.reason): each for each in found}.values())


def _running(case: Case, book: Rulebook, calendar: Calendar) -> Iterator[Deadline]:
    views = [(demand, _applicable(book, case.attributes(demand))) for demand in (None, *case.demands)]
    parted = any(event.part for event in case.events)
    for position, event in enumerate(case.events):
        for demand, applicable in views:
            for limit in applicable.get(event.name, ()):
                # With several demands, what depends on category and route runs for each of them, not for the whole.
                if case.demands and (demand is not None) != limit.by_demand:
                    continue
                if (demand and event.part not in (0, demand.part)) or event.on < limit.since:
                    continue
                if limit.only and event.value not in limit.only:
                    continue
                if limit.not_after and any(earlier.name in limit.not_after for earlier in case.events[:position]):
                    continue
                if limit.counts != "given" or event.until is not None:
                    part = demand.part if demand else event.part
                    later = case.events[position + 1 :]
                    if parted:
                        later = tuple([each for each in later if each.part in (0, part)])
                    deadline = _started(limit, event, later, calendar, part)
                    whom = event.about if limit.duty in PARTS else event.value if limit.binds == "superior" else ""
                    yield deadline._replace(whom=whom) if whom else deadline


@lru_cache(4096)
def _applicable(book: Rulebook, attributes: Attributes) -> dict[str, list[Limit]]:
    """The limits that bind a case with these attributes, by the event that starts them."""
    by_start: dict[str, list[Limit]] = {}
    for limit in book.limits:
        if holds(limit.when, attributes) and not any(holds(each.when, attributes) for each in limit.unless):
            for event in limit.starts:
                by_start.setdefault(event, []).append(limit)
    return by_start


def _started(limit: Limit, start: Event, later: tuple[Event, ...], calendar: Calendar, part: int) -> Deadline:
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
    if nominal is not None and (extensions or limit.exclusion):
        # From the original nominal day, so that days rolled past are not added to the extension.
        nominal += timedelta(days=sum(event.days for event in extensions))
        nominal, legal, missing, excluded = _without(_not_counted(limit, since), start.on, nominal, calendar)
    return Deadline(limit, start.on, nominal, legal, missing, count, extensions, excluded, ended_on, ended_by, part)


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
    return event.name == BROKEN and ended.name == SETTLED


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


def _not_counted(limit: Limit, since: tuple[Event, ...]) -> set[date]:
    """Days of a hearing, first and last day included (第三十六条第二款)."""
    if limit.exclusion is None:
        return set()
    days: set[date] = set()
    begun: date | None = None
    for event in since:
        if event.name == limit.exclusion.begins:
            begun = event.on
        elif event.name == limit.exclusion.ends and begun is not None:
            # A set: on the last day of one hearing another may begin.
            days.update(begun + timedelta(days=number) for number in range((event.on - begun).days + 1))
            begun = None
    return days
