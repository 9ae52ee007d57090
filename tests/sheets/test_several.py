"""Cells of names that stand for a group: who is named, and how many came."""

from __future__ import annotations

from pathlib import Path

import pytest

from .samples import HEAD, only, write_csv

CELLS = [
    ("张三等5人", "", "张三", 5),
    ("张三 等 5 人", "", "张三", 5),
    ("张三等５人", "", "张三", 5),
    ("张三、李四等二十余名村民", "", "张三、李四", 20),
    ("张三等共12户", "", "张三", 12),
    ("张三，等30多人", "", "张三", 30),
    ("张三等一百二十人", "", "张三", 120),
    ("张三等三百余名业主", "", "张三", 300),
    ("张三等一百二人", "", "张三等一百二人", None),
    ("欧阳等等六人", "", "欧阳等", 6),
    # The sheet's own column of heads says it better.
    ("张三等5人", "6", "张三", 6),
    # Nobody knows how many.
    ("张三等人", "", "张三等人", None),
    ("等5人", "", "等5人", None),
    ("张三等1人", "", "张三等1人", None),
    ("等等", "3", "等等", 3),
    ("何等海", "", "何等海", None),
]


@pytest.mark.parametrize(("cell", "heads", "name", "count"), CELLS)
def test_a_group(cell: str, heads: str, name: str, count: int | None, tmp_path: Path) -> None:
    head, row = [*HEAD, "人数"], ["2026-01-05", cell, "", "", "反映欠薪", heads]
    found = only(write_csv(tmp_path / "台账.csv", [head, row]))
    assert (found.name, found.headcount) == (name, count)
