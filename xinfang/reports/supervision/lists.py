"""What is to be pressed for: supervisions without an answer, advice without feedback."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from ...core.overseen import Advice, Supervision
from ...core.table import Column, Table
from ..columns import NUMBER, UNIT
from ..shortened import WHOLE, AtMost
from .figures import Window, without_feedback
from .tables import PROPOSAL, SITUATION


def waiting(supervisions: Iterable[Supervision], on: date, at_most: int | None) -> Table:
    """Supervisions past their day without an answer, the longest waiting first, to be pressed for."""
    unanswered = sorted(supervisions, key=lambda each: (each.answer_by, each.number, each.part))
    columns = (
        NUMBER,
        Column("part", "第几项", "number"),
        UNIT,
        SITUATION,
        Column("supervised_on", "发出日", "date"),
        Column("answer_by", "要求答复日", "date"),
        Column("days_over", "逾期天数", "number"),
    )
    rows = tuple(
        (
            each.number,
            each.part,
            each.unit,
            each.situation,
            date.fromisoformat(each.on),
            date.fromisoformat(each.answer_by),
            (on - date.fromisoformat(each.answer_by)).days,
        )
        for each in unanswered[:at_most]
    )
    return _counted(Table("未答复的督办", columns, rows, key="unanswered"), len(unanswered))


def awaiting_feedback(advice: Sequence[Advice], window: Window, at_most: int | None) -> Table:
    """Advice on which nobody wrote back in the days that practice allows."""
    late = without_feedback(advice, window)
    columns = (
        NUMBER,
        Column("part", "第几项", "number"),
        Column("body", "机关、单位"),
        PROPOSAL,
        Column("advised_on", "提出日", "date"),
        Column("days", "天数", "number"),
    )
    rows = tuple(
        (
            each.number,
            each.part,
            each.to,
            each.proposal,
            date.fromisoformat(each.on),
            (window.as_of - date.fromisoformat(each.on)).days,
        )
        for each in late[:at_most]
    )
    return _counted(Table("逾期未反馈的建议", columns, rows, key="without_feedback"), len(late))


def _counted(table: Table, whole: int) -> Table:
    """The table with all of them counted below, where it has only some."""
    listed = len(table.rows)
    if whole == listed:
        return table
    return table._replace(notes=(AtMost(f"共 {whole} 项", f"最多列 {listed} 项"),), hints=(WHOLE,))
