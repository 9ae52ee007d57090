"""Monthly bulletin 月度通报."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import partial

from ...core.period import Period
from ...core.table import Document
from ...reports.detail import CountedPetition, detail, with_detail
from ...reports.indicators import MEASURED
from ...reports.monthly import AT_MOST, RANKED_BY, RECEIVED, PeriodCounts, monthly
from ...reports.monthly.breakdown import TAKEN_APART
from ...store.connection import Connection
from ...store.queries import deadlines, measures, standing
from ..desk import Desk
from ..owing import overdue_by_unit, overdue_petitions, owed_by
from .beginning import reach_of
from .request import Request


def build(desk: Desk, db: Connection, request: Request) -> Document:
    """The bulletin of the period."""
    period, scope = request.period, request.scope()
    visits = [people for _, _, people in measures.petitions(db, "group_visits", scope)]
    # By part only where that is asked for: it takes as long as all the rest, and makes as many pages.
    owed = overdue_by_unit(desk, db, on=request.until, today=request.today) if request.detail else {}
    overdue = partial(deadlines.overdue, db, on=request.until, today=request.today)
    beside = (RECEIVED,) if request.detail else ()
    document = monthly(
        request.heading,
        settings=scope.settings,
        now=_counted(desk, db, request, period, grouped=MEASURED if request.detail else TAKEN_APART),
        before=_counted(desk, db, request, period.before, grouped=(RANKED_BY, *beside)),
        year_before=_counted(desk, db, request, period.year_before, grouped=beside),
        reach=reach_of(db),
        visits=visits,
        owed={unit: duties for unit, duties in owed.items() if request.unit in ("", unit)},
        overdue=owed_by(desk, overdue, on=request.until, unit=request.unit, limit=AT_MOST),
        late=list(standing.latest_entries(db, period.first, request.until, unit=request.unit, limit=AT_MOST)),
        detail=request.detail,
    )
    if not request.detail:
        return document
    stood = {
        "overdue_open": partial(_overdue_petitions, desk, db, request),
        "late_entries": partial(_late, db, request),
    }

    def counted(name: str) -> Iterable[CountedPetition]:
        return desk.answers(stood[name]() if name in stood else measures.petitions(db, name, scope))

    return with_detail(document, detail((*MEASURED, *stood), counted))


def _counted(
    desk: Desk, db: Connection, request: Request, period: Period, *, grouped: Collection[str] = ()
) -> PeriodCounts:
    """grouped: the measures that are taken apart; of the others the total is all that is asked."""
    scope, until = request.scope(period), period.until(request.as_of)
    return PeriodCounts(
        period,
        {name: (measures.tally if name in grouped else measures.total)(db, name, scope) for name in MEASURED},
        _overdue(desk, db, until, request),
        standing.late_entries(db, period.first, until, unit=request.unit),
    )


def _overdue(desk: Desk, db: Connection, on: date, request: Request) -> int:
    """How many duties were overdue then; of one unit those that it owed."""
    if not request.unit:
        return standing.overdue_open(db, on=on, today=request.today)
    return overdue_by_unit(desk, db, on=on, today=request.today)[request.unit]


def _overdue_petitions(desk: Desk, db: Connection, request: Request) -> Iterator[CountedPetition]:
    for number, unit in overdue_petitions(desk, db, on=request.until, today=request.today):
        if request.unit in ("", unit):
            yield number, unit, 0


def _late(db: Connection, request: Request) -> Iterator[CountedPetition]:
    for number, unit in standing.late_petitions(db, request.period.first, request.until, unit=request.unit):
        yield number, unit, 0
