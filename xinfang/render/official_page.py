"""A page as official papers have it, in the tags of Word: 《党政机关公文格式》 (GB/T 9704).

A4, margins 37/35/28/26 mm, 仿宋 三号, 28 points from line to line. Text becomes a page by hand and not through
python-docx: the same value gives the same bytes, and nothing has to be imported.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.sax.saxutils import escape

MM = 1440 / 25.4
"""Twentieths of a point in a millimetre."""
SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
FANGSONG, SONG, HEITI, KAITI, TITLE = "仿宋_GB2312", "宋体", "黑体", "楷体_GB2312", "方正小标宋简体"
FONTS = {
    FANGSONG: ("仿宋,FangSong,STFangsong,华文仿宋,Noto Serif CJK SC", "modern"),
    SONG: ("SimSun,STSong,Noto Serif CJK SC", "auto"),
    HEITI: ("SimHei,STHeiti,Noto Sans CJK SC", "modern"),
    KAITI: ("楷体,KaiTi,STKaiti,华文楷体,Noto Serif CJK SC", "modern"),
    TITLE: ("方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,宋体,SimSun,Noto Serif CJK SC", "script"),
}
"""Each typeface with what to take where it is missing."""
LINE = 560
"""28 points, exactly."""
KEEP = "<w:keepNext/><w:keepLines/>"
BODY_INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
TWENTY_EIGHT = '<w:spacing w:val="-5"/>'
"""Characters stand a quarter of a point closer: 28 of 三号 fill a line of 156 mm, as the standard has it."""
SEAL_ROOM = LINE * 3 // 2
"""Free above the name below a paper, so that a seal over name and date does not cover its text."""


class Page(NamedTuple):
    """A sheet and its margins, in twentieths of a point."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int

    @property
    def across(self) -> int:
        """How wide the text is."""
        return self.width - self.left - self.right


def _page(*millimetres: int) -> Page:
    return Page(*(round(mm * MM) for mm in millimetres))


BELOW = round((7 + 3.2) * MM)
"""The line beside the number of the page is 7 mm below the text; half the height of its own line is below it."""
UPRIGHT = _page(210, 297, 37, 26, 35, 28)
LYING = _page(297, 210, 28, 35, 26, 37)
"""For wide tables: the upright page turned, with the edge to bind at the top."""


def style(name: str, label: str, paragraph: str, run: str = "", *, default: bool = False) -> str:
    """A paragraph style."""
    based = "" if default else '<w:basedOn w:val="Normal"/>'
    return (
        f'<w:style w:type="paragraph"{" w:default=" + chr(34) + "1" + chr(34) if default else ""} w:styleId="{name}">'
        f'<w:name w:val="{label}"/>{based}<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>'
    )


def face(font: str, half_points: int) -> str:
    """A typeface and a size."""
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
    return f'{fonts}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def lines(twentieths: int, *, before: int = 0, after: int = 0) -> str:
    """So far from line to line, exactly."""
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{twentieths}" w:lineRule="exact"/>'


def paragraph(text: str, name: str, keep: bool = False, *, before: int = 0, after: int = 0) -> str:
    """A paragraph of that style; a line break in the text is one in the paragraph.

    keep: on one page with the next. before, after: space, in twentieths of a point.
    """
    apart = "".join(f' w:{side}="{space}"' for side, space in (("before", before), ("after", after)) if space)
    direct = ("<w:keepNext/>" if keep else "") + (f"<w:spacing{apart}/>" if apart else "")
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in text.split("\n"))
    run = f"<w:r>{lines}</w:r>" if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{name}"/>{direct}</w:pPr>{run}</w:p>'


def table(rows: Iterable[str], widths: list[int], beside: int, above: int = 0) -> Iterator[str]:
    """A table with all its lines drawn, as wide as the text. beside, above: space around a cell's text, above also below."""
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for edge in edges)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    around = (("top", above), ("left", beside), ("bottom", above), ("right", beside))
    margins = "".join(f'<w:{side} w:w="{space}" w:type="dxa"/>' for side, space in around)
    yield (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )
    yield from rows
    yield "</w:tbl>"


def section(page: Page) -> str:
    """What pages look like from the last such mark to here: the number of the page outside below."""
    references = "".join(f'<w:footerReference w:type="{kind}" r:id="{name}"/>' for kind, name in FOOTERS)
    lying = ' w:orient="landscape"' if page.width > page.height else ""
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="{page.width}" w:h="{page.height}"{lying}/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}" w:left="{page.left}" '
        f'w:header="851" w:footer="{page.bottom - BELOW}" w:gutter="0"/></w:sectPr>'
    )


def _signature(name: str, label: str, page: Page) -> str:
    """The day ends four characters before the edge; the name stands in the middle above it (a day is 6 to 7 wide)."""
    beside = page.across - 2 * round((4 + 6.5 / 2) * 320)
    return style(name, label, f'{KEEP}{lines(LINE)}<w:ind w:left="{beside}"/><w:jc w:val="center"/>')


SIGNATURES = _signature("Luokuan", "落款", UPRIGHT) + _signature("Luokuanheng", "横页落款", LYING)
END = style("Moduan", "末段", lines(20))
"""A paragraph with no height, where Word asks for one: a page does not end with a table, pages of one kind end with one."""
LOWEST_END = style("Moduan", "末段", lines(1), face(SONG, 2))
"""The same as low as a line can be, for papers of many rows: below a table that fills its page a point makes an empty page."""
FOOTER_STYLES = style(
    "Danye", "页脚", f'{lines(360)}<w:ind w:rightChars="100" w:right="280"/><w:jc w:val="right"/>', face(SONG, 28)
) + style("Shuangye", "双页页脚", f'{lines(360)}<w:ind w:leftChars="100" w:left="280"/>', face(SONG, 28))
"""The number of the page stands outside: at the right of odd pages, at the left of even ones."""
FIRST_FOOTER = 4
FOOTERS = (("default", f"rId{FIRST_FOOTER}"), ("even", f"rId{FIRST_FOOTER + 1}"))
"""The document names its first footer rId4, the next rId5, then its charts."""


def document_part(body: Iterable[str]) -> Iterator[str]:
    """word/document.xml, piece by piece. body: paragraphs and tables, and the last section."""
    yield f'{HEAD}<w:document xmlns:w="{SPACE}" xmlns:r="{RELATIONS}"><w:body>'
    yield from body
    yield "</w:body></w:document>"
