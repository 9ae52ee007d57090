"""Monthly bulletin 月度通报: what came in, what was done in time, beside the period before and the same a year earlier."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from ...acts.registry import PETITION_ACTS
from ...core.entry import Entry
from ...core.figures import Figure, Rate, Tally
from ...core.lookups import DeadlineRow
from ...core.period import Period
from ...core.table import Column, Document, Table, records
from ..changes import MEANING as GROWTH
from ..changes import change
from ..heading import Heading
from ..indicators import INDICATORS, RATES, STANDING, TO_SET, figures_of, value
from ..lists import deadlines as deadline_tables
from ..overview import NOTHING, as_data, definitions, shown
from ..reach import Known, Reach
from ..unfinished import warning
from . import breakdown, families
from .groups import by_size
from .late import late_table
from .ranking import ranking
from .words import sentences

CONTRACT = (
    "received",
    "accepted",
    "replied",
    "closed",
    "due",
    "met_on_time",
    "on_time_rate",
    "overdue_open",
    "late_entries",
)
"""The figures that scripts have been promised by these names."""
RANKED_BY = "reply_due"
"""The measure by which units are ranked, against the period before."""
RECEIVED = "received"
"""The measure that is told of every part beside the periods before."""
_UNITS = {each.key: each.unit for each in (*INDICATORS, *RATES)} | {name: of[1] for name, of in STANDING.items()}
EVERY_FIGURE = "每个数、每个率都分单位、警种、类别、渠道、属地的: 加 --detail。"
AT_MOST = 50
"""Rows of the lists that a bulletin carries; the rest is counted."""


class PeriodCounts(NamedTuple):
    """What was counted in one period."""

    period: Period
    tallies: Mapping[str, Tally]
    overdue_open: int
    late_entries: int

    @property
    def figures(self) -> dict[str, Figure]:
        """Every figure by its key, in the order printed."""
        counts = figures_of(self.tallies, INDICATORS)
        return {
            **counts,
            "overdue_open": self.overdue_open,
            "late_entries": self.late_entries,
            **figures_of(self.tallies, RATES),
        }


def monthly(
    heading: Heading,
    *,
    settings: Mapping[str, int],
    now: PeriodCounts,
    before: PeriodCounts,
    year_before: PeriodCounts,
    reach: Reach,
    visits: Sequence[int],
    owed: Mapping[str, int],
    overdue: Sequence[DeadlineRow],
    late: Sequence[Entry],
    detail: bool,
) -> Document:
    """The bulletin. settings: what the definitions of the figures name. visits: how many people each group visit 集体访
    brought. overdue, late: the first AT_MOST. detail: with every figure taken apart, and how many duties were overdue by
    unit (owed)."""
    period, as_of = heading.period, heading.as_of
    ending = _ending(period, as_of)
    known, known_then = reach.known(before.period), reach.known(year_before.period)
    over = not period.runs_on(as_of)
    _, previous, last_year = period.words
    beside = {previous: before.period, last_year: year_before.period}
    overview = _overview(period, ending, now.figures, before.figures, year_before.figures, known, known_then)
    sizes = by_size(visits, settings["group_size"])
    parts = breakdown.taken_apart(now.tallies)
    ranked = ranking(parts["unit"], breakdown.on_time(before.tallies[RANKED_BY], "unit"), comparable=known.whole)
    until = period.until(as_of)
    overdue_list = deadline_tables.overdue(overdue, on=until, whole=now.overdue_open, reveal=False)._replace(
        title=f"超期清单（截至 {until}）", key="overdue"
    )
    late_list = late_table(late, now.late_entries, {name: act.label for name, act in PETITION_ACTS.items()})
    apart = {name: breakdown.table(name, found) for name, found in parts.items()}
    shown = [name for name, found in parts.items() if breakdown.says_something(name, found)]
    every_other: list[Table] = []
    if detail:
        apart["unit"] = breakdown.by_unit(parts["unit"], owed, _words(ending)["overdue_open"])
        every_other = _every_other(now, before, year_before, (known, known_then))
    printed = [families.of_parts(table, shown) for table in every_other]
    return Document(
        title=heading.title("信访情况"),
        data={
            **_contract(period, as_of, now, before, year_before),
            **{table.key: records(table) for table in (*apart.values(), *every_other)},
            "period": period.data,
            "unit": heading.unit,
            "comparable": {"previous": known.whole, "last_year": known_then.whole},
            "indicators": as_data((*INDICATORS, *RATES), settings, now.figures, before.figures, year_before.figures),
            "group_visits": records(sizes),
            "unit_ranking": records(ranked),
            "overdue": records(overdue_list),
            "late": records(late_list),
        },
        tables=(
            overview,
            *(apart[name] for name in shown),
            *(table for table in (sizes, ranked, *printed, overdue_list, late_list) if table.rows),
        ),
        lines=(
            f"截至 {as_of} 的台账。",
            *warning(period, as_of, compared=known.whole or known_then.whole),
            *reach.warning(beside),
            *sentences(
                now.figures, _comparable(before, year_before, (known, known_then)) if over else {}, overdue, ending
            ),
        ),
        notes=(*[GROWTH] * ((known.whole or known_then.whole) and over), *_definitions(period, ending, settings)),
        hints=(*reach.hints(beside), *[EVERY_FIGURE] * (not detail), TO_SET),
    )


def _comparable(
    before: PeriodCounts, year_before: PeriodCounts, known: tuple[Known, Known]
) -> dict[str, Mapping[str, Figure]]:
    """What the periods before are called that are known whole, with their figures."""
    _, previous, last_year = before.period.words
    earlier = {previous: (before, known[0])}
    # Of a year both are the same.
    if before.period != year_before.period:
        earlier[last_year] = (year_before, known[1])
    return {name: counted.figures for name, (counted, of_it) in earlier.items() if of_it.whole}


def _every_other(
    now: PeriodCounts, before: PeriodCounts, year_before: PeriodCounts, known: tuple[Known, Known]
) -> list[Table]:
    """Every figure by every part, with what was received in the two periods before. known: of these."""
    received = families.Stretches(now.tallies, before.tallies[RECEIVED], year_before.tallies[RECEIVED])
    _, previous, last_year = now.period.words
    # The year before a year is the period before it: printed once.
    return families.tables(received, (previous, "" if before.period == year_before.period else last_year), known)


def _contract(
    period: Period, as_of: date, now: PeriodCounts, before: PeriodCounts, year_before: PeriodCounts
) -> dict[str, object]:
    """The names of a month's report; of another period the same without the word month."""
    month = period.kind == "month"
    own, previous, last_year = (
        ("month", "previous_month", "same_month_last_year")
        if month
        else ("period_name", "previous_period", "same_period_last_year")
    )
    return {
        own: period.name,
        "as_of": as_of.isoformat(),
        "figures": _promised(now),
        previous: {"month" if month else "period": before.period.name, **_promised(before)},
        last_year: {"month" if month else "period": year_before.period.name, **_promised(year_before)},
    }


def _promised(counted: PeriodCounts) -> dict[str, int | float | None]:
    figures = counted.figures
    return {name: value(figures[name]) for name in CONTRACT}


def _ending(period: Period, as_of: date) -> str:
    """What the day is called on which it is seen what is overdue."""
    return "截止日" if period.runs_on(as_of) else f"{period.words[0][-1]}末"


def _words(ending: str) -> dict[str, str]:
    counted = {each.key: each.word for each in (*INDICATORS, *RATES)}
    return counted | {name: word.format(ending=ending) for name, (word, *_) in STANDING.items()}


def _definitions(period: Period, ending: str, settings: Mapping[str, int]) -> list[str]:
    end = period.words[0][-1]
    standing = [f"{word}: {meaning}。".format(ending=ending, end=end) for word, _, meaning in STANDING.values()]
    return [breakdown.WHOSE, *definitions(INDICATORS, settings), *standing, *definitions(RATES, settings)]


def _overview(
    period: Period,
    ending: str,
    now: Mapping[str, Figure],
    before: Mapping[str, Figure],
    year_before: Mapping[str, Figure],
    known: Known,
    known_then: Known,
) -> Table:
    this, previous, last_year = period.words
    # The year before a year is the period before it: printed once.
    again = period.before == period.year_before
    columns = (
        Column("figure", "指标", words=_words(ending)),
        Column("this_month", this, "number", blank=NOTHING),
        Column("previous_month", previous, "number", machine_only=not known.anything, blank=NOTHING),
        Column("change", f"比{previous}", machine_only=not known.whole),
        Column(
            "same_month_last_year", last_year, "number", machine_only=again or not known_then.anything, blank=NOTHING
        ),
        Column("change_on_year", f"比{last_year}", machine_only=again or not known_then.whole),
        Column("part", "分子", "number"),
        Column("whole", "分母", "number"),
    )
    rows = tuple(
        (
            name,
            shown(figure),
            shown(before[name]),
            change(figure, before[name], _UNITS[name]) if known.whole else "",
            shown(year_before[name]),
            change(figure, year_before[name], _UNITS[name]) if known_then.whole else "",
            figure.part if isinstance(figure, Rate) else None,
            figure.whole if isinstance(figure, Rate) else None,
        )
        for name, figure in now.items()
    )
    return Table("总体情况", columns, rows, key="figures")
