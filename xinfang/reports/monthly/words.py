"""The bulletin in words: what a chief reads before the tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...core.figures import Figure
from ...core.lookups import DeadlineRow
from ..changes import change
from ..overview import rate_if_any

SAID = {"on_time_rate": "按期率", "told_rate": "按期告知率", "prompt_rate": "及时受理率"}
"""The rates that are said where there are any: which an office owes depends on its kind and on who sent the petition."""


def sentences(
    now: Mapping[str, Figure],
    earlier: Mapping[str, Mapping[str, Figure]],
    overdue: Sequence[DeadlineRow],
    ending: str,
) -> Iterator[str]:
    """What came in, what was done in time, what is owed still.

    earlier: what each period to compare with is called, and its figures. overdue: the duty owed longest comes first.
    ending: what the day is called at the end of which they are overdue.
    """
    moved = {name: change(now["received"], before["received"]) for name, before in earlier.items()}
    than = "、".join(f"比{name}{told}" for name, told in moved.items() if told)
    yield (
        f"收到 {now['received']} 件{than and f'，{than}'}，{now['people']} 人次；来访 {now['visits']} 批次、{now['visitors']} 人次，"
        f"其中集体访 {now['group_visits']} 批次、{now['group_visitors']} 人次；重复信访 {now['repeats']} 件。"
    )
    yield (
        f"应办结 {now['due']} 件{''.join(rate_if_any(word, now[key]) for key, word in SAID.items())}；"
        f"办结 {now['closed']} 件，化解 {now['resolved']} 件。"
    )
    yield f"{ending}超期 {now['overdue_open']} 项{_oldest(overdue)}；补录 {now['late_entries']} 条。"


def _oldest(overdue: Sequence[DeadlineRow]) -> str:
    if not overdue:
        return ""
    first = overdue[0]
    return f"，最早的一项是 {first.number} 的{first.label}，{first.legal_due} 届满，在{first.unit}"
