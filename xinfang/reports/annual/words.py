"""The annual report in words: what the four items of 第四十一条第一款 are called, and each in a few sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...core.figures import Figure
from ...core.overseen import Overseen
from ...core.oversight import Proposal
from ...core.yearly import Yearly
from ..changes import change
from ..overview import rate_if_any
from . import tables

PARTS: dict[str, tuple[str, str]] = {
    "statistics": ("（一）", "信访事项的数据统计、信访事项涉及领域以及被投诉较多的机关、单位"),
    "handing": ("（二）", "党委和政府信访部门转送、交办、督办情况"),
    "advice": ("（三）", "党委和政府信访部门提出改进工作、完善政策、追究责任建议以及被采纳情况"),
    "other": ("（四）", "其他应当报告的事项"),
}
"""The items of 《信访工作条例》第四十一条第一款, word for word."""
TO_ADD = "（四）其他应当报告的事项: 台账以外还有要报告的，在 Word 文件里补写。"
NAMED = 3
"""How many fields and units the sentences name."""


def sentences(
    yearly: Yearly, overseen: Overseen, counted: Mapping[str, Figure], earlier: Mapping[str, Figure] | None
) -> Iterator[str]:
    """Each part in a few sentences under its heading. earlier: None where there is nothing to compare with."""
    said = {
        "statistics": _statistics(yearly, counted, earlier),
        "handing": _handing(counted),
        "advice": _advice(overseen, counted),
        "other": _other(counted),
    }
    for part, (item, heading) in PARTS.items():
        yield f"{item}{heading}。{said[part]}"


def _statistics(yearly: Yearly, counted: Mapping[str, Figure], earlier: Mapping[str, Figure] | None) -> str:
    moved = change(counted["received"], earlier["received"]) if earlier else ""
    than = f"，比上年{moved}" if moved else ""
    named = (
        ("涉及较多的领域", tables.count(yearly, "content")),
        ("被投诉较多的机关、单位", tables.complained_of(yearly)),
    )
    more = "".join(f"；{what}: {_first(counts)}" for what, counts in named if counts)
    return (
        f"收到信访事项 {counted['received']} 件次{than}，{counted['people']} 人次，"
        f"来访 {counted['visits']} 批次、{counted['visitors']} 人次，集体访 {counted['group_visits']} 批次；"
        f"受理 {counted['accepted']} 件，答复 {counted['replied']} 件，办结 {counted['closed']} 件"
        f"{rate_if_any('按期率', counted['on_time_rate'])}{more}。"
    )


def _first(counts: Sequence[tuple[str, int]]) -> str:
    return "、".join(f"{name}（{count} 件）" for name, count in counts[:NAMED])


def _handing(counted: Mapping[str, Figure]) -> str:
    return (
        f"转送、交办 {counted['forwarded']} 件次{rate_if_any('及时受理率', counted['prompt_rate'])}；"
        f"督办 {counted['oversight_supervised']} 项，涉及 {counted['oversight_supervised_petitions']} 件"
        f"{rate_if_any('按期答复率', counted['oversight_answered_rate'])}，督办办结 {counted['oversight_closed']} 项。"
    )


def _advice(overseen: Overseen, counted: Mapping[str, Figure]) -> str:
    made = [each.proposal for each in overseen.advice]
    kinds = "、".join(f"{kind.label} {made.count(kind.value)} 项" for kind in Proposal)
    return (
        f"提出建议 {counted['oversight_advised']} 项（{kinds}），书面反馈 {counted['oversight_feedback']} 项，"
        f"采纳 {counted['oversight_adopted']} 项，部分采纳 {counted['oversight_partly']} 项，"
        f"未采纳 {counted['oversight_not_adopted']} 项。"
    )


def _other(counted: Mapping[str, Figure]) -> str:
    return (
        f"化解 {counted['resolved']} 件；评查 {counted['oversight_inspected']} 件次；"
        f"领导包案 {counted['oversight_sponsored']} 件次，接访、约访、下访 {counted['oversight_receptions']} 次。"
    )
