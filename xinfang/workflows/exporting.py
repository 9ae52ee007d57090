"""Exporting the ledger: a table that `import` reads back to the same petitions."""

from __future__ import annotations

from ..acts.replay import case_of
from ..core import masking
from ..core.case import Case
from ..core.table import Cell, CellKind, Column, Table
from ..core.terms import Category, Channel, Outcome, State, Term
from ..reports.columns import words
from ..sheets.fields import LABELS
from ..store import ledger
from . import clock
from .asked import checked_limit
from .desk import Desk

ANONYMOUS = "匿名"


def export(desk: Desk, *, as_of: str | None = None, limit: int | None = None, reveal: bool = False) -> Table:
    """Every petition received by the day, one per row, under the field names that `import` knows.

    Masked unless `reveal`, which is written down; only an unmasked export reads back equal.
    """
    on, limit = clock.day(as_of), checked_limit(limit)
    rows: list[tuple[Cell, ...]] = []
    with desk.reading() as db:
        for _, entries in ledger.by_subject(db):
            case = case_of(entries, as_of=on)
            if case is not None and case.state is not State.VOID:
                rows.append(_row(case, reveal))
            if limit is not None and len(rows) >= limit:
                break
    if reveal:
        desk.record_look("export", len(rows))
    note = () if reveal else ("个人信息已遮盖；要能原样读回请加 --reveal（会记入台账）。",)
    return Table("台账", COLUMNS, tuple(rows), notes=note)


def _heading(key: str, kind: CellKind = "text", terms: type[Term] | None = None) -> Column:
    # The headings are those that `import` knows for certain; a look-alike such as 类别 would be doubtful to it.
    return Column(key, LABELS[key], kind, words=words(terms) if terms else {})


COLUMNS = (
    _heading("number"),
    _heading("key"),
    _heading("received", "date"),
    _heading("name"),
    _heading("id_number"),
    _heading("phone"),
    _heading("address"),
    _heading("channel", terms=Channel),
    _heading("title"),
    _heading("content"),
    _heading("category", terms=Category),
    _heading("route", "number"),
    _heading("code"),
    _heading("unit"),
    _heading("officer"),
    _heading("first_unit"),
    _heading("first_officer"),
    _heading("headcount", "number"),
    _heading("informed", "date"),
    _heading("accepted", "date"),
    _heading("reply"),
    _heading("replied", "date"),
    _heading("served", "date"),
    _heading("closed", "date"),
    _heading("outcome", terms=Outcome),
)


def _row(case: Case, reveal: bool) -> tuple[Cell, ...]:
    paper = case.registration if reveal else masking.registration(case.registration)
    person = paper.petitioners[0] if paper.petitioners else None
    ended = case.last("closed") if case.state is State.CLOSED else None
    return (
        case.number,
        paper.key,
        paper.received_on,
        person.name if person and not paper.anonymous else ANONYMOUS,
        person.id_number if person else "",
        person.phone if person else "",
        person.address if person else "",
        paper.channel.value,
        paper.title,
        paper.content,
        case.category.value if case.category else "",
        case.route,
        case.code,
        case.unit,
        case.officer,
        paper.first_unit,
        paper.first_officer,
        paper.headcount,
        case.last("informed"),
        case.last("accepted"),
        case.reply_text if reveal else masking.text(case.reply_text, *masking.names_in(case.registration)),
        case.last("replied"),
        case.last("served"),
        ended,
        case.outcome,
    )
