"""The bulletin in Word: laid out as official papers are, every number in it, the same file for the same value."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from xml.etree import ElementTree

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, Twips
from hypothesis import given, settings
from hypothesis import strategies as st

from xinfang.core.table import Cell, Column, Document, Table
from xinfang.render.official_words import written
from xinfang.render.word import content

from .charted import BULLETIN, CHANNELS, LIST, MONTHS
from .samples import EMPTY, OVERDUE, texts
from .word_files import opened, parts


def face(style: Any) -> tuple[str, float]:
    return style.element.rPr.rFonts.get(qn("w:eastAsia")), style.font.size.pt


def test_the_page() -> None:
    """GB/T 9704: A4, 37 mm above and 28 mm at the left of a text of 156 × 225 mm; a wide list on a page that lies."""
    upright, lying = opened(BULLETIN).sections
    edges = (upright.page_width, upright.page_height, upright.top_margin, upright.left_margin)
    assert [round(edge / Mm(1)) for edge in edges] == [210, 297, 37, 28]
    assert round((upright.page_width - upright.left_margin - upright.right_margin) / Mm(1)) == 156
    assert round((upright.page_height - upright.top_margin - upright.bottom_margin) / Mm(1)) == 225
    assert lying.orientation == WD_ORIENT.LANDSCAPE
    lies = (lying.page_width, lying.page_height, lying.top_margin, lying.left_margin, lying.right_margin)
    assert [round(edge / Mm(1)) for edge in lies] == [297, 210, 28, 37, 35]
    for section in (upright, lying):
        below = (section.bottom_margin - section.footer_distance) / Mm(1)
        assert 7 + 6.3 / 2 - 0.1 < below < 7 + 6.4 / 2 + 0.1, "the line beside the number: 7 mm below the text"


def test_the_type() -> None:
    document = opened(BULLETIN)
    styles = document.styles
    assert face(styles["Title"]) == ("方正小标宋简体", 22)
    assert face(styles["Heading 1"]) == ("黑体", 16)
    defaults = styles.element.find(qn("w:docDefaults"))
    assert defaults.find(".//" + qn("w:rFonts")).get(qn("w:eastAsia")) == "仿宋_GB2312"
    assert defaults.find(".//" + qn("w:sz")).get(qn("w:val")) == "32"
    assert defaults.find(".//" + qn("w:lang")).get(qn("w:eastAsia")) == "zh-CN"
    assert styles["Normal"].paragraph_format.line_spacing == Pt(28)
    fonts = parts(BULLETIN)["word/fontTable.xml"].decode("utf-8")
    assert 'w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong' in fonts


def test_what_stands_where() -> None:
    said = [(each.style.name, each.text) for each in opened(BULLETIN).paragraphs if each.text]
    assert said == [
        ("Title", "某县公安局2026年3月信访情况"),
        ("正文", "截至2026年4月1日的台账。"),
        ("Heading 1", "一、按渠道"),
        ("说明", "表注。"),
        ("Heading 1", "二、逐月"),
        ("Heading 1", "说明"),
        ("说明", "收到：收到的信访件。"),
        ("说明", "台账指纹 3f9a。"),
        ("正文", "附件：超期"),
        ("落款", "某县公安局"),
        ("落款", "2026年4月1日"),
        ("附件", "附件"),
        ("Title", "超期"),
        ("说明", "共1项。"),
    ]


def test_what_is_too_wide_is_an_annex_and_no_page_is_turned_twice() -> None:
    """GB/T 9704 7.3.4, 7.3.7: named below the text, each on pages of its own behind the signature, its number at the edge."""
    wide = [LIST._replace(title=title) for title in ("超期", "将到期")]
    document = opened(BULLETIN._replace(tables=(wide[0], CHANNELS, wide[1])))
    assert [section.orientation for section in document.sections] == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE]
    said = [each.text for each in document.paragraphs if each.text]
    ends = said.index("某县公安局")
    assert [text for text in said[:ends] if "、" in text[:2]] == ["一、按渠道"]
    assert said[ends - 2 :] == [
        *("附件：1．超期", "2．将到期", "某县公安局", "2026年4月1日"),
        *("附件1", "超期", "共1项。", "附件2", "将到期", "共1项。"),
    ]
    [number] = [each for each in document.paragraphs if each.text == "附件2"]
    assert number.style.paragraph_format.page_break_before
    assert face(number.style) == ("黑体", 16)
    assert [table.cell(0, 0).text for table in document.tables] == ["渠道", "编号", "编号"]


def test_what_nobody_signs_has_no_annex() -> None:
    """A list of the day's work stands in its order."""
    document = opened(BULLETIN._replace(signed=()))
    assert [each.text for each in document.paragraphs if each.style.name == "Heading 1"][:3] == [
        *("一、按渠道", "二、超期", "三、逐月"),
    ]
    assert len(document.sections) == 3


def test_titles_that_bring_their_numbers_get_no_others() -> None:
    annual = BULLETIN._replace(tables=(CHANNELS._replace(title="（一）渠道"), MONTHS._replace(title="（二）各月")))
    headings = [each.text for each in opened(annual).paragraphs if each.style.name == "Heading 1"]
    assert headings == ["（一）渠道", "（二）各月", "说明"]


def test_what_belongs_to_a_numbered_part_is_of_the_second_layer() -> None:
    """《党政机关公文格式》 7.3.3: the first layer in 黑体, the second in 楷体."""
    annual = BULLETIN._replace(tables=(CHANNELS._replace(title="（一）渠道"), MONTHS._replace(title="1. 各月")))
    document = opened(annual)
    layers = {each.text: each.style for each in document.paragraphs if each.style.name.startswith("Heading")}
    assert {text: style.name for text, style in layers.items()} == {
        "（一）渠道": "Heading 1",
        "1.各月": "Heading 2",
        "说明": "Heading 1",
    }
    assert layers["1.各月"].font.name == "楷体_GB2312"
    assert "楷体_GB2312" in parts(annual)["word/fontTable.xml"].decode()


def test_tables_have_their_head_on_every_page_and_all_their_lines() -> None:
    document = opened(BULLETIN)
    channels, _, overdue = document.tables
    assert [[cell.text for cell in row.cells] for row in channels.rows] == [
        ["渠道", "收到", "按期率"],
        ["来访", "1200", "96.50%"],
        ["来信", "37", "15.63%"],
        ["网上", "0", "-"],
        ["未填", "1", "100.00%"],
    ]
    for table in document.tables:
        heads = [row._tr.find(".//" + qn("w:tblHeader")) is not None for row in table.rows]
        assert heads == [True] + [False] * (len(heads) - 1)
        edges = {edge.tag.rpartition("}")[2] for edge in table._tbl.tblPr.find(qn("w:tblBorders"))}
        assert edges == {"top", "left", "bottom", "right", "insideH", "insideV"}
    widths = [sum(int(col.get(qn("w:w"))) for col in each._tbl.tblGrid) for each in (channels, overdue)]
    across = [(each.page_width - each.left_margin - each.right_margin) / 635 for each in document.sections[:2]]
    assert all(room - 30 <= wide <= room + 1 for wide, room in zip(widths, across, strict=True))


def test_the_number_of_the_page_is_outside_below() -> None:
    section = opened(BULLETIN).sections[0]
    for footer, side in ((section.footer, "Danye"), (section.even_page_footer, "Shuangye")):
        [paragraph] = footer.paragraphs
        assert paragraph.text == "— 1 —"
        assert paragraph.style.style_id == side
        assert " PAGE " in ElementTree.tostring(ElementTree.fromstring(paragraph._p.xml), encoding="unicode")


def test_the_same_file_for_the_same_value() -> None:
    assert content(BULLETIN) == content(BULLETIN)
    properties = opened(BULLETIN).core_properties
    assert (properties.title, properties.author, properties.created) == (BULLETIN.title, "", None)


def test_words_are_written_as_in_official_papers() -> None:
    """Days in Chinese, no blanks beside numbers; fingerprints and what is no day stay as they are."""
    assert (
        written("期内（2025-10-01 至 2025-10-31）72 件，48.39% 按期")
        == "期内（2025年10月1日至2025年10月31日）72件，48.39%按期"
    )
    assert written("依据: 《条例》；“首接”: 先收到。会议 12:30") == "依据：《条例》；“首接”：先收到。会议12:30"
    assert written("最早收到于 2026-01-05: 上季没有数") == "最早收到于2026年1月5日：上季没有数"
    for kept in ("7f24-504c-15ba-f147", "2025-13-01", "2025-10", "A4 纸", "指纹 3f9a", "指纹 2486-e2c9-b544-8e14（"):
        assert written(kept) == kept


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("安澜县公安局 2026年10月信访情况", ["安澜县公安局2026年10月信访情况"]),
        ("安澜县公安局 2026年10月首接首办责任情况", ["安澜县公安局", "2026年10月首接首办责任情况"]),
        (
            "安澜县公安局 2026年10月信访情况（经济犯罪侦查大队）",
            ["安澜县公安局2026年10月信访情况", "（经济犯罪侦查大队）"],
        ),
        (
            "安澜县公安局2026年11月3日至2026年11月30日到期预测",
            ["安澜县公安局2026年11月3日至", "2026年11月30日到期预测"],
        ),
        ("2026年" + "某" * 30, ["2026年" + "某" * 30]),
    ],
)
def test_a_long_title_has_lines_that_mean_something(title: str, lines: list[str]) -> None:
    """《党政机关公文格式》 7.3.1: 词意完整, no last character alone in a line."""
    assert opened(Document(title, {}, ())).paragraphs[0].text.split("\n") == lines


def test_pages_of_one_kind_end_with_a_paragraph_of_no_height() -> None:
    """Else a table that fills its page is followed by an empty one."""
    document = opened(BULLETIN)
    ends = [each for each in document.paragraphs if each._p.pPr.find(qn("w:sectPr")) is not None]
    assert [each.style.name for each in ends] == ["末段"]
    bare = opened(BULLETIN._replace(tables=(LIST._replace(notes=()),))).paragraphs[-1]
    assert (bare.text, bare.style.name) == ("", "末段"), "and so does the paper where an annex has no notes"
    # A point was enough for a page of its own below a table that fills its page (29 rows of one line that lie).
    assert document.styles["末段"].paragraph_format.line_spacing == Twips(1)
    assert document.styles["末段"].font.size == Pt(1)


def test_notes_stay_with_the_last_rows_of_their_table() -> None:
    """A line of notes by itself took a page that lies, with the whole list before it."""
    document = opened(LIST._replace(notes=("共1项。", "※ 限知。")))
    notes = [each for each in document.paragraphs if each.text in ("共1项。", "※限知。", "※ 限知。")]
    kept = [each._p.pPr.find(qn("w:keepNext")) is not None for each in notes]
    assert kept == [True, False]
    [table] = document.tables
    last = table.rows[-1].cells[0].paragraphs[0]
    assert last._p.pPr.find(qn("w:keepNext")) is not None


def test_name_and_day_stay_with_the_note_before_them() -> None:
    document = opened(BULLETIN._replace(tables=(CHANNELS,)))
    [*_, note, name, _] = document.paragraphs
    assert note._p.pPr.find(qn("w:keepNext")) is not None
    assert name.style.element.find(".//" + qn("w:keepNext")) is not None
    parts_of_law = (LIST._replace(title="（一）超期"),)
    bare = opened(Document("通报", {}, parts_of_law, signed=("某县公安局", "2026年4月1日")))
    assert len(bare.sections) == 1, "without notes below the list itself, on the page that lies"
    assert bare.paragraphs[-1].style.name == "横页落款"
    annexed = [each for each in opened(BULLETIN).paragraphs if each.text.startswith(("台账指纹", "附件："))]
    assert [each._p.pPr.find(qn("w:keepNext")) is not None for each in annexed] == [True, True]


def test_the_number_of_a_petition_is_not_broken() -> None:
    """Fourteen columns on a page: what is folded are words, not numbers."""
    columns = tuple(Column(f"c{place}", f"第{place}列的名称") for place in range(12))
    rows = ((*["城关派出所、交警大队"] * 11, "2025-000038、2025-000049、2025-000051"),)
    [table] = opened(Table("表", columns, rows)).tables
    narrow = int(table._tbl.tblGrid.findall(qn("w:gridCol"))[-1].get(qn("w:w")))
    assert narrow >= 11.5 * 0.5 * 180 + 140


def test_several_petitions_stand_in_lines_of_whole_numbers() -> None:
    """Word breaks a line at any hyphen; who copies a number has nothing else in it."""
    numbers = [f"2025-{place:06d}" for place in range(38, 47)]
    columns = (Column("units", "涉及单位"), Column("numbers", "各件"), Column("last", "最近", "date"))
    [table] = opened(Table("表", columns, (("城关派出所、交警大队" * 2, "、".join(numbers), date(2025, 1, 2)),))).tables
    lines = table.cell(1, 1).text.split("\n")
    assert len(lines) > 1
    assert "".join(lines) == "、".join(numbers)
    assert all(re.fullmatch(r"(\d{4}-\d{6}、?)+", each) for each in lines)


def test_a_table_by_itself_has_no_number() -> None:
    document = opened(OVERDUE)
    assert [each.text for each in document.paragraphs if each.text] == [OVERDUE.title, *OVERDUE.notes]
    assert [cell.text for cell in document.tables[0].rows[2].cells][3] == "未核"


def test_nothing_to_show() -> None:
    assert [each.text for each in opened(EMPTY).paragraphs if each.text] == ["按渠道", "（无）"]
    assert opened(Document("空", {}, ())).tables == []


@pytest.mark.parametrize("value", [texts("长" * 5_000, "短"), LIST, CHANNELS, MONTHS])
def test_no_table_is_wider_than_its_page(value: Table) -> None:
    document = opened(value)
    [section] = document.sections[-1:]
    grid = [int(each.get(qn("w:w"))) for each in document.tables[0]._tbl.tblGrid]
    assert sum(grid) <= (section.page_width - section.left_margin - section.right_margin) / 635 + 1
    assert min(grid) > 300


MANY = tuple(Column(f"c{place}", f"第{place}列") for place in range(30))


@settings(deadline=None, max_examples=25)
@given(st.lists(st.tuples(*[st.text(max_size=30)] * 30), max_size=3))
def test_thirty_columns_are_pressed_in(rows: list[tuple[Cell, ...]]) -> None:
    document = opened(Table("表", MANY, tuple(rows)))
    for table in document.tables:
        [section] = document.sections
        grid = [int(each.get(qn("w:w"))) for each in table._tbl.tblGrid]
        assert sum(grid) <= (section.page_width - section.left_margin - section.right_margin) / 635 + 1
        assert min(grid) > 0
