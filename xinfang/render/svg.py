"""Charts as inline SVG: bars and lines with their values, no script, all text as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import repeat
from math import floor, log10

from .cells import percent
from .charts import Panel, Series, told_apart
from .widths import fold, width

WIDTH = 420
"""Units from left to right. Type of 12 can still be read when a phone shows them on 360 points."""
TYPE, COLUMN = 12, 6.6
"""Size of the type, and how wide a column of it is at most: half a Chinese character, a digit."""
GAP = 6
NAME_AT_MOST, LEGEND_AT_MOST = 22, 58
"""Columns of a line of a name, of which it has two, and of what a series is called."""
COLOURS = ("#1f3864", "#7f9cc9", "#a65b00", "#8c8c8c", "#4b7a47", "#c3a3c9")
"""Dark and light by turns, so that two or three can be told apart on a black and white print."""
DASHES = ("", "6 3", "2 2", "9 3 2 3", "12 4", "5 2 2 2")
"""So that lines can be told apart there however many they are."""
BAR, BETWEEN, ROW = 13, 9, 31
"""Heights: of a bar, of the space between two rows of bars, of a row whose name takes two lines at least."""
PLOT = 170
"""Height of what is between the axes of a line chart."""
SMALLEST = 1e-300
"""Values closer to zero are drawn as none: to make them as long as the line is more than a number can say."""
FEW = 13
"""A line of no more points has their values written at them."""


def drawing(panel: Panel, title: str) -> str:
    """The chart as an <svg> element. title: what it is about, for those who hear the page."""
    body = [*_legend(panel)]
    top = max((bottom for _, bottom in body), default=0.0) + 2
    body += _bars(panel, top) if panel.chart.kind == "bars" else _lines(panel, top)
    # Each part says how far down it reaches.
    height = max(bottom for _, bottom in body)
    label = escape(f"{title}: {panel.caption}")
    return (
        f'<svg viewBox="0 0 {WIDTH} {_n(height + 2)}" role="img" aria-label="{label}">\n<title>{label}</title>\n'
        + "".join(part + "\n" for part, _ in body)
        + "</svg>"
    )


Part = tuple[str, float]


def _legend(panel: Panel) -> Iterator[Part]:
    """What each colour stands for, from left to right in as many lines as it takes."""
    left, top = 0.0, 0.0
    for place, series in enumerate(panel.series if len(panel.series) > 1 else ()):
        name = next(fold(series.name, LEGEND_AT_MOST))
        across = 18 + width(name) * COLUMN + 3 * GAP
        if left and left + across > WIDTH:
            left, top = 0.0, top + 20
        yield _sample(panel, place, left, top) + _text(left + 18, top + 13, name), top + 20
        left += across


def _sample(panel: Panel, place: int, left: float, top: float) -> str:
    """What a series looks like: the colour of its bars, a piece of its line."""
    if panel.chart.kind == "lines":
        return f'<path d="M{_n(left)} {_n(top + 9)}h14" stroke="{_colour(place)}" stroke-width="2"{_dashed(place)}/>'
    return f'<rect x="{_n(left)}" y="{_n(top + 3)}" width="12" height="12" fill="{_colour(place)}"/>'


def _bars(panel: Panel, top: float) -> Iterator[Part]:
    """A row for each name: the bars of its series under one another, each with its value at the end."""
    names = [cut.split("\n") for cut in told_apart(panel.names, lambda name: "\n".join(_name(name)))]
    left = max(width(part) for lines in names for part in lines) * COLUMN + GAP
    right = max(width(shown) for series in panel.series for shown in series.shown) * COLUMN + GAP
    across = max(WIDTH - left - right, 0) / max(panel.highest - panel.lowest, SMALLEST)
    zero = left - panel.lowest * across
    begin = top
    for row, lines in enumerate(names):
        height = max(len(panel.series) * BAR + BETWEEN, ROW if len(lines) > 1 else 0)
        yield _named(lines, left - GAP, top + height / 2), top + height
        first = top + (height - len(panel.series) * BAR) / 2
        for place, series in enumerate(panel.series):
            yield _bar(panel.names[row], series, row, _colour(place), zero, across, first + place * BAR), top + height
        top += height
    yield f'<path d="M{_n(zero)} {_n(begin)}V{_n(top)}" stroke="#333"/>', top


def _bar(name: str, series: Series, row: int, colour: str, zero: float, across: float, top: float) -> str:
    value, shown = series.values[row], series.shown[row]
    length = (value or 0.0) * across
    told = f"<title>{escape(f'{name} {series.name}: {shown}')}</title>"
    drawn = (
        f'<rect x="{_n(min(zero, zero + length))}" y="{_n(top + 1)}" width="{_n(abs(length))}" height="{BAR - 2}" '
        f'fill="{colour}">{told}</rect>'
        if value is not None
        else ""
    )
    return drawn + _text(max(zero, zero + length) + GAP / 2, top + BAR - 2.5, shown, "v")


def _lines(panel: Panel, top: float) -> Iterator[Part]:
    """A point for each name from left to right, joined but where there is no value, over a grid with its numbers."""
    ticks = _ticks(panel)
    words = [percent(tick).replace(".00%", "%") if panel.rate else f"{tick:.10g}" for tick in ticks]
    left = max(map(width, words)) * COLUMN + GAP
    written = len(panel.series) == 1 and len(panel.names) <= FEW
    top += TYPE + (GAP if written else 0)
    down = PLOT / (ticks[-1] - ticks[0])
    bottom = top + PLOT
    for tick, word in zip(ticks, words, strict=True):
        y = bottom - (tick - ticks[0]) * down
        yield f'<path d="M{_n(left)} {_n(y)}H{WIDTH}" stroke="{"#333" if tick == 0 else "#ddd"}"/>', bottom
        yield _text(left - GAP / 2, y + 4, word, "e"), bottom
    step = (WIDTH - left) / len(panel.names)
    places = [left + step * (at + 0.5) for at in range(len(panel.names))]
    yield from _names_below(panel.names, places, step, bottom)
    for place, series in enumerate(panel.series):
        heights = [None if value is None else bottom - (value - ticks[0]) * down for value in series.values]
        beside = _beside(heights, bottom) if written else repeat(None)
        yield _line(panel.names, series, places, heights, place, beside), bottom


def _beside(heights: list[float | None], bottom: float) -> Iterator[float]:
    """Where the value of each point is written: above it, or below it where the line comes down to it and goes up again."""
    for y, before, after in zip(heights, [None, *heights], [*heights[1:], None], strict=False):
        here = bottom if y is None else y
        around = [each for each in (before, after) if each is not None]
        valley = bool(around) and max(around) < here - GAP and here + GAP + TYPE < bottom
        yield here + TYPE + 2 if valley else here - GAP


def _line(
    names: tuple[str, ...],
    series: Series,
    places: list[float],
    heights: list[float | None],
    at: int,
    beside: Iterable[float | None],
) -> str:
    """at: which of the series it is. beside: how far down the value of each point is written, if it is."""
    colour = _colour(at)
    path, points, drawing_on = "", "", False
    for name, shown, x, y, line in zip(names, series.shown, places, heights, beside, strict=False):
        if y is None:
            drawing_on = False
            continue
        path += f"{'L' if drawing_on else 'M'}{_n(x)} {_n(y)}"
        drawing_on = True
        told = f"<title>{escape(f'{name} {series.name}: {shown}')}</title>"
        points += f'<circle cx="{_n(x)}" cy="{_n(y)}" r="2.5" fill="{colour}">{told}</circle>'
        points += "" if line is None else _text(x, line, shown, "m")
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="1.5"{_dashed(at)}/>{points}' if path else ""


def _names_below(names: tuple[str, ...], places: list[float], step: float, bottom: float) -> Iterator[Part]:
    """As many names as there is room for without one running into another, among them one with something in brackets."""
    lines = [*map(_line_and_bracket, names)]
    widest = min(max(width(part) for parts in lines for part in parts), NAME_AT_MOST) * COLUMN + GAP
    every = max(1, -int(-widest // step))
    told = max((at for at, parts in enumerate(lines) if len(parts) > 1), default=0)
    free = 0.0
    for parts, place in [*zip(lines, places, strict=True)][told % every :: every]:
        half = max(map(width, parts)) * COLUMN / 2
        # The first and the last are moved in where they would go over the edge.
        x = min(max(place, half), WIDTH - half)
        if x - half >= free:
            for down, part in enumerate(parts):
                yield _text(x, bottom + TYPE + 4 + down * 14, part, "m"), bottom + TYPE + 10 + down * 14
            free = x + half + GAP


def _line_and_bracket(name: str) -> list[str]:
    """A name below a point, what stands in brackets after it in a line of its own."""
    before, bracket, after = name.partition("（")
    shown = next(fold(before or name, NAME_AT_MOST))
    return [shown, bracket + after] if before and after else [shown]


def _ticks(panel: Panel) -> list[float]:
    """Four to eight round numbers from below the lowest to above the highest, zero among them; whole ones for counts."""
    values = [value for series in panel.series for value in series.values if value is not None]
    rough = max(panel.highest - panel.lowest, SMALLEST) / 5
    power = 10.0 ** floor(log10(rough))
    size = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough * 0.999_999)
    # No finer than what a table says: whole numbers, or two decimals.
    size = max(size, 1.0 if all(value.is_integer() for value in values) and not panel.rate else 0.01)
    first, last = floor(panel.lowest / size + 1e-9), -floor(-panel.highest / size + 1e-9)
    return [round(number * size, 10) for number in range(first, max(last, first + 1) + 1)]


def _name(name: str) -> list[str]:
    """In at most two lines, about as long as each other; what is left over is cut, and stands in full in the table."""
    first, *more = fold(name, NAME_AT_MOST)
    if len(more) == 1:
        evenly = [*fold(name, width(name) // 2 + 2)]
        return evenly if len(evenly) == 2 else [first, *more]
    if len(more) > 1:
        more = [next(fold(more[0], NAME_AT_MOST - 2)) + "…"]
    return [first, *more]


def _named(lines: list[str], right: float, middle: float) -> str:
    first = middle + 4.5 - (len(lines) - 1) * 7
    return "".join(_text(right, first + place * 14, part, "e") for place, part in enumerate(lines))


def _text(x: float, y: float, words: str, kind: str = "") -> str:
    """kind: e ends at x, m has its middle there, v is a value that begins there."""
    of_kind = f' class="{kind}"' if kind else ""
    return f'<text x="{_n(x)}" y="{_n(y)}"{of_kind}>{escape(words)}</text>' if words else ""


def _colour(place: int) -> str:
    return COLOURS[place % len(COLOURS)]


def _dashed(place: int) -> str:
    dash = DASHES[place % len(DASHES)]
    return f' stroke-dasharray="{dash}"' if dash else ""


def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
