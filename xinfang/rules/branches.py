"""Police branches 警种: the one name that is kept for each, whatever name was typed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ..core.errors import BadInput
from .pages import parsed

ENDINGS = ("总队", "支队", "大队", "中队", "部门", "警种", "民警", "总局", "局", "处", "科", "股", "队")
"""What a name may carry behind it without meaning another branch: 刑侦大队 is 刑侦."""


def branches() -> tuple[str, ...]:
    """The names that may be kept, in the order of rules/tables/branches.toml."""
    return tuple(_table())


def branch(typed: str) -> str:
    """The name that is kept for the branch typed: itself, a synonym, either with an ending such as 大队.

    Raises BadInput E104 listing the names that may be kept.

    >>> branch("交警大队")
    '交管'
    """
    known = _by_any_name()
    name = "".join(typed.split())
    while name:
        if name in known:
            return known[name]
        ending = next((ending for ending in ENDINGS if name.endswith(ending)), "")
        if not ending:
            break
        name = name.removesuffix(ending)
    raise BadInput("E104", f"没有“{typed}”这个警种。", remedy="可用: " + "、".join(branches()))


@cache
def _by_any_name() -> dict[str, str]:
    return {name: kept for kept, others in _table().items() for name in (kept, *others)}


@cache
def _table() -> dict[str, list[str]]:
    text = (Path(__file__).with_name("tables") / "branches.toml").read_text(encoding="utf-8")
    return parsed(text)
