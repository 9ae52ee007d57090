"""The map of an unusual ledger: which heading is which field, and what holds for every row (TOML)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from ..core.errors import ExchangeFailed, Problem
from .fields import LABELS, READERS, nearest, said
from .headings import heading_key

REMEDY = '例: [columns] 下写 "留言时间" = ["received", "accepted"]，[constants] 下写 channel = "web"'


@dataclass(frozen=True)
class Mapping:
    """columns: heading → its fields (() = leave this column out). constants: field → value where the file has none."""

    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    constants: dict[str, object] = field(default_factory=dict)
    source: str = ""

    def fields_of(self, heading: str) -> tuple[str, ...] | None:
        """What the map says of a heading of the file; None if nothing."""
        wanted = heading_key(heading)
        for name, fields in self.columns.items():
            if name == heading or (wanted and heading_key(name) == wanted):
                return fields
        return None


def read_map(text: str, origin: str) -> Mapping:
    """The map that the TOML text says; `origin` names the file in refusals. Raises ExchangeFailed E505 with the place."""
    import tomllib

    try:
        content = tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as problem:
        raise _bad(origin, _place_of(problem), "TOML 写法不对（字符串要用英文引号括起来）") from problem
    for name in content:
        if name not in ("columns", "constants"):
            raise _bad(origin, f"[{name}]", "只能有 [columns] 和 [constants] 两段")
    for name in ("columns", "constants"):
        if not isinstance(content.get(name, {}), dict):
            raise _bad(origin, name, f"应写成一段: [{name}]")
    columns = dict(_columns(origin, content.get("columns", {})))
    constants = dict(_constants(origin, content.get("constants", {})))
    if not columns and not constants:
        raise _bad(origin, "全文", "[columns] 和 [constants] 都是空的")
    return Mapping(columns, constants, origin)


def _columns(origin: str, written: dict[str, object]) -> Iterator[tuple[str, tuple[str, ...]]]:
    taken: dict[str, str] = {}
    for heading, value in written.items():
        place = f'[columns] "{heading}"'
        names = [value] if isinstance(value, str) else value
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise _bad(origin, place, '等号右边应是字段名，或字段名的列表 ["received", "accepted"]')
        fields = tuple(name.strip() for name in names if name.strip())
        for name in fields:
            _must_be_field(origin, place, name)
            if name in taken:
                raise _bad(origin, place, f"字段 {said([name])} 已经给了“{taken[name]}”列")
            taken[name] = heading
        yield heading, fields


def _constants(origin: str, written: dict[str, object]) -> Iterator[tuple[str, object]]:
    for name, value in written.items():
        place = f"[constants] {name}"
        _must_be_field(origin, place, name)
        if isinstance(value, bool) or not isinstance(value, (str, int, float, date, datetime)):
            raise _bad(origin, place, "取值应是文字、数字或日期")
        try:
            found = READERS[name](value)
        except Problem as problem:
            raise _bad(origin, place, problem.what, remedy=problem.remedy) from problem
        if found not in (None, ""):
            yield name, found


def _must_be_field(origin: str, place: str, name: str) -> None:
    if name in LABELS:
        return
    near = nearest(name)
    hint = f"（是不是 {said([near])}）" if near else ""
    raise _bad(origin, place, f"没有“{name}”这个字段{hint}", remedy=f"字段: {said(LABELS)}")


def _place_of(problem: Exception) -> str:
    found = re.search(r"line (\d+), column (\d+)", str(problem))
    return f"第{found[1]}行第{found[2]}列" if found else "末尾"


def _bad(origin: str, place: str, reason: str, *, remedy: str = "") -> ExchangeFailed:
    return ExchangeFailed("E505", f"字段对照文件 {origin} {place}: {reason.rstrip('。')}。", remedy=remedy or REMEDY)
