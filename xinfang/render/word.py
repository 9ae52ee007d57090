"""Word: a bulletin laid out as official papers are, to be signed and handed round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from xinfang.core.errors import ExchangeFailed
from xinfang.core.numerals import numeral

from . import titles, word_annexes
from .cells import EMPTY, for_people, line
from .charts import left_out, panels
from .official_page import (
    BODY_INDENT,
    FANGSONG,
    FIRST_FOOTER,
    FOOTER_STYLES,
    FOOTERS,
    HEITI,
    KAITI,
    KEEP,
    LINE,
    LOWEST_END,
    LYING,
    SEAL_ROOM,
    SIGNATURES,
    TITLE,
    TWENTY_EIGHT,
    UPRIGHT,
    Page,
    document_part,
    face,
    lines,
    paragraph,
    section,
    style,
)
from .official_words import written
from .widths import width
from .word_charts import chart_parts, for_lying, inline
from .word_package import package
from .word_table import STYLES as TABLE_STYLES
from .word_table import fitted, word_table

if TYPE_CHECKING:
    from xinfang.core.table import Document, Table

    from .charts import Panel

STYLES = (
    style("Normal", "Normal", f'{lines(LINE)}<w:jc w:val="both"/>', default=True)
    + style("Biaoti", "Title", f'{KEEP}{lines(680, after=280)}<w:jc w:val="center"/>', face(TITLE, 44))
    + style("Zhengwen", "正文", lines(LINE) + BODY_INDENT, TWENTY_EIGHT)
    + "".join(
        style(
            name,
            f"heading {layer}",
            f'{KEEP}{lines(LINE, before=240, after=80)}{BODY_INDENT}<w:outlineLvl w:val="{layer - 1}"/>',
            face(font, 32),
        )
        for layer, name, font in ((1, "Xiaobiaoti", HEITI), (2, "Ercengbiaoti", KAITI))
    )
    + style("Tu", "图", '<w:keepNext/><w:spacing w:before="80" w:after="80" w:line="240" w:lineRule="auto"/>')
    + style("Fuzhu", "说明", f'{lines(320)}<w:jc w:val="both"/>', face(FANGSONG, 21))
    + LOWEST_END
    + word_annexes.STYLES
    + SIGNATURES
    + FOOTER_STYLES
    + TABLE_STYLES
)
TITLE_ACROSS = 36
"""Columns of a line of it: 二号 has room for 40, but Word puts a little between Chinese and numbers, which may be wide."""
MOST_ROWS = 32_767
"""What Word can hold in one table."""
FIRST_CHART = FIRST_FOOTER + len(FOOTERS)


def chunks(value: Table | Document) -> Iterator[bytes]:
    """The same in one piece."""
    yield content(value)


def content(value: Table | Document) -> bytes:
    """The value as the bytes of a .docx file, the same bytes for the same value."""
    from xinfang.core.table import Document

    whole, tables = (value, value.tables) if isinstance(value, Document) else (None, (value,))
    title = _in_lines(written(value.title))
    sections = [*_sections(tables, headed=whole is not None, signed=whole is not None and any(whole.signed))]
    body = [part for part in sections if not part.annex]
    behind = [part for part in sections if part.annex]
    begin = [paragraph(title, "Biaoti"), *_paragraphs(whole.lines if whole else (), "Zhengwen")]
    # A title by itself goes where its table goes.
    page = body[0].page if body and len(begin) == 1 else UPRIGHT
    ending = _ending(whole, body[-1].page if body else UPRIGHT, [part.annex for part in behind])
    return package(
        document_part(_body(_Section(page, begin), *body, *ending, *behind)),
        title=line(value.title),
        styles=STYLES,
        charts=chart_parts([panel for part in sections for panel in part.panels]),
    )


class _Section(NamedTuple):
    """The heading, charts, table and notes of one table, and the page on which it fits. annex: the name of one."""

    page: Page
    body: Iterable[str]
    panels: Sequence[Panel] = ()
    annex: str = ""


def _body(*sections: _Section) -> Iterator[str]:
    page = sections[0].page
    for part in sections:
        if part.page != page:
            yield _turn(page)
            page = part.page
        yield from part.body
    yield section(page)


def _sections(tables: tuple[Table, ...], *, headed: bool, signed: bool) -> Iterator[_Section]:
    """One for each table. Of a paper that is signed those that lie are its annexes."""
    drawn = inside = behind = 0
    layers = titles.layers([table.title for table in tables])
    # Titles may bring the numbers of an article with them.
    numbered = not any(map(titles.brings_number, (table.title for table in tables)))
    grids = [for_people(_in_one(table)) for table in tables]
    fits = [fitted(grid, (UPRIGHT, LYING)) for grid in grids]
    lying = sum(fit.page == LYING for fit in fits) if signed and numbered else 0
    for table, layer, grid, fit in zip(tables, layers, grids, fits, strict=True):
        name, annex = written(table.title), bool(lying) and fit.page == LYING
        behind, inside = behind + annex, inside + (not annex)
        # The first layer stands in 黑体, the second in 楷体.
        heading = "Xiaobiaoti" if layer == 1 else "Ercengbiaoti"
        body = [paragraph(f"{numeral(inside)}、{name}" if numbered else name, heading)] if headed else []
        if annex:
            body = word_annexes.headed(behind, lying, name)
        lies = fit.page == LYING
        found = [for_lying(panel) if lies else panel for panel in panels(table)]
        for place, panel in enumerate(found, start=drawn):
            body.append(inline(panel, FIRST_CHART + place, line(table.title), lies=lies))
            body += _paragraphs((left_out(table, panel),), "Fuzhu")
        drawn += len(found)
        notes = [*filter(None, table.notes)]
        laid_out = word_table(grid, fit, noted=bool(notes)) if grid.rows else (paragraph(EMPTY, "Zhengwen"),)
        # They stay on the page of the last rows. A page of Word does not end with a table.
        below = [paragraph(written(note), "Fuzhu", keep=note is not notes[-1]) for note in notes]
        below = below or [paragraph("", "Moduan")]
        yield _Section(fit.page, chain(body, laid_out, below), found, name if annex else "")


def _in_one(table: Table) -> Table:
    """The table with its rows held, for its columns and pages follow from them. Raises ExchangeFailed E507 where Word has no room."""
    rows = tuple(islice(table.rows, MOST_ROWS + 1))
    if len(rows) > MOST_ROWS:
        raise ExchangeFailed(
            "E507",
            f"“{line(table.title)}”超过 {MOST_ROWS} 行，Word 的一张表放不下。",
            remedy="用 -o 文件名.xlsx 或 .csv 存成表格；只要前面的，加 --limit",
        )
    return table._replace(rows=rows)


def _ending(whole: Document | None, page: Page, names: Sequence[str]) -> Iterator[_Section]:
    """Notes on upright pages, as the first one; names: of the annexes; who issues it and when, never alone on a page:
    below the notes or on `page`."""
    if whole is None or not any((*whole.notes, *whole.signed)):
        return
    notes = list(filter(None, whole.notes))
    page = UPRIGHT if notes else page
    body = [paragraph("说明", "Xiaobiaoti")] if notes else []
    body += [paragraph(written(note), "Fuzhu", keep=note is notes[-1]) for note in notes]
    body += word_annexes.listed(names)
    name = "Luokuan" if page == UPRIGHT else "Luokuanheng"
    signed = filter(None, whole.signed)
    body += [paragraph(line(text), name, before=0 if place else SEAL_ROOM) for place, text in enumerate(signed)]
    yield _Section(page, body)


def _paragraphs(texts: Iterable[str], name: str) -> Iterator[str]:
    for text in filter(None, texts):
        yield paragraph(written(text), name)


def _in_lines(title: str) -> str:
    """The title in lines that mean something each, where one has no room for it."""
    lines = [""]
    for part in titles.parts(title):
        if lines[-1] and width(lines[-1] + part) > TITLE_ACROSS:
            lines.append("")
        lines[-1] += part
    return "\n".join(lines)


def _turn(page: Page) -> str:
    """The end of the pages of one kind."""
    return f'<w:p><w:pPr><w:pStyle w:val="Moduan"/>{section(page)}</w:pPr></w:p>'
