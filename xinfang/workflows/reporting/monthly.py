"""Monthly bulletin 月度通报."""

from __future__ import annotations

from collections.abc import Collection

from ...core.lookups import Duties
from ...core.period import Period
from ...core.table import Document
from ...reports.detail import detail, with_detail
from ...reports.indicators import MEASURED
from ...reports.monthly import AT_MOST, RANKED_BY, PeriodCounts, monthly
from ...reports.monthly.breakdown import TAKEN_APART
from ...store.connection import Connection
from ...store.queries import deadlines, measures, standing
from ..desk import Desk
from .beginning import reach_of
from .request import Request


def build(desk: Desk, db: Connection, request: Request) -> Document:
    """The bulletin of the period."""
    period, scope = request.period, request.scope()
    visits = [people for _, _, people in measures.petitions(db, "group_visits", scope)]
    document = monthly(
        request.heading,
        settings=scope.settings,
        now=_counted(db, request, period, grouped=TAKEN_APART),
        before=_counted(db, request, period.before, grouped=(RANKED_BY,)),
        year_before=_counted(db, request, period.year_before),
        reach=reach_of(db),
        visits=visits,
        overdue=deadlines.overdue(db, Duties(request.unit, AT_MOST), on=request.until, today=request.today),
        late=list(standing.latest_entries(db, period.first, request.until, unit=request.unit, limit=AT_MOST)),
    )
    if not request.detail:
        return document
    behind = detail(MEASURED, lambda name: desk.answers(measures.petitions(db, name, scope)))
    return with_detail(document, behind)


def _counted(db: Connection, request: Request, period: Period, *, grouped: Collection[str] = ()) -> PeriodCounts:
    """grouped: the measures that are taken apart; of the others the total is all that is asked."""
    scope, until = request.scope(period), period.until(request.as_of)
    return PeriodCounts(
        period,
        {name: (measures.tally if name in grouped else measures.total)(db, name, scope) for name in MEASURED},
        standing.overdue_open(db, on=until, today=request.today, unit=request.unit),
        standing.late_entries(db, period.first, until, unit=request.unit),
    )
