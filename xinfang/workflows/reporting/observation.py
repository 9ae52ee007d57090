"""Observation 信访观察: fetches the period, as much history as is compared, and the period's papers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from ...core import masking
from ...core.period import Period
from ...core.table import Document
from ...reports.observation import Petition, Seen, Stretch, grouping, observation
from ...rules.calendar import YearNotPublished
from ...rules.same_person import same_as
from ...store.connection import Connection
from ...store.queries import observed
from ..desk import Desk
from .beginning import reach_of
from .request import Request

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.report_rows import ReceivedRow
    from ...rules.calendar import Calendar

    Grouping = Callable[[ReceivedRow], tuple[str, ...]]

NEEDED = {"month": 12, "quarter": 8, "year": 5, "days": 12}
"""Fewer periods before, and no test: how much a cell usually moves could not be told."""
AT_MOST = {"month": 36, "quarter": 12, "year": 5, "days": 36}
"""What lies further back tells little of what is usual now."""
YEARS_AT_MOST = 3 * 366
"""Of any days: how far back at most, in days."""


def build(desk: Desk, db: Connection, request: Request) -> Document:
    """The observation of the period."""
    works = _Works(desk.calendar)
    group = grouping(works)
    earlier = _earlier(request.period, reach_of(db).since)
    before = [_stretch(db, each, request, works, group) for each in earlier]
    seen = Seen(
        now=_stretch(db, request.period, request, works, group),
        before=before,
        petitions=_petitions(db, request),
        needed=NEEDED[request.period.kind],
        calendar_known=works.known,
    )
    return observation(
        request.heading,
        seen=seen,
        detail=request.detail,
    )


def _earlier(period: Period, since: date | None) -> list[Period]:
    """The periods before that the ledger has whole, the oldest first."""
    if since is None:
        return []
    if period.kind == "days":
        since = max(since, period.first - timedelta(days=YEARS_AT_MOST))

    def backwards() -> Iterator[Period]:
        each = period.before
        while each.first >= since:
            yield each
            each = each.before

    return list(islice(backwards(), AT_MOST[period.kind]))[::-1]


def _stretch(db: Connection, period: Period, request: Request, works: _Works, group: Grouping) -> Stretch:
    """The period up to as many days as have come of the one asked for, and as long after its end."""
    passed = request.until - request.period.first
    whole = request.until == request.period.last
    last = period.last if whole else min(period.last, period.first + passed)
    as_of = last + (request.as_of - request.until)
    rows = list(observed.received(db, period.first, last, as_of=as_of, unit=request.unit))
    arrived = Counter(row[-1] for row in rows)
    working = {day: arrived[day.isoformat()] for day in _days(period.first, last) if works(day)}
    return Stretch(period, last, working, list(map(group, rows)))


def _petitions(db: Connection, request: Request) -> list[Petition]:
    rows = list(observed.told(db, request.period.first, request.until, as_of=request.as_of, unit=request.unit))
    people = observed.people(db, [row.id for row in rows])
    return [
        Petition(
            row.number,
            row.unit,
            "" if row.restricted else masking.text_of_row(row.title, row.people),
            "" if row.restricted else f"{row.title}\n{row.content or ''}",
            bool(row.restricted),
            tuple(_person(row.id, *person) for person in people[row.id]) or (frozenset({str(row.id)}),),
        )
        for row in rows
    ]


def _person(petition: int, name: str, id_number: str, phone: str, address: str) -> frozenset[str]:
    """What tells people apart; nobody named is somebody of their own."""
    return same_as(name=name, id_number=id_number, phone=phone, address=address) or frozenset({str(petition)})


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=place) for place in range((last - first).days + 1))


class _Works:
    """Whether a day is a working day; by the weekday alone where no plan of the year is known."""

    def __init__(self, calendar: Calendar) -> None:
        self._calendar = calendar
        self.known = True

    def __call__(self, day: date) -> bool:
        try:
            return self._calendar.is_working_day(day)
        except YearNotPublished:
            self.known = False
            return day.weekday() < 5
