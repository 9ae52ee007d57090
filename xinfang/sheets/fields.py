"""The fields of a ledger: their English names, the Chinese words for them, and how a cell of each is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields
from difflib import get_close_matches
from typing import Any

from .cells import (
    read_address,
    read_category,
    read_channel,
    read_headcount,
    read_id,
    read_optional_day,
    read_outcome,
    read_own_number,
    read_person,
    read_phone,
    read_route,
)
from .cleaning import clean_line, clean_number, clean_text
from .rows import LedgerRow

LABELS: dict[str, str] = {
    "key": "来源编号",
    "number": "信访件编号",
    "received": "收到日期",
    "name": "姓名",
    "id_number": "身份证号码",
    "phone": "联系电话",
    "address": "住址",
    "channel": "信访渠道",
    "title": "标题",
    "content": "内容",
    "category": "信访类别",
    "route": "办理途径",
    "code": "内容分类",
    "unit": "承办单位",
    "officer": "经办人",
    "first_unit": "首接单位",
    "first_officer": "首接人",
    "headcount": "人数",
    "informed": "告知日期",
    "accepted": "受理日期",
    "reply": "答复意见",
    "replied": "答复日期",
    "served": "送达日期",
    "closed": "办结日期",
    "outcome": "处理结论",
}

READERS: dict[str, Callable[[Any], object]] = {
    "key": clean_number,
    "number": read_own_number,
    "received": read_optional_day,
    "name": read_person,
    "id_number": read_id,
    "phone": read_phone,
    "address": read_address,
    "channel": read_channel,
    "title": clean_line,
    "content": clean_text,
    "category": read_category,
    "route": read_route,
    "code": clean_number,
    "unit": clean_line,
    "officer": clean_line,
    "first_unit": clean_line,
    "first_officer": clean_line,
    "headcount": read_headcount,
    "informed": read_optional_day,
    "accepted": read_optional_day,
    "reply": clean_text,
    "replied": read_optional_day,
    "served": read_optional_day,
    "closed": read_optional_day,
    "outcome": read_outcome,
}
"""Each takes a cell that is not '' and gives the field's value, or raises BadInput."""

PLACES: dict[str, int] = {field.name: place for place, field in enumerate(fields(LedgerRow))}
BLANK: tuple[object, ...] = tuple(None if field.name == "line" else field.default for field in fields(LedgerRow))


def nearest(name: str) -> str:
    """The field name most like `name`, also when the Chinese word was written; '' if none is near."""
    by_label = {label: field for field, label in LABELS.items()}
    found = get_close_matches(name.strip().lower(), [*LABELS, *by_label], n=1, cutoff=0.5)
    return by_label.get(found[0], found[0]) if found else ""


def said(names: Iterable[str]) -> str:
    """Field names for a message: received 收到日期、name 姓名."""
    return "、".join(f"{name} {LABELS[name]}" for name in names)
