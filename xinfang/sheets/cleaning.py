"""Text from outside, tidied without changing what it says."""

from __future__ import annotations

import re
from unicodedata import is_normalized, normalize

from ..core.errors import BadInput
from ..core.identity import FROM_PAPER

LONGEST = 100_000
"""Characters of a petition's content or a reply."""

LONGEST_LINE = 2_000
"""Characters of any other text."""

_BREAK = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# C0 and C1 but the newline, soft hyphen, zero-width and direction marks, annotation marks, non-characters.
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff]"
)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
# Web pages leave their own indentation in what is copied from them: tabs at the start and end of lines.
_INDENT = re.compile("[ \t]*\n[ \t\n]*\t[ \t\n]*|[ \t]+(?=\n)")
_GUARD = re.compile(r"'(?='*(?:\s*[=+\-@＝＋－＠]|[\t\r\n]))")
_IN_NAME = re.compile(r"(?<=[\u3400-\u9fff\U00020000-\U0003ffff])[ \u3000]+(?=[\u3400-\u9fff\U00020000-\U0003ffff])")
_POWER = re.compile(r"[0-9](?:\.[0-9]+)?[Ee]\+?[0-9]+")
_NUMBER = re.compile(r"([0-9]+)\.0+")

EMPTY_MARKS = frozenset(
    {"", "-", "--", "—", "——", "－", "/", "／", "\\", "无", "空", "null", "none", "n/a", "#n/a", "nan"}
)
"""What stands in a cell for “nothing”, in lower case; 无 in a text of free words is kept."""


def clean_text(cell: object) -> str:
    """Words of several lines: trimmed, controls and direction marks dropped, NFC, newlines kept.

    A guard `'` before a formula sign, as our own export writes it, is taken off. Raises BadInput E111
    when the text is longer than LONGEST or holds half a surrogate pair.
    """
    return _clean(cell if isinstance(cell, str) else number_text(cell), LONGEST)


def clean_line(cell: object) -> str:
    """Words of one line: as clean_text, and a line break becomes a blank; at most LONGEST_LINE characters."""
    text = _clean(cell if isinstance(cell, str) else number_text(cell), LONGEST_LINE)
    if "\n" in text:
        text = " ".join(text.split())
    return "" if len(text) < 6 and text.lower() in EMPTY_MARKS else text


def clean_name(cell: object) -> str:
    """A name: 张　三 is 张三; several persons in one cell, a line each, are joined by 、."""
    text = _clean(cell if isinstance(cell, str) else number_text(cell), LONGEST_LINE)
    if "\n" in text:
        text = "、".join(part.strip() for part in text.split("\n") if part.strip())
    if text.isascii():
        return "" if text.lower() in EMPTY_MARKS else text
    if " " in text or "\u3000" in text:
        text = _IN_NAME.sub("", text)
    return "" if text in EMPTY_MARKS else text


def clean_number(cell: object) -> str:
    """A number kept as text, such as a key: 2549.0 is 2549, for a sheet's column may turn from text to number.

    Raises BadInput E108 where Excel has cut digits: 2.02503E+17.
    """
    text = clean_line(cell)
    if _POWER.fullmatch(text):
        raise _cut(text)
    whole = _NUMBER.fullmatch(text) if text.endswith("0") else None
    return whole[1] if whole else text


def number_text(cell: object) -> str:
    """What a cell that is not text would show: whole numbers without .0.

    Raises BadInput E108 for a number beyond Excel's 15 digits, E118 for a list or an object of JSON.
    """
    if exceeds_excel(cell):
        raise _cut(str(cell))
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, (list, dict)):
        raise BadInput("E118", "这里应当是文字或数字，不是列表或对象。")
    return "" if cell is None else str(cell)


def exceeds_excel(cell: object) -> bool:
    """Whether a number is too long for Excel, which keeps 15 digits and makes the rest 0."""
    return isinstance(cell, float) and cell.is_integer() and abs(cell) >= 1e15


def shown(cell: object, most: int = 60) -> str:
    """A cell's text for a message: one line, nothing a terminal would act on, at most `most` characters."""
    text = cell if isinstance(cell, str) else "" if cell is None else str(cell)
    flat = "".join(sign if sign.isprintable() else " " for sign in text[: most * 2].strip())
    return flat if len(flat) <= most else flat[:most] + "…"


def _cut(number: str) -> BadInput:
    return BadInput("E108", f"数字“{number}”末几位已被Excel舍掉，须从原件补录。", remedy=FROM_PAPER)


def _clean(text: str, longest: int) -> str:
    # isprintable is false for every sign that _scrub looks for, and for newlines, so most texts go straight through.
    if not (text.isprintable() and is_normalized("NFC", text)):
        text = _scrub(text)
    text = text.strip()
    if text[:1] == "'":
        text = _GUARD.sub("", text, count=1) if _GUARD.match(text) else text
    if len(text) > longest:
        raise BadInput("E111", f"文字有{len(text)}个字，最多{longest}个字。", remedy="拆成几件，或把附件另存")
    return text


def _scrub(text: str) -> str:
    if _LONE_SURROGATE.search(text):
        raise BadInput("E111", "含有半个字符（残缺的编码），不能保存。", remedy="从原系统重新导出，或删去该字后重填")
    text = _DROPPED.sub("", _BREAK.sub("\n", text))
    if "\n" in text:
        text = _INDENT.sub(lambda match: "\n" if "\n" in match[0] else "", text)
    return normalize("NFC", text.replace("\t", " ").strip())
