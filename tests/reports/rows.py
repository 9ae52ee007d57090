"""A table of a report against what each of its rows should say."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

Row = dict[str, Any]


def compared(told: list[Row], values: Iterable[Any], row: Callable[..., Row], *keys: str) -> None:
    """Each row is what `row` makes of what stands under its keys; no value of which there is a number but nought is left out."""
    named = [tuple(each[key] for key in keys) for each in told]
    assert len(set(named)) == len(named), "each once"
    for each, name in zip(told, named, strict=True):
        assert each == row(*name), name
    for value in {*values} - {*named}:
        name = value if isinstance(value, tuple) else (value,)
        assert name in named or not any(cell for key, cell in row(*name).items() if key not in keys), name
