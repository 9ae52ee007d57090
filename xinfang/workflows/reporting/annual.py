"""年度报告."""

from __future__ import annotations

from ...core.errors import BadInput
from ...core.figures import Rate
from ...core.period import Period
from ...core.table import Document
from ...reports.annual import ARTICLE, Year, annual, oversight_detail
from ...reports.detail import detail, with_detail
from ...reports.indicators import MEASURED
from ...store.connection import Connection
from ...store.queries import measures
from ...store.queries.oversight import overseen
from ...store.queries.yearly import yearly
from ..desk import Desk
from .beginning import reach_of
from .request import Request


def build(desk: Desk, db: Connection, request: Request) -> Document:
    """The report of the year. Raises BadInput E105 for a period that is no year."""
    if request.period.kind != "year":
        raise BadInput("E105", "年度报告要写是哪一年。", basis=ARTICLE, remedy=f"加 --year {request.period.first.year}")
    scope = request.scope()
    now = _year(db, request, request.period, units=True)
    document = annual(
        request.heading,
        kind=request.office.kind,
        settings=scope.settings,
        now=now,
        before=_year(db, request, request.period.before, units=False),
        reach=reach_of(db),
    )
    if not request.detail:
        return document
    behind = detail(MEASURED, lambda name: desk.answers(measures.petitions(db, name, scope)))
    overseen_too = oversight_detail(now, request.as_of, measures.petitions(db, "closed_inspected", scope))
    return with_detail(with_detail(document, overseen_too), behind)


def _year(db: Connection, request: Request, period: Period, *, units: bool) -> Year:
    """units: whether the units' own figures are asked for; of the year before they are not shown."""
    scope = request.scope(period)
    ((_, (ended, inspected)),) = measures.total(db, "closed_inspected", scope).items()
    return Year(
        period,
        {name: measures.total(db, name, scope) for name in MEASURED},
        yearly(db, scope),
        overseen(db, scope),
        Rate(inspected, ended),
        measures.by_unit(db, "reply_due", scope) if units else {},
    )
