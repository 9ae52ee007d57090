"""One value, the same numbers in every look: each is read back and compared with the value itself."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xinfang.core.table import Chart, Column, Document, Table, records

from .charted import BULLETIN, CHANNELS, MONTHS, Page
from .reading import LOOKS, expected, same
from .samples import printed


def with_data(*tables: Table) -> Document:
    return Document("报表", {table.key: records(table) for table in tables}, tables)


@pytest.mark.parametrize("look", LOOKS)
def test_the_bulletin(look: str) -> None:
    value = BULLETIN._replace(data=with_data(*BULLETIN.tables).data, lines=())
    assert len(expected(value, look)[0]) == 4
    same(look, LOOKS[look](value), expected(value, look))


def test_the_charts_of_the_page() -> None:
    """What is told of each bar and point, in the words of the table beside it."""
    page = Page(printed(with_data(CHANNELS, MONTHS), "html"))
    channels, months = page.tables
    told = [[each.text for each in ElementTree.fromstring(drawing).iter("title")][1:] for drawing in page.drawings]
    rows = [f"{row[0]} {{}}: {{}}" for row in channels[1:]]
    assert told[0] == [row.format("收到", cells[1]) for row, cells in zip(rows, channels[1:], strict=True)]
    assert told[1] == [
        row.format("按期率", cells[2]) for row, cells in zip(rows, channels[1:], strict=True) if cells[2] != "-"
    ]
    assert told[2] == [
        f"{row[0]} {series}: {row[place]}"
        for place, series in ((1, "收到"), (2, "办结"))
        for row in months[1:]
        if row[place]
    ]


COUNTS = st.one_of(st.none(), st.integers(0, 10**9))
RATES = st.one_of(st.none(), st.floats(0, 1).map(lambda rate: round(rate, 4)))
ROWS = st.lists(
    st.tuples(st.text("甲乙丙丁abc", min_size=1, max_size=8), COUNTS, RATES, COUNTS), min_size=1, max_size=30
)


@settings(deadline=None, max_examples=40)
@given(ROWS, st.sampled_from(["bars", "lines"]))
def test_any_rows(rows: list[tuple[str, int | None, float | None, int | None]], kind: str) -> None:
    columns = (
        *(Column("name", "名称"), Column("received", "收到", "number"), Column("rate", "按期率", "rate")),
        Column("closed", "办结", "number"),
    )
    chart = Chart("bars" if kind == "bars" else "lines", "name", ("received", "rate", "closed"))
    value = with_data(Table("甲表", columns, tuple(rows), key="a", chart=chart))
    for look, read in LOOKS.items():
        same(look, read(value), expected(value, look))
