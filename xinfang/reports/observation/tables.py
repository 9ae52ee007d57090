"""The tables of an observation: findings, the course of all, a table for each side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...core.figures import Rate
from ...core.statistics.screening import Cell
from ...core.table import Cell as Shown
from ...core.table import Chart, Column, Said, Table
from .screened import Placed, Screened
from .seen import Seen, Stretch
from .sides import SIDES, WEEKDAY, Side
from .words import LEVELS, level

AT_MOST = 30
"""Rows of a side's table; a list of all streets is no observation."""
LATEST = 12
"""Periods drawn."""
EXPECTED = Column("expected", "预期", "number", decimals=1)
LOW, HIGH = Column("low", "区间下限", "number"), Column("high", "区间上限", "number")
ADJUSTED = Column("adjusted_p", "校正后概率", "number", machine_only=True)
LEVEL_COLUMN = Column("level", "判断", words=LEVELS)


def judgement(screened: Screened) -> tuple[Column, ...]:
    """The columns that judge a cell; people are spared them where nothing could be tested."""
    columns = (EXPECTED, LOW, HIGH, ADJUSTED, LEVEL_COLUMN)
    return columns if screened.cells else tuple(each._replace(machine_only=True) for each in columns)


def say(cell: Cell) -> str:
    """A cell as people read it: 城关派出所 × 社会治安."""
    return " × ".join(SIDES[side].say(value) for side, value in cell)


def findings(screened: Screened, now: str) -> Table:
    """What rose and fell; the surest first."""
    columns = (
        Column("side", "维度"),
        Column("cell", "对象"),
        LEVEL_COLUMN,
        Column("received", now, "number"),
        EXPECTED,
        LOW,
        HIGH,
        ADJUSTED,
        Column("compared_with", "对比", words={"all": "此前各期", "season": "往年同期"}),
        Column("within", "集中在"),
    )
    return Table("异常升降", columns, tuple(map(_finding, screened.found)), key="findings")


def _finding(placed: Placed) -> tuple[Shown, ...]:
    (cell, one, adjusted), inside = placed.finding, placed.inside
    return (
        " × ".join(SIDES[side].word for side, _ in cell),
        say(cell),
        level(one, adjusted),
        one.observed,
        round(one.expected, 1),
        one.low,
        one.high,
        rounded(adjusted),
        "season" if one.seasonal else "all",
        "；".join(
            f"{say(step.cell[-1:])} {step.judged.observed} 件（平时约 {step.judged.expected:.1f}）" for step in inside
        ),
    )


def rounded(p: float) -> float:
    """A probability to two significant digits."""
    return float(f"{p:.2g}")


def course(seen: Seen, screened: Screened) -> Table:
    """All that came in, period by period up to now."""
    columns = (
        Column("period", "时段"),
        Column("received", "收到", "number"),
        *judgement(screened)[:3],
    )
    rows: list[tuple[Shown, ...]] = [
        (each.period.name, len(each.groups), None, None, None) for each in seen.before[-LATEST:]
    ]
    total = screened.total
    expected = (round(total.expected, 1), total.low, total.high) if total else (None, None, None)
    rows.append((seen.now.period.name, len(seen.now.groups), *expected))
    notes = () if seen.now.last == seen.now.period.last else ("各期都只计到同一天。",)
    return Table(
        "收到件数的走势", columns, tuple(rows), notes, key="course", chart=Chart("lines", "period", ("received",))
    )


def of_sides(seen: Seen, screened: Screened) -> Iterator[Table]:
    """A table for each side on which something is written down, but the weekdays."""
    for place, side in enumerate(SIDES):
        counts = Counter(group[place] for group in seen.now.groups)
        if place != WEEKDAY and any(counts):
            yield _of_side(place, side, counts, seen.now, screened)


def _of_side(place: int, side: Side, counts: Counter[str], now: Stretch, screened: Screened) -> Table:
    values = dict.fromkeys(value for cell in screened.cells for at, value in cell if at == place)
    every = sorted(set(counts) | set(values), key=lambda value: (-counts[value], value))
    unusual = {((place, value),) for value in every} & _told(screened)
    shown = [value for at, value in enumerate(every) if at < AT_MOST or ((place, value),) in unusual]
    columns = (
        Column(side.name, side.word, words=side.words, blank=side.blank),
        Column("received", now.period.words[0], "number"),
        Column("share", "占比", "rate"),
        *judgement(screened),
    )
    rows = tuple((value, *judged_cells(((place, value),), counts[value], len(now.groups), screened)) for value in shown)
    left_out = len(every) - len(shown)
    notes = (f"另有 {left_out} 项件数较少，没有列出。",) if left_out else ()
    return Table(
        f"{side.heading}：{side.word}",
        columns,
        rows,
        notes,
        key=f"by_{side.name}",
        chart=Chart("bars", side.name, ("received", "expected") if screened.cells else ("received",)),
    )


def judged_cells(cell: Cell, count: int, whole: int, screened: Screened) -> tuple[Shown, ...]:
    """Count, share, expected, interval, adjusted p and judgement of a cell of one side."""
    share = Rate(count, whole).value
    one = screened.cells.get(cell)
    if one is None:
        return count, share, None, None, None, None, "untested"
    told: str = "usual"
    if cell in {each.finding.cell for each in screened.found}:
        told = level(one, screened.adjusted[cell])
    elif cell in screened.led:
        told = Said("led", f"随“{say(screened.led[cell])}”{'升' if one.rising else '降'}")
    return count, share, round(one.expected, 1), one.low, one.high, rounded(screened.adjusted[cell]), told


def _told(screened: Screened) -> set[Cell]:
    return {each.finding.cell for each in screened.found} | set(screened.led)
