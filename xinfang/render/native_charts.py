"""Charts that Excel, WPS and Word draw themselves from the numbers of a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .charts import Panel, Series, panels
from .svg import COLOURS
from .workbook_cells import DAY

if TYPE_CHECKING:
    from xinfang.core.table import Table

MOST_ABOVE = 24
"""A table of no more rows has its charts below it, where they are still in sight; a longer one at its right."""
WIDTH, PLOT, BAR, FURTHER, HIGHEST = 560, 300, 22, 13, 760
"""Pixels at 96 to the inch: width of a chart, height of a line chart; of a bar with what is around it, of a further bar
for the same name; the most that a page has room for."""
LINE, LETTER = 20, 7
"""Pixels: height of a row of a sheet, width of a column of text."""
SHORT_SIDE, LONG_SIDE = 680, 940
"""Pixels of an A4 sheet between its margins."""
LINES = (("solid", "circle"), ("dash", "square"), ("round_dot", "triangle"), ("dash_dot", "diamond"))
"""How lines and their points differ on a black and white print."""
FEW = 8
"""So many steps of one at most between the lines of a scale."""
FONT = {"name": "宋体", "size": 10}


class Size(NamedTuple):
    """In pixels at 96 to the inch."""

    width: int
    height: int


def draw(book: Any, sheet: Any, table: Table, letters: int) -> None:
    """Put the charts of a table on its sheet, which has the headings in its first row and the rows below.

    letters: how wide the columns are together.
    """
    shown = [place for place, column in enumerate(table.columns) if not column.machine_only]
    below = len(table.rows) <= MOST_ABOVE
    line, across = (len(table.rows) + 2, 0) if below else (0, len(shown) + 1)
    for panel in panels(table):
        size = size_of(panel)
        columns = {place: number for number, place in enumerate(shown)}
        chart = _chart(book, sheet, panel, columns, of_days=table.columns[panel.place].kind == "date")
        chart.set_size(size._asdict())
        sheet.insert_chart(line, across, chart, {"description": f"{table.title}: {panel.caption}"})
        line += size.height // LINE + 2
    if below:
        _on_one_page(sheet, max(letters * LETTER, WIDTH), line * LINE)


def _on_one_page(sheet: Any, width: int, height: int) -> None:
    """Print no chart in two halves: table and charts on one page, upright or on its side, whichever takes them larger."""
    upright = min(SHORT_SIDE / width, LONG_SIDE / height)
    lying = min(LONG_SIDE / width, SHORT_SIDE / height)
    if upright > lying:
        sheet.set_portrait()
    sheet.fit_to_pages(1, 1)


def number_format(panel: Panel, series: Series) -> str:
    """How the values of a series are written, with as many decimals as the table has."""
    return "0.00%" if panel.rate else f"0.{'0' * series.decimals}" if series.decimals else "General"


def size_of(panel: Panel, highest: int = HIGHEST) -> Size:
    """How large the chart is drawn. highest: in pixels, the most that there is room for."""
    if panel.chart.kind == "lines":
        return Size(WIDTH, PLOT)
    further = len(panel.series) - 1
    height = 70 + (30 if further else 0) + (BAR + FURTHER * further) * len(panel.names)
    return Size(WIDTH, min(height, highest))


def _chart(book: Any, sheet: Any, panel: Panel, columns: dict[int, int], *, of_days: bool) -> Any:
    """columns: place in the table → on the sheet. of_days: its names are days."""
    bars = panel.chart.kind == "bars"
    chart = book.add_chart({"type": "bar" if bars else "line"})
    last = len(panel.names)
    for number, series in enumerate(panel.series):
        colour = COLOURS[number % len(COLOURS)]
        dash, point = LINES[number % len(LINES)]
        marker = {"type": point, "size": 5, "fill": {"color": colour}, "border": {"color": colour}}
        look = (
            {"fill": {"color": colour}, "gap": 50}
            if bars
            else {"line": {"color": colour, "width": 1.75, "dash_type": dash}, "marker": marker}
        )
        across = columns[series.place]
        chart.add_series(
            {
                "name": [sheet.name, 0, across],
                "categories": [sheet.name, 1, columns[panel.place], last, columns[panel.place]],
                "values": [sheet.name, 1, across, last, across],
                **(
                    {"data_labels": {"value": True, "font": FONT, "num_format": number_format(panel, series)}}
                    if bars
                    else {}
                ),
                **look,
            }
        )
    # Read downwards the first row comes first; the scale, which would move to the top, is not needed beside the values,
    # but the values need room.
    names: dict[str, Any] = {"num_font": FONT, "reverse": bars, **({"interval_unit": 1} if bars else {})}
    if of_days:
        # Named by its day, each as wide as the others: not by the number of the day, nor a week apart on a scale of days.
        names |= {"num_format": DAY, "text_axis": True}
    grid = {"visible": not bars, "line": {"color": "#D9D9D9"}}
    values = {"num_font": FONT, "min": panel.lowest, "major_gridlines": grid, "visible": not bars}
    if panel.rate:
        values |= {"max": panel.highest * (1.2 if bars else 1), "num_format": "0%"}
    if not panel.rate and _whole(panel):
        # No half petitions: the program would draw 0.5 between two lines.
        values |= {"num_format": "0"} | ({"major_unit": 1} if panel.highest - panel.lowest <= FEW else {})
    chart.set_x_axis(values if bars else names)
    chart.set_y_axis(names if bars else values)
    chart.set_title({"name": panel.caption, "name_font": FONT | {"bold": True, "size": 11}})
    chart.set_legend({"none": True} if len(panel.series) < 2 else {"position": "bottom", "font": FONT})
    return chart


def _whole(panel: Panel) -> bool:
    return all(value is None or value.is_integer() for series in panel.series for value in series.values)
