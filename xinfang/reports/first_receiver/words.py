"""首接首办责任 in a sentence: what a chief has to see to."""

from __future__ import annotations

from collections.abc import Mapping

from ...core.figures import Figure
from ..overview import rate_if_any


def sentence(values: Mapping[str, Figure]) -> str:
    """How many there were, whether people were told, and what lies between two units."""
    return (
        f"首接 {values['received']} 件{rate_if_any('按期告知率', values['told_rate'])}；"
        f"未签收 {values['unsigned']} 次，尚无着落 {values['unlanded']} 件，交来交去 {values['back_and_forth']} 件"
        f"{rate_if_any('答复后再次信访率', values['came_again_rate'], '；{}')}。"
    )
