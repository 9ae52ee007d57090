"""Every projected row of one petition."""

from __future__ import annotations

from datetime import date

from ..core.case import Case, Steps
from ..core.days import iso, iso_or_none
from ..core.projected import TABLES, Row, Rows, petition_id
from ..core.terms import Category, State
from ..rules.deadline import Status
from ..rules.law import Law
from .deadline_rows import deadline_rows
from .oversight_rows import oversight_rows, wordings

WORDED = frozenset(
    {"diverted", "informed", "declined", "redirected", "extended", "track-changed", "simple-left"}
    | {"closed", "reopened", "withdrawn"}
    | {"objected", "objection-refused", "sent-back", "handed-back", "disputed", "designated", "recused", "diagnosed"}
    | {"hearing-ended", "settled", "mediation-failed", "carried-out", "resolved", "cared", "assisted"}
    | {"review-asked", "reviewed", "recheck-asked", "rechecked"}
)
"""Events whose words the clerk wrote."""

# Below, `_value_` and not `value`: the same, without two calls of Python, twenty times for every row of an import.

STATUS = TABLES["deadline"].index("status")
LIMITED = frozenset({Status.RUNNING, Status.SUSPENDED})
"""The statuses of a duty that is owed by a day, known or not."""

Stood = tuple[State, date, str, str, Category | None, int | None, str, str, bool]


def rows_of(steps: Steps, law: Law) -> Rows:
    """The rows of the petition whose history is `steps`; the last step is how it stands now."""
    days = _by_day(steps)
    case = days[-1][1]
    petition = petition_id(case.number)
    deadlines = deadline_rows(petition, days, law)
    return {
        "petition": (_petition(petition, case, limited=any(row[STATUS] in LIMITED for row in deadlines)),),
        "link": _links(petition, days),
        "spell": _spells(petition, days),
        "milestone": _milestones(petition, case),
        "deadline": deadlines,
        "oversight": oversight_rows(petition, case),
        "petitioner": _petitioners(petition, case),
        "wording": wordings(petition, case),
        "content": ((petition, case.registration.title, searchable(case)),),
    }


def searchable(case: Case) -> str:
    """What `search` looks through, a line each: all that was written in words, and the numbers of other systems."""
    paper = case.registration
    names = "、".join(person.name for person in paper.petitioners)
    parts = (
        paper.title,
        names,
        paper.respondent,
        paper.respondent_unit,
        paper.content,
        paper.demand,
        paper.facts,
        paper.reasons,
        paper.purpose,
        paper.prior_process,
        paper.competent_unit,
        paper.source_number,
        paper.police_case,
        paper.hotline_ticket,
        paper.national_number,
        case.reply_text,
        *(part for demand in case.demands for part in (demand.text, demand.answer)),
        *(event.about for event in case.events if event.name in WORDED),
        *case.notes,
    )
    return "\n".join(part for part in parts if part)


def _by_day(steps: Steps) -> list[tuple[date, Case]]:
    """One case a day: how it stood when the day was over."""
    return list(dict(steps).items())


def _petition(petition: int, case: Case, *, limited: bool) -> Row:
    """limited: whether a duty with a time limit runs now."""
    paper = case.registration
    return (
        petition,
        case.number,
        paper.key or paper.import_key or None,
        iso(paper.received_on),
        iso(case.registered_on),
        paper.channel._value_,
        paper.source._value_,
        paper.source_unit,
        paper.region,
        paper.respondent_unit,
        case.category._value_ if case.category else "",
        case.route,
        case.code,
        case.branch,
        case.track._value_,
        case.state._value_,
        iso(case.state_since),
        int(case.open),
        int(limited),
        int(case.restricted),
        int(paper.confidential),
        int(paper.joint_letter),
        int(paper.level_skipping),
        case.unit,
        case.officer,
        paper.first_unit,
        paper.first_officer,
        case.first_handler,
        paper.headcount,
    )


def _petitioners(petition: int, case: Case) -> tuple[Row, ...]:
    """Positions from 1 on; those written down before a correction stand at -1, -2 …, only to be masked in texts."""
    now = enumerate(case.registration.petitioners, start=1)
    before = ((-place, person) for place, person in enumerate(case.former, start=1))
    rows = [
        (petition, place, person.name, person.kind._value_, person.id_number, person.phone, person.address)
        for place, person in (*before, *now)
    ]
    return tuple(sorted(rows))


def _links(petition: int, days: list[tuple[date, Case]]) -> tuple[Row, ...]:
    """What it repeats or has to do with, from when to when; what ended on the day it began never stood."""
    received_on = days[0][0]
    links = days[-1][1].links
    spans = [link._replace(since=max(link.since, received_on)) for link in links]
    return tuple(
        (petition, petition_id(link.earlier), iso(link.since), iso_or_none(link.until), link.relation.value)
        for link in sorted(spans, key=lambda link: (link.earlier, link.since))
        if link.until is None or link.until > link.since
    )


def _spells(petition: int, days: list[tuple[date, Case]]) -> tuple[Row, ...]:
    """Who had it, how it stood and how it was classified, from when to when."""
    spells: list[Row] = []
    begun, stood = "", None
    for since, case in days:
        who, what = (case.unit, case.officer), (case.category, case.route, case.code, case.branch)
        stands = (case.state, case.state_since, *who, *what, case.acknowledged)
        if stands == stood:
            continue
        day = iso(since)
        if stood:
            spells.append(_spell(petition, len(spells) + 1, begun, day, stood))
        begun, stood = day, stands
    assert stood is not None  # a petition has at least been registered
    return (*spells, _spell(petition, len(spells) + 1, begun, None, stood))


def _spell(petition: int, nth: int, since: str, until: str | None, stood: Stood) -> Row:
    state, state_since, unit, officer, category, route, code, branch, acknowledged = stood
    written = category._value_ if category else ""
    who, what = (unit, officer), (written, route, code, branch)
    return (petition, nth, since, until, state._value_, iso(state_since), *who, *what, int(acknowledged))


def _milestones(petition: int, case: Case) -> tuple[Row, ...]:
    """What happened on which day, to be counted by month."""
    if case.state is State.VOID:
        return ()
    rows = [
        (name, iso(on), petition, position, part, value)
        for position, (name, on, _, _, _, part, value, _) in enumerate(case.events, start=1)
        if name != "tasked"
    ]
    return tuple(rows)
