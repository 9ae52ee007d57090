"""Makes the Word templates of the documents 文书 from their text: tools/letters/*.txt → xinfang/letters/templates/*.docx.

    python tools/letter_templates.py

A line of a text is a paragraph; its first sign says which:

    #  标题           the office's name, the title
    @  文号
    >  主送           the addressee, not indented
    ## 一、小标题
    <  落款           right-aligned: office and seal, date
    ^  居中
    ~  附注           smaller
    {%p … %}          a paragraph that only steers
    |= 20 30 20 30    widths of the columns in per cent: a table begins
    | a | b | c |     a row; `<` joins a cell to the one before it; `//` breaks a line
    5| a | b |        a row at least five lines high

Every other line is running text with two characters of indent. {{…}} are fields (xinfang/letters/common.py and others).
Page and type follow 《党政机关公文格式》: A4, margins 37/35/28/26 mm, 仿宋 三号, 28 points from line to line.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

HERE = Path(__file__).parent
TEXTS = HERE / "letters"
TEMPLATES = HERE.parent / "xinfang" / "letters" / "templates"

MM = 1440 / 25.4
"""Twentieths of a point in a millimetre."""
PAGE = (round(210 * MM), round(297 * MM))
TOP, BOTTOM, LEFT, RIGHT = (round(mm * MM) for mm in (37, 35, 28, 26))
WIDTH = PAGE[0] - LEFT - RIGHT
SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
FANGSONG, SONG, HEITI, TITLE = "仿宋_GB2312", "宋体", "黑体", "方正小标宋简体"
FONTS = {
    FANGSONG: ("仿宋,FangSong,STFangsong,华文仿宋,Noto Serif CJK SC", "modern"),
    SONG: ("SimSun,STSong,Noto Serif CJK SC", "auto"),
    HEITI: ("SimHei,STHeiti,Noto Sans CJK SC", "modern"),
    TITLE: ("方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,宋体,SimSun,Noto Serif CJK SC", "script"),
}
"""Each typeface with what to take where it is missing."""
LINE = 560
"""28 points, exactly."""


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


KEEP = "<w:keepNext/><w:keepLines/>"
BODY_INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
STYLES = (
    style("Normal", "Normal", f'{lines(LINE)}<w:jc w:val="both"/>', default=True)
    + style("Wenti", "文书标题", f'{KEEP}{lines(680)}<w:jc w:val="center"/>', face(TITLE, 44))
    + style("Wenhao", "文号", f'{lines(LINE, before=120, after=280)}<w:jc w:val="center"/>')
    + style("Zhusong", "主送", lines(LINE))
    + style("Zhengwen", "正文", lines(LINE) + BODY_INDENT)
    + style("Xiaobiaoti", "小标题", f"<w:keepNext/>{lines(LINE)}{BODY_INDENT}", face(HEITI, 32))
    + style("Juzhong", "居中", f'{lines(LINE, after=80)}<w:jc w:val="center"/>')
    + style(
        "Luokuan", "落款", f'<w:keepLines/>{lines(LINE)}<w:ind w:rightChars="200" w:right="640"/><w:jc w:val="right"/>'
    )
    + style("Fuzhu", "附注", f'{lines(440, before=120)}<w:jc w:val="both"/>', face(FANGSONG, 28))
    + style("Biaoge", "表格", f'{lines(440)}<w:jc w:val="left"/>', face(FANGSONG, 28))
    + style("Biaotou", "表头", f'{lines(440)}<w:jc w:val="center"/>', face(FANGSONG, 28))
    + style("Yejiao", "页脚", f'{lines(360)}<w:jc w:val="center"/>', face(SONG, 28))
)
MARKS = (
    ("## ", "Xiaobiaoti"),
    ("# ", "Wenti"),
    ("@ ", "Wenhao"),
    ("> ", "Zhusong"),
    ("< ", "Luokuan"),
    ("^ ", "Juzhong"),
    ("~ ", "Fuzhu"),
)
SIGNED = "< "
WORDS_OF_A_ROW = re.compile(r"(\d*)\|(.*)\|")


def template(text: str) -> bytes:
    """The Word file of a template's text; the same text gives the same parts."""
    *_, title = (line[2:] for line in text.splitlines() if line.startswith("# "))
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": relations(
            ("officeDocument", RELATIONS, "word/document.xml"),
            ("metadata/core-properties", f"{PACKAGE}/relationships", "docProps/core.xml"),
        ),
        "docProps/core.xml": core_properties(title),
        "word/document.xml": document(text),
        "word/styles.xml": STYLES_PART,
        "word/fontTable.xml": FONT_TABLE,
        "word/settings.xml": SETTINGS,
        "word/footer1.xml": FOOTER,
        "word/_rels/document.xml.rels": relations(
            ("styles", RELATIONS, "styles.xml"),
            ("fontTable", RELATIONS, "fontTable.xml"),
            ("settings", RELATIONS, "settings.xml"),
            ("footer", RELATIONS, "footer1.xml"),
        ),
    }
    file = io.BytesIO()
    with ZipFile(file, "w") as archive:
        for name, content in parts.items():
            # A fixed moment: the same text gives the same file.
            archive.writestr(ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content.encode(), ZIP_DEFLATED)
    return file.getvalue()


def document(text: str) -> str:
    """word/document.xml."""
    section = (
        f'<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="{PAGE[0]}" w:h="{PAGE[1]}"/>'
        f'<w:pgMar w:top="{TOP}" w:right="{RIGHT}" w:bottom="{BOTTOM}" w:left="{LEFT}" w:header="851" w:footer="1587" w:gutter="0"/>'
        "</w:sectPr>"
    )
    return f'{HEAD}<w:document xmlns:w="{SPACE}" xmlns:r="{RELATIONS}"><w:body>{"".join(blocks(text))}{section}</w:body></w:document>'


def blocks(text: str) -> Iterator[str]:
    """Paragraphs and tables in order."""
    rows: list[str] = []
    widths: list[int] = []
    lines = [line for line in text.splitlines() if line]
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if line.startswith("|="):
            widths = [round(WIDTH * int(per_cent) / 100) for per_cent in line[2:].split()]
        elif WORDS_OF_A_ROW.fullmatch(line):
            rows.append(row(line, widths, keep=following.startswith(SIGNED)))
            if not WORDS_OF_A_ROW.fullmatch(following):
                yield table(rows, widths)
                rows = []
        else:
            yield paragraph(*styled(line), *directly(line, following))


def directly(line: str, following: str) -> tuple[bool, int]:
    """Whether the line stays with the next one, and the space after it: where the pattern of the page asks for more.

    No seal and date alone on a page of their own; air between title and text, text and table.
    """
    before_seal = following.startswith(SIGNED)
    if line.startswith("# ") and not following.startswith(("# ", "@ ", "^ ")):
        return before_seal, 280
    return before_seal, 160 if following.startswith("|=") else 0


def styled(line: str) -> tuple[str, str]:
    """The text of a line and its style."""
    for mark, name in MARKS:
        if line.startswith(mark):
            return line.removeprefix(mark), name
    return line, "Zhengwen"


def paragraph(text: str, name: str, keep: bool = False, after: int = 0) -> str:
    """A paragraph of that style. keep: on one page with the next. after: space below, in twentieths of a point."""
    direct = ("<w:keepNext/>" if keep else "") + (f'<w:spacing w:after="{after}"/>' if after else "")
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{name}"/>{direct}</w:pPr>{run}</w:p>'


def table(rows: list[str], widths: list[int]) -> str:
    """A table with all its lines drawn, as wide as the text."""
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for edge in edges)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def row(line: str, widths: list[int], *, keep: bool) -> str:
    """One row: cells with a field or nothing in them are filled from the left, labels stand in the middle."""
    found = WORDS_OF_A_ROW.fullmatch(line)
    assert found is not None
    height = int(found[1] or 1) * 440 + 120
    cells: list[tuple[str, int, int]] = []
    for text, width in zip((cell.strip() for cell in found[2].split("|")), widths, strict=True):
        if text == "<":
            before, joined, span = cells[-1]
            cells[-1] = (before, joined + width, span + 1)
        else:
            cells.append((text, width, 1))
    drawn = "".join(cell(*each, keep=keep) for each in cells)
    return (
        f'<w:tr><w:trPr><w:trHeight w:val="{height}" w:hRule="atLeast"/><w:jc w:val="center"/></w:trPr>{drawn}</w:tr>'
    )


def cell(text: str, width: int, span: int, *, keep: bool) -> str:
    """One cell."""
    open_to_fill = "{" in text or "＿" in text or not text
    name = "Biaoge" if open_to_fill else "Biaotou"
    joined = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    inside = "".join(paragraph(part.strip(), name, keep) for part in text.split("//"))
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{joined}<w:vAlign w:val="center"/></w:tcPr>{inside}</w:tc>'
    )


def relations(*targets: tuple[str, str, str]) -> str:
    """A .rels part."""
    inside = "".join(
        f'<Relationship Id="rId{place}" Type="{space}/{kind}" Target="{target}"/>'
        for place, (kind, space, target) in enumerate(targets, start=1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def core_properties(title: str) -> str:
    """docProps/core.xml: nobody's name and no moment."""
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>"
    )


def font_table() -> str:
    """word/fontTable.xml: what stands in for a typeface that a machine does not have."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/><w:family w:val="{family}"/>'
        '<w:pitch w:val="default"/></w:font>'
        for name, (others, family) in FONTS.items()
    )
    return f'{HEAD}<w:fonts xmlns:w="{SPACE}">{fonts}</w:fonts>'


FONT_TABLE = font_table()
STYLES_PART = (
    f'{HEAD}<w:styles xmlns:w="{SPACE}"><w:docDefaults><w:rPrDefault><w:rPr>{face(FANGSONG, 32)}'
    '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
    f"{STYLES}</w:styles>"
)
SETTINGS = (
    f'{HEAD}<w:settings xmlns:w="{SPACE}"><w:characterSpacingControl w:val="compressPunctuation"/>'
    '<w:compat><w:useFELayout/><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="zh-CN" w:eastAsia="zh-CN"/></w:settings>'
)
FOOTER = (
    f'{HEAD}<w:ftr xmlns:w="{SPACE}"><w:p><w:pPr><w:pStyle w:val="Yejiao"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    '<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>'
)
_OOXML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
CONTENT_TYPES = (
    f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_OOXML}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_OOXML}.styles+xml"/>'
    f'<Override PartName="/word/fontTable.xml" ContentType="{_OOXML}.fontTable+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_OOXML}.settings+xml"/>'
    f'<Override PartName="/word/footer1.xml" ContentType="{_OOXML}.footer+xml"/>'
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    "</Types>"
)


def main() -> None:
    """Make every template anew."""
    TEMPLATES.mkdir(exist_ok=True)
    for text in sorted(TEXTS.glob("*.txt")):
        (TEMPLATES / f"{text.stem}.docx").write_bytes(template(text.read_text(encoding="utf-8")))


if __name__ == "__main__":
    main()
