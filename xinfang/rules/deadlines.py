"""Deadlines, derived from what happened, the rulebook and the calendar. Nobody ever types one."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..core.case import ATTRIBUTES, Attributes, Case, Demand, Event
from ..core.reclassified import RECLASSIFIED, classified_before
from ..core.terms import State
from .calendar import Calendar
from .deadline import PARTS, Deadline
from .law import Law, OwnRules
from .limit import Limit, holds
from .rulebook import Rulebook, governing
from .running import REVIVING, started


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
    running = tuple(_running(case, book, law.calendar))
    if case.last_event(RECLASSIFIED) is None:
        return running
    over = [each for demand in (None, *case.demands) for each in _over_before(case, demand, book, law.calendar)]
    return tuple(sorted((*running, *over), key=lambda each: each.started_on)) if over else running


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


def exempted(case: Case, own: OwnRules) -> tuple[NotRunning, ...]:
    """The limits that what happened would have started, but for an exemption."""
    book = governing(case.kind, case.registration.received_on, own)
    attributes = case.attributes()
    happened = {event.name for event in case.events}
    found = [
        NotRunning(limit, exemption.reason, exemption.article)
        for limit in (book.limits if book else ())
        if not happened.isdisjoint(limit.starts) and holds(limit.when, attributes)
        for exemption in limit.unless
        if holds(exemption.when, attributes)
    ]
    return tuple({(each.limit.name, each.reason): each for each in found}.values())


def _running(case: Case, book: Rulebook, calendar: Calendar) -> Iterator[Deadline]:
    """What each event starts: of the petition as a whole, and of each of several demands; in the order of events."""
    begun = [
        (position, demand, limit)
        for demand in (None, *case.demands)
        for position, limit in _begun(case, len(case.events), demand, _applicable(book, case.attributes(demand)))
    ]
    if case.demands:
        begun.sort(key=lambda each: each[0])
    parted = any(event.part for event in case.events)
    for position, demand, limit in begun:
        event, later = case.events[position], case.events[position + 1 :]
        part = demand.part if demand else event.part
        deadline = started(limit, event, _about(part, later) if parted else later, calendar, part)
        whom = _whom(limit, event)
        yield deadline._replace(whom=whom) if whom else deadline


def _over_before(case: Case, demand: Demand | None, book: Rulebook, calendar: Calendar) -> Iterator[Deadline]:
    """What was over when the petition, or that demand, was classified otherwise and the limit ceased to apply.

    A duty whose days still ran falls away without a trace; one whose days had run out 期满 stays on record, met or
    missed, or fallen away on the days off past which its last day was rolled.
    """
    applies = {limit.name for limits in _applicable(book, case.attributes(demand)).values() for limit in limits}
    # Before there were several demands, what was classified was the first.
    own = {0, 1} if demand is None or demand.part == 1 else {demand.part}
    changes = [at for at, event in enumerate(case.events) if event.name == RECLASSIFIED and event.part in own]
    told: set[tuple[int, str]] = set()
    for at in reversed(changes):
        applied = _applicable(book, _attributes_before(case, demand, case.events[at]))
        for position, limit in _begun(case, at, demand, applied):
            if limit.name not in applies and (position, limit.name) not in told:
                told.add((position, limit.name))
                deadline = _ended_at(case, at, position, limit, demand, calendar)
                if not limit.is_window and deadline.nominal is not None and deadline.nominal < case.events[at].on:
                    yield deadline


def _ended_at(case: Case, at: int, position: int, limit: Limit, demand: Demand | None, calendar: Calendar) -> Deadline:
    """The deadline that the event at `position` started, as it ended by the one at `at`: by what came before, or by that."""
    event = case.events[position]
    part = demand.part if demand else event.part
    deadline = started(limit, event, _about(part, case.events[position + 1 : at]), calendar, part)
    if deadline.ended_on is not None:
        return deadline
    return deadline._replace(ended_on=case.events[at].on, ended_by=RECLASSIFIED)


def _begun(
    case: Case, until: int, demand: Demand | None, applicable: dict[str, list[Limit]]
) -> Iterator[tuple[int, Limit]]:
    """Of the limits applicable to that demand (None: to the petition as a whole) those that an event before the position
    `until` starts, each with that event's position."""
    for position, event in enumerate(case.events[:until]):
        for limit in applicable.get(event.name, ()):
            if _concerns(limit, event, demand, case) and _starts(limit, event, case.events[:position]):
                yield position, limit


def _about(part: int, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Without the events that are about another part."""
    return tuple([event for event in events if event.part in (0, part)])


def _attributes_before(case: Case, demand: Demand | None, change: Event) -> Attributes:
    """What conditions would have been told before the petition was classified otherwise."""
    category, route = classified_before(change)
    before = dict(zip(ATTRIBUTES, case.attributes(demand), strict=True)) | {"category": category, "route": route or 0}
    return tuple(before.values())


def _concerns(limit: Limit, event: Event, demand: Demand | None, case: Case) -> bool:
    """Whether the limit runs for that demand (None: for the petition as a whole), and the event is about it."""
    # With several demands, what depends on category and route runs for each of them, not for the whole.
    if case.demands and (demand is not None) != limit.by_demand:
        return False
    return demand is None or event.part in (0, demand.part)


def _starts(limit: Limit, event: Event, earlier: tuple[Event, ...]) -> bool:
    """Whether one of the limit's starting events starts it, after what had happened earlier."""
    if event.on < limit.since or (limit.only and event.value not in limit.only):
        return False
    if limit.counts == "given" and event.until is None:
        return False
    return not (limit.not_after and any(each.name in limit.not_after for each in earlier))


def _whom(limit: Limit, event: Event) -> str:
    """Who owes it, where that is not who has the petition: who was supervised or advised, or asked for review."""
    if limit.duty in PARTS:
        return event.about
    return event.value if limit.binds == "superior" else ""


@lru_cache(4096)
def _applicable(book: Rulebook, attributes: Attributes) -> dict[str, list[Limit]]:
    """The limits that bind a case with these attributes, by the event that starts them."""
    by_start: dict[str, list[Limit]] = {}
    for limit in book.limits:
        if holds(limit.when, attributes) and not any(holds(each.when, attributes) for each in limit.unless):
            for event in limit.starts:
                by_start.setdefault(event, []).append(limit)
    return by_start
