"""A table too long to be held looks as any other, and no look holds its rows."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from xinfang.core.errors import ExchangeFailed
from xinfang.core.long import Counted, Long
from xinfang.core.table import Column, Document, Row, Table, records
from xinfang.render import BINARY_FORMATS, TEXT_FORMATS, as_json, markdown, plain, show, word, workbook

from .reading import sheets
from .samples import OVERDUE, REPORT, Screen, printed

MANY, LONG = 500, 8_000


def lengthened(table: Table) -> Table:
    """The same, its rows not held."""
    return table._replace(rows=Long(lambda _: iter(table.rows)), notes=Long(lambda _: iter(table.notes)))


def with_detail(table: Table) -> Document:
    """A report with a table behind its figures, in its JSON too."""
    return REPORT._replace(data={**REPORT.data, "detail": records(table), "last": [1]}, tables=(*REPORT.tables, table))


MIXED = OVERDUE._replace(
    rows=(*OVERDUE.rows, ("2026-000013", "=1+1\n长" + "文" * 120, "closed", None, None, 0, None, None))
)
NOTHING = OVERDUE._replace(rows=())


@pytest.mark.parametrize("table", [MIXED, NOTHING], ids=["some", "none"])
@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
@pytest.mark.parametrize("fmt", TEXT_FORMATS)
def test_the_same_text(fmt: str, encoding: str, table: Table) -> None:
    long = lengthened(table)
    assert printed(long, fmt, encoding) == printed(table, fmt, encoding)
    assert printed(with_detail(long), fmt, encoding) == printed(with_detail(table), fmt, encoding)


def test_json_a_few_items_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(as_json, "ITEMS_AT_ONCE", 2)
    assert printed(with_detail(lengthened(MIXED)), "json") == printed(with_detail(MIXED), "json")


def test_plain_text_reads_the_rows_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A portion is lined up by itself, no narrower than the one before it."""
    monkeypatch.setattr(plain, "AT_ONCE", 2)
    monkeypatch.setattr("xinfang.core.long.MOST_HELD", 2)
    readings = []

    def read(_: Counted) -> Iterator[Row]:
        readings.append(1)
        yield from ((word, 1) for word in ("a", "bbb", "ccccc", "d", "e"))

    rows = Long(read)
    assert rows.few() is None
    columns = (Column("word", "W"), Column("count", "N", "number"))
    assert printed(Table("", columns, rows), "plain").splitlines() == [
        "W    N",
        "---  -",
        "a    1",
        "bbb  1",
        "ccccc  1",
        "d      1",
        "e      1",
    ]
    assert len(readings) == 1


def test_on_a_terminal_it_is_plain() -> None:
    assert printed(lengthened(MIXED), terminal=True) == printed(MIXED, "plain", terminal=True)


def test_on_a_terminal_it_is_plain_though_it_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    as_table = printed(REPORT, terminal=True)
    most = max(len(table.rows) for table in REPORT.tables)
    monkeypatch.setattr("xinfang.core.table.MOST_HELD", most)
    assert printed(REPORT, terminal=True) == as_table
    monkeypatch.setattr("xinfang.core.table.MOST_HELD", most - 1)
    assert printed(REPORT, terminal=True) == printed(REPORT, "plain", terminal=True) != as_table


@pytest.mark.parametrize("table", [MIXED, NOTHING], ids=["some", "none"])
def test_the_same_workbook(table: Table) -> None:
    for held, long in ((table, lengthened(table)), (with_detail(table), with_detail(lengthened(table)))):
        made = b"".join(workbook.chunks(long))
        assert sheets(made) == sheets(workbook.content(held))
        assert made == b"".join(workbook.chunks(long))


def test_one_sheet_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 2)
    long = b"".join(workbook.chunks(lengthened(MIXED)))
    assert sheets(long) == sheets(workbook.content(MIXED))
    assert [name for name, _ in sheets(long)] == ["超期的信访件", "超期的信访件 (2)", "说明"]


def test_the_same_paper() -> None:
    assert word.content(lengthened(MIXED)) == word.content(MIXED)


def test_more_than_word_has_room_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(word, "MOST_ROWS", 2)
    for table in (MIXED, lengthened(MIXED)):
        with pytest.raises(ExchangeFailed) as refused:
            show(table, fmt=None, output=tmp_path / "a.docx", stdout=Screen())
        assert refused.value.code == "E507"
        assert "xlsx" in refused.value.remedy
    assert not any(tmp_path.iterdir())
    assert word.content(OVERDUE)


@pytest.mark.parametrize("fmt", [*TEXT_FORMATS, "xlsx"])
def test_no_look_holds_the_rows(fmt: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "SAMPLE", 10)
    monkeypatch.setattr(as_json, "ITEMS_AT_ONCE", 10)
    monkeypatch.setattr(markdown, "AT_ONCE", 10)
    monkeypatch.setattr(plain, "AT_ONCE", 10)
    columns = (Column("number", "编号"), Column("title", "标题"), Column("count", "件数", "number"))
    table = Table("表", columns, Long(lambda _: map(row, range(MANY))), key="detail")
    show(table, fmt=fmt, output=tmp_path / "出", stdout=Screen())  # loads what is loaded once
    tracemalloc.start()
    try:
        for value in (table, Document("报表", {"detail": records(table)}, (table,))):
            show(value, fmt=fmt, output=tmp_path / "出", stdout=Screen())
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < MANY * LONG / 2


def row(number: int) -> Row:
    return f"2026-{number:06}", f"{number:06}" + "x" * LONG, number


@pytest.mark.parametrize("fmt", BINARY_FORMATS)
def test_nothing_is_left_where_reading_fails(fmt: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def read(_: Counted) -> Iterator[Row]:
        yield from MIXED.rows
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        show(MIXED._replace(rows=Long(read)), fmt=fmt, output=tmp_path / "出", stdout=Screen())
    assert not any(tmp_path.iterdir())
