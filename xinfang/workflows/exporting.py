"""Exporting the ledger: a table that `import` reads back to the same petitions."""

from __future__ import annotations

from ..acts.replay import case_of
from ..core import masking
from ..core.case import Case
from ..core.table import Cell, Column, Table
from ..core.terms import Category, Channel, Outcome, State, Term
from ..reports.columns import words
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


def _heading(key: str, label: str, kind: str = "text", terms: type[Term] | None = None) -> Column:
    return Column(key, label, kind, words=words(terms) if terms else {})  # type: ignore[arg-type]  # literals below


COLUMNS = (
    _heading("number", "编号"),
    _heading("key", "外部编号"),
    _heading("received", "收到日期", "date"),
    _heading("name", "姓名"),
    _heading("id_number", "证件号码"),
    _heading("phone", "联系电话"),
    _heading("address", "住址"),
    _heading("channel", "信访渠道", terms=Channel),
    _heading("title", "标题"),
    _heading("content", "内容"),
    _heading("category", "类别", terms=Category),
    _heading("route", "办理途径", "number"),
    _heading("code", "内容分类"),
    _heading("unit", "承办单位"),
    _heading("officer", "经办人"),
    _heading("first_unit", "首接单位"),
    _heading("first_officer", "首接人"),
    _heading("headcount", "人数", "number"),
    _heading("informed", "告知日期", "date"),
    _heading("accepted", "受理日期", "date"),
    _heading("reply", "答复内容"),
    _heading("replied", "答复日期", "date"),
    _heading("served", "送达日期", "date"),
    _heading("closed", "办结日期", "date"),
    _heading("outcome", "处理意见", terms=Outcome),
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
