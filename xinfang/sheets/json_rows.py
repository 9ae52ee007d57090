"""JSON: an array of objects (.json), or one object a line (.jsonl). The keys are the headings."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ..core.errors import ExchangeFailed
from .cleaning import guarded
from .encoding import find_encoding
from .merged import Merger
from .rows import Cell, Unreadable

NOT_OBJECT = '这一项不是 {"字段": 值, …} 形式的对象。'
SHAPE = '写成 [{"received": "2026-03-04", "name": "张三", …}, …]，或每行一个对象存为 .jsonl'


class JsonSource:
    """Objects as rows under their keys. An array is held in memory; lines are read twice, first for the keys."""

    name = ""
    ragged = False
    days_later = 0
    mergers: Sequence[Merger] = ()
    headings_within = 1

    def __init__(self, path: Path, *, lines: bool) -> None:
        self._path = path
        self._encoding = find_encoding(path)
        self._array = None if lines else _load_array(path, self._encoding)
        self._keys: dict[str, None] = {}
        self._counted = 0
        for _, item in self._items():
            self._counted += 1
            if isinstance(item, dict):
                self._keys.update(dict.fromkeys(item))
        self.total: int | None = self._counted + 1
        self._given = 0

    def rows(self) -> Iterator[tuple[int, list[Cell] | Unreadable]]:
        """Row 0 is the keys; then each object by its place in the array, or its line in the file."""
        keys = list(self._keys)
        yield 0, list(keys)
        self._given = 0
        for line, item in self._items():
            self._given += 1
            if isinstance(item, Unreadable):
                yield line, item
            elif isinstance(item, dict):
                yield line, [_cell(item.get(key)) for key in keys]
            else:
                yield line, Unreadable(json.dumps(item, ensure_ascii=False), NOT_OBJECT, "E118")

    def progress(self) -> float:
        """Objects given so far over all objects."""
        return self._given / self._counted if self._counted else 1.0

    def _items(self) -> Iterator[tuple[int, Any]]:
        if self._array is not None:
            yield from enumerate(self._array, start=1)
            return
        with self._path.open(encoding=self._encoding) as file:
            for line, text in enumerate(file, start=1):
                if text.strip():
                    yield line, _parse(text)


def _cell(value: Any) -> Any:
    # JSON is not opened by spreadsheets, so nobody guards its texts against them.
    return guarded(value) if isinstance(value, str) else "" if value is None else value


def _load_array(path: Path, encoding: str) -> list[Any]:
    try:
        with path.open(encoding=encoding) as file:
            content = json.load(file)
    except (ValueError, RecursionError) as problem:
        where = f"第{problem.lineno}行" if isinstance(problem, json.JSONDecodeError) else ""
        raise ExchangeFailed("E502", f"{path.name} {where}不是 JSON。", remedy=SHAPE) from problem
    if not isinstance(content, list) or not any(isinstance(item, dict) for item in content):
        raise ExchangeFailed("E502", f"{path.name} 不是对象的列表。", remedy=SHAPE)
    return content


def _parse(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return Unreadable(text, "这一行不是 JSON。", "E118")
