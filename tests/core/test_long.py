"""Long answers: read anew each time, never held, and the same each time."""

from __future__ import annotations

from collections.abc import Iterator
from unittest.mock import patch

import pytest

from xinfang.core.long import Counted, Long, each
from xinfang.core.table import Column, Table, held, records


class Readings:
    """A source that tells how often it was asked, and how far it was read."""

    def __init__(self, length: int) -> None:
        self.length, self.begun, self.given = length, 0, 0

    def __call__(self, counted: Counted) -> Iterator[int]:
        self.begun += 1
        for number in range(self.length):
            self.given += 1
            counted["odd"] += number % 2
            yield number


def test_each_reading_begins_anew() -> None:
    source = Readings(3)
    long = Long(source)
    assert (list(iter(long)), list(iter(long)), source.begun) == ([0, 1, 2], [0, 1, 2], 2)


def test_what_was_counted_is_known_after_a_reading() -> None:
    source = Readings(5)
    long = Long(source)
    assert not long.read_through
    assert len(list(iter(long))) == 5
    assert (long.read_through, len(long), long.counted["odd"], source.begun) == (True, 5, 2, 1)
    long.forget()
    source.length = 4
    assert (len(long), source.begun) == (4, 2)


def test_a_reading_broken_off_counts_nothing() -> None:
    long = Long(Readings(5))
    assert next(iter(long)) == 0
    assert not long.read_through


def test_no_more_is_drawn_than_is_asked_for() -> None:
    source = Readings(1000)
    long = Long(source)
    assert bool(long)
    assert list(iter(long.first(2))) == [0, 1]
    doubled = each(lambda number: number * 2, long)
    assert next(iter(doubled)) == 0
    assert source.given == 4


@pytest.mark.parametrize(("length", "most", "few"), [(0, 0, True), (3, 3, True), (4, 3, False)])
def test_few_are_held(length: int, most: int, few: bool) -> None:
    source = Readings(length)
    with patch("xinfang.core.long.MOST_HELD", most):
        found = Long(source).few()
    assert found == (tuple(range(length)) if few else None)
    assert (source.begun, source.given) == (1, min(length, most + 1))


def test_the_first_to_read_goes_on_where_it_was_looked_whether_they_are_few() -> None:
    source = Readings(5)
    long = Long(source)
    with patch("xinfang.core.long.MOST_HELD", 2):
        assert long.few() is None
    assert (list(iter(long)), source.begun, source.given) == ([0, 1, 2, 3, 4], 1, 5)
    assert (list(iter(long)), source.begun, len(long)) == ([0, 1, 2, 3, 4], 2, 5)
    with patch("xinfang.core.long.MOST_HELD", 2):
        assert long.few() is None
    source.length = 4
    long.forget()
    assert (list(iter(long)), source.begun) == ([0, 1, 2, 3], 4)


def test_a_table_is_held_with_its_notes() -> None:
    numbers = Long(Readings(3))
    rows = each(lambda number: (number,), numbers)
    assert isinstance(rows, Long)
    table = Table("表", (Column("n", "数"),), rows, notes=Long(lambda _: iter([f"共 {len(rows)} 件。"])))
    short = held(table)
    assert (short.rows, short.notes) == (((0,), (1,), (2,)), ("共 3 件。",))
    assert records(short) == list(records(table)) == [{"n": 0}, {"n": 1}, {"n": 2}]
    with patch("xinfang.core.long.MOST_HELD", 2):
        assert held(table) is table
