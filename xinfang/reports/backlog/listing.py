"""问题责任清单: a line for each petition of the backlog."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ...core import masking
from ...core.backlog import KINDS, Sponsor, Stock, StuckCase
from ...core.days import day_or_none
from ...core.oversight import Cause
from ...core.table import Cell, Column, Said, Table
from .. import closed
from ..columns import NUMBER, OFFICER, RECEIVED_ON, STATE, TITLE, UNIT, words
from ..shortened import WHOLE, AtMost
from .causes import NOTHING, Remedy

SOURCES = {"diagnosed": "研判", "ledger": "账上所见"}
CAUSE = Column("cause", "原因", words=words(Cause), blank="未研判")


def listing(
    cases: Sequence[StuckCase],
    end: Stock,
    remedies: Mapping[int, Remedy],
    sponsors: Mapping[int, Sponsor],
) -> Table:
    """问题责任清单: who answers for what, why it is still there, what is done by when, and which leader sponsors it."""
    columns = (
        NUMBER,
        TITLE,
        RECEIVED_ON,
        Column("kinds", "情形"),
        Column("overdue_since", "最早届满日", "date"),
        Column("came_again_on", "最近再访", "date"),
        UNIT,
        OFFICER,
        CAUSE,
        Column("cause_source", "原因依据", words=SOURCES, machine_only=True),
        Column("measure", "措施"),
        Column("finish_by", "何时办到", "date"),
        Column("sponsor", "包案领导"),
        Column("sponsor_since", "包案日", "date", machine_only=True),
        Column("sponsor_visits", "约访次数", "number", machine_only=True),
        Column("sponsor_reported_on", "包案结果日", "date", machine_only=True),
        STATE,
        closed.RESTRICTED,
    )
    whole = len(end.ids)
    rows = tuple(_line(case, end, remedies.get(case.id, NOTHING), sponsors.get(case.id)) for case in cases)
    cut = whole > len(cases)
    counted = AtMost(f"共 {whole} 件", f"最多列 {len(cases)} 件") if cut else f"共 {whole} 件。"
    notes, hints = (counted, *closed.meaning(cases)), (*[WHOLE] * cut, *closed.hints(cases))
    return Table("问题责任清单", columns, rows, notes=notes, key="cases", hints=hints)


def _line(case: StuckCase, end: Stock, what: Remedy, sponsor: Sponsor | None) -> tuple[Cell, ...]:
    kinds = end.kinds(case.id)
    return (
        case.number,
        closed.title(case, reveal=False),
        date.fromisoformat(case.received_on),
        Said(",".join(kinds), "、".join(KINDS[kind] for kind in kinds)),
        day_or_none(case.overdue_since) if "overdue" in kinds else None,
        day_or_none(end.came_again.get(case.id)),
        case.unit,
        case.officer,
        _cause(what),
        what.source,
        _measure(case, what),
        what.finish_by,
        _leader(sponsor) if sponsor else "",
        day_or_none(sponsor.since) if sponsor else None,
        sponsor.visits if sponsor else None,
        day_or_none(sponsor.reported_on) if sponsor else None,
        case.state,
        bool(case.restricted),
    )


def _cause(what: Remedy) -> str:
    """A cause that only the ledger shows is told apart from one that somebody has judged."""
    if what.source != "ledger":
        return what.cause
    return Said(what.cause, f"{CAUSE.words[what.cause]}（{SOURCES[what.source]}）")


def _leader(sponsor: Sponsor) -> str:
    """Who, since when, and what he did."""
    visits = f"，约访{sponsor.visits}次" if sponsor.visits else ""
    result = f"，{sponsor.reported_on}报告结果" if sponsor.reported_on else ""
    return Said(sponsor.leader, f"{sponsor.leader}（{sponsor.since}起{visits}{result}）")


def _measure(case: StuckCase, what: Remedy) -> str:
    """What a clerk wrote of an accusation is not shown, of others with the petitioners' names masked."""
    if what.source != "diagnosed":
        return what.measure
    if case.restricted:
        return closed.SEALED
    return masking.text_of_row(what.measure, case.people)
