"""Supervision 督查督办: what was pointed out, proposed and inspected, and what the units made of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...core.figures import Rate
from ...core.overseen import Overseen
from ...core.table import Column, Document, Table, records
from ..changes import MEANING as GROWTH
from ..columns import NUMBER, UNIT
from ..heading import Heading
from ..overview import as_data, definitions, overview
from ..reach import Reach
from ..unfinished import warning
from . import tables
from .figures import ADVICE_OVERDUE, INDICATORS, RATES, Window, answers, closed, figures_of, mean, opened
from .lists import awaiting_feedback, waiting
from .words import sentences

AT_MOST = 50
"""Rows of the lists without --detail; the rest is counted."""
SETTINGS = {"advice_days": ADVICE_OVERDUE}
WHOSE = "督办、建议按被督办、被建议的单位计；评查、包案、接访按截止日承办的单位计。"


def supervision(
    heading: Heading,
    *,
    now: Overseen,
    before: Overseen,
    inspected: Mapping[str, Rate],
    inspected_before: Mapping[str, Rate],
    reach: Reach,
    full: bool,
) -> Document:
    """The report. inspected: by unit, of what was closed in the period, how much has been inspected. full: list all."""
    period, as_of = heading.period, heading.as_of
    window = Window.of(period, as_of)
    this, previous, _ = period.words
    all_of = (*INDICATORS, *RATES)
    counted = figures_of(now, _sum(inspected), window)
    earlier = figures_of(before, _sum(inspected_before), Window.of(period.before, as_of))
    known, beside = reach.known(period.before), {previous: period.before}
    at_most = None if full else AT_MOST
    parts = (
        tables.by_situation(now.supervisions, window),
        tables.by_unit(now, inspected, window),
        tables.by_proposal(now.advice, window),
        tables.by_body(now.advice, window),
        tables.by_grade(now),
        tables.by_meeting(now),
        waiting(answers(now.supervisions, window).unanswered, as_of, at_most),
        awaiting_feedback(now.advice, window, at_most),
    )
    behind = (detail(now, window),) if full else ()
    sums = overview("总体情况", all_of, counted, earlier, words=(this, previous), known=known)
    return Document(
        title=heading.title("督查督办情况"),
        data={
            **heading.data,
            "comparable": {"previous": known.whole},
            "indicators": as_data(all_of, SETTINGS, counted, earlier),
            "average_score": mean(now.inspections),
            **{table.key: records(table) for table in (*parts, *behind)},
        },
        tables=(sums, *(table for table in (*parts, *behind) if table.rows)),
        lines=(
            f"截至 {as_of} 的台账。",
            *warning(period, as_of, compared=known.whole),
            *reach.warning(beside),
            *sentences(counted, answers(now.supervisions, window).unanswered),
        ),
        notes=(*[GROWTH] * (known.whole and not period.runs_on(as_of)), WHOSE, *definitions(all_of, SETTINGS)),
        hints=reach.hints(beside),
    )


def _sum(rates: Mapping[str, Rate]) -> Rate:
    return Rate(sum(rate.part for rate in rates.values()), sum(rate.whole for rate in rates.values()))


def detail(found: Overseen, window: Window) -> Table:
    """One row for everything counted: figure, petition, which of its supervisions or pieces of advice, unit."""
    columns = (
        Column("measure", "指标", words={each.key: each.word for each in INDICATORS}),
        NUMBER,
        Column("part", "第几项", "number"),
        UNIT,
    )
    return Table("明细", columns, tuple(_rows(found, window)), key="detail")


def _rows(found: Overseen, window: Window) -> Iterator[tuple[str, str, int | None, str]]:
    due = answers(found.supervisions, window)
    for measure, supervisions in (
        ("supervised", opened(found.supervisions, window)),
        ("in_time", due.in_time),
        ("late", due.late),
        ("unanswered", due.unanswered),
        ("closed", closed(found.supervisions, window)),
    ):
        yield from ((measure, each.number, each.part, each.unit) for each in supervisions)
    yield from (("advised", each.number, each.part, each.to) for each in found.advice)
    yield from (("feedback", each.number, each.part, each.to) for each in found.advice if each.answered_on)
    yield from (("inspected", each.number, None, each.unit) for each in found.inspections)
    names = {"sponsored": "sponsored", "sponsor-visited": "sponsor_visits"}
    names |= {"sponsor-reported": "sponsor_reports", "leader-met": "receptions"}
    yield from ((names[each.event], each.number, None, each.unit) for each in found.leader_acts)
