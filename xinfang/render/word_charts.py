"""Charts in Word: a workbook's charts, each with a small workbook of its own that opens when its numbers are edited."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr
from zipfile import ZipFile

from .charts import told_apart
from .native_charts import number_format, size_of
from .official_page import RELATIONS
from .widths import fold
from .word_package import ChartPart

if TYPE_CHECKING:
    from xinfang.core.table import Table

    from .charts import Panel

PIXEL = 9525
"""English metric units in a pixel, of which 96 make an inch."""
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
NAME_AT_MOST = 36
"""Columns of a name, which stands in one line beside its bars: a longer one would leave them no room, or leave the page."""
LYING_HIGHEST, CLOSEST, KEPT = 440, 14, 300
"""Pixels: what a page that lies has room for below the title of an annex, the least for a bar and its value, and how high
a chart is at most that stays with the table below it: a higher one would go to the next page with it, without the title."""
SHEET, NAMES = "图", "名称"
"""In the workbook behind a chart: its sheet, and the heading of its first column."""
_SAID = (
    # How a workbook's page is printed is of no use in Word, which asks where the workbook is.
    (
        "<c:printSettings>.*?</c:printSettings>",
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>',
    ),
    # Each chart has a workbook with but one sheet.
    (r"'?图 \(\d+\)'?!", "图!"),
    # What a workbook may leave unsaid, others take for yes.
    ("(<c:lang [^>]*>)", r'\1<c:roundedCorners val="0"/>'),
    ("(<c:grouping [^>]*>)", r'\1<c:varyColors val="0"/>'),
    ("(</c:scaling>)(?=<c:axPos)", r'\1<c:delete val="0"/>'),
    ("(<c:plotVisOnly [^>]*>)", r'\1<c:dispBlanksAs val="gap"/>'),
    ("(?<=</c:val>)(?=</c:ser>.*</c:lineChart>)", '<c:smooth val="0"/>'),
    # A value stands in one line: 100.00 and % below it were two.
    ("(<c:dLbls><c:numFmt [^>]*/><c:txPr>)<a:bodyPr/>", r'\1<a:bodyPr wrap="none"/>'),
    (
        '<c:showVal val="1"/>',
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/>',
    ),
)
"""A chart as a workbook has it → as Word needs it: what to look for, what stands there then."""


def chart_parts(drawn: Sequence[Panel]) -> list[ChartPart]:
    """These charts as parts of a Word file."""
    from xinfang.core.table import Document

    from .workbook import content

    if not drawn:
        return []
    drawn = [panel._replace(names=tuple(told_apart(panel.names, _cut))) for panel in drawn]
    tables = tuple(map(_as_table, drawn))
    with ZipFile(BytesIO(content(Document("", {}, tables)))) as book:
        parts = [book.read(f"xl/charts/chart{number}.xml").decode("utf-8") for number in range(1, len(drawn) + 1)]
    return [ChartPart(_for_word(part), _workbook(panel)) for part, panel in zip(parts, drawn, strict=True)]


def _cut(name: str) -> str:
    first, *more = fold(name, NAME_AT_MOST)
    return f"{next(fold(name, NAME_AT_MOST - 2))}…" if more else first


def _workbook(panel: Panel) -> bytes:
    """Nothing but the numbers of the chart, where the chart says they are; the same bytes for the same numbers."""
    from xlsxwriter import Workbook

    memory = BytesIO()
    book = Workbook(memory, {"in_memory": True})
    book.set_properties({"created": datetime(1980, 1, 1)})
    sheet = book.add_worksheet(SHEET)
    sheet.write_string(0, 0, NAMES)
    for line, name in enumerate(panel.names, start=1):
        sheet.write_string(line, 0, name)
    for across, series in enumerate(panel.series, start=1):
        look = book.add_format({"num_format": number_format(panel, series)})
        sheet.write_string(0, across, series.name)
        for line, value in enumerate(series.values, start=1):
            if value is not None:
                sheet.write_number(line, across, value, look)
    book.close()
    return memory.getvalue()


def _as_table(panel: Panel) -> Table:
    """A table of nothing but what the chart shows."""
    from xinfang.core.table import Column, Table

    keys = tuple(f"series{number}" for number in range(len(panel.series)))
    values = zip(keys, panel.series, strict=True)
    columns = (
        Column("name", NAMES),
        *(
            Column(key, each.name, "rate" if panel.rate else "number", decimals=each.decimals or 2)
            for key, each in values
        ),
    )
    rows = tuple(zip(panel.names, *(series.values for series in panel.series), strict=True))
    return Table(SHEET, columns, rows, chart=panel.chart._replace(label="name", values=keys))


def _for_word(part: str) -> str:
    for found, said in _SAID:
        part = re.sub(found, said, part, flags=re.DOTALL)
    return part


def for_lying(panel: Panel) -> Panel:
    """The chart with no more names than have room on a page that lies."""
    bars = (LYING_HIGHEST - 100) // CLOSEST
    return panel.first(bars // len(panel.series)) if panel.chart.kind == "bars" else panel


def inline(panel: Panel, reference: int, title: str, *, lies: bool) -> str:
    """A paragraph of style Tu with the chart that the document names `rId{reference}`.

    title: of its table. lies: its page does.
    """
    size = size_of(panel, LYING_HIGHEST) if lies else size_of(panel)
    width, height = (side * PIXEL for side in size)
    apart = '<w:keepNext w:val="0"/>' if lies and size.height > KEPT else ""
    told = quoteattr(f"{title}: {panel.caption}")
    return (
        '<w:p><w:pPr><w:pStyle w:val="Tu"/>'
        f'{apart}<w:jc w:val="center"/></w:pPr><w:r><w:drawing>'
        f'<wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{reference}" name="图{reference}" descr={told}/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/chart">'
        f'<c:chart xmlns:c="{_DRAWING}/chart" xmlns:r="{RELATIONS}" r:id="rId{reference}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
