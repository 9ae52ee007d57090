"""A reader that remembers reads nothing otherwise than one that does not."""

from __future__ import annotations

import pytest

from xinfang.core.errors import BadInput
from xinfang.sheets import fields
from xinfang.sheets.cells import read_headcount, read_optional_day

DAYS = (
    "2025-03-04",
    "2025年3月4日",
    "二〇二五年三月四日",
    "无",
    "—",
    45720,
    45720.0,
    "45720",
    True,
    "2025-02-30",
    "昨天",
)


def tried(read: object, cell: object) -> object:
    """What a reader gives, or the code and words of its refusal."""
    assert callable(read)
    try:
        return read(cell)
    except BadInput as refusal:
        return refusal.code, refusal.what


@pytest.mark.parametrize("cells", [DAYS, DAYS[::-1], DAYS * 2])
def test_the_same_days(cells: tuple[object, ...]) -> None:
    """In any order, and again."""
    known = fields.remembering(read_optional_day)
    assert [tried(known, cell) for cell in cells] == [tried(read_optional_day, cell) for cell in cells]


def test_what_python_takes_for_equal() -> None:
    """1, 1.0 and True are three cells; a list is no text at all."""
    known = fields.remembering(read_headcount)
    cells = ("1", 1, 1.0, True, [1], "1", "", "0")
    assert [tried(known, cell) for cell in cells] == [tried(read_headcount, cell) for cell in cells]


def test_memory_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither many texts nor long ones are kept."""
    asked: list[str] = []

    def read(cell: str) -> str:
        asked.append(cell)
        return cell

    monkeypatch.setattr(fields, "KEPT_AT_MOST", 2)
    known = fields.remembering(read)
    long = "长" * (fields.KEPT_LONGEST + 1)
    for cell in ("甲", "甲", long, long, "乙", "乙", "丙", "丙"):
        assert known(cell) == cell
    assert asked == ["甲", long, long, "乙", "丙", "丙"]
