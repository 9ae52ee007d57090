"""Every other figure taken apart as well, by the same parts as `breakdown`: a table for each family of figures."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from ...core.figures import Indicator, Rate, Tally, by
from ...core.table import Cell, Column, Row, Said, Table
from ..indicators import INDICATORS, RATES
from ..reach import Known
from .breakdown import PARTS

_OF = {each.key: each for each in (*INDICATORS, *RATES)}
PREVIOUS, LAST_YEAR = "previous", "last_year"


class Share(NamedTuple):
    """A rate with what it is a rate of: key of the rate, and what its numerator and its denominator are called."""

    key: str
    part: str
    whole: str


class Family(NamedTuple):
    """Figures that stand in one table: key and title of it, counts and rates."""

    key: str
    title: str
    counts: tuple[str, ...] = ()
    shares: tuple[Share, ...] = ()


RECEIVED = Family(
    "parts_received",
    "分列：收到",
    (
        *("received", "people", "visits", "visitors", "group_visits", "group_visitors"),
        *("joint_letters", "level_skipping", "repeats"),
    ),
)
"""With what was received in the periods before, and 重复信访率 whose numerator and denominator stand in the row."""
FAMILIES = (
    RECEIVED,
    Family(
        "parts_handled",
        "分列：告知和受理",
        ("informed", "forwarded", "accepted", "extended", "served", "resolved"),
        (Share("prompt_rate", "及时转送交办", "应转送交办"), Share("told_rate", "按期告知", "应告知")),
    ),
    Family(
        "parts_rated",
        "分列：评价",
        shares=(
            Share("rated_rate", "期内已评", "应评价"),
            Share("satisfied_office_rate", "对信访部门满意", "对信访部门评价"),
            Share("satisfied_unit_rate", "对有权处理机关满意", "对有权处理机关评价"),
        ),
    ),
    Family(
        "parts_again",
        "分列：化解和再次信访",
        shares=(
            Share("once_rate", "未再信访", "观察期满"),
            Share("resolved_rate", "包案已化解", "包案"),
            Share("came_again_rate", "办结后再访", "办结初次事项"),
        ),
    ),
)


class Stretches(NamedTuple):
    """The tallies of the period, and what was received in the one before and in that of the year before."""

    now: Mapping[str, Tally]
    previous: Tally
    last_year: Tally


def tables(found: Stretches, words: tuple[str, str], known: tuple[Known, Known]) -> list[Table]:
    """A table for each family. words, known: of the two periods before; without a word people are not shown it."""
    apart = {
        part: {key: by(tally, part) for key, tally in found.now.items()}
        | {PREVIOUS: by(found.previous, part), LAST_YEAR: by(found.last_year, part)}
        for part in PARTS
    }
    return [_table(family, apart, words, known) for family in FAMILIES]


def of_parts(table: Table, shown: Collection[str]) -> Table:
    """Of those parts only: people are spared what says nothing."""
    return table._replace(rows=tuple(row for row in table.rows if row[0] in shown))


def _table(
    family: Family,
    apart: Mapping[str, Mapping[str, Mapping[str, Tally]]],
    words: tuple[str, str],
    known: tuple[Known, Known],
) -> Table:
    rows = tuple(
        (part, Said(value, _word(PARTS[part][1], value)), *cells)
        for part, tallies in apart.items()
        for value in _largest_first(tallies)
        if any(cells := tuple(_cells(family, tallies, value)))
    )
    first = Column("by", "分列", words={part: column.label for part, (_, column) in PARTS.items()})
    columns = (first, Column("name", "名称"), *_columns(family, words, known))
    return Table(family.title, _with_something(columns, rows), rows, key=family.key)


def _with_something(columns: Sequence[Column], rows: Sequence[Row]) -> tuple[Column, ...]:
    """The columns; those of a rate that nobody had anything to be a rate of people are spared."""
    nothing = tuple(
        column.key.removesuffix("_whole")
        for place, column in enumerate(columns)
        if column.key.endswith("_whole") and not any(row[place] for row in rows)
    )
    return tuple(each._replace(machine_only=each.machine_only or each.key.startswith(nothing)) for each in columns)


def _largest_first(tallies: Mapping[str, Mapping[str, Tally]]) -> list[str]:
    received = {value: _OF["received"].of(tally) for value, tally in tallies["received"].items()}
    every = {value for parts in tallies.values() for value in parts}
    return sorted(every, key=lambda value: (-int(_count(received.get(value, 0))), value))


def _columns(family: Family, words: tuple[str, str], known: tuple[Known, Known]) -> Iterator[Column]:
    for key in family.counts:
        yield Column(key, _OF[key].word, "number")
    for share in family.shares:
        yield Column(f"{share.key}_whole", share.whole, "number")
        yield Column(f"{share.key}_part", share.part, "number")
        yield Column(share.key, _OF[share.key].word, "rate")
    if family is RECEIVED:
        yield Column("repeat_rate", _OF["repeat_rate"].word, "rate")
        for key, word, had in zip((PREVIOUS, LAST_YEAR), words, known, strict=True):
            yield Column(key, f"{word}收到", "number", machine_only=not word or not had.anything)


def _cells(family: Family, tallies: Mapping[str, Mapping[str, Tally]], value: str) -> Iterator[Cell]:
    def figure(each: Indicator) -> int | Rate:
        return each.of(tallies[each.measure].get(value, {}))

    for key in family.counts:
        yield _count(figure(_OF[key]))
    for share in family.shares:
        rate = figure(_OF[share.key])
        assert isinstance(rate, Rate)
        yield from (rate.whole, rate.part, rate.value)
    if family is RECEIVED:
        repeated = figure(_OF["repeat_rate"])
        yield repeated.value if isinstance(repeated, Rate) else None
        yield from (_count(_OF["received"].of(tallies[name].get(value, {}))) for name in (PREVIOUS, LAST_YEAR))


def _count(figure: int | Rate) -> int:
    return figure.whole if isinstance(figure, Rate) else figure


def _word(column: Column, value: str) -> str:
    return column.words.get(value, value) or column.blank
