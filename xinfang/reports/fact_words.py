"""What a fact says, in the clerk's words: the time line of `show`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ..acts.registry import PETITION_ACTS
from ..core import masking
from ..core.entry import Entry
from ..core.terms import Category, Channel, Ground, Method, Outcome, Source, Track, item
from .columns import words

PERSONAL = frozenset({"name", "id_number", "phone", "address", "agent", "receiver"})
PEOPLE = "petitioners"
FIELD_WORDS = {
    "received_on": "收到日",
    "channel": "渠道",
    "title": "标题",
    "content": "内容",
    PEOPLE: "信访人",
    "source": "来源",
    "source_unit": "来自单位",
    "source_number": "来文文号",
    "report_by": "反馈期限",
    "anonymous": "匿名",
    "address_unclear": "姓名住址不清",
    "confidential": "要求保密",
    "headcount": "人数",
    "involved_count": "涉及人数",
    "joint_letter": "联名",
    "respondent": "被反映",
    "demand": "请求",
    "facts": "事实",
    "reasons": "理由",
    "purpose": "目的",
    "occurred_on": "发生日",
    "region": "属地",
    "level_skipping": "越级",
    "litigation": "涉法涉诉",
    "urgent": "重大紧急",
    "prior_process": "已走程序",
    "competent_unit": "有权处理机关",
    "repeat_of": "重复件",
    "police_case": "案件",
    "hotline_ticket": "12345工单",
    "national_number": "国家系统",
}
"""Fields of a registration, as a correction names them."""
SAID: Mapping[str, Callable[[Any], str]] = {
    "category": words(Category).__getitem__,
    "track": words(Track).__getitem__,
    "ground": words(Ground).__getitem__,
    "outcome": words(Outcome).__getitem__,
    "channel": words(Channel).__getitem__,
    "source": words(Source).__getitem__,
    "route": lambda value: f"途径{item(value)}",
    "days": lambda value: f"{value}日",
    "told": lambda value: "已告知" if value else "未告知",
    "report_by": lambda value: f"{value} 前反馈",
    "approver": lambda value: f"{value}批准",
    "co_units": lambda value: f"协办 {'、'.join(value)}",
    "despite": lambda value: f"缺项仍办结: {value}",
    "late_reason": lambda value: f"逾期原因: {value}",
    "turn": lambda value: f"第 {value} 条",
    "act": lambda value: PETITION_ACTS[value].label,
}
"""Field of a fact → how it reads; what is not here is text already."""


def details(entry: Entry, *, known: Mapping[str, str], reveal: bool) -> str:
    """The fact in a few words; a registration and the text of a reply are shown elsewhere. known: to be masked."""
    if entry.act == "register":
        return ""
    if entry.act == "reveal":
        return str(entry.data["command"])
    said = [part for name, value in entry.data.items() for part in _said(entry.act, name, value, reveal)]
    text = "；".join(said)
    return text if reveal else masking.text(text, known)


def _said(act: str, name: str, value: Any, reveal: bool) -> list[str]:
    if (act, name) == ("reply", "text"):
        return []
    if name == "changes":
        return [f"{FIELD_WORDS.get(field, field)}: {_new(field, item, reveal)}" for field, item in value.items()]
    if (act, name) == ("serve", "method"):
        return [words(Method)[value]]
    if name in PERSONAL and not reveal:
        return [masking.name(str(value))]
    return [SAID[name](value) if name in SAID else str(value)]


def _new(field: str, value: Any, reveal: bool) -> str:
    """What a corrected field says now."""
    if field == PEOPLE:
        people = ["，".join(str(part) for part in person.values() if isinstance(part, str)) for person in value]
        return "；".join(people) if reveal else "***"
    if isinstance(value, bool):
        return "是" if value else "否"
    return SAID[field](value) if field in {"channel", "source"} else str(value)
