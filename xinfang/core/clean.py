"""Text as it may be kept: no control characters, no marks that turn the reading direction."""

from __future__ import annotations

import re
import unicodedata

from .errors import BadInput

CONTENT_AT_MOST = 100_000
LINE_AT_MOST = 500

_UNSAFE = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
_ESCAPES = "(?s:\x1b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\x07\x1b]*(?:\x07|\x1b\\\\)?|.))"


def paragraph(text: str, *, what: str) -> str:
    """A longer text with its line breaks, cleaned. Raises BadInput E111 over 100,000 characters."""
    if len(text) > CONTENT_AT_MOST:
        raise BadInput(
            "E111",
            f"{what}有 {len(text)} 个字，超过 {CONTENT_AT_MOST} 字。",
            remedy="摘要登记，原件作为附件另存",
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", re.sub(_UNSAFE, "", re.sub(_ESCAPES, "", text))).strip()


def line(text: str, *, what: str, required: bool = False) -> str:
    """One line of text, cleaned; inner line breaks and tabs become blanks.

    Raises BadInput E105 when required and empty, E111 over 500 characters.
    """
    cleaned = re.sub(r"\s+", " ", paragraph(text, what=what)).strip()
    if required and not cleaned:
        raise BadInput(
            "E105", f"{what}没有填。", basis="《信访工作条例》第十九条第一款" if what in {"姓名", "住址"} else ""
        )
    if len(cleaned) > LINE_AT_MOST:
        raise BadInput(
            "E111", f"{what}有 {len(cleaned)} 个字，超过 {LINE_AT_MOST} 字。", remedy="长文写在 --content 里"
        )
    return cleaned
