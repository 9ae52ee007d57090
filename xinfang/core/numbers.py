"""Petition numbers: `2026-000001`, per office and year, and the short ways to type them."""

from __future__ import annotations

from .errors import BadInput

DIGITS_AT_MOST = 9
"""Of a petition's place in its year, zeros before it not counted."""


def number_of(year: int, sequence: int) -> str:
    """The full number. More than 999,999 in one year simply take a seventh digit."""
    return f"{year}-{sequence:06d}"


def year_of(number: str) -> int:
    """The year of a full number."""
    return int(number.partition("-")[0])


def full_number(typed: str, *, year: int) -> str:
    """What the clerk means: `12` and `000012` are of `year`, `2025-12` and `25-12` of 2025.

    Full-width digits and dashes are understood. Raises BadInput E107.
    """
    text = plain(typed)
    stated, dash, digits = text.strip().rpartition("-")
    digits = digits.lstrip("0")
    well_dated = not dash or (stated.isdecimal() and len(stated) in (2, 4))
    if not (well_dated and digits.isdecimal() and len(digits) <= DIGITS_AT_MOST and int(digits)):
        raise BadInput(
            "E107", f"“{typed}”不是信访件编号。", remedy="写全号 2026-000012，或只写 12（本年度），或 2025-12"
        )
    if stated:
        year = int(stated) if len(stated) == 4 else 2000 + int(stated)
    return number_of(year, int(digits))


def plain(typed: str) -> str:
    """Full-width digits and letters and every kind of dash as ASCII."""
    if typed.isascii():
        return typed
    import unicodedata

    return unicodedata.normalize("NFKC", typed).replace("–", "-").replace("—", "-")
