"""One value, many looks: what a command answers with, before anyone decides how it is printed."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Literal, NamedTuple, Self

from .long import MOST_HELD, Long, each

CellKind = Literal["text", "date", "number", "rate"]
Cell = str | int | float | date | bool | None
Row = tuple[Cell, ...]
Rows = tuple[Row, ...] | Long[Row]


class Said(str):
    """A stable name that people read as `word`, where the word depends on the row and not on the name alone."""

    word: str

    def __new__(cls, name: str, word: str) -> Self:
        """The name, with its word."""
        said = super().__new__(cls, name)
        said.word = word
        return said


class Percent(float):
    """A rate in a column of counts: a number like theirs that people read in percent."""


class Column(NamedTuple):
    """A column: `key` is the stable English name in JSON and CSV, `label` the Chinese heading.

    words: Chinese words for stored values (`accepted` → 已受理), used by the looks made for people;
    JSON and CSV keep the stored value. machine_only: kept out of the looks made for people.
    blank: what people see where there is no value (未核 for a date that cannot be known yet).
    decimals: of a number that is not whole, as people read it.
    """

    key: str
    label: str
    kind: CellKind = "text"
    words: Mapping[str, str] = MappingProxyType({})
    machine_only: bool = False
    blank: str = ""
    decimals: Literal[1, 2] = 2


class Chart(NamedTuple):
    """How a table is drawn besides being printed: one bar, or one point of a line, for each row and value.

    label: key of the column that names the rows. values: keys of number or rate columns, one series each.
    """

    kind: Literal["bars", "lines"]
    label: str
    values: tuple[str, ...]


class Table(NamedTuple):
    """Rows under columns. Each row is a tuple in the order of `columns`.

    A rate is a float between 0 and 1, or None where nothing was due. notes are sentences printed
    below the table by the looks made for people. hints are sentences for whoever works with the program, such as what
    to type for more: looks on a screen have them, what is handed on has not. Rows too many to be held are read anew by
    each that goes through them; their notes and hints are best asked for after that, for they tell what was met.
    """

    title: str
    columns: tuple[Column, ...]
    rows: Rows
    notes: Iterable[str] = ()
    key: str = ""
    """Stable English name, for JSON lines and CSV that hold several tables."""
    chart: Chart | None = None
    """How the looks that can draw draw it."""
    hints: Iterable[str] = ()


class Document(NamedTuple):
    """Several tables under one title, with the JSON value that is the contract with scripts."""

    title: str
    data: Mapping[str, object]
    tables: tuple[Table, ...]
    lines: tuple[str, ...] = ()
    """Plain sentences printed before the tables by the looks made for people."""
    notes: tuple[str, ...] = ()
    for_machines: tuple[Table, ...] = ()
    """What CSV and JSON lines hold where people read `lines` instead of tables, or fewer tables."""
    signed: tuple[str, ...] = ()
    """Who issues it, and the day 落款: at the end of the looks that are printed and signed."""
    hints: tuple[str, ...] = ()
    """For whoever works with the program, as a table has them."""


def table_of(key: str, rows: Sequence[Mapping[str, object]]) -> Table:
    """Objects with the same keys as a table for machines; a list of texts becomes one text of several lines."""
    columns = tuple(Column(name, name) for name in rows[0]) if rows else ()
    return Table(key, columns, tuple(tuple(map(_as_cell, row.values())) for row in rows), key=key)


def _as_cell(value: object) -> Cell:
    if isinstance(value, list):
        return "\n".join(map(str, value))
    return value if isinstance(value, str | int | float | date) else None


def tables_of(value: Table | Document) -> tuple[Table, ...]:
    """The tables that people see of it."""
    return value.tables if isinstance(value, Document) else (value,)


def is_long(value: Table | Document) -> bool:
    """Whether one of them has more rows than are held of a list, be they held or not."""
    return any(isinstance(table.rows, Long) or len(table.rows) > MOST_HELD for table in tables_of(value))


def records(table: Table) -> Sequence[Mapping[str, object]] | Long[Mapping[str, object]]:
    """A table's rows as objects by column key, days as ISO text: the form lists have in JSON."""
    keys = [column.key for column in table.columns]

    def as_object(row: Row) -> Mapping[str, object]:
        return {key: cell.isoformat() if isinstance(cell, date) else cell for key, cell in zip(keys, row, strict=True)}

    return each(as_object, table.rows)


def held(table: Table) -> Table:
    """The table with its rows and what is said below them held, where they are few enough for that; else as it is."""
    rows = table.rows if isinstance(table.rows, tuple) else table.rows.few()
    if rows is None:
        return table
    return table._replace(rows=rows, notes=tuple(iter(table.notes)), hints=tuple(iter(table.hints)))
