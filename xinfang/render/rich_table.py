"""A terminal: bold headings, columns fitted to its width, long text folded; too narrow a one gets records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple, TextIO

from .bars import bars
from .cells import EMPTY, for_people, headings_folded, least_width, line, mostly_numbers, stay_whole, to_the_right
from .plain import GAP
from .records import records
from .screen import encoding_of
from .widths import fold, width

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, JustifyMethod, RenderableType
    from rich.measure import Measurement

    from xinfang.core.table import Document, Table

    from .bars import Bars
    from .cells import Grid

# ASCII only: Chinese terminals draw box characters two columns wide.
_RULES = "    \n    \n -  \n    \n    \n    \n    \n    \n"
NARROWEST, NARROWEST_AMONG_NUMBERS = 16, 10
"""A long text is not folded more narrowly than this, the few texts of a table of figures not more than that."""
BAR_STYLE = "cyan on cyan"
"""Signs as a solid bar; where there is no colour the signs themselves are left."""


def show(value: Table | Document, stdout: TextIO) -> None:
    """Print the value on the terminal behind `stdout`."""
    import os

    from rich.console import Console

    console = Console(file=stdout, markup=False, emoji=False, highlight=False)
    page = _Page(encoding_of(stdout), console.width, "" if os.environ.get("NO_COLOR") else "bold")
    for part in page.parts(value):
        console.print(part)


class _Page(NamedTuple):
    """The terminal printed on: its encoding, its columns, the style of its headings."""

    encoding: str
    room: int
    heading: str

    def parts(self, value: Table | Document) -> Iterator[RenderableType]:
        from xinfang.core.table import Document

        if not isinstance(value, Document):
            yield from self.table(value)
            return
        yield from self.sentences(value.title, style=self.heading)
        for text in value.lines:
            yield from self.sentences(text) if text else ("",)
        for table in value.tables:
            yield ""
            yield from self.table(table)
        if value.notes or value.hints:
            yield ""
            yield from self.sentences(*value.notes, *value.hints)

    def sentences(self, *texts: str, style: str = "") -> Iterator[RenderableType]:
        from rich.text import Text

        for text in filter(None, texts):
            # rich folds at blanks only, of which Chinese has none.
            for part in fold(line(text, self.encoding), self.room):
                yield Text(part, style=style)

    def table(self, table: Table) -> Iterator[RenderableType]:
        yield from self.sentences(table.title, style=self.heading)
        grid = for_people(table, self.encoding)
        if not grid.rows:
            yield from self.sentences(EMPTY)
        else:
            yield from self.rows(table, grid)
        yield from self.sentences(*table.notes, *table.hints)

    def rows(self, table: Table, grid: Grid) -> Iterator[RenderableType]:
        """In columns, if need be under headings of some lines, or with long texts folded; as records where there is no room."""
        figures = mostly_numbers(grid)
        grids = (grid, *(headings_folded(grid, lines) for lines in ((2, 3) if figures else (2,))))
        # Headings are folded rather than texts, and no text is folded for a bar.
        for narrowest in (self.room, NARROWEST, *((NARROWEST_AMONG_NUMBERS,) if figures else ())):
            for each in grids:
                if (needed := least_width(each, len(GAP), narrowest)) <= self.room:
                    yield _columns(each, self.heading, bars(table, self.room - needed if narrowest > NARROWEST else 0))
                    return
        yield from self.records(grid)

    def records(self, grid: Grid) -> Iterator[RenderableType]:
        for place, lines in enumerate(records(grid, self.room)):
            if place:
                yield ""
            yield from self.sentences(*lines)


class _Folded:
    """A cell, folded as Chinese is set: rich would begin a line with a comma."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[RenderableType]:
        from rich.text import Text

        yield Text("\n".join(fold(self.text, options.max_width)))

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        from rich.measure import Measurement

        return Measurement(min(width(self.text), NARROWEST_AMONG_NUMBERS), width(self.text))


def _columns(grid: Grid, heading: str, drawn: Bars) -> RenderableType:
    from rich.box import Box
    from rich.table import Table as RichTable
    from rich.text import Text

    table = RichTable(
        box=Box(_RULES, ascii=True), show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style=heading
    )
    for column, label, stays in zip(grid.columns, grid.headings, stay_whole(grid), strict=True):
        side: JustifyMethod = "right" if to_the_right(column) else "left"
        table.add_column(Text(label), justify=side, overflow="fold", no_wrap=stays)
        if column.key in drawn:
            table.add_column("", no_wrap=True)
    for number, row in enumerate(grid.rows):
        cells: list[RenderableType] = []
        for column, cell in zip(grid.columns, row, strict=True):
            cells.append(_Folded(cell))
            if column.key in drawn:
                cells.append(Text.assemble((drawn[column.key][number], BAR_STYLE)))
        table.add_row(*cells)
    return table
