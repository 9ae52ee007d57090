"""首接首办责任."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...core.figures import Tally
from ...core.report_rows import RepliedRow
from ...core.table import Document
from ...reports.detail import with_detail
from ...reports.first_receiver import ReceiversPetition, detail, first_receiver
from ...reports.first_receiver.custody import courses
from ...reports.matter.same_matters import by_petition, matters_of
from ...store.connection import Connection
from ...store.queries import receptions, repeats
from ...store.queries.measures import Scope
from ..desk import Desk
from .request import Request


def build(desk: Desk, db: Connection, request: Request) -> Document:
    """The report of the period. Of one unit: what it received first."""
    scope = request.scope()
    answered = _answered(db, scope)
    found = list(courses(receptions.spells(db, scope), receptions.objections(db, scope), request.until))
    document = first_receiver(
        request.heading,
        counted={
            **{name: receptions.tally(db, name, scope) for name in receptions.COUNTED},
            "replied": _by_receiver(answered),
        },
        courses=found,
        all_listed=request.detail,
    )
    if not request.detail:
        return document

    def counted(name: str) -> Iterable[ReceiversPetition]:
        return answered if name == "replied" else desk.answers(receptions.petitions(db, name, scope))

    return with_detail(document, detail(counted, found))


def _answered(db: Connection, scope: Scope) -> list[ReceiversPetition]:
    """The petitions answered in the period, by their first receiver; 1 where the matter came again on a later day."""
    matters = by_petition(matters_of(repeats.members(db, scope, repeats.FROM_REPLIED)))
    last_known = scope.as_of.isoformat()

    def again(row: RepliedRow) -> bool:
        return any(row.replied_on < member.received_on <= last_known for member in matters.get(row.petition, ()))

    return [(row.number, row.first_unit, row.first_officer, int(again(row))) for row in receptions.replied(db, scope)]


def _by_receiver(answered: Sequence[ReceiversPetition]) -> Tally:
    found: Tally = {}
    for _, unit, officer, again in answered:
        rows, weight = found.get((unit, officer), (0, 0))
        found[unit, officer] = (rows + 1, weight + again)
    return found
