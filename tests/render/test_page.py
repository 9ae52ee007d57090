"""The HTML page: alone in its file, well-formed, asking nobody for anything, readable on a phone and on paper."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from xinfang.core.table import Cell, Chart, Column, Document, Table
from xinfang.render.charts import panels

from .charted import BULLETIN, CHANNELS, LIST, MONTHS, Page, bars
from .samples import EMPTY, printed, texts

PAGE = printed(BULLETIN, "html")
STYLE = PAGE[PAGE.index("<style>") : PAGE.index("</style>")]


def test_it_stands_alone() -> None:
    page = Page(PAGE)
    assert not page.tags & {"script", "iframe", "object", "embed", "img", "base", "form", "a", "use", "image"}
    assert not re.search(r"https?:|//|url\(|@import|@font-face|javascript:", PAGE)
    assert [name for name, _ in page.attributes if name.startswith("on") or name in ("src", "style")] == []
    assert [value for name, value in page.attributes if name == "href"] == ["data:,"]
    assert "default-src 'none'" in PAGE


def test_it_is_well_formed() -> None:
    page = Page(PAGE)
    # But for the first line and the tags that HTML closes by itself it is XML.
    ElementTree.fromstring(re.sub(r"(<(?:meta|link) [^>]*)>", r"\1/>", PAGE.removeprefix("<!DOCTYPE html>\n")))
    ids = [value for name, value in page.attributes if name == "id"]
    assert len(ids) == len(set(ids))
    assert PAGE.startswith('<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n')


def test_a_title_breaks_where_it_means_something() -> None:
    """On a phone 2026年第3季度 stays in one line; a title of one part is text and nothing else."""
    page = printed(Document("某县公安局2026年第3季度首接首办责任情况（刑侦大队）", {}, ()), "html")
    parts = ("某县公安局", "2026年第3季度首接首办责任情况", "（刑侦大队）")
    assert f"<h1>{''.join(f'<span>{part}</span>' for part in parts)}</h1>" in page
    assert "h1 span { display: inline-block }" in page
    assert "<h1>今日要办</h1>" in printed(Document("今日要办", {}, ()), "html")


def test_every_chart_is_drawn_and_told() -> None:
    page = Page(PAGE)
    labels = [value for name, value in page.attributes if name == "aria-label"]
    assert labels == ["按渠道: 收到", "按渠道: 按期率", "逐月: 收到、办结"]
    assert page.drawings
    assert all(ElementTree.fromstring(drawing).attrib["role"] == "img" for drawing in page.drawings)
    assert len(page.drawings) == sum(len(panels(table)) for table in BULLETIN.tables)
    # Chinese text is text.
    assert "<text" in PAGE
    assert "来访</text>" in PAGE


def test_a_cut_chart_says_so() -> None:
    assert "<figcaption>数值（图中只有前 24 项，共 60 项）</figcaption>" in printed(bars(*range(60)), "html")
    assert len(Page(printed(bars(*range(60)), "html")).tables[0]) == 61


def test_a_phone_shows_lists_as_blocks_and_moves_figures_sideways() -> None:
    page = Page(printed(Document("页", {}, (LIST,)), "html"))
    assert page.labels == [column.label for column in LIST.columns]
    assert 'class="list"' in printed(LIST, "html")
    assert Page(printed(CHANNELS, "html")).labels == []
    # Figures beside an explanation: the explanation would be a strip of three characters at the edge.
    told = Table(
        "表",
        (*(Column(f"n{at}", "应告知", "number") for at in range(5)), Column("why", "怎样认定")),
        ((1, 2, 3, 4, 5, "前件" * 20),),
    )
    assert 'class="list"' in printed(told, "html")
    assert '<div class="across">' in printed(CHANNELS, "html")
    assert "width=device-width" in PAGE
    assert "@media screen and (max-width: 40rem)" in STYLE


def test_headings_have_lines_on_a_phone() -> None:
    """A long one beside its value was printed over it: 事项（最有代表性的一件） over 反映欠薪; above figures it pushed the next away."""
    phone = STYLE[STYLE.index("(max-width: 40rem)") : STYLE.index("@media print")]
    assert ".list td { display: flow-root;" in phone
    assert ".list td::before { content: attr(data-label); float: left; width: 6.2em; margin-left: -6.5em;" in phone
    assert ".across th:not(.s) { white-space: normal; text-wrap: balance; min-width: 3em }" in phone
    # Short words take no more room than they need: 件 beside a number.
    assert ".across td { min-width" not in phone


def test_no_text_is_pressed_into_a_strip_on_a_narrow_window() -> None:
    """What may be folded keeps room for some words; a table that needs more than the window has is moved sideways."""
    page = printed(LIST, "html")
    assert '<td class="l" data-label="标题">反映集市' in page
    assert '<td class="t" data-label="单位">经济犯罪侦查大队</td>' in page
    assert '<td class="w" data-label="经办人">李明</td>' in page
    assert '<div class="rows">\n<table class="list">' in page
    for rule in (".t { min-width: 6em }", ".l { min-width: 11em }", ".across, .rows { overflow-x: auto }"):
        assert rule in STYLE
    # The first column, which stays in sight, is folded; but no day, number or name.
    assert ".across td.w:first-child { white-space: nowrap }" in STYLE
    # Nor is a short text beside it broken.
    changes = Table(
        "表", (Column("name", "指标"), Column("change", "比上月")), (("重复信访率（件口径）", "增50.00个百分点"),)
    )
    assert "<td>" not in printed(changes, "html")
    assert '<td class="t">重复信访率（件口径）</td><td class="w">增50.00个百分点</td>' in printed(changes, "html")
    # Paper has nothing to move; a number of a petition stays whole there.
    assert ".l { min-width: 7em }" in STYLE[STYLE.index("@media print") :]
    assert ".across, .rows { overflow: visible }" in STYLE[STYLE.index("@media print") :]


def test_no_number_is_torn_at_its_hyphens() -> None:
    """A browser ends a line after 2025-; petitions in a cell, days and the fingerprint were read in two pieces."""
    several = "、".join(f"2026-{at:06d}" for at in range(1, 5))
    table = Table("表", (Column("number", "编号"), Column("parts", "各件")), (("2026-000001", several),))
    page = printed(Document("页", {}, (table,), notes=("台账指纹 3f9a-0c1d-77ee-a2b4（12 条记载）。",)), "html")
    assert '<td class="l"><span class="w">2026-000001</span>、<span class="w">2026-000002</span>、' in page
    assert '<td class="w">2026-000001</td>' in page
    assert '<span class="w">3f9a-0c1d-77ee-a2b4</span>' in page
    assert Page(page).tables[0][1] == ["2026-000001", several]
    # What only looks like one may be as long as a petitioner likes.
    assert "<span" not in printed(texts("1234-123456" * 20 + "，" + "1234-5678-9012-3456-7890"), "html")


def test_a_word_longer_than_the_page_is_broken() -> None:
    """Anywhere: the page could be moved sideways on a phone, and the column that stays in sight hid all others."""
    assert "overflow-wrap: anywhere }" in STYLE.splitlines()[1]
    assert "overflow-wrap: break-word" not in STYLE.replace(
        ".across td:not(:first-child) { overflow-wrap: break-word }", ""
    )


def test_paper() -> None:
    assert "@page { size: A4;" in STYLE
    assert "thead { display: table-header-group }" in STYLE
    assert "tr, figure { break-inside: avoid }" in STYLE
    # Nor does what stands below a table.
    assert ".notes { break-before: avoid }" in STYLE
    # Where the head of a table is repeated Chromium heeds that only between rows: the notes have one, and stand in it.
    room = ':is(.across, .rows, .drawn):has(+ .notes) tbody::after { content: ""; display: table-row; height: 9mm; break-before: avoid;'
    assert room in STYLE
    assert ":is(.across, .rows, .drawn):has(tbody) + .notes { margin-top: -9mm }" in STYLE
    # No row stands alone under a heading, or on the next page.
    assert "tbody tr:first-child, tbody tr:nth-last-child(-n+3):not(:last-child) { break-after: avoid }" in STYLE
    assert "tbody:not(:has(tr:nth-child(9))) tr:not(:last-child) { break-after: avoid }" in STYLE
    # Thirty-one figures of a bulletin and the sentences above them have room on its first page.
    assert "  th, td { padding: .35mm 1.6mm; line-height: 1.3 }" in STYLE
    # A list too wide for an upright page is printed on one that lies.
    assert '<section class="wide">' in printed(LIST, "html")
    assert '<section class="wide">' not in printed(MONTHS, "html")
    # Headings fold before the page is turned, and the type is smaller before that.
    many = Table("表", tuple(Column(f"n{at}", "不属职权或另有程序", "number") for at in range(9)), ((1,) * 9,))
    assert '<section class="close">' in printed(many, "html")
    # Above figures they fold once more: a table of fifteen figures is no reason to turn the page.
    figures = Table("表", tuple(Column(f"n{at}", "对有权处理机关满意", "number") for at in range(11)), ((1,) * 11,))
    assert '<section class="close">' in printed(figures, "html")
    words = figures._replace(columns=tuple(column._replace(kind="text") for column in figures.columns))
    assert '<section class="wide">' in printed(words._replace(rows=(("一",) * 11,)), "html")


def test_a_heading_of_three_characters_is_not_broken() -> None:
    """应答 and 复 below it: a word of a heading is read at once, in small type too."""
    page = printed(
        Table("表", (Column("due", "应答复", "number"), Column("rate", "按期答复率", "rate")), ((1, 0.5),)), "html"
    )
    assert '<th scope="col" class="n s">应答复</th><th scope="col" class="n">按期答复率</th>' in page
    assert (
        "th.t.s, th.l.s, th.n.s, th.w.s { white-space: nowrap; min-width: 2em }" in STYLE[STYLE.index("@media print") :]
    )


def test_what_ends_a_page_that_lies_stands_on_it() -> None:
    """Definitions and signature took an upright page for themselves behind every list."""
    signed = Document(
        "页", {}, (CHANNELS, LIST), notes=("收到: 收到的信访件。",), signed=("某县公安局", "2026年4月1日")
    )
    assert '<footer class="wide">' in printed(signed, "html")
    assert '<div class="signed wide">' in printed(signed, "html")
    upright = printed(signed._replace(tables=(LIST, CHANNELS)), "html")
    assert "<footer>" in upright
    assert '<div class="signed">' in upright
    assert ".wide { page: wide }" in STYLE


def test_a_chart_beside_its_table_holds_nothing_back() -> None:
    """What must not be torn from the table below a chart would be torn from nothing beside it: the page ended before it."""
    assert ".beside figure { flex: 0 0 100mm; break-after: auto }" in STYLE


def test_a_narrow_table_is_printed_beside_its_chart() -> None:
    """Four weeks of days take one page, not a page for their bars and one for their rows."""

    def drawn(days: int, more: int) -> str:
        columns = (Column("day", "法定届满日"), *(Column(f"n{at}", "到期", "number") for at in range(more)))
        chart = Chart("bars", "day", ("n0",))
        row: tuple[Cell, ...] = ("2026-10-01", *[1] * more)
        return printed(Table("到期", columns, (row,) * days, chart=chart), "html")

    assert '<div class="drawn beside">' in drawn(24, 1)
    assert '<div class="drawn">' in drawn(25, 1), "longer than a chart"
    assert '<div class="drawn">' in drawn(24, 5), "too wide to stand beside it"
    assert ".beside { display: flex;" in STYLE[STYLE.index("@media print") :]


def test_the_style_is_pure_ascii() -> None:
    """Where other characters become references, a style sheet would not read them."""
    assert STYLE.isascii()
    assert printed(BULLETIN, "html", "gbk").isascii()


def test_signed_at_the_end() -> None:
    assert '<div class="signed">\n<p>某县公安局</p>\n<p>2026年4月1日</p>\n</div>\n</body>' in PAGE
    assert "某县公安局\n" not in printed(BULLETIN, "plain")[-40:]


def test_what_is_signed_is_written_as_official_papers_are() -> None:
    """Days, colons and numbers as in Word; cells, and what nobody signs, stay as they are."""
    lines = ("截至 2026-04-01 的台账: 收到 72 件。",)
    assert "<p>截至2026年4月1日的台账：收到72件。</p>" in printed(BULLETIN._replace(lines=lines), "html")
    assert "<p>收到：收到的信访件。</p>" in PAGE
    assert ">2026-03-09<" in PAGE
    assert '<p>截至 <span class="w">2026-04-01</span> 的台账: 收到 72 件。</p>' in printed(
        BULLETIN._replace(lines=lines, signed=()), "html"
    )


@pytest.mark.parametrize("value", [EMPTY, texts(), Table("", (Column("a", "甲"),), ()), Document("空", {}, ())])
def test_nothing_to_show(value: Table | Document) -> None:
    assert Page(printed(value, "html")).tables == []
