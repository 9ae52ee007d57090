"""Facts to JSON types and back. Fields at their default value are left out, so that old facts stay readable."""

from __future__ import annotations

from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")


def to_data(value: Any) -> dict[str, Any]:
    """A dataclass as a dict of JSON types; `on` is left to the entry that carries it."""
    data: dict[str, Any] = {}
    kind: Any = type(value)
    items = value.__dict__
    for name, default in _defaults(kind):
        item = items[name]
        if item is not default and item != default:
            data[name] = item if type(item) is str else _plain(item)
    return data


def from_data(cls: type[T], data: dict[str, Any], **given: Any) -> T:
    """The dataclass `cls` from what `to_data` made, with `given` fields (such as `on`) added.

    Names that `cls` does not know are an error: a newer program wrote them.
    """
    kind: Any = cls
    readers = _readers(kind)
    for name, item in data.items():
        reader = readers[name]
        given[name] = reader(item) if reader else item
    return cls(**given)


def _plain(item: Any) -> Any:
    if isinstance(item, Enum):
        return item.value
    if isinstance(item, date):
        return item.isoformat()
    if isinstance(item, tuple):
        return [_plain(part) for part in item]
    if is_dataclass(item):
        return to_data(item)
    return item


@cache
def _defaults(cls: Any) -> tuple[tuple[str, Any], ...]:
    return tuple((f.name, _default(f)) for f in fields(cls) if f.name != "on")


def _default(f: Field[Any]) -> Any:
    return f.default if f.default is not MISSING else MISSING


@cache
def _readers(cls: Any) -> dict[str, Any]:
    return {name: _reader(hint) for name, hint in get_type_hints(cls).items()}


def _reader(hint: Any) -> Any:
    """A function from the JSON type to the field's type, or None where they are the same."""
    if get_origin(hint) is dict:
        return None
    if get_origin(hint) is tuple:
        part = _reader(get_args(hint)[0])
        return (lambda items: tuple(part(i) for i in items)) if part else tuple
    # `date | None` and the like: the one that is not None.
    options = [option for option in get_args(hint) if option is not type(None)]
    if options:
        return _reader(options[0])
    if hint is date:
        return date.fromisoformat
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if isinstance(hint, type) and is_dataclass(hint):
        return lambda data: from_data(hint, data)
    return None
