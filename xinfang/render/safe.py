"""Foreign text made harmless: no escape codes, no hidden marks, no turned-round writing, no formulas."""

from __future__ import annotations

import re

LOW_CONTROLS = "\x00-\x08\x0e-\x1b\x1f"
"""C0 without tabs and line breaks."""

HIGH_CONTROLS = "\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
"""DEL and C1 without the line break, halves of surrogate pairs, code points that are no characters."""

HIDDEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""Marks without a shape of their own: joiners, fillers, variation selectors, tags, direction overrides."""

_HIDDEN_YET_PRINTABLE = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0"
    + "".join(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
)
"""Those of them that Python calls printable."""

RARE_BREAKS = "\x0b\x0c\x1c-\x1e\x85\u2028\u2029"
"""What str.splitlines takes for the end of a line, besides CR and LF."""

_CONTROLS = LOW_CONTROLS + HIGH_CONTROLS
# Group 1 is a break, group 2 a control; what is in no group is hidden.
_IN_LINE = f"(\r\n|[\t\r\n{RARE_BREAKS}])|([{_CONTROLS}])|[{HIDDEN}]"
_IN_BLOCK = f"(\r\n|[\r{RARE_BREAKS}])|([{_CONTROLS}])|[{HIDDEN}]"
_UNSTORABLE = f"(\r\n?)|([\x0b\x0c\x1c-\x1e\x85{_CONTROLS}])"

# A spreadsheet also takes the full-width signs of a Chinese keyboard for the start of a formula.
_FORMULA = rf"'*(?:[\s{HIDDEN}]*[=+\-@＝＋－＠]|[\t\r\n])"


def safe(text: str) -> str:
    """`text` on one line, fit for a terminal: breaks become a blank, controls a picture, hidden marks go.

    >>> safe("张三\\x1b[31m\\n李四")
    '张三␛[31m 李四'
    """
    if _harmless(text):
        return text
    return re.sub(_IN_LINE, lambda match: " " if match[1] else _picture(match[2]), text)


def safe_block(text: str) -> str:
    """Like `safe`, but every line break becomes a newline, and tabs stay."""
    if _harmless(text.removesuffix("\n")):
        return text
    return re.sub(_IN_BLOCK, lambda match: "\n" if match[1] else _picture(match[2]), text)


def storable(text: str) -> str:
    """`text` for a file that programs read: only what no text file can carry is replaced by a picture.

    A carriage return becomes a newline, since Python's csv module (3.11) writes one alone unquoted.
    """
    return re.sub(_UNSTORABLE, lambda match: "\n" if match[1] else _picture(match[2]), text)


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet might compute `text` instead of showing it."""
    return re.match(_FORMULA, text) is not None


def _harmless(text: str) -> bool:
    """Whether nothing in `text` needs a look: true of nearly every text, and spares compiling the patterns."""
    return text.isprintable() and _HIDDEN_YET_PRINTABLE.isdisjoint(text)


def _picture(control: str | None) -> str:
    if not control:
        return ""
    code = ord(control)
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\u2426"
