"""Makes the Word templates of the documents 文书 from their text: tools/letters/*.txt → xinfang/letters/templates/*.docx.

    python tools/letter_templates.py

A line of a text is a paragraph; its first sign says which:

    #  标题           the office's name, the title
    @  文号
    >  主送           the addressee, not indented
    ## 一、小标题
    <  落款           office and seal, date, with room for the seal
    !  签名           a line to be signed, on one page with what follows
    ^  居中
    ~  附注           smaller
    &  附件说明       what is attached: a folded name goes on below its first character
    =  附件           its title, on a new page
    == 附表           a table's title
    +  附件：信访人名单 the list of several petitioners on a page of its own; without 附件： below what stands before
    {%p … %}          a paragraph that only steers
    |= 20 30 20 30    widths of the columns in per cent: a table begins
    | a | b | c |     a row; `<` joins a cell to the one before it; `//` breaks a line
    5| a | b |        a row at least five lines high

Every other line is running text with two characters of indent. {{…}} are fields (xinfang/letters/common.py and others).
Page and type follow 《党政机关公文格式》: A4, margins 37/35/28/26 mm, 仿宋 三号, 28 points from line to line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from xinfang.render.official_page import (
    BODY_INDENT,
    END,
    FANGSONG,
    FOOTER_STYLES,
    HEITI,
    KEEP,
    LINE,
    SEAL_ROOM,
    SIGNATURES,
    TITLE,
    TWENTY_EIGHT,
    UPRIGHT,
    document_part,
    face,
    lines,
    paragraph,
    section,
    style,
    table,
)
from xinfang.render.word_package import package

HERE = Path(__file__).parent
TEXTS = HERE / "letters"
TEMPLATES = HERE.parent / "xinfang" / "letters" / "templates"

ROW, ABOVE, BESIDE = 380, 60, 70
"""Twentieths of a point in a table: from line to line, above and below a cell's text, at each side of it."""
STYLES = (
    style("Normal", "Normal", f'{lines(LINE)}<w:jc w:val="both"/>', default=True)
    + style("Wenti", "文书标题", f'{KEEP}{lines(680)}<w:jc w:val="center"/>', face(TITLE, 44))
    + style("Wenhao", "文号", f'{lines(LINE, before=120, after=200)}<w:jc w:val="center"/>')
    + style("Zhusong", "主送", lines(LINE), TWENTY_EIGHT)
    + style("Zhengwen", "正文", lines(LINE) + BODY_INDENT, TWENTY_EIGHT)
    + style("Qianming", "签名", KEEP + lines(LINE) + BODY_INDENT, TWENTY_EIGHT)
    + style("Xiaobiaoti", "小标题", f"<w:keepNext/>{lines(LINE)}{BODY_INDENT}", face(HEITI, 32))
    + style("Juzhong", "居中", f'{lines(LINE, after=80)}<w:jc w:val="center"/>')
    # Two characters in, then 附件：1． of four and a half.
    + style("Fujianshuoming", "附件说明", f'{lines(LINE)}<w:ind w:left="2048" w:hanging="1418"/>', TWENTY_EIGHT)
    + style("Fujian", "附件", f"{KEEP}<w:pageBreakBefore/>{lines(LINE, after=160)}", face(HEITI, 32))
    + style("Fubiao", "附表", f'{KEEP}{lines(LINE, before=160, after=80)}<w:jc w:val="center"/>', face(HEITI, 28))
    + END
    + style("Fuzhu", "附注", f'{lines(440, before=120)}<w:jc w:val="both"/>', face(FANGSONG, 28))
    + style("Biaoge", "表格", f'{lines(ROW)}<w:jc w:val="left"/>', face(FANGSONG, 24))
    + style("Biaotou", "表头", f'{lines(ROW)}<w:jc w:val="center"/>', face(FANGSONG, 24))
    + SIGNATURES
    + FOOTER_STYLES
)
MARKS = (
    ("## ", "Xiaobiaoti"),
    ("# ", "Wenti"),
    ("@ ", "Wenhao"),
    ("> ", "Zhusong"),
    ("< ", "Luokuan"),
    ("^ ", "Juzhong"),
    ("! ", "Qianming"),
    ("& ", "Fujianshuoming"),
    ("== ", "Fubiao"),
    ("= ", "Fujian"),
    ("~ ", "Fuzhu"),
)
SIGNED = "< "
PEOPLE = """{%p if 名单 %}
TITLE信访人名单
|= 8 21 26 17 28
| 序号 | 姓名 | 证件号码 | 联系电话 | 住址 |
| {%tr for 人 in 名单 %} | < | < | < | < |
| {{人.序}} | {{人.姓名}} | {{人.证件号码}} | {{人.联系电话}} | {{人.住址}} |
| {%tr endfor %} | < | < | < | < |
{%p endif %}"""
WORDS_OF_A_ROW = re.compile(r"(\d*)\|(.*)\|")


def template(text: str) -> bytes:
    """The Word file of a template's text; the same text gives the same parts."""
    *_, title = (line[2:] for line in text.splitlines() if line.startswith("# "))
    for asked, title in (("+ 附件：信访人名单", "= 附件："), ("+ 信访人名单", "== ")):
        text = text.replace(asked, PEOPLE.replace("TITLE", title))
    body = "".join(blocks(text))
    document = document_part((body, section(UPRIGHT)))
    return package(document, title=title, styles=STYLES)


def blocks(text: str) -> Iterator[str]:
    """Paragraphs and tables in order."""
    rows: list[str] = []
    widths: list[int] = []
    lines = [line for line in text.splitlines() if line]
    for before, line, following in zip(["", *lines[:-1]], lines, [*lines[1:], ""], strict=True):
        if line.startswith("|="):
            widths = [round(UPRIGHT.across * int(per_cent) / 100) for per_cent in line[2:].split()]
        elif WORDS_OF_A_ROW.fullmatch(line):
            rows.append(row(line, widths, keep=following.startswith(SIGNED), heads="{%tr for" in following))
            if not WORDS_OF_A_ROW.fullmatch(following):
                yield from table(rows, widths, BESIDE, ABOVE)
                rows = []
                if following in ("", "{%p endif %}"):
                    # A page of Word does not end with a table.
                    yield paragraph("", "Moduan")
        else:
            above, below = apart(before, line, following)
            # Name and day never stand alone on a page of their own.
            yield paragraph(*styled(line), following.startswith(SIGNED), before=above, after=below)


def apart(before: str, line: str, following: str) -> tuple[int, int]:
    """The space above and below, where the pattern of the page asks for more than the style has.

    Room for the seal; air between title and text, text and table.
    """
    above = SEAL_ROOM if line.startswith(SIGNED) and not before.startswith(SIGNED) else 0
    if line.startswith("# ") and not following.startswith(("# ", "@ ", "^ ")):
        return above, 280
    return above, 160 if following.startswith("|=") and not line.startswith(("@ ", "^ ")) else 0


def styled(line: str) -> tuple[str, str]:
    """The text of a line and its style."""
    for mark, name in MARKS:
        if line.startswith(mark):
            return line.removeprefix(mark), name
    return line, "Zhengwen"


def row(line: str, widths: list[int], *, keep: bool, heads: bool) -> str:
    """One row: cells with a field or nothing in them are filled from the left, labels stand in the middle.

    heads: it stands above the list on every page. Only a row made for long text is broken between two pages.
    """
    found = WORDS_OF_A_ROW.fullmatch(line)
    assert found is not None
    height = int(found[1] or 1) * ROW + 2 * ABOVE
    cells: list[tuple[str, int, int]] = []
    for text, width in zip((cell.strip() for cell in found[2].split("|")), widths, strict=True):
        if text == "<":
            before, joined, span = cells[-1]
            cells[-1] = (before, joined + width, span + 1)
        else:
            cells.append((text, width, 1))
    drawn = "".join(cell(*each, keep=keep) for each in cells)
    long = found[1] and cells[-1][2] > 1 and "{{" in cells[-1][0] and "＿" not in cells[-1][0]
    how = ("" if long else "<w:cantSplit/>") + f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>'
    how += "<w:tblHeader/>" if heads else ""
    return f'<w:tr><w:trPr>{how}<w:jc w:val="center"/></w:trPr>{drawn}</w:tr>'


def cell(text: str, width: int, span: int, *, keep: bool) -> str:
    """One cell."""
    open_to_fill = "{" in text or "＿" in text or not text
    name = "Biaoge" if open_to_fill else "Biaotou"
    joined = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    inside = "".join(paragraph(part.strip(), name, keep) for part in text.split("//"))
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{joined}<w:vAlign w:val="center"/></w:tcPr>{inside}</w:tc>'
    )


def main() -> None:
    """Make every template anew."""
    TEMPLATES.mkdir(exist_ok=True)
    for text in sorted(TEXTS.glob("*.txt")):
        (TEMPLATES / f"{text.stem}.docx").write_bytes(template(text.read_text(encoding="utf-8")))


if __name__ == "__main__":
    main()
