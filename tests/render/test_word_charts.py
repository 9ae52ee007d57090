"""The charts of a Word file: its own, with a workbook behind each, and every part where Word looks for it."""

from __future__ import annotations

import re
from io import BytesIO
from os.path import normpath
from pathlib import PurePosixPath
from typing import Any
from xml.etree import ElementTree

import pytest
from docx.oxml.ns import qn
from python_calamine import CalamineWorkbook

from xinfang.core.table import Chart, Column, Document, Table

from .charted import BULLETIN, bars
from .samples import OVERDUE
from .word_files import opened, parts


def test_charts_are_charts() -> None:
    found = parts(BULLETIN)
    charts = [name for name in found if name.startswith("word/charts/chart")]
    assert charts == [f"word/charts/chart{number}.xml" for number in (1, 2, 3)]
    space = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
    first, second, third = (ElementTree.fromstring(found[name]) for name in charts)
    values = [[each.text for each in chart.iter(f"{space}v")] for chart in (first, second)]
    assert values == [
        ["收到", "来访", "来信", "网上", "未填", "1200", "37", "0", "1"],
        ["按期率", "来访", "来信", "网上", "未填", "0.965", "0.15625", "1"],
    ]
    assert third.find(f".//{space}lineChart") is not None
    assert [each.attrib for each in third.iter(f"{space}dispBlanksAs")] == [{"val": "gap"}]
    references = opened(BULLETIN).element.body.findall(".//" + qn("c:chart"))
    targets = {each.rId: each.target_part.partname for each in opened(BULLETIN).part.rels.values()}
    assert [targets[each.get(qn("r:id"))] for each in references] == [f"/{name}" for name in charts]
    assert not [name for name in parts(OVERDUE) if "chart" in name]


@pytest.mark.parametrize(("counts", "step"), [((2, 5, 1), "1"), ((2, 50, 1), None), ((0.5, 2.0, 1.5), None)])
def test_a_scale_of_few_petitions_has_no_halves(counts: tuple[float, ...], step: str | None) -> None:
    columns = (Column("month", "月份"), Column("received", "收到", "number"))
    rows = tuple((f"{at}月", count) for at, count in enumerate(counts, start=1))
    drawn = ElementTree.fromstring(
        parts(Table("逐月", columns, rows, chart=Chart("lines", "month", ("received",))))["word/charts/chart1.xml"]
    )
    space = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
    units = [each.attrib["val"] for each in drawn.iter(f"{space}majorUnit")]
    assert units == ([step] if step else [])


def test_every_part_is_named_and_is_xml() -> None:
    found = parts(BULLETIN)
    types = ElementTree.fromstring(found["[Content_Types].xml"])
    named = {each.attrib["PartName"].removeprefix("/") for each in types if "PartName" in each.attrib}
    assert named == {name for name in found if not name.endswith((".rels", "[Content_Types].xml", ".xlsx"))}
    kinds = {each.attrib["Extension"] for each in types if "Extension" in each.attrib}
    assert kinds == {"rels", "xml", "xlsx"}
    assert all(ElementTree.fromstring(part) is not None for name, part in found.items() if not name.endswith(".xlsx"))


def test_every_relation_leads_to_a_part() -> None:
    found = parts(BULLETIN)
    leads = 0
    for name in (each for each in found if each.endswith(".rels")):
        here = PurePosixPath(name).parent.parent
        for each in ElementTree.fromstring(found[name]):
            assert normpath(here / each.attrib["Target"]) in found
            leads += 1
    # The document and its properties; styles, fonts, settings, two footers and three charts; a workbook for each chart.
    assert leads == 2 + 8 + 3


def test_behind_each_chart_is_a_workbook_with_its_numbers() -> None:
    """Word opens it when somebody edits the numbers: every cell that the chart points at holds what the chart shows."""
    space = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
    found = parts(BULLETIN)
    for number in (1, 2, 3):
        chart = ElementTree.fromstring(found[f"word/charts/chart{number}.xml"])
        assert [list(each.attrib.values()) for each in chart.iter(f"{space}externalData")] == [["rId1"]]
        book = CalamineWorkbook.from_filelike(BytesIO(found[f"word/embeddings/chart{number}.xlsx"]))
        assert book.sheet_names == ["图"]
        cells = book.get_sheet_by_index(0).to_python()
        for part in (*chart.iter(f"{space}strRef"), *chart.iter(f"{space}numRef")):
            pointed = part.findtext(f"{space}f") or ""
            shown = {int(each.attrib["idx"]): each.findtext(f"{space}v") for each in part.iter(f"{space}pt")}
            assert _at(cells, pointed) == [shown.get(place) for place in range(len(_at(cells, pointed)))]


def test_a_long_name_leaves_the_bars_room() -> None:
    """Names stand in one line: long ones ran over the edge of the page; cut, they are still told apart."""
    alike = "安澜县人力资源和社会保障局劳动保障监察综合行政执法大队第{}中队（驻高新技术产业开发区办公室）"
    found = parts(bars(3, 2, 1, names=(alike.format(1), alike.format(2), "信访局")))
    names = re.findall("<c:v>([^<]*[队局…])</c:v>", found["word/charts/chart1.xml"].decode("utf-8"))
    assert names == ["…大队第1中队（驻高新技术产业开发区…", "…大队第2中队（驻高新技术产业开发区…", "信访局"]
    assert alike.format(1) in [
        cell.text for cell in opened(bars(3, 2, names=(alike.format(1), "短"))).tables[0].columns[0].cells
    ]


def test_a_chart_on_a_page_that_lies_leaves_the_title_where_it_is() -> None:
    """Of twelve units and more the annex had its title alone on a page, the chart on the next and the table on a third."""
    columns = (Column("unit", "单位"), *(Column(f"n{at}", "对有权处理机关满意", "number") for at in range(14)))
    rows = tuple((f"单位{at}", *range(14)) for at in range(30))
    table = Table("各单位", columns, rows, chart=Chart("bars", "unit", ("n5", "n6")))
    signed = Document("通报", {}, (table,), notes=("收到: 收到的。",), signed=("某县公安局", "2026年4月1日"))

    def drawn(value: Document) -> tuple[float, bool]:
        [extent] = re.findall(
            r'<wp:extent cx="\d+" cy="(\d+)"/>', body := parts(value)["word/document.xml"].decode("utf-8")
        )
        return int(extent) / 36000, '<w:pStyle w:val="Tu"/><w:keepNext w:val="0"/>' in body

    high, apart = drawn(signed)
    # 附件, an empty line and the title take 37 of 156 mm.
    assert high <= 156 - 37
    assert apart, "it does not go to the next page with the table"
    assert "图中只有前12项，共30项。" in [each.text for each in opened(signed).paragraphs]
    low, apart = drawn(signed._replace(tables=(table._replace(rows=rows[:3]),)))
    assert low < 60
    assert not apart
    upright = table._replace(
        columns=columns[:4], rows=tuple(row[:4] for row in rows), chart=Chart("bars", "unit", ("n1",))
    )
    assert drawn(signed._replace(tables=(upright,)))[0] > 150, "an upright page has room"


def test_a_cut_chart_says_so() -> None:
    said = [each.text for each in opened(bars(*range(60))).paragraphs]
    assert "图中只有前24项，共60项。" in said
    assert len(opened(bars(*range(60))).tables[0].rows) == 61


def _at(cells: list[list[Any]], pointed: str) -> list[str | None]:
    """What stands at 图!$B$2:$B$5 or 图!$B$1, as a chart writes it."""
    sheet, _, places = pointed.partition("!")
    assert sheet == "图"
    ends = [re.fullmatch(r"\$([A-Z])\$(\d+)", each) for each in places.split(":")]
    columns, lines = [end[1] for end in ends if end], [int(end[2]) for end in ends if end]
    assert len(set(columns)) == 1
    found = [row[ord(columns[0]) - ord("A")] for row in cells[lines[0] - 1 : lines[-1]]]
    return [None if each == "" else f"{each:g}" if isinstance(each, float) else str(each) for each in found]
