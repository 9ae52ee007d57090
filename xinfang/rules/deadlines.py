"""Deadlines, derived from what happened, the rulebook and the calendar. Nobody ever types one."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ..core.case import Attributes, Case, Event
from ..core.terms import State
from .calendar import Calendar
from .deadline import PARTS, Deadline
from .law import Law, OwnRules
from .limit import Limit, holds
from .rulebook import Rulebook, governing
from .running import REVIVING, started

CLASSIFIED = "classified"
"""What ended a limit that a later classification took away; no event of the petition."""


class NotRunning(NamedTuple):
    """A limit that would apply but for an exemption, so that `why` can say so."""

    limit: Limit
    reason: str
    article: str


def book_of(case: Case, own: OwnRules) -> Rulebook | None:
    """The rulebook of the case, with the police's own procedures once a step of them was taken."""
    return governing(case.kind, case.registration.received_on, own, beside=case.beside)


def deadlines_of(case: Case, law: Law) -> tuple[Deadline, ...]:
    """Every deadline of the case, in the order in which they started; none when the registration was retracted."""
    book = book_of(case, law.own)
    if book is None or case.state is State.VOID:
        return ()
    return tuple(_running(case, book, law.calendar))


def what_moves(case: Case, own: OwnRules) -> tuple[tuple[Attributes, ...], tuple[Event, ...]]:
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


def only_started(stages: Sequence[Case], own: OwnRules) -> bool:
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


def taken_away(days: Sequence[tuple[date, Case]], law: Law) -> tuple[Deadline, ...]:
    """The time to answer that had passed when the petition was classified as something that has none: it ended that day.

    days: how it stood after each fact. Not what was taken apart into several demands, nor what came back.
    """
    last = deadlines_of(days[-1][1], law)
    kept = {_which(each) for each in last}
    apart = {each.limit.name for each in last if each.part}
    found: dict[tuple[str, date, int], Deadline] = {}
    for (_, before), (on, after) in pairwise(days):
        if _asked(before) == _asked(after):
            continue
        now = {_which(each) for each in deadlines_of(after, law)}
        for each in deadlines_of(before, law):
            gone = _which(each) not in now and _which(each) not in kept and (each.part or each.limit.name not in apart)
            if each.limit.duty == "reply" and gone and each.ended_on is None and each.legal and each.legal < on:
                found[_which(each)] = each._replace(ended_on=on, ended_by=CLASSIFIED)
    return tuple(found.values())


def _which(deadline: Deadline) -> tuple[str, date, int]:
    return deadline.limit.name, deadline.started_on, deadline.part


def exempted(case: Case, own: OwnRules) -> tuple[NotRunning, ...]:
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
                    deadline = started(limit, event, later, calendar, part)
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
