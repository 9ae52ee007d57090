"""重复信访."""

from __future__ import annotations

from collections.abc import Iterator

from ...acts.replay import steps
from ...core.table import Document
from ...reports.detail import with_detail
from ...reports.matter.same_matters import matters_of
from ...reports.repeat import BOTH_RATES, detail, repeat
from ...reports.repeat.matters import Days, MatterAgain, seen
from ...store.connection import Connection
from ...store.queries import measures, repeats
from ...store.queries.measures import Scope
from ..desk import Desk
from .request import Request


def build(desk: Desk, db: Connection, request: Request) -> Document:
    """The report of the period. Of one unit: the matters it is responsible for."""
    scope = request.scope()
    matters = [each for each in _again(desk, db, request, scope) if request.unit in ("", each.unit)]
    document = repeat(
        request.heading,
        matters=matters,
        visits=None if request.unit else repeats.visits_by_month(db, scope),
        tallies={each.measure: measures.tally(db, each.measure, scope) for each in BOTH_RATES},
        all_listed=request.detail,
    )
    if not request.detail:
        return document
    behind = detail(matters, {each.measure: measures.petitions(db, each.measure, scope) for each in BOTH_RATES})
    return with_detail(document, behind)


def _again(desk: Desk, db: Connection, request: Request, scope: Scope) -> Iterator[MatterAgain]:
    """The matters with two petitions or more by the period's end, one of them received in the period.

    Their petitions are read from the facts, one matter after the other: how each stood on any day follows from them.
    """
    days = Days(request.period.first, request.until)
    for whole in matters_of(repeats.members(db, scope, repeats.FROM_RECEIVED)):
        matter = tuple(member for member in whole if member.received_on <= days.until.isoformat())
        if len(matter) > 1 and matter[-1].received_on >= days.first.isoformat():
            pasts = {each.number: list(steps(desk.entries(each.number))) for each in matter}
            yield seen(matter, pasts, days, desk.law)
