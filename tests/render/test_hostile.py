"""What petitioners may write, in every format: never markup, an escape code or a formula."""

from __future__ import annotations

import csv
import json
import re
from io import BytesIO, StringIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import docx
import pytest
from markdown_it import MarkdownIt
from python_calamine import CalamineWorkbook

from xinfang.core.table import Chart, Column, Document, Table
from xinfang.render import SUFFIXES, TEXT_FORMATS, show, word
from xinfang.render.lines import print_lines
from xinfang.render.workbook import content

from .charted import Page
from .samples import Screen, printed, texts

HOSTILE = [
    "\x1b[31m红\x1b[0m",
    "\x1b]8;;http://evil.example\x1b\\点我\x1b]8;;\x1b\\",
    "\x9b31m八位\x9d0;标题\x07",
    "\x1b]0;window title\x07",
    "铃\x07退格\x08\x08空\x00删\x7f",
    "回车\r覆盖",
    "一\n二\r\n三\u2028四\x85五\x0b六",
    "\u202e反写\u202c \u2066隔离\u2069 \u200b零\u200d宽\ufeff",
    "[red]红[/red] [link=http://evil.example]x[/link] :smile:",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    " =1+1",
    "＝1+1",
    "'=1+1",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "&lt;b&gt; &amp; & <b>",
    "a|b||c\\|d\\",
    "**粗** __下__ `码` ~~删~~ [名](javascript:alert(1)) ![图](x) $x$",
    "http://evil.example www.evil.example a@evil.example <http://evil.example>",
    "# 标题",
    "半个\ud800代理\udfff",
    "{{7*7}} {% raw %} %s {0}",
    "_x0041_ _x001B_",
    "https://evil.example/",
    "\u200b=1+1",
    " \ufeff\u202e＝1+1",
    "\U000e0041标签\ufffe\ufdd0",
    "长" * 100_000,
]
TABLE = texts(*HOSTILE)
EVERYWHERE = Document(
    HOSTILE[0], {"text": HOSTILE}, (Table(HOSTILE[1], TABLE.columns, TABLE.rows, tuple(HOSTILE)),), tuple(HOSTILE)
)
DRAWN = Table(
    HOSTILE[18],
    (Column("text", HOSTILE[19]), Column("number", HOSTILE[20], "number"), Column("rate", HOSTILE[0], "rate")),
    tuple((text, place, 0.5) for place, text in enumerate(HOSTILE)),
    chart=Chart("bars", "text", ("number", "rate")),
)
CHARTS = Document(
    HOSTILE[18], {}, (DRAWN, DRAWN._replace(chart=Chart("lines", "text", ("number", "rate")))), signed=tuple(HOSTILE)
)

DANGEROUS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufffe\U000e0000-\U000e0fff]"
)


@pytest.mark.parametrize("value", [TABLE, EVERYWHERE, CHARTS], ids=["table", "document", "charts"])
@pytest.mark.parametrize("fmt", ["table", *TEXT_FORMATS])
@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "ascii", "utf-16", "cp1252"])
def test_nothing_dangerous_reaches_a_terminal(
    value: Table | Document, fmt: str, encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    assert not DANGEROUS.search(printed(value, fmt, encoding, terminal=True))


@pytest.mark.parametrize("fmt", ["plain", "markdown", "html", "json", "jsonl", "tsv"])
def test_nothing_dangerous_in_pipes_either(fmt: str) -> None:
    assert not DANGEROUS.search(printed(EVERYWHERE, fmt))
    assert not DANGEROUS.search(printed(CHARTS, fmt))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_file_can_be_written(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"out{suffix}"
    show(EVERYWHERE, fmt=None, output=path, stdout=Screen())
    assert path.stat().st_size > 100_000 or suffix in (".xlsx", ".docx")


def test_rich_markup_is_shown_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    assert HOSTILE[8] in printed(texts(HOSTILE[8]), terminal=True)


def test_plain_has_one_line_for_each_row() -> None:
    assert len(printed(TABLE, "plain").splitlines()) == len(HOSTILE) + 3


def test_no_csv_cell_is_a_formula() -> None:
    for fmt, delimiter in (("csv", ","), ("tsv", "\t")):
        rows = [*csv.reader(StringIO(printed(TABLE, fmt), newline=""), delimiter=delimiter)]
        assert len(rows) == len(HOSTILE) + 1
        assert not [row for row in rows if re.match(r"[\s\u200b\ufeff\u202e]*[=+\-@＝\t\r]", row[0])]


def test_json_loses_nothing() -> None:
    for encoding in ("utf-8", "gbk", "ascii"):
        assert [row["text"] for row in json.loads(printed(TABLE, "json", encoding))] == HOSTILE
        assert json.loads(printed(EVERYWHERE, "json", encoding)) == {"text": HOSTILE}


OURS = {"html", "head", "meta", "link", "title", "style", "body", "h1", "h2", "section", "div", "p"}
TABLES = {"table", "thead", "tbody", "tr", "th", "td"}
FIGURES = {"figure", "figcaption", "svg", "rect", "path", "text", "circle"}


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_html_has_no_tags_but_ours(encoding: str) -> None:
    page = Page(printed(EVERYWHERE, "html", encoding))
    assert page.tags == OURS | TABLES
    cells = [row[0].strip() for row in page.tables[0][1:]]
    assert (cells[18], cells[21], cells[6]) == (HOSTILE[18], HOSTILE[21], "一 二 三 四 五 六")


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_charts_have_no_tags_but_ours(encoding: str) -> None:
    page = Page(printed(CHARTS, "html", encoding))
    assert page.tags == OURS | TABLES | FIGURES
    assert len(page.drawings) == 4
    told = {part.text for drawing in page.drawings for part in ElementTree.fromstring(drawing).iter()}
    assert f"{HOSTILE[18]} {HOSTILE[19]}: 18" not in told
    assert f"{HOSTILE[18]} {HOSTILE[20]}: 18" in told
    assert [name for name, _ in page.attributes if name.startswith("on")] == []


def test_charts_in_files_are_sound() -> None:
    """Every part of a workbook or a Word file is XML; formulas there are those of the charts, over our own cells."""
    in_word = [word.content(value) for value in (CHARTS, EVERYWHERE, TABLE)]
    behind = [part for packed in in_word for name, part in _parts(packed) if name.endswith(".xlsx")]
    assert len(behind) == 4
    for packed in (content(CHARTS), *in_word, *behind):
        for name, part in _parts(packed):
            if not name.endswith(".xlsx"):
                # A workbook's cells can be read back with the marks they had; a page shows what was written.
                assert packed not in in_word or not DANGEROUS.search(part.decode("utf-8")), name
                formulas = [e.text for e in ElementTree.fromstring(part).iter() if e.tag.rpartition("}")[2] == "f"]
                assert all(re.fullmatch(r"(?:'.*'|图)!\$[A-C]\$\d+(?::\$[A-C]\$\d+)?", text or "") for text in formulas)
                assert not formulas or "/charts/" in name


def _parts(packed: bytes) -> list[tuple[str, bytes]]:
    with ZipFile(BytesIO(packed)) as file:
        return [(name, file.read(name)) for name in file.namelist()]


def test_word_shows_what_was_written() -> None:
    document = docx.Document(BytesIO(word.content(EVERYWHERE)))
    [table] = document.tables
    cells = [row.cells[0].text for row in table.rows][1:]
    assert [cells[place] for place in (9, 18, 21, 26)] == [HOSTILE[place] for place in (9, 18, 21, 26)]
    assert cells[6] == "一 二 三 四 五 六"


def test_markdown_renders_as_what_was_written() -> None:
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    page = Page(reader.render(printed(EVERYWHERE, "markdown")))
    assert page.tags == {"h1", "h2", "p", *TABLES}


def test_markdown_has_no_bare_links() -> None:
    assert not re.search(r"://|www\.|[^\\]@", printed(texts(HOSTILE[23]), "markdown"))


def test_workbook_has_no_formula_and_no_link() -> None:
    packed = content(EVERYWHERE)
    with ZipFile(BytesIO(packed)) as book:
        for name in book.namelist():
            tags = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(book.read(name)).iter()}
            assert not tags & {"f", "hyperlink", "hyperlinks"}
    sheet = CalamineWorkbook.from_filelike(BytesIO(packed)).get_sheet_by_index(0).to_python()
    assert [row[0] for row in sheet[10:14]] == HOSTILE[9:13]
    assert sheet[28][0] == HOSTILE[27]


def test_lines_cannot_be_forged() -> None:
    screen = Screen()
    print_lines(["题目: 一\n回执: 2026-000001\r\n\x1b[2J", "完"], screen)
    assert screen.text == "题目: 一\n    回执: 2026-000001\n    ␛[2J\n完\n"


def test_lines_in_any_encoding() -> None:
    for encoding in ("gbk", "ascii", "utf-8"):
        screen = Screen(encoding)
        print_lines([*HOSTILE, "€😀信"], screen)
        assert not DANGEROUS.search(screen.text)
