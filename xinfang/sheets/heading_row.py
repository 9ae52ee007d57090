"""Where the headings stand among title lines, merged cells and two-line heads, and what each column holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..core.errors import ExchangeFailed
from .cleaning import shown
from .fields import LABELS, said
from .headings import fields_for, heading_key
from .mapping import Mapping

LOOK_AT = 40
"""Rows from the top among which the headings are looked for."""

REQUIRED = ("received", "name")
MAP_IT = '用 --map 对照.toml 指明每列是什么，例: [columns] 下写 "留言时间" = "received"'


@dataclass(frozen=True)
class HeadingRow:
    """first, last: its row numbers (two for a two-line head). names: the heading of each column, '' for none.

    columns: column index → its fields. doubtful: headings that may be several fields, and are not used.
    """

    first: int
    last: int
    names: tuple[str, ...]
    columns: dict[int, tuple[str, ...]]
    doubtful: dict[str, tuple[str, ...]]

    @property
    def found(self) -> set[str]:
        """The fields that some column holds."""
        return {name for fields in self.columns.values() for name in fields}


def find_heading_row(rows: Sequence[tuple[int, Sequence[object]]], mapping: Mapping | None = None) -> HeadingRow:
    """The headings among the first rows, each given as (row number, cells).

    Raises ExchangeFailed E504 if there are none, if two columns hold the same field or a required one is missing
    (E505 if a map is at fault), naming what was seen.
    """
    rows = rows[:LOOK_AT]
    best = max(_candidates(rows, mapping or Mapping()), key=lambda head: len(head.found), default=None)
    if best is None or len(best.found) < (1 if mapping and mapping.columns else 2):
        raise ExchangeFailed("E504", f"没有找到表头；前几行里有: {_fullest(rows)}。", remedy=MAP_IT)
    _check_map(best, mapping)
    _check_twice(best, mapping)
    _check_required(best, mapping)
    return best


def _candidates(rows: Sequence[tuple[int, Sequence[object]]], mapping: Mapping) -> Iterator[HeadingRow]:
    # Of equals max takes the first, so single rows stand before pairs.
    cleaned = [(line, [_heading(cell) for cell in cells]) for line, cells in rows]
    for line, names in cleaned:
        yield _assign(line, line, [(name,) for name in names], mapping)
    for (first, upper), (last, lower) in pairwise(cleaned):
        yield _assign(first, last, list(_joined(upper, lower)), mapping)


def _joined(upper: list[str], lower: list[str]) -> Iterator[tuple[str, ...]]:
    """The possible names of each column under a two-line head: 受理 over 日期 is 受理日期, else 日期."""
    over = ""
    for place in range(max(len(upper), len(lower))):
        own = upper[place] if place < len(upper) else ""
        below = lower[place] if place < len(lower) else ""
        # A merged cell holds its text in its first column only.
        over = own or over
        yield (over + below, below) if below else (own,)


def _assign(first: int, last: int, names: list[tuple[str, ...]], mapping: Mapping) -> HeadingRow:
    chosen: list[str] = []
    columns: dict[int, tuple[str, ...]] = {}
    guesses: dict[int, tuple[str, ...]] = {}
    doubtful: dict[str, tuple[str, ...]] = {}
    for place, forms in enumerate(names):
        name, fields, by_map = _meaning(forms, mapping)
        chosen.append(name)
        if by_map:
            columns[place] = fields
        elif fields:
            guesses[place] = fields
    by_map_already = {field for fields in columns.values() for field in fields}
    for place, fields in guesses.items():
        if len(fields) > 1:
            doubtful[chosen[place]] = fields
        elif fields[0] not in by_map_already:
            columns[place] = fields
    return HeadingRow(first, last, tuple(chosen), {p: f for p, f in sorted(columns.items()) if f}, doubtful)


def _meaning(forms: tuple[str, ...], mapping: Mapping) -> tuple[str, tuple[str, ...], bool]:
    """The name to use of a column's possible ones, its fields, and whether the map says so."""
    for form in forms:
        if form and (mapped := mapping.fields_of(form)) is not None:
            return form, mapped, True
    known = [(form, fields_for(form)) for form in forms if form]
    for form, fields in known:
        if len(fields) == 1:
            return form, fields, False
    return next(((form, fields, False) for form, fields in known if fields), (forms[-1], (), False))


def _check_map(head: HeadingRow, mapping: Mapping | None) -> None:
    if mapping is None:
        return
    present = {heading_key(name) for name in head.names} | set(head.names)
    for heading in mapping.columns:
        if heading not in present and heading_key(heading) not in present:
            reason = f"字段对照文件 {mapping.source} [columns] 里的“{shown(heading)}”，台账里没有这一列。"
            raise ExchangeFailed("E505", reason, remedy=f"台账的表头: {_listed(head.names)}")


def _check_twice(head: HeadingRow, mapping: Mapping | None) -> None:
    holders: dict[str, list[str]] = {}
    for place, fields in head.columns.items():
        for name in fields:
            holders.setdefault(name, []).append(head.names[place])
    for name, headings in holders.items():
        if len(headings) > 1:
            code = "E505" if mapping and any(mapping.fields_of(heading) for heading in headings) else "E504"
            raise ExchangeFailed(
                code,
                f"有{len(headings)}列都是{LABELS[name]}: {_listed(headings)}，不能确定用哪一列。",
                remedy=f'用 --map 指明，不用的列写成空: "{shown(headings[-1])}" = ""；两列同名的，先在台账里改一个',
            )


def _check_required(head: HeadingRow, mapping: Mapping | None) -> None:
    constants = mapping.constants if mapping else {}
    missing = [name for name in REQUIRED if name not in head.found and name not in constants]
    if not missing:
        return
    doubts = "；".join(f"“{shown(name)}”可能是{said(fields)}" for name, fields in head.doubtful.items())
    seen = f"第{head.last}行的表头: {_listed(head.names)}"
    reason = f"表头里没有{said(missing)}。{seen}" + (f"；不能确定: {doubts}" if doubts else "") + "。"
    raise ExchangeFailed("E504", reason, remedy=MAP_IT)


def _heading(cell: object) -> str:
    return "".join(shown(cell, 100).split()) if isinstance(cell, str) else ""


def _fullest(rows: Sequence[tuple[int, Sequence[object]]]) -> str:
    written = [[shown(cell, 20) for cell in cells if cell not in ("", None)] for _, cells in rows]
    fullest = max(written, key=len, default=[])
    return _listed(fullest) if fullest else "（空白）"


def _listed(names: Sequence[str]) -> str:
    named = [f"“{shown(name, 20)}”" for name in names if name]
    return "、".join(named[:30]) + (f" 等{len(named)}列" if len(named) > 30 else "")
