"""How a figure moved against an earlier one, in words and as an arrow.

Words and not signs: a spreadsheet takes a text that begins with a sign for a formula.
"""

from __future__ import annotations

from ..core.figures import Figure, Rate


def change(now: Figure | None, before: Figure | None) -> str:
    """增12.5% or 减3.0% for counts, 增1.20个百分点 for rates, 持平; empty where there is nothing to compare with."""
    if isinstance(now, Rate) and isinstance(before, Rate):
        if now.value is None or before.value is None:
            return ""
        return _signed((now.value - before.value) * 100, "{:.2f}个百分点")
    if not isinstance(now, int) or not isinstance(before, int) or not before:
        return ""
    return _signed((now - before) / before * 100, "{:.1f}%")


def arrow(now: Figure | None, before: Figure | None) -> str:
    """↑, ↓ or →; empty where there is nothing to compare with."""
    first, second = (each.value if isinstance(each, Rate) else each for each in (now, before))
    if first is None or second is None:
        return ""
    return "→" if first == second else "↑" if first > second else "↓"


def _signed(moved: float, shown: str) -> str:
    if not moved:
        return "持平"
    return ("增" if moved > 0 else "减") + shown.format(abs(moved))
