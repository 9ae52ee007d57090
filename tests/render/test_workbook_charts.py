"""The charts of a workbook, which Excel, WPS and LibreOffice draw from the cells of its sheets."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

from xinfang.core.table import Chart, Column, Table
from xinfang.render.workbook import content

from .charted import CHANNELS

OF_CHARTS = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def axis(table: Table) -> ElementTree.Element:
    """That of the names of its only chart."""
    with ZipFile(BytesIO(content(table))) as book:
        [found] = ElementTree.fromstring(book.read("xl/charts/chart1.xml")).iter(f"{OF_CHARTS}catAx")
    return found


def test_days_are_named_as_days_and_as_wide_as_each_other() -> None:
    """2026-01-08 was called 46030 where a program does not ask the cells; and a bar a week was as thin as a day."""
    weeks = tuple((date(2026, 1, 1) + timedelta(weeks=at), at) for at in range(4))
    columns = (Column("since", "自", "date"), Column("due", "到期", "number"))
    found = axis(Table("逐周", columns, weeks, chart=Chart("bars", "since", ("due",))))
    [shown] = found.iter(f"{OF_CHARTS}numFmt")
    assert shown.attrib == {"formatCode": "yyyy-mm-dd", "sourceLinked": "0"}
    assert not [*found.iter(f"{OF_CHARTS}auto")], "a program would take it for a scale of days"


def test_words_are_left_as_they_are() -> None:
    assert "yyyy" not in ElementTree.tostring(axis(CHANNELS), encoding="unicode")


def test_lines_are_printed_around_cells_but_where_a_chart_stands() -> None:
    """A table of one row has no chart, and was printed without lines between others that have them."""
    for table, lined in (
        (CHANNELS, False),
        (CHANNELS._replace(rows=(next(iter(CHANNELS.rows)),)), True),
        (CHANNELS._replace(chart=None), True),
    ):
        with ZipFile(BytesIO(content(table))) as book:
            assert (b'gridLines="1"' in book.read("xl/worksheets/sheet1.xml")) is lined
