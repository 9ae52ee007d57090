"""Show 信访件: the case with its time line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ...acts.registry import PETITION_ACTS
from ...core import masking
from ...core.case import Case
from ...core.codec import to_data
from ...core.days import day_or_none
from ...core.entry import Entry
from ...core.lookups import PetitionDeadline
from ...core.table import Cell, Column, Document, Said, Table, records
from ...core.terms import Category
from ..closed import SEALED
from ..columns import ARTICLE, DEADLINE_LABEL, LEGAL_DUE, NOMINAL_DUE, STARTED_ON, deadline_column
from .fact_words import before_each, details
from .register_lines import register_lines

STATUS_WORDS = {
    "running": "未完成",
    "suspended": "听证中，停算",
    "met": "按期",
    "late": "超期完成",
    "late-ended": "超期后终止",
    "ended": "已终止",
    "right": "可用",
    "window": "可用",
    "used": "已用",
    "lapsed": "已过",
    "dropped": "已终止",
    "overdue": "已超期",
}


def case_page(
    case: Case,
    entries: Sequence[Entry],
    retracted: frozenset[int],
    deadlines: Sequence[PetitionDeadline],
    *,
    on: date,
    reveal: bool,
    readers: Sequence[str],
    sorts: Sequence[Said],
) -> Document:
    """The petition as it stood on `on`: its register, its time limits, every fact up to that day.

    readers: who may see an accusation, or the name of one who wants none to be known. sorts: of which it is.
    """
    shown = case if reveal else masking.case(case)
    limits = _limits(deadlines, on)
    told = entries if case.restricted else [_sealed(entry) if entry.turn in retracted else entry for entry in entries]
    timeline = _timeline(told, retracted, known=masking.known_of(case.people), reveal=reveal)
    return Document(
        title=f"{case.number}  {shown.registration.title}",
        data={
            **_data(shown, on),
            "readers": list(readers),
            "classes": list(sorts),
            "links": [to_data(link) for link in case.links],
            "registration": to_data(shown.registration),
            "deadlines": records(limits),
            "timeline": records(timeline),
        },
        tables=(limits, timeline),
        lines=tuple(register_lines(shown, readers, [sort.word for sort in sorts])),
    )


def _data(case: Case, on: date) -> dict[str, object]:
    """How the petition stood, for scripts."""
    return {
        "number": case.number,
        "as_of": on.isoformat(),
        "state": case.state.value,
        "state_since": case.state_since.isoformat(),
        "registered_on": case.registered_on.isoformat(),
        "category": case.category.value if case.category else None,
        "route": case.route,
        "code": case.code,
        "branch": case.branch,
        "track": case.track.value,
        "unit": case.unit,
        "co_units": list(case.co_units),
        "officer": case.officer,
        "first_unit": case.registration.first_unit,
        "first_officer": case.registration.first_officer,
        "first_handler": case.first_handler,
        "outcome": case.outcome,
        "demands": [to_data(demand) for demand in case.demands],
        "restricted": case.restricted,
    }


def _limits(deadlines: Sequence[PetitionDeadline], on: date) -> Table:
    columns = (
        deadline_column({row.deadline: row.label for row in deadlines}),
        STARTED_ON,
        NOMINAL_DUE,
        LEGAL_DUE,
        Column("ended_on", "完成日", "date"),
        Column("status", "情况", words=STATUS_WORDS),
        ARTICLE,
        DEADLINE_LABEL,
    )
    return Table("期限", columns, tuple(_limit(row, on) for row in deadlines), key="deadlines")


def _limit(row: PetitionDeadline, on: date) -> tuple[Cell, ...]:
    started, nominal, legal, ended = map(day_or_none, (row.started_on, row.nominal_due, row.legal_due, row.ended_on))
    if ended is not None and ended > on:
        ended = None
    said, status = Said(row.deadline, row.label), _status(row, legal, ended, on)
    return said, started, nominal, legal, ended, status, row.article, row.label


def _status(row: PetitionDeadline, legal: date | None, ended: date | None, on: date) -> str:
    """How the limit stood on `on`: a key of STATUS_WORDS."""
    if row.status in {"right", "window"}:
        if ended:
            return "used" if row.met else "dropped"
        return "lapsed" if legal is not None and legal < on else row.status
    if ended is None:
        if row.status == "suspended":
            return row.status
        return "overdue" if legal is not None and legal < on else "running"
    if legal is not None and ended > legal:
        return "late" if row.met else "late-ended"
    return "met" if row.met else "ended"


def _sealed(entry: Entry) -> Entry:
    """A fact that was retracted, without the words of an accusation: everybody may see the petition since (第三十条第三款)."""
    accused = entry.act == "demand" and entry.data.get("category") == Category.ACCUSATION
    return entry._replace(data={**entry.data, "text": SEALED}) if accused and "text" in entry.data else entry


def _timeline(entries: Sequence[Entry], retracted: frozenset[int], *, known: Mapping[str, str], reveal: bool) -> Table:
    columns = (
        Column("turn", "序", "number"),
        Column("on", "日期", "date"),
        Column("act", "事项", words={name: act.label for name, act in PETITION_ACTS.items()}),
        Column("details", "内容"),
        Column("by", "记录人"),
        Column("recorded_at", "记录时间"),
        Column("days_late", "补录晚几天", "number"),
        Column("retracted", "已撤销"),
    )
    before = before_each(entries, retracted)
    rows = tuple(
        (
            entry.turn,
            entry.on,
            entry.act,
            details(entry, known=known, reveal=reveal, before=before.get(entry.turn, {})),
            entry.by,
            entry.recorded_at[:16].replace("T", " "),
            entry.days_late,
            entry.turn in retracted,
        )
        for entry in entries
    )
    return Table("经过", columns, rows, key="timeline")
