"""Text as the full-text index takes it: each character is one word, so that any text can be found from one character up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

# The `ascii` tokenizer takes every character beyond ASCII for part of a word, and of ASCII letters and digits only:
# so the rest of ASCII goes in as its full-width twin, which folded text never holds.
_REST = re.compile("[\x00-\x2f:-@\\[-`{-\x7f]")


def spaced(text: str) -> str:
    """The text as the index takes it: folded, then one word per character."""
    try:
        return " ".join(map(_ALONE.__getitem__, text))
    except _StandsNotAlone:
        return spaced_as_a_whole(text)


def spaced_each(texts: Sequence[str]) -> list[str]:
    """The same for each of many texts, where most signs stand for themselves: in a third of the time."""
    if len(texts) < WORTH_COMPILING:
        return [spaced(text) for text in texts]
    return [_spaced_quickly(text) for text in texts]


WORTH_COMPILING = 100
"""The pattern of _others takes Python a millisecond to compile: as long as so many texts."""


def _spaced_quickly(text: str) -> str:
    try:
        folded = _others().sub(_folded_alone, text)
    except _StandsNotAlone:
        return spaced_as_a_whole(text)
    raw = folded.encode("utf-16-le")
    if len(raw) != 2 * len(folded) or not folded:
        return " ".join(folded)  # a sign of four bytes
    # A blank, two bytes, before, between and after; then each sign in its place, byte by byte: six times as fast as join.
    spread = bytearray(b" \0" * (2 * len(folded) - 1))
    spread[0::4], spread[1::4] = raw[0::2], raw[1::2]
    return spread.decode("utf-16-le")


@cache
def _others() -> re.Pattern[str]:
    """A sign that the index may have to take otherwise than it is written."""
    return re.compile("[^0-9a-z、。，：；！？（）\u4e00-\u9fff]")


def _folded_alone(match: re.Match[str]) -> str:
    return _ALONE[match[0]].replace(" ", "")


def spaced_as_a_whole(text: str) -> str:
    """The same for any text, at four times the cost."""
    return " ".join(_REST.sub(_twin, folded(text)))


class _StandsNotAlone(Exception):
    """A character that may become one with its neighbours."""


class _Alone(dict[str, str]):
    """Characters that fold the same wherever they stand, each looked up once: nearly all of Chinese writing."""

    def __missing__(self, sign: str) -> str:
        if "\u4e00" <= sign <= "\u9fff":
            return sign  # an ideograph is itself; to find that out below costs a command a millisecond a page
        together = sign >= "\u1100" and not any(first <= sign <= last for first, last in _STANDING_ALONE)
        if together or any(unicodedata.category(part).startswith("M") for part in sign + folded(sign)):
            raise _StandsNotAlone(sign)
        self[sign] = spaced_as_a_whole(sign)
        return self[sign]


# Dashes and quotation marks, Chinese punctuation, ideographs, full-width signs without the halves of katakana.
_STANDING_ALONE = (
    ("\u2010", "\u2027"),
    ("\u3000", "\u3029"),
    ("\u3400", "\u9fff"),
    ("\uff01", "\uff65"),
    ("\U00020000", "\U0003ffff"),
)
_ALONE = _Alone()


def _twin(match: re.Match[str]) -> str:
    return chr(ord(match[0]) + 0xFEE0)


def folded(text: str) -> str:
    """Full-width letters and digits as plain ones, capitals as small: what is compared in a search."""
    return unicodedata.normalize("NFKC", text).casefold()
