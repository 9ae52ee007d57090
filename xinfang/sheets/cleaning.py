"""Text from outside, tidied without changing what it says."""

from __future__ import annotations

import re

from ..core.clean import closed_up, scrubbed
from ..core.errors import BadInput
from ..core.identity import FROM_PAPER
from ..core.unsaid import EMPTY_MARKS

LONGEST = 100_000
"""Characters of a petition's content or a reply."""

LONGEST_LINE = 2_000
"""Characters of any other text."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
# Joiners, fillers, variation selectors, tags: a spreadsheet looks past them for the sign of a formula.
_HIDDEN = (
    "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200c\u200d\u206a-\u206f\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_GUARD = re.compile(f"'(?='*(?:[\\s{_HIDDEN}]*[=+\\-@＝＋－＠]|[\\t\\r\\n]))")
_POWER = re.compile(r"[0-9](?:\.[0-9]+)?[Ee]\+?[0-9]+")
_NUMBER = re.compile(r"([0-9]+)\.0+")


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


def guarded(text: str) -> str:
    """A text from a file that has no guards, so written that clean_text gives it back whole: '=1 is ''=1."""
    return "'" + text if text[:1] == "'" and _GUARD.match(text) else text


def clean_name(cell: object) -> str:
    """A name: 张　三 is 张三; several persons in one cell, a line each, are joined by 、."""
    text = _clean(cell if isinstance(cell, str) else number_text(cell), LONGEST_LINE)
    if "\n" in text:
        text = "、".join(part.strip() for part in text.split("\n") if part.strip())
    if text.isascii():
        return "" if text.lower() in EMPTY_MARKS else text
    if " " in text or "\u3000" in text:
        text = closed_up(text)
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
        raise BadInput("E118", "这里应当是文字或数字，不是列表或对象。", remedy="把它写成文字")
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
    if not text.isprintable() and _LONE_SURROGATE.search(text):
        raise BadInput("E111", "含有半个字符（残缺的编码），不能保存。", remedy="从原系统重新导出，或删去该字后重填")
    text = scrubbed(text)
    if text[:1] == "'":
        text = _GUARD.sub("", text, count=1) if _GUARD.match(text) else text
    if len(text) > longest:
        raise BadInput("E111", f"文字有{len(text)}个字，最多{longest}个字。", remedy="拆成几件，或把附件另存")
    return text
