"""The Word templates: made from their texts, laid out as 公文, and theirs to change."""

from __future__ import annotations

import importlib.util
import io
import re
import zipfile
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table

from xinfang.core.errors import ExchangeFailed
from xinfang.core.letter_kinds import LetterKind
from xinfang.letters.composing import fields_of
from xinfang.letters.filling import filled
from xinfang.letters.kinds import KINDS
from xinfang.letters.templates import shipped

from .samples import full, material, page, text_of

ROOT = Path(__file__).parents[2]
every = pytest.mark.parametrize("kind", LetterKind, ids=lambda kind: kind.value)


def maker() -> ModuleType:
    """tools/letter_templates.py."""
    spec = importlib.util.spec_from_file_location("letter_templates", ROOT / "tools" / "letter_templates.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MAKER = maker()


def parts(content: bytes) -> dict[str, bytes]:
    """The parts of a Word file by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@every
def test_made_from_its_text(kind: LetterKind) -> None:
    """`python tools/letter_templates.py` changes nothing."""
    text = (MAKER.TEXTS / f"{kind.value}.txt").read_text(encoding="utf-8")
    assert parts(MAKER.template(text)) == parts(shipped(kind))


def test_a_text_and_a_template_for_each() -> None:
    names = {kind.value for kind in LetterKind}
    assert {file.stem for file in MAKER.TEXTS.glob("*.txt")} == names
    assert {file.stem for file in MAKER.TEMPLATES.glob("*.docx")} == names


@every
def test_laid_out_as_an_official_paper(kind: LetterKind) -> None:
    """A4, the margins of 公文, 仿宋 三号 on 28 points, Chinese."""
    document = Document(io.BytesIO(shipped(kind)))
    (section,) = document.sections
    edges = (section.page_width, section.page_height, section.top_margin, section.bottom_margin, section.left_margin)
    assert [round(edge / Mm(1)) for edge in edges if edge] == [210, 297, 37, 35, 28]
    assert round((section.right_margin or 0) / Mm(1)) == 26
    normal = document.styles["Normal"]
    assert normal.paragraph_format.line_spacing == Pt(28)
    defaults = document.styles.element.find(qn("w:docDefaults"))
    assert defaults.find(".//" + qn("w:rFonts")).get(qn("w:eastAsia")) == "仿宋_GB2312"
    assert defaults.find(".//" + qn("w:sz")).get(qn("w:val")) == "32"
    assert defaults.find(".//" + qn("w:lang")).get(qn("w:eastAsia")) == "zh-CN"
    assert document.styles["正文"].element.find(".//" + qn("w:ind")).get(qn("w:firstLineChars")) == "200"
    assert document.core_properties.author == ""


@every
def test_no_table_is_wider_than_the_text(kind: LetterKind) -> None:
    for table in Document(io.BytesIO(shipped(kind))).tables:
        grid = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.findall(qn("w:gridCol"))]
        assert MAKER.UPRIGHT.across - 10 <= sum(grid) <= MAKER.UPRIGHT.across + 10
        for row in table.rows:
            cells = [cell.find(".//" + qn("w:tcW")) for cell in row._tr.findall(qn("w:tc"))]
            assert sum(int(cell.get(qn("w:w"))) for cell in cells) == sum(grid)


def changed(old: str, new: str) -> bytes:
    """The template of the opinion with something else written in it, as Word would save it."""
    made = parts(shipped(LetterKind.OPINION))
    document = made["word/document.xml"].decode("utf-8")
    assert old in document
    made["word/document.xml"] = document.replace(old, new).encode("utf-8")
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in made.items():
            archive.writestr(name, content)
    return file.getvalue()


def test_an_office_may_write_it_otherwise() -> None:
    template = changed("投诉请求", "您的请求（{{编号}}）")
    assert "一、您的请求（2024-000001）" in text_of(
        page(LetterKind.OPINION, full(LetterKind.OPINION), template=template)
    )


@pytest.mark.parametrize(
    ("template", "says"),
    [
        (changed("{{救济途径}}", "{{救济办法}}"), "没有“救济办法”这个字段"),
        (changed("{{项.内容}}", "{{项.内用}}"), "没有“内用”这个字段"),
        (changed("{{救济途径}}", "{{救济途径"), "写法有误"),
        (changed("{%p endif %}", ""), "写法有误"),
        (changed("{{救济途径}}", "{{文号.__class__.__mro__}}"), "__class__"),
        (changed("{{救济途径}}", "{{ ''.__class__ }}"), "__class__"),
        (changed("{{救济途径}}", "{{ 1 // 0 }}"), "不能填写"),
        (b"not a word file", "不是 Word 文件"),
        (b"", "不是 Word 文件"),
        (shipped(LetterKind.OPINION)[:2000], "不是 Word 文件"),
    ],
    ids=["field", "item", "brace", "block", "sandbox", "sandbox-2", "sum", "text", "empty", "cut"],
)
def test_a_broken_template_says_what_is_wrong(template: bytes, says: str) -> None:
    with pytest.raises(ExchangeFailed) as told:
        page(LetterKind.OPINION, full(LetterKind.OPINION), template=template)
    assert told.value.code == "E508"
    assert "文书模板 试 有错" in told.value.what
    assert says in told.value.what
    assert told.value.remedy


def test_what_a_template_can_ask_for_is_listed() -> None:
    with pytest.raises(ExchangeFailed, match="E508") as told:
        filled(changed("{{救济途径}}", "{{无此项}}"), {"单位": "甲", "信访人": "乙"}, origin="信访处理意见书.docx")
    assert "没有“作出机关”这个字段" in told.value.what
    assert re.search("可用的字段: 单位、信访人", told.value.remedy)


KEPT = qn("w:keepNext")


def kept(document: Any, paragraph: Any) -> bool:
    """Whether it stays on one page with the next, by itself or by its style."""
    own = paragraph._p.pPr is not None and paragraph._p.pPr.find(KEPT) is not None
    return own or document.styles[paragraph.style.name].element.find(".//" + KEPT) is not None


@every
def test_name_and_day_are_never_alone_on_a_page(kind: LetterKind) -> None:
    """What stands before the name is kept with it, a row of a table with all its cells, and the name with the day."""
    document = Document(io.BytesIO(shipped(kind)))
    body: list[Any] = [block for block in document.iter_inner_content() if isinstance(block, Table) or block.text]
    for before, block in pairwise(body):
        if isinstance(block, Table) or block.style.name != "落款":
            continue
        last = [before] if not isinstance(before, Table) else before.rows[-1].cells[0].paragraphs
        assert all(kept(document, paragraph) for paragraph in last), kind
        assert block.alignment is None
        assert document.styles["落款"].paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER


@every
def test_the_number_of_the_page_is_outside_below(kind: LetterKind) -> None:
    """— 1 —: at the right of odd pages, at the left of even ones."""
    [section] = Document(io.BytesIO(shipped(kind))).sections
    found = [(footer.paragraphs[0].text, footer.paragraphs[0].style.style_id) for footer in _footers(section)]
    assert found == [("— 1 —", "Danye"), ("— 1 —", "Shuangye")]


def _footers(section: Any) -> tuple[Any, Any]:
    return section.footer, section.even_page_footer


def test_28_characters_fill_a_line_of_the_text() -> None:
    """16 points less a quarter, 28 times, in 156 mm; a 29th has no room."""
    document = Document(io.BytesIO(shipped(LetterKind.NOTICE)))
    closer = document.styles["正文"].element.find(".//" + qn("w:rPr")).find(qn("w:spacing")).get(qn("w:val"))
    one = 16 * 20 + int(closer)
    assert 28 * one <= MAKER.UPRIGHT.across < 29 * one


def test_long_text_before_the_name_is_kept_in_its_last_paragraph_only() -> None:
    """A field of three lines becomes three paragraphs: two of them may stand on the page before."""
    history = full(LetterKind.OPINION)
    template = changed("{{救济途径}}", "{{认定事实}}")
    fields = fields_of(KINDS[LetterKind.OPINION], material(LetterKind.OPINION, history))
    three = filled(template, fields | {"认定事实": "甲。\n乙。\n丙。"}, origin="试")
    document = Document(io.BytesIO(three))
    found = [kept(document, each) for each in document.paragraphs if each.text in {"甲。", "乙。", "丙。"}]
    assert found[-3:] == [False, False, True]


@every
def test_only_rows_for_long_text_are_broken_between_pages(kind: LetterKind) -> None:
    for table in Document(io.BytesIO(shipped(kind))).tables:
        for row in table.rows:
            whole = row._tr.find(".//" + qn("w:cantSplit")) is not None
            assert whole or (len(row._tr.tc_lst) == 2 and "＿" not in row.cells[-1].text)
