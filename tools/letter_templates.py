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

import re
from collections.abc import Iterator
from pathlib import Path

from xinfang.render.official_page import (
    BODY_INDENT,
    FANGSONG,
    HEITI,
    KEEP,
    LINE,
    SONG,
    TITLE,
    UPRIGHT,
    document_part,
    face,
    lines,
    paragraph,
    section,
    style,
    table,
)
from xinfang.render.word_package import footer, package

HERE = Path(__file__).parent
TEXTS = HERE / "letters"
TEMPLATES = HERE.parent / "xinfang" / "letters" / "templates"

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
    document = document_part("".join(blocks(text)) + section(UPRIGHT))
    return package(document, title=title, styles=STYLES, footers=[footer("Yejiao")])


def blocks(text: str) -> Iterator[str]:
    """Paragraphs and tables in order."""
    rows: list[str] = []
    widths: list[int] = []
    lines = [line for line in text.splitlines() if line]
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if line.startswith("|="):
            widths = [round(UPRIGHT.across * int(per_cent) / 100) for per_cent in line[2:].split()]
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


def main() -> None:
    """Make every template anew."""
    TEMPLATES.mkdir(exist_ok=True)
    for text in sorted(TEXTS.glob("*.txt")):
        (TEMPLATES / f"{text.stem}.docx").write_bytes(template(text.read_text(encoding="utf-8")))


if __name__ == "__main__":
    main()
