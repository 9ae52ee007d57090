"""Facts to JSON types and back. Fields at their default value are left out, so that old facts stay readable.

Values are NamedTuples, here and everywhere in xinfang: as immutable as frozen dataclasses, and a tenth of their cost
to define, which every command pays at its start.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

T = TypeVar("T")
_MISSING = object()


def to_data(value: Any) -> dict[str, Any]:
    """A NamedTuple as a dict of JSON types; `on` is left to the entry that carries it."""
    data: dict[str, Any] = {}
    for name, default, item in zip(*_defaults(value.__class__), value, strict=True):
        if item is not default and item != default and name != "on":
            plain = _plain_of(item.__class__)
            data[name] = plain(item) if plain else item
    return data


def from_data(cls: type[T], data: dict[str, Any], **given: Any) -> T:
    """The NamedTuple `cls` from what `to_data` made, with `given` fields (such as `on`) added.

    Names that `cls` does not know are an error: a newer program wrote them.
    """
    kind: Any = cls
    readers = _readers(kind)
    for name, item in data.items():
        reader = readers[name]
        given[name] = reader(item) if reader else item
    return cls(**given)


@cache
def _plain_of(cls: type) -> Callable[[Any], Any] | None:
    """A function from a value of that class to the JSON type, or None where they are the same."""
    if issubclass(cls, Enum):
        return {member: member.value for member in cls}.__getitem__
    if issubclass(cls, date):
        return cls.isoformat
    if hasattr(cls, "_fields"):
        return to_data
    return _list if issubclass(cls, tuple) else None


def _list(items: tuple[Any, ...]) -> list[Any]:
    return [plain(item) if (plain := _plain_of(item.__class__)) else item for item in items]


@cache
def _defaults(cls: Any) -> tuple[tuple[str, ...], tuple[Any, ...]]:
    return cls._fields, tuple(cls._field_defaults.get(name, _MISSING) for name in cls._fields)


@cache
def _readers(cls: Any) -> dict[str, Any]:
    return {name: _reader(hint) for name, hint in cls.__annotations__.items()}


def _reader(hint: Any) -> Any:
    """A function from the JSON type to the field's type, or None where they are the same."""
    if hint is str or hint is int or hint is bool:
        return None  # nearly every field, without asking typing about it
    origin = get_origin(hint)
    if origin is dict:
        return None
    if origin is tuple:
        part = _reader(get_args(hint)[0])
        return (lambda items: tuple([part(item) for item in items])) if part else tuple
    # `date | None` and the like: the one that is not None.
    options = [option for option in get_args(hint) if option is not type(None)]
    if options:
        return _reader(options[0])
    if hint is date:
        return date.fromisoformat
    if issubclass(hint, Enum):
        return hint
    if hasattr(hint, "_fields"):
        return lambda data: from_data(hint, data)
    return None
