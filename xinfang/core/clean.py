"""Text as it may be kept: no control characters, no marks that turn the reading direction."""

from __future__ import annotations

import re
import unicodedata

from .errors import BadInput

CONTENT_AT_MOST = 100_000
LINE_AT_MOST = 500

_ESCAPES = "(?s:\x1b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\x07\x1b]*(?:\x07|\x1b\\\\)?|.))"
_HALVES = "[\ud800-\udfff]"
_BREAK = "\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]"
# C0 and C1 but the newline, soft hyphen, zero-width and direction marks, annotation marks, non-characters.
_DROPPED = (
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff]"
)
_IN_NAME = r"(?<=[\u3400-\u9fff\U00020000-\U0003ffff])[ \u3000]+(?=[\u3400-\u9fff\U00020000-\U0003ffff])"
# Web pages leave their own indentation in what is copied from them: tabs at the start and end of lines.
_INDENT = "[ \t]*\n[ \t\n]*\t[ \t\n]*|[ \t]+(?=\n)"


def paragraph(text: str, *, what: str) -> str:
    """A longer text with its line breaks, cleaned. Raises BadInput E111 over 100,000 characters."""
    # Neither an escape code nor half a character is printable: a command need not compile the patterns for them.
    cleaned = scrubbed(text if text.isprintable() else re.sub(_HALVES, "", re.sub(_ESCAPES, "", text)))
    # Counted as it is kept: a file ends with a line break that nobody wrote.
    if len(cleaned) > CONTENT_AT_MOST:
        raise BadInput(
            "E111",
            f"{what}有 {len(cleaned)} 个字，超过 {CONTENT_AT_MOST} 字。",
            remedy="摘要登记，原件作为附件另存",
        )
    return cleaned


def scrubbed(text: str) -> str:
    """Trimmed, NFC, newlines kept; control characters, direction marks and tabs gone. What it gives, it leaves alone.

    Typed and imported texts both go through it, so that an exported ledger reads back the same.
    """
    # No sign that has to go is printable, so most texts are only trimmed.
    if not (text.isprintable() and unicodedata.is_normalized("NFC", text)):
        text = re.sub(_DROPPED, "", re.sub(_BREAK, "\n", text))
        if "\n" in text:
            text = re.sub(_INDENT, lambda match: "\n" if "\n" in match[0] else "", text)
        text = unicodedata.normalize("NFC", text.replace("\t", " "))
    return text.strip()


def line(text: str, *, what: str, required: bool = False) -> str:
    """One line of text, cleaned; inner line breaks and tabs become blanks.

    Raises BadInput E105 when required and empty, E111 over 500 characters.
    """
    cleaned = paragraph(text, what=what)
    if "  " in cleaned or not cleaned.isprintable():  # the blank is the only printable white space
        cleaned = re.sub(r"\s+", " ", cleaned).strip()
    if required and not cleaned:
        raise BadInput(
            "E105",
            f"{what}没有填。",
            basis="《信访工作条例》第十九条第一款" if what in {"姓名", "住址"} else "",
            remedy=f"写明{what}",
        )
    if len(cleaned) > LINE_AT_MOST:
        raise BadInput(
            "E111", f"{what}有 {len(cleaned)} 个字，超过 {LINE_AT_MOST} 字。", remedy="长文写在 --content 里"
        )
    return cleaned


def name(text: str, *, what: str, required: bool = False) -> str:
    """A name as one line: 张　三, as lists are set, is 张三. Raises what `line` does."""
    return closed_up(line(text, what=what, required=required))


def closed_up(text: str) -> str:
    """A name without the blanks between its Chinese characters; John Smith keeps his.

    >>> closed_up("张\u3000三"), closed_up("John Smith")
    ('张三', 'John Smith')
    """
    # Nearly no name has a blank in it: the pattern is not made for those that have none.
    return text if text.isascii() or len(text.split()) < 2 else re.sub(_IN_NAME, "", text)
