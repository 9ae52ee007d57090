"""A text as it reads, however it was typed: full-width or half-width, traditional or simplified, with dots, hyphens and
blanks or without."""

from __future__ import annotations

from functools import cache

from .traditional import SIMPLIFIED, TRADITIONAL

DOTS = "·•‧∙⋅・･．."
"""Between the parts of a person's name, as they are typed; no body has one in its name."""
_PASSED_OVER = frozenset(DOTS + " \u3000\xa0-－‐–—")
_FULL_WIDTH = {sign + 0xFEE0: chr(sign) for sign in range(0x21, 0x7F) if chr(sign).isalnum()}
_TRADITIONAL = frozenset(TRADITIONAL)
_ODD = _TRADITIONAL.union(_PASSED_OVER, map(chr, _FULL_WIDTH))


def simplified(text: str) -> str:
    """The text in simplified writing; one that the standard of it, GB 2312, holds whole is left as it is."""
    if _TRADITIONAL.isdisjoint(text):
        return text  # nearly always, and no codec is loaded to find that out
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return text.translate(_table())
    return text


def as_read(text: str) -> str:
    """The text without what the eye passes over and a keyboard gets wrong."""
    return text if _ODD.isdisjoint(text) else text.translate(_READ)


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


@cache
def _table() -> dict[int, str]:
    return dict(zip(map(ord, TRADITIONAL), SIMPLIFIED, strict=True))
