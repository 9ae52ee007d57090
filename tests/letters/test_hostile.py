"""Text from petitioners is text: no code of a template, no mark of Word, no sign that breaks a file."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from lxml import etree

from xinfang.core.letter_kinds import LetterKind

from .samples import bare, page, text_of

SAMPLES = {
    "code": "{{ 7*7 }} {% if x %} {# 注 #} {%p endfor %} {{p 信访人 }} {{r 编号 }}",
    "docxtpl's own": "{_{ 7*7 }_} {_% if x %_} %_} _}",
    "xml": "<w:p><w:r><w:t>改</w:t></w:r></w:p> &lt; &amp; &#65; ]]> <!-- -->",
    "quotes": "“引”‘号’\"'",
    "names": "{{__import__('os')}} {{ 信访人.__class__ }}",
}


@pytest.mark.parametrize("text", SAMPLES.values(), ids=list(SAMPLES))
@pytest.mark.parametrize("kind", [LetterKind.REGISTER_FORM, LetterKind.TRANSFER, LetterKind.OPINION])
def test_it_stands_as_it_was_written(kind: LetterKind, text: str) -> None:
    history = bare(title=f"题{text}", content=f"文{text}", demand=f"求{text}", facts=f"事{text}", reasons=f"理{text}")
    shown = text_of(page(kind, history))
    assert f"求{text}" in shown
    assert "49" not in shown


def test_signs_that_no_file_can_hold_are_left_out() -> None:
    content = page(LetterKind.REGISTER_FORM, bare(facts="甲\x00\x07\x0b\x0c\x1b[31m\ufffe\ud800乙\u202e丙"))
    assert "甲" in text_of(content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))


def test_each_line_is_a_paragraph_of_the_same_look() -> None:
    history = bare(content="第一段\n第二段\r\n第三段")
    document = Document(io.BytesIO(page(LetterKind.REGISTER_FORM, history)))
    cell = next(cell for row in document.tables[0].rows for cell in row.cells if "第二段" in cell.text)
    assert [paragraph.text for paragraph in cell.paragraphs] == ["第一段", "第二段", "第三段"]
    assert {paragraph.style.name for paragraph in cell.paragraphs} == {"表格"}


def test_a_hundred_thousand_characters_fit() -> None:
    assert "长" * 100_000 in text_of(page(LetterKind.TRANSFER, bare(content="长" * 100_000)))
