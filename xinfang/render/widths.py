"""How many columns a text takes on a terminal, and folding by that measure. Needs no package."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import category, east_asian_width


def width(text: str) -> int:
    """Columns that `text` takes; a Chinese character takes two.

    >>> width("信访A"), width("a\\u0301")
    (5, 1)
    """
    if text.isascii():
        return len(text)
    return sum(map(_character_width, text))


def fold(text: str, columns: int, indent: str = "") -> Iterator[str]:
    """`text` in lines of at most `columns`, those after the first indented.

    >>> list(fold("信访事项A", 5, " "))
    ['信访', ' 事项', ' A']
    """
    line, used = "", 0
    for character in text:
        size = _character_width(character)
        if used + size > columns and line.strip():
            yield line
            line, used = indent, len(indent)
        line, used = line + character, used + size
    yield line


def _character_width(character: str) -> int:
    if east_asian_width(character) in "WF":
        return 2
    return 0 if category(character) in ("Mn", "Me") else 1
