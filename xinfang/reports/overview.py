"""Figures under one another: each with its definition, and of a rate what it is a rate of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..core.figures import Figure, Indicator, Rate
from ..core.table import Cell, Column, Percent, Table
from .changes import change
from .indicators import value
from .reach import WHOLE, Known

NOTHING = "没有"
"""What people read where a rate has nothing that it could be a rate of; scripts find no number there."""
SHARE = "件"
"""The unit of petitions: a rate of them is a share, one with another unit so much for each."""
Settings = Mapping[str, object]
"""What the definitions name in braces."""


def overview(
    title: str,
    indicators: Sequence[Indicator],
    now: Mapping[str, Figure],
    before: Mapping[str, Figure] | None = None,
    *,
    words: tuple[str, str] = ("本期", ""),
    known: Known = WHOLE,
    key: str = "figures",
) -> Table:
    """One row for each indicator; words: what the period and the one before are called. before: None for no comparison.

    known: what the ledger has of the period before.
    """
    columns = [Column("figure", "指标", words={each.key: each.word for each in indicators})]
    columns += [Column("value", words[0], "number", blank=NOTHING), Column("unit", "单位")]
    if before is not None:
        columns += [Column("previous", words[1], "number", machine_only=not known.anything, blank=NOTHING)]
        columns += [Column("change", f"比{words[1]}", machine_only=not known.whole)]
    columns += [Column("part", "分子", "number"), Column("whole", "分母", "number")]
    rows = tuple(tuple(_cells(each, now, before, known.whole)) for each in indicators)
    return Table(title, tuple(columns), rows, key=key)


def _cells(
    each: Indicator, now: Mapping[str, Figure], before: Mapping[str, Figure] | None, comparable: bool
) -> Iterator[Cell]:
    figure = now[each.key]
    yield from (each.key, shown(figure, each.unit), _unit(each, figure))
    if before is not None:
        yield shown(before[each.key], each.unit)
        yield change(figure, before[each.key], each.unit) if comparable else ""
    yield from (figure.part, figure.whole) if isinstance(figure, Rate) else (None, None)


def shown(figure: Figure, unit: str = SHARE) -> Cell:
    """A count as a number, a rate in percent, so many times or days each as a number too; None for a rate of nothing."""
    if not isinstance(figure, Rate):
        return figure
    if figure.value is None:
        return None
    return Percent(figure.value) if unit == SHARE else figure.value


def _unit(each: Indicator, figure: Figure) -> str:
    return "" if isinstance(figure, Rate) and each.unit == SHARE else each.unit


def rate_if_any(word: str, figure: Figure, said: str = "，{}") -> str:
    """A rate with what it is a rate of, for a sentence may be quoted without its table; empty where it is a rate of nothing.

    said: the words and signs around it.
    """
    assert isinstance(figure, Rate)
    return said.format(f"{word} {figure.value:.2%}（{figure.part}/{figure.whole}）") if figure.value is not None else ""


def as_data(
    indicators: Sequence[Indicator],
    settings: Settings,
    now: Mapping[str, Figure],
    before: Mapping[str, Figure] | None = None,
    year_before: Mapping[str, Figure] | None = None,
) -> list[dict[str, object]]:
    """The same for scripts: values as numbers, rates with both of their parts."""
    others = {name: figures for name, figures in (("previous", before), ("last_year", year_before)) if figures}
    return [_datum(each, settings, now, others) for each in indicators]


def _datum(
    each: Indicator, settings: Settings, now: Mapping[str, Figure], others: Mapping[str, Mapping[str, Figure]]
) -> dict[str, object]:
    figure = now[each.key]
    told = _told("value", figure)
    for name, figures in others.items():
        told |= _told(name, figures[each.key], f"{name}_")
    said = {"unit": _unit(each, figure), "definition": each.meaning.format_map(settings)}
    return {"name": each.key, "label": each.word, **told, **said}


def _told(name: str, figure: Figure, before: str = "") -> dict[str, object]:
    """The figure under that name, and of a rate its parts; before: what their names begin with."""
    parts = {f"{before}part": figure.part, f"{before}whole": figure.whole} if isinstance(figure, Rate) else {}
    return {name: value(figure), **parts}


def definitions(indicators: Sequence[Indicator], settings: Settings) -> list[str]:
    """A sentence for each."""
    return [f"{each.word}: {each.meaning.format_map(settings)}。" for each in indicators]
