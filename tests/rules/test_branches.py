"""The police branches of the dictionary, and finding one by what a clerk types."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import xinfang.rules.branches
from xinfang.core.errors import BadInput
from xinfang.rules.branches import branch, branches

TABLE = Path(xinfang.rules.branches.__file__).with_name("tables") / "branches.toml"


def test_branches_of_the_dictionary() -> None:
    assert branches()[:6] == ("派出所", "刑侦", "治安", "经侦", "交管", "户政")
    assert branches()[-1] == "其他"
    assert all(branch(name) == name for name in branches())


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("社区警务", "派出所"),
        ("刑警大队", "刑侦"),
        ("交警", "交管"),
        (" 交 警 支队 ", "交管"),
        ("人口", "户政"),
        ("网安部门", "网安"),
        ("政保大队", "国保"),
        ("巡特警大队", "特巡警"),
        ("看守所", "监管"),
        ("出入境管理局", "出入境"),
        ("督察", "督察审计"),
        ("审计科", "督察审计"),
        ("政治处", "政工"),
        ("情指中心", "指挥"),
        ("环侦", "食药环侦"),
    ],
)
def test_other_names_of_branches(typed: str, name: str) -> None:
    assert branch(typed) == name


@pytest.mark.parametrize("typed", ["", "  ", "大队", "消防", "刑"])
def test_an_unknown_branch_lists_the_choices(typed: str) -> None:
    with pytest.raises(BadInput) as refusal:
        branch(typed)
    assert refusal.value.code == "E104"
    assert "派出所、刑侦、治安" in refusal.value.remedy


def test_no_name_belongs_to_two_branches() -> None:
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    names = [name for kept, others in table.items() for name in (kept, *others)]
    assert len(names) == len(set(names))
