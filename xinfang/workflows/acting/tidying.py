"""The texts that come with an act, made fit to be kept: one place for all acts, so that none goes in as it was typed."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from ...core import clean

LINES = {
    "against": "作出意见的单位",
    "agent": "代理人",
    "approver": "批准人",
    "at": "时间",
    "attachments": "附件",
    "bodies": "报送机关",
    "body": "机关",
    "branch": "警种",
    "by_unit": "核实单位",
    "by_whom": "由谁做的",
    "chair": "主持人",
    "charge": "案由",
    "co_units": "协办单位",
    "code": "内容分类",
    "counterpart": "对方当事人",
    "decided_by": "决定的机关、人员",
    "document": "文号",
    "evidence": "证据",
    "happening": "时间",
    "leader": "领导",
    "manner": "履行方式",
    "mediator": "调解人",
    "method": "告知方式",
    "officer": "经办人",
    "other": "另件的编号",
    "participants": "参加人",
    "parties": "参加协商的单位",
    "place": "地点",
    "post": "职务",
    "procedure": "程序",
    "receiver": "签收人",
    "recorder": "记录人",
    "replaced_by": "接办人",
    "returning": "退回的材料",
    "server": "送达人",
    "signed_by": "签收人",
    "taker": "受理单位",
    "to": "机关、单位",
    "unit": "单位",
    "within": "法定期限",
    "witness": "见证人",
}
"""What `decide` calls it → its word, of what stands on one line."""
PARAGRAPHS = {
    "asking": "请示事项",
    "basis": "依据",
    "conclusion": "听证结论",
    "content": "协商经过",
    "debate": "质询、辩论",
    "deliberation": "评议、合议",
    "despite": "理由",
    "facts": "事实",
    "found": "认定的事实",
    "late_reason": "逾期的理由",
    "measure": "措施",
    "measures": "措施",
    "petitioner_says": "信访人意见",
    "proof": "回证",
    "reason": "理由",
    "result": "结果",
    "text": "内容",
}
"""The same of what may have several lines."""


def tidied(details: Mapping[str, Any]) -> dict[str, Any]:
    """The details of an act with every text cleaned: one of blanks alone is empty, as if nobody had typed it.

    Raises BadInput E111 for what is too long, E105 for an empty one among several, such as attachments.
    """
    return {name: _tidied(name, value) for name, value in details.items()}


def _tidied(name: str, value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_line(name, each, required=True) if isinstance(each, str) else each for each in value)
    if not isinstance(value, str) or isinstance(value, Enum):
        return value
    return clean.paragraph(value, what=PARAGRAPHS[name]) if name in PARAGRAPHS else _line(name, value)


def _line(name: str, text: str, *, required: bool = False) -> str:
    return clean.line(text, what=LINES[name], required=required)
