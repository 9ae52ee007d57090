"""How a figure moved against an earlier one, in words and as an arrow.

Words and not signs: a spreadsheet takes a text that begins with a sign for a formula.
"""

from __future__ import annotations

from ..core.figures import Figure, Rate

LEAST_BASE = 20
"""Of fewer, one more is over five percent: what came to them or left them is told as a number."""
MEANING = (
    f"增减: 上期（上年、上年同月等）的数满{LEAST_BASE}的写百分比，不足{LEAST_BASE}的写增减多少（基数小，百分比说明不了什么）；"
    "比率写增减多少个百分点。"
)


def change(now: Figure | None, before: Figure | None, unit: str = "件") -> str:
    """增12.5% or 减3.0% for counts, 增3件 where the earlier one is under LEAST_BASE, 增1.20个百分点 for rates, 持平.

    Empty where there is nothing to compare with, nor anything that could have grown.
    """
    if isinstance(now, Rate) and isinstance(before, Rate):
        if now.value is None or before.value is None:
            return ""
        return _signed((now.value - before.value) * 100, "{:.2f}个百分点")
    if not isinstance(now, int) or not isinstance(before, int) or not (now or before):
        return ""
    if before < LEAST_BASE:
        return _signed(now - before, "{}" + unit)
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
