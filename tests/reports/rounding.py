"""What a report may print of a division: halves up 四舍五入, by decimal numbers and not by the program's way."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal


def divided(part: int, whole: int, decimals: int = 4) -> float | None:
    """None where nothing can be divided by."""
    if not whole:
        return None
    return float((Decimal(part) / whole).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))
