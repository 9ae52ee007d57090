"""积案 in a sentence: how many are left, how that came about, and what is to be done about them."""

from __future__ import annotations

from collections.abc import Mapping

from ...core.figures import Figure
from ..overview import rate_if_any


def sentence(figures: Mapping[str, Figure]) -> str:
    """It adds up: begin + added - left = end."""
    return (
        f"期初 {figures['begin']} 件，新增 {figures['added']} 件，减少 {figures['left']} 件，期末 {figures['end']} 件，"
        f"其中超期未办 {figures['overdue']} 件；{rate_if_any('研判率', figures['diagnosed_rate'], '{}，')}"
        f"{rate_if_any('包案率', figures['sponsored_rate'], '{}，')}措施逾期 {figures['finish_late']} 件。"
    )
