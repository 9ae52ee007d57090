"""Words of official papers: days, numerals, places left open for a pen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..core.days import in_chinese
from ..core.terms import Term

BLANK = "＿＿＿＿"
"""What nobody has recorded: a line to be filled in by hand, never a guess."""
BLANK_DAY = "＿＿＿＿年＿＿月＿＿日"


def day(value: date | str | None) -> str:
    """2026年3月9日; an open line where the day is not known. Takes ISO text as facts hold it."""
    if not value:
        return BLANK_DAY
    found = date.fromisoformat(value) if isinstance(value, str) else value
    return in_chinese(found)


def or_blank(value: object) -> str:
    """The text, or an open line."""
    return str(value) if value else BLANK


def sentence(value: object) -> str:
    """The text closed with a full stop, or an open line: clerks write reasons with and without."""
    text = str(value or BLANK)
    return text if text.endswith(("。", "！", "？", "；", "”", "!", "?")) else f"{text}。"


def word(terms: type[Term], value: object) -> str:
    """The law's word for a value as the ledger has it; nothing for none."""
    return next((term.label for term in terms if term.value == value), "")


def joined(parts: Iterable[str], by: str = "、") -> str:
    """What there is of the parts, set apart."""
    return by.join(part for part in parts if part)


def listed(items: Iterable[str]) -> str:
    """1．… 2．…, each on a line; the only one without a number; an open line where there is none."""
    found = list(items)
    if len(found) < 2:
        return found[0] if found else BLANK
    return "\n".join(f"{number}．{item}" for number, item in enumerate(found, start=1))
