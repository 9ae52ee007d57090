"""Annual report 年度报告: the four parts of 第四十一条第一款, filled from the ledger, with the year before beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from ...core.figures import Figure, Indicator, Rate, Tally
from ...core.overseen import Overseen
from ...core.period import Period
from ...core.table import Document, Table, records
from ...core.terms import Kind
from ...core.yearly import Yearly
from ..changes import MEANING as GROWTH
from ..heading import Heading
from ..indicators import INDICATORS, RATES, TO_SET, figures_of
from ..overview import as_data, definitions, overview
from ..reach import Known, Reach
from ..supervision import figures as oversight_figures
from ..supervision import tables as oversight_tables
from ..supervision.figures import Window
from ..unfinished import warning
from . import tables as annual_tables
from .words import PARTS, TO_ADD, sentences

ARTICLE = "《信访工作条例》第四十一条第一款"
FOR_THE_POLICE = "该款要求党委和政府信访部门编制；公安机关参照使用。"
YEARS = ("本年", "上年")
PREVIOUS = "previous"
"""Key of the columns with the year before."""
_OVERSIGHT = {each.key: each for each in (*oversight_figures.INDICATORS, *oversight_figures.RATES)}
_COUNTED = {each.key: each for each in (*INDICATORS, *RATES)}
_HANDING = ("forwarded", "prompt_rate", "told_rate")
_SUPERVISED = (
    *("supervised", "supervised_petitions", "due", "in_time", "late", "unanswered", "closed"),
    "answered_rate",
)
_ADVISED = (
    *("advised", "feedback", "adopted", "partly", "not_adopted", "feedback_overdue"),
    *("feedback_rate", "adoption_rate"),
)
_OTHER = ("resolved", "resolved_rate", "once_rate")
_INSPECTED = ("inspected", "inspected_rate", "sponsored", "sponsor_visits", "sponsor_reports", "receptions")


def _own(keys: Iterable[str]) -> tuple[Indicator, ...]:
    return tuple(_COUNTED[key] for key in keys)


def _overseen(keys: Iterable[str]) -> tuple[Indicator, ...]:
    """Under keys of their own: what is called closed there is a supervision's."""
    return tuple(_OVERSIGHT[key]._replace(key=f"oversight_{key}") for key in keys)


SHOWN: dict[str, tuple[Indicator, ...]] = {
    "statistics": _own(key for key in _COUNTED if key not in _HANDING and key not in _OTHER),
    "handing": _own(_HANDING) + _overseen(_SUPERVISED),
    "advice": _overseen(_ADVISED),
    "other": _own(_OTHER) + _overseen(_INSPECTED),
}
"""The figures of each part."""


class Year(NamedTuple):
    """What was counted of a year. on_time: by unit, replies in time of those due. inspected: of what was closed."""

    period: Period
    tallies: Mapping[str, Tally]
    yearly: Yearly
    overseen: Overseen
    inspected: Rate
    on_time: Mapping[str, Rate]

    def figures(self, as_of: date) -> dict[str, Figure]:
        """Every figure by its key."""
        window = Window.of(self.period, as_of)
        seen = oversight_figures.figures_of(self.overseen, self.inspected, window)
        return {
            **figures_of(self.tallies, INDICATORS),
            **figures_of(self.tallies, RATES),
            **{f"oversight_{key}": figure for key, figure in seen.items()},
        }


def annual(
    heading: Heading,
    *,
    kind: Kind,
    settings: Mapping[str, object],
    now: Year,
    before: Year,
    reach: Reach,
) -> Document:
    """The report. settings: what the definitions of the figures name."""
    as_of = heading.as_of
    settings = {**settings, "advice_days": oversight_figures.ADVICE_OVERDUE}
    counted, earlier = now.figures(as_of), before.figures(as_of)
    known, beside = reach.known(before.period), {YEARS[1]: before.period}
    compared = known.whole and not now.period.runs_on(as_of)
    below = _below(now, before, as_of)
    tables = {
        part: (
            overview(f"{item}{name}", SHOWN[part], counted, earlier, words=YEARS, known=known, key=part),
            *(_beside(table, known) for table in below[part]),
        )
        for part, (item, name) in PARTS.items()
    }
    return Document(
        title=heading.title("信访情况年度报告"),
        data={
            "year": now.period.name,
            "as_of": str(as_of),
            "unit": heading.unit,
            "comparable": {"previous": known.whole},
            "article": ARTICLE,
            "parts": [
                {
                    "part": part,
                    "item": item,
                    "heading": name,
                    "indicators": as_data(SHOWN[part], settings, counted, earlier),
                    **{table.key: records(table) for table in tables[part][1:]},
                }
                for part, (item, name) in PARTS.items()
            ],
        },
        tables=tuple(table for each in tables.values() for table in _numbered(each)),
        lines=(
            f"截至 {as_of} 的台账。",
            *warning(now.period, as_of, compared=known.whole),
            *reach.warning(beside),
            *sentences(now.yearly, now.overseen, counted, earlier if compared else None),
        ),
        notes=(
            f"依据: {ARTICLE}。{FOR_THE_POLICE if kind is Kind.POLICE else ''}",
            *[GROWTH] * compared,
            annual_tables.RESPONDENTS_ARE,
            *(note for part in PARTS for note in definitions(SHOWN[part], settings)),
        ),
        hints=(*reach.hints(beside), TO_SET, TO_ADD),
    )


def _below(now: Year, before: Year, as_of: date) -> dict[str, tuple[Table, ...]]:
    """What stands below the figures of each part."""
    window = Window.of(now.period, as_of)
    return {
        "statistics": (
            annual_tables.by_month(now.period, now.yearly, before.yearly, as_of),
            annual_tables.by_content(now.yearly, before.yearly),
            annual_tables.by_branch(now.yearly, before.yearly),
            annual_tables.by_category(now.yearly, before.yearly),
            annual_tables.respondents(now.yearly, before.yearly),
        ),
        "handing": (annual_tables.by_unit(now.yearly, now.on_time, now.overseen.supervisions, window),),
        "advice": (
            oversight_tables.by_proposal(now.overseen.advice, window),
            oversight_tables.by_body(now.overseen.advice, window),
        ),
        "other": (oversight_tables.by_grade(now.overseen), oversight_tables.by_meeting(now.overseen)),
    }


def _numbered(part: Sequence[Table]) -> Iterator[Table]:
    """The tables of a part that say something; those under its heading are numbered where there are several."""
    heading, *below = (table for table in part if table.rows)
    yield heading
    for number, table in enumerate(below, start=1):
        yield table._replace(title=f"{number}. {table.title}") if len(below) > 1 else table


def _beside(table: Table, known: Known) -> Table:
    """Without the year before where the ledger has nothing of it, and not drawn beside a year of which a part is missing."""
    columns = tuple(
        column._replace(machine_only=True) if column.key == PREVIOUS and not known.anything else column
        for column in table.columns
    )
    chart = table.chart
    if chart and not known.whole:
        chart = chart._replace(values=tuple(key for key in chart.values if key != PREVIOUS))
    return table._replace(columns=columns, chart=chart)
