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


CLOSING, OPENING = " ，。、；：？！）》〉」』】〕”’％%,.;:?!)]}", "（《〈「『【〔“‘([{"
"""Signs with which no line begins, and with which none ends."""
BACK = 24
"""Signs by which a line may be shorter so that the next one begins well."""
POINTS = "个百分点"
"""A unit that stands whole behind its number or in the next line: 增50.00个百/分点 is read twice."""


def fold(text: str, columns: int, indent: str = "") -> Iterator[str]:
    """`text` in lines of at most `columns`, those after the first indented.

    No line begins with a blank or a comma or ends with an opening bracket, nor is a number or a word of letters broken, where a
    shorter line can help it; and POINTS are one word.

    >>> list(fold("信访事项A", 5, " "))
    ['信访', ' 事项', ' A']
    >>> list(fold("收到12件，答复3件。", 8))
    ['收到12', '件，答复', '3件。']
    """
    line, used, begun = "", 0, 0
    for character in text:
        size = _character_width(character)
        if used + size > columns and len(line) > begun:
            whole = _break(line + character, begun + 1, columns - len(indent))
            yield line[:whole]
            line, begun = indent + line[whole:], len(indent)
            used = width(line)
        line, used = line + character, used + size
    yield line


def _break(line: str, least: int, room: int) -> int:
    """Where to break before the last sign of the line, or a little earlier: not before `least`, and the rest has room."""
    last = len(line) - 1
    for place in range(last, max(least, last - BACK) - 1, -1):
        if width(line[place:]) > room:
            break
        if _may_end(line[place - 1], line[place]) and not _tears_points(line, place):
            return place
    return last


def _tears_points(line: str, place: int) -> bool:
    """Whether POINTS, or as much of it as the line has, would stand in two lines."""
    begins = line.rfind(POINTS[0], max(0, place - len(POINTS) + 1), place)
    return begins >= 0 and POINTS.startswith(line[begins : begins + len(POINTS)])


def _may_end(before: str, after: str) -> bool:
    """Whether a line may end between the two."""
    one_word = before.isascii() and after.isascii() and not before.isspace() and not after.isspace()
    return after not in CLOSING and before not in OPENING and not one_word and _character_width(after) > 0


def _character_width(character: str) -> int:
    if east_asian_width(character) in "WF":
        return 2
    return 0 if category(character) in ("Mn", "Me") else 1
