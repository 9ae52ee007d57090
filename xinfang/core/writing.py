"""A text as it reads, however it was typed: full-width or half-width, traditional or simplified, with dots, hyphens and
blanks or without."""

from __future__ import annotations

from functools import cache
from pathlib import Path

DOTS = "·•‧∙⋅・･．."
"""Between the parts of a person's name, as they are typed; no body has one in its name."""
_PASSED_OVER = frozenset(DOTS + " \u3000\xa0-－‐–—")
_FULL_WIDTH = {sign + 0xFEE0: chr(sign) for sign in range(0x21, 0x7F) if chr(sign).isalnum()}
_ODD = _PASSED_OVER.union(map(chr, _FULL_WIDTH))


def simplified(text: str) -> str:
    """The text in simplified writing."""
    return text if _is_simplified(text) else text.translate(_table())


def as_read(text: str) -> str:
    """The text without what the eye passes over and a keyboard gets wrong."""
    if _ODD.isdisjoint(text) and _is_simplified(text):
        return text
    return text.translate(_READ)


def replaced(text: str, words: str, by: str) -> str:
    """The text with `by` in place of the words, wherever they stand in it as it reads.

    >>> replaced("張 三反映", "张三", "张*")
    '张*反映'
    """
    read = as_read(words)
    if len(read) < 2:
        return text.replace(words, by)
    done = ""
    while read in as_read(text):
        start, end = _place(text, read)
        done, text = done + text[:start] + by, text[end:]
    return done + text


def _place(text: str, read: str) -> tuple[int, int]:
    """Where in the text that stands which is in it as it reads: the first sign and the one after the last."""
    places = [at for at, sign in enumerate(text) for _ in _READ[ord(sign)]]
    start = as_read(text).index(read)
    return places[start], places[start + len(read) - 1] + 1


class _Signs(dict[int, str]):
    """Each sign as it reads, learned when it first comes up."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        read = "" if sign in _PASSED_OVER else _FULL_WIDTH.get(code) or simplified(sign)
        self[code] = read
        return read


_READ = _Signs()


def _is_simplified(text: str) -> bool:
    try:
        # What the standard of simplified writing holds needs no table of the traditional.
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


@cache
def _table() -> dict[int, str]:
    lines = Path(__file__).with_name("traditional.txt").read_text(encoding="utf-8").splitlines()
    return {ord(traditional): line[0] for line in lines if not line.startswith("#") for traditional in line[1:]}
