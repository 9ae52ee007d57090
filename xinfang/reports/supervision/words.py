"""督查督办 in words: what was pressed for, what came of it, and who has not answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...core.figures import Figure
from ...core.overseen import Supervision
from ..most import most
from ..overview import rate_if_any


def sentences(counted: Mapping[str, Figure], unanswered: Sequence[Supervision]) -> Iterator[str]:
    """unanswered: past their day, without an answer."""
    yield (
        f"督办 {counted['supervised']} 项，涉及 {counted['supervised_petitions']} 件；"
        f"{rate_if_any('按期答复率', counted['answered_rate'], '{}，')}未答复 {counted['unanswered']} 项{_by(unanswered)}；"
        f"办结 {counted['closed']} 项。"
    )
    yield (
        f"三项建议 {counted['advised']} 项，书面反馈 {counted['feedback']} 项，采纳 {counted['adopted']} 项，"
        f"部分采纳 {counted['partly']} 项，逾期未反馈 {counted['feedback_overdue']} 项；案件评查 {counted['inspected']} 件次。"
    )


def _by(unanswered: Sequence[Supervision]) -> str:
    """The unit with most of them, or those."""
    if not unanswered:
        return ""
    unit, count = most(each.unit for each in unanswered)
    return f"（最多的是{unit}，{count} 项）"
