"""Charts drawn for a page: lengths as the values are, names and values beside them, nothing outside the picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from math import isclose
from typing import NamedTuple
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xinfang.core.table import Cell, Chart, Column, Table
from xinfang.render.charts import MOST, left_out, panels
from xinfang.render.svg import WIDTH, drawing
from xinfang.render.widths import width

from .charted import CHANNELS, MONTHS, bars


class Drawn(NamedTuple):
    """A chart read back. bars: left, width and what is told of each; texts: where each begins and what it says."""

    bars: list[tuple[float, float, str]]
    points: list[tuple[float, float, str]]
    paths: list[str]
    texts: list[tuple[float, float, str, str]]
    label: str
    height: float


def read(text: str) -> Drawn:
    """The drawing; raises when it is no XML."""
    root = ElementTree.fromstring(text)
    left, top, across, height = map(float, root.attrib["viewBox"].split())
    assert (left, top, across, root.attrib["role"]) == (0, 0, WIDTH, "img")
    assert root[0].tag == "title" and root[0].text == root.attrib["aria-label"]
    return Drawn(
        [(float(e.attrib["x"]), float(e.attrib["width"]), e[0].text or "") for e in root.iter("rect") if len(e)],
        [(float(e.attrib["cx"]), float(e.attrib["cy"]), e[0].text or "") for e in root.iter("circle")],
        [e.attrib["d"] for e in root.iter("path") if e.attrib.get("fill") == "none"],
        [
            (float(e.attrib["x"]), float(e.attrib["y"]), e.attrib.get("class", ""), e.text or "")
            for e in root.iter("text")
        ],
        root.attrib["aria-label"],
        height,
    )


def drawn(table: Table) -> list[Drawn]:
    return [read(drawing(panel, table.title)) for panel in panels(table)]


def inside(chart: Drawn) -> Iterator[bool]:
    """Whether each part lies within the picture; a text by the width it has at most."""
    for x, y, kind, words in chart.texts:
        half = width(words) * 6.7 * {"e": 1, "m": 0.5}.get(kind, 0)
        # A digit of that type is nine high above the line on which it stands.
        yield x - half >= -8 and x + width(words) * 6.7 - half <= WIDTH + 8 and 9 < y <= chart.height
    for left, across, _ in chart.bars:
        yield left >= 0 and left + across <= WIDTH


def test_bars_are_as_long_as_the_values() -> None:
    counts, rates = drawn(CHANNELS)
    assert [told for *_, told in counts.bars] == ["来访 收到: 1200", "来信 收到: 37", "网上 收到: 0", "未填 收到: 1"]
    assert counts.label == "按渠道: 收到"
    [longest, short, none, _] = [across for _, across, _ in counts.bars]
    assert isclose(short, longest * 37 / 1200, abs_tol=0.01)
    assert none == 0
    assert len({left for left, *_ in counts.bars}) == 1
    # A rate is drawn against the whole, and where there is none there is no bar.
    assert [told for *_, told in rates.bars] == ["来访 按期率: 96.50%", "来信 按期率: 15.63%", "未填 按期率: 100.00%"]
    assert isclose(rates.bars[0][1], rates.bars[2][1] * 0.965, abs_tol=0.01)


def test_every_row_has_its_name_and_its_value() -> None:
    counts, rates = drawn(CHANNELS)
    for chart, values in ((counts, ["1200", "37", "0", "1"]), (rates, ["96.50%", "15.63%", "-", "100.00%"])):
        assert [words for *_, kind, words in chart.texts if kind == "e"] == ["来访", "来信", "网上", "未填"]
        assert [words for *_, kind, words in chart.texts if kind == "v"] == values
        assert all(inside(chart))


def test_several_series_have_a_legend_and_a_bar_each() -> None:
    table = MONTHS._replace(chart=Chart("bars", "month", ("received", "closed")))
    [chart] = drawn(table)
    assert [words for *_, kind, words in chart.texts if kind == ""] == ["收到", "办结"]
    assert len(chart.bars) == 7
    assert chart.label == "逐月: 收到、办结"


def test_one_huge_value() -> None:
    [chart] = drawn(bars(10**12, 1, 0, None))
    assert [across > 0 for _, across, _ in chart.bars] == [True, False, False]
    assert [words for *_, kind, words in chart.texts if kind == "v"] == ["1000000000000", "1", "0"]
    assert all(inside(chart))


def test_values_below_zero_go_the_other_way() -> None:
    [chart] = drawn(bars(-5, 10))
    (left, across, _), (right, twice, _) = chart.bars
    assert isclose(left + across, right, abs_tol=0.02)
    assert isclose(twice, across * 2, abs_tol=0.02)


def test_sixty_rows_are_cut_and_it_is_said() -> None:
    table = bars(*range(60, 0, -1))
    [panel] = panels(table)
    [chart] = drawn(table)
    assert len(chart.bars) == len(panel.names) == MOST["bars"]
    assert left_out(table, panel) == "图中只有前 24 项，共 60 项。"
    assert left_out(bars(1, 2), panels(bars(1, 2))[0]) == ""


def test_a_chart_of_three_series_has_fewer_names() -> None:
    """Bars for three times twenty-four are longer than a page; in Word and in a workbook their values ran into another."""
    columns = (Column("unit", "单位"), *(Column(f"n{at}", "转送", "number") for at in range(3)))
    table = Table("各单位", columns, tuple((f"单位{at}", 3, 2, 1) for at in range(30)))
    names = [
        len(panels(table._replace(chart=Chart("bars", "unit", tuple(f"n{at}" for at in range(series)))))[0].names)
        for series in (1, 2, 3)
    ]
    assert names == [24, 24, 16]
    [panel] = panels(table._replace(chart=Chart("bars", "unit", ("n0", "n1", "n2"))))
    assert left_out(table, panel) == "图中只有前 16 项，共 30 项。"


def test_long_names_take_two_lines_and_are_cut() -> None:
    name = "某县公安局经济犯罪侦查大队驻高新技术产业开发区办案中心第二办案组"
    [chart] = drawn(bars(3, 2, names=(name, "短")))
    first, second, third = [words for *_, kind, words in chart.texts if kind == "e"]
    assert (first + second.removesuffix("…"), third) == (name[: len(first + second) - 1], "短")
    assert second.endswith("…")
    assert chart.bars[0][2].startswith(name)
    assert all(inside(chart))


def test_a_name_of_two_lines_leaves_no_sign_alone() -> None:
    """安澜县公安局刑事侦查大 and 队 below it."""
    [chart] = drawn(
        bars(3, 2, 1, names=("安澜县公安局刑事侦查大队", "北关镇综合行政执法大队", "安澜县公安局（2024年新设）"))
    )
    names = [words for *_, kind, words in chart.texts if kind == "e"]
    assert names == ["安澜县公安局刑", "事侦查大队", "北关镇综合行政执法大队", "安澜县公安局", "（2024年新设）"]
    assert all(inside(chart))


def test_names_that_begin_alike_are_told_apart() -> None:
    """Where a name is cut, sixty units of one bureau would all be called 安澜县人力资源和社会保障局劳动保障监察综合…."""
    alike = "安澜县人力资源和社会保障局劳动保障监察综合行政执法大队第{}中队（驻高新技术产业开发区办公室）"
    [chart] = drawn(bars(3, 2, 2, 1, names=(alike.format(1), alike.format(12), alike.format(3), "信访局")))
    names = [words for *_, kind, words in chart.texts if kind == "e"]
    assert [names[0][:7], names[2][:8], names[4][:7], names[6]] == [
        "…大队第1中队",
        "…大队第12中队",
        "…大队第3中队",
        "信访局",
    ]
    assert [told.partition(" ")[0] for *_, told in chart.bars] == [*map(alike.format, (1, 12, 3)), "信访局"], "in full"
    assert all(inside(chart))


@pytest.mark.parametrize(
    "table",
    [
        bars(),
        bars(1),
        bars(0, 0),
        bars(1, 2)._replace(chart=Chart("bars", "name", ())),
        bars(None, None),
        bars("字", True),
        bars(1, 2)._replace(chart=None),
    ],
)
def test_what_would_tell_nothing_is_not_drawn(table: Table) -> None:
    assert panels(table) == []


def test_lines_go_from_point_to_point_and_stop_where_there_is_no_value() -> None:
    [chart] = drawn(MONTHS)
    assert [told for *_, told in chart.points[:4]] == ["1月 收到: 10", "2月 收到: 20", "3月 收到: 15", "4月 收到: 0"]
    assert [told for *_, told in chart.points[4:]] == ["1月 办结: 8", "3月 办结: 9", "4月 办结: 12"]
    assert [path.count("M") for path in chart.paths] == [1, 2]
    heights = {told: y for _, y, told in chart.points}
    scale = heights["4月 收到: 0"] - heights["2月 收到: 20"]
    assert isclose(heights["4月 收到: 0"] - heights["1月 收到: 10"], scale / 2, abs_tol=0.02)
    assert [words for *_, kind, words in chart.texts if kind == "e"] == ["0", "5", "10", "15", "20"]
    assert [words for *_, kind, words in chart.texts if kind == "m"] == ["1月", "2月", "3月", "4月"]
    assert all(inside(chart))


def test_lines_differ_on_a_black_and_white_print() -> None:
    columns = (Column("month", "月份"), *(Column(f"n{at}", f"第{at}列", "number") for at in range(4)))
    table = Table("表", columns, (("2026-01", 1, 2, 3, 4), ("2026-02", 2, 3, 4, 5)))
    [panel] = panels(table._replace(chart=Chart("lines", "month", tuple(f"n{at}" for at in range(4)))))
    strokes = [
        path.attrib.get("stroke-dasharray", "solid")
        for path in ElementTree.fromstring(drawing(panel, "表")).iter("path")
        if path.attrib.get("fill") == "none"
    ]
    assert len(set(strokes)) == 4
    assert "rect" not in drawing(panel, "表"), "the legend shows pieces of the lines"


def test_a_running_month_is_named_below_the_line_whatever_else_has_no_room() -> None:
    months = [f"2026-{at:02d}" for at in range(1, 12)] + ["2026-12（至18日）"]
    columns = (Column("month", "月份"), Column("n", "收到", "number"))
    for last in range(7, 13):
        names = [*months[: last - 1], f"2026-{last:02d}（至18日）", *(f"2026-{at:02d}" for at in range(last + 1, 13))]
        table = Table("表", columns, tuple((name, 1) for name in names), chart=Chart("lines", "month", ("n",)))
        [chart] = drawn(table)
        told = [words for _, _, _, words in chart.texts]
        assert f"2026-{last:02d}" in told and "（至18日）" in told
        assert all(inside(chart))


def test_the_highest_value_is_written_whole_and_no_line_runs_through_one_in_a_valley() -> None:
    """Of 8 on a scale to 8 the upper half was cut off; 29 between 36 and 58 was struck out by the line."""
    months = tuple(f"2026-0{at}" for at in range(1, 7))
    [chart] = drawn(bars(7, 8, 2, 8, 0, 3, names=months)._replace(chart=Chart("lines", "name", ("value",))))
    assert all(inside(chart))
    written = [(y, words) for _, y, kind, words in chart.texts if kind == "m" and words not in months]
    points = [y for _, y, _ in chart.points]
    assert [words for _, words in written] == ["7", "8", "2", "8", "0", "3"]
    # Below the line of zero are the names.
    assert [y > point for (y, _), point in zip(written, points, strict=True)] == [
        True,
        False,
        True,
        False,
        False,
        False,
    ]


def test_a_year_of_days_has_names_that_do_not_run_into_one_another() -> None:
    names = tuple(f"2026-{1 + day // 31:02d}-{1 + day % 31:02d}" for day in range(365))
    table = bars(*(day % 30 for day in range(365)), names=names)
    [chart] = drawn(table._replace(chart=Chart("lines", "name", ("value",))))
    below = [(x, words) for x, _, kind, words in chart.texts if kind == "m"]
    assert all(right - left >= 10 * 6.6 for (left, _), (right, _) in pairwise(below))
    assert len(chart.points) == 365


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ((0, 20), ["0", "5", "10", "15", "20"]),
        ((0, 7), ["0", "2", "4", "6", "8"]),
        ((1, 1), ["0", "1"]),
        ((0.5, 1), ["0", "0.2", "0.4", "0.6", "0.8", "1"]),
        ((-3, 9), ["-5", "0", "5", "10"]),
        ((0, 3_000_000), ["0", "1000000", "2000000", "3000000"]),
    ],
)
def test_the_scale_of_lines(values: tuple[float, float], ticks: list[str]) -> None:
    table = bars(*values)._replace(chart=Chart("lines", "name", ("value",)))
    [chart] = drawn(table)
    assert [words for *_, kind, words in chart.texts if kind == "e"] == ticks


def test_the_scale_of_rates_is_the_whole() -> None:
    table = bars(0.5, 0.75, kind="rate")._replace(chart=Chart("lines", "name", ("value",)))
    [chart] = drawn(table)
    assert [words for *_, kind, words in chart.texts if kind == "e"] == ["0%", "20%", "40%", "60%", "80%", "100%"]
    assert [words for *_, kind, words in chart.texts if re.fullmatch(r"[\d.]+%", words) and kind == "m"] == [
        "50.00%",
        "75.00%",
    ]


VALUES = st.one_of(st.none(), st.integers(-(10**9), 10**12), st.floats(-1e6, 1e6))


@given(st.lists(st.tuples(st.text(max_size=60), VALUES, VALUES), max_size=40), st.sampled_from(["bars", "lines"]))
def test_whatever_the_rows(rows: list[tuple[Cell, ...]], kind: str) -> None:
    columns = (Column("name", "名"), Column("a", "甲", "number"), Column("b", "乙", "number"))
    chart = Chart("bars" if kind == "bars" else "lines", "name", ("a", "b"))
    for read_back in drawn(Table("表", columns, tuple(rows), chart=chart)):
        assert all(inside(read_back))
        shown = rows[: MOST[kind]]
        given_values = sum(value is not None for row in shown for value in row[1:])
        assert len(read_back.bars if kind == "bars" else read_back.points) == given_values
