"""JSON and JSON lines: the contract with scripts. Nothing is lost in any encoding."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from xinfang.core.long import Long

from .safe import HIDDEN, HIGH_CONTROLS
from .screen import has_every_character

if TYPE_CHECKING:
    from json import JSONEncoder

    from xinfang.core.table import Document, Table

# Written as escapes: the same value to a program, and no harm on a terminal. The json module does this for C0.
_TO_ESCAPE = re.compile(f"[\x85\u2028\u2029{HIGH_CONTROLS}{HIDDEN}]")
TOKENS_AT_ONCE, ITEMS_AT_ONCE = 10_000, 500


def json_chunks(value: Table | Document, encoding: str) -> Iterator[str]:
    """A table as an array of objects, one to a line; a document as its data."""
    from xinfang.core.table import Document

    if isinstance(value, Document):
        yield from _indented(value.data, encoding)
        yield "\n"
        return
    begun = False
    for row in _objects(value):
        yield f"{',' if begun else '['}\n{_dumped(row, encoding)}"
        begun = True
    yield "\n]\n" if begun else "[]\n"


def jsonl_chunks(value: Table | Document, encoding: str) -> Iterator[str]:
    """One object to a line; those of a document say which table they belong to."""
    from xinfang.core.table import Document

    if not isinstance(value, Document):
        yield from (_dumped(row, encoding) + "\n" for row in _objects(value))
        return
    for table in value.for_machines or value.tables:
        yield from (_dumped({"table": (table.key or table.title), **row}, encoding) + "\n" for row in _objects(table))


def _objects(table: Table) -> Iterator[dict[str, object]]:
    keys = [column.key for column in table.columns]
    return (dict(zip(keys, row, strict=True)) for row in table.rows)


def _dumped(value: Mapping[str, object], encoding: str) -> str:
    import json

    return _escaped(json.dumps(value, ensure_ascii=not has_every_character(encoding), default=_plain_value))


def _escaped(text: str) -> str:
    import json

    return _TO_ESCAPE.sub(lambda match: json.dumps(match[0])[1:-1], text)


def _indented(value: Mapping[str, object], encoding: str) -> Iterator[str]:
    """Little at a time: a document with all petitions behind its figures has millions of tokens."""
    import json

    encoder = json.JSONEncoder(ensure_ascii=not has_every_character(encoding), indent=2, default=_plain_value)
    before = "{"
    for name, item in value.items():
        yield f"{before}\n  {_escaped(encoder.encode(name))}: "
        written = _listed(item, encoder) if isinstance(item, Long) else _joined(encoder.iterencode(item))
        yield from (_escaped(text.replace("\n", "\n  ")) for text in written)
        before = ","
    yield "\n}" if value else "{}"


def _listed(items: Long[object], encoder: JSONEncoder) -> Iterator[str]:
    before, left = "[", iter(items)
    while some := [*islice(left, ITEMS_AT_ONCE)]:
        yield before + encoder.encode(some).removeprefix("[").removesuffix("\n]")
        before = ","
    yield "\n]" if before == "," else "[]"


def _joined(tokens: Iterator[str]) -> Iterator[str]:
    while text := "".join(islice(tokens, TOKENS_AT_ONCE)):
        yield text


def _plain_value(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"not a value for JSON: {value!r}")
