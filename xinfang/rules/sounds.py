"""How a name sounds 读音: who gives a name over the telephone is written down with other characters of the same sound.

`tables/sounds.txt` holds the characters of each syllable, a line each, tones apart left out.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path


def as_heard(name: str) -> str:
    """The name with the commonest character of the same sound for each of its characters; what is in no line stays."""
    return "".join(map(_commonest, name))


@cache
def _commonest(sign: str) -> str:
    table = _table()
    # Only ideographs: the syllables themselves are written in Latin letters.
    at = table.find(sign) if sign >= "\u4e00" else -1
    if at < 0:
        return sign
    line = table.rfind("\n", 0, at) + 1
    return table[table.index(" ", line) + 1]


@cache
def _table() -> str:
    """Looked through as it is: to make a dictionary of it would cost every register three milliseconds."""
    text = (Path(__file__).with_name("tables") / "sounds.txt").read_text(encoding="utf-8")
    # Behind the remarks at its head, which hold characters too.
    return text[text.rindex("#") :].partition("\n")[2]
