"""Petition numbers: `2026-000001`, per office and year, and the short ways to type them."""

from __future__ import annotations

import re

from .errors import BadInput

_TYPED = re.compile(r"(?:(\d{2}|\d{4})-)?0*(\d{1,9})")


def number_of(year: int, sequence: int) -> str:
    """The full number. More than 999,999 in one year simply take a seventh digit."""
    return f"{year}-{sequence:06d}"


def full_number(typed: str, *, year: int) -> str:
    """What the clerk means: `12` and `000012` are of `year`, `2025-12` and `25-12` of 2025.

    Full-width digits and dashes are understood. Raises BadInput E107.
    """
    text = typed if typed.isascii() else _plain(typed)
    match = _TYPED.fullmatch(text.strip())
    if not match or int(match[2]) == 0:
        raise BadInput(
            "E107", f"“{typed}”不是信访件编号。", remedy="写全号 2026-000012，或只写 12（本年度），或 2025-12"
        )
    stated = match[1]
    if stated:
        year = int(stated) if len(stated) == 4 else 2000 + int(stated)
    return number_of(year, int(match[2]))


def _plain(typed: str) -> str:
    """Full-width digits and every kind of dash as ASCII."""
    import unicodedata

    return unicodedata.normalize("NFKC", typed).replace("–", "-").replace("—", "-")
