"""重复信访 in words: how many matters keep coming back, and above all why and whose they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..most import most
from .coming_again import UNDONE
from .matters import MatterAgain, VisitAgain


def sentences(matters: Sequence[MatterAgain], again: Sequence[VisitAgain]) -> Iterator[str]:
    """How many there are; why and whose where something was left undone."""
    if not matters:
        yield "没有重复事项，没有再次走访。"
        return
    after = sum(visit.when == "after-reply" for visit in again)
    yield f"重复事项 {len(matters)} 个，再次走访 {len(again)} 批次，其中答复后 {after} 批次。"
    undone = [matter for matter in matters if matter.reason in UNDONE]
    if undone:
        reason, of_reason = most(matter.reason.label for matter in undone)
        unit, of_unit = most(matter.unit for matter in undone)
        yield (
            f"其中 {len(undone)} 个，本机关尚未办到位: 原因最多的是{reason}（{of_reason} 个），"
            f"责任单位最多的是{unit}（{of_unit} 个）。"
        )
