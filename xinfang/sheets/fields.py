"""The fields of a ledger: their English names, the Chinese words for them, and how a cell of each is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields
from difflib import get_close_matches
from typing import Any, TypeVar

from .cells import (
    read_address,
    read_called,
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
from .day_values import LAST_SERIAL
from .rows import LedgerRow

Value = TypeVar("Value")

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

KEPT_AT_MOST, KEPT_LONGEST = 10_000, 40
"""How many texts each of the readers below remembers, and of how many characters."""


def remembering(read: Callable[[Any], Value]) -> Callable[[Any], Value]:
    """A reader that knows again the texts it has read: a ledger has few different days, channels and units, and to read
    them anew for every row took a tenth of an import. Only texts: to Python 1, 1.0 and True are the same."""
    known: dict[str, Value] = {}

    def read_or_recall(cell: Any) -> Value:
        if cell.__class__ is not str:
            return read(cell)
        try:
            return known[cell]
        except KeyError:
            value = read(cell)
            if len(known) < KEPT_AT_MOST and len(cell) <= KEPT_LONGEST:
                known[cell] = value
            return value

    return read_or_recall


_day = remembering(read_optional_day)
_called = remembering(read_called)
_code = remembering(clean_number)
_channel = remembering(read_channel)
_category = remembering(read_category)
_route = remembering(read_route)
_outcome = remembering(read_outcome)
_headcount = remembering(read_headcount)

READERS: dict[str, Callable[[Any], object]] = {
    "key": clean_number,
    "number": read_own_number,
    "received": _day,
    "name": read_person,
    "id_number": read_id,
    "phone": read_phone,
    "address": read_address,
    "channel": _channel,
    "title": clean_line,
    "content": clean_text,
    "category": _category,
    "route": _route,
    "code": _code,
    "unit": _called,
    "officer": _called,
    "first_unit": _called,
    "first_officer": _called,
    "headcount": _headcount,
    "informed": _day,
    "accepted": _day,
    "reply": clean_text,
    "replied": _day,
    "served": _day,
    "closed": _day,
    "outcome": _outcome,
}
"""Each takes a cell that is not '' and gives the field's value, or raises BadInput."""

DAYS = frozenset(name for name, read in READERS.items() if read is _day)
"""The fields that are days."""


def day_reader(days_later: int) -> Callable[[Any], object]:
    """How a day is read where a number that Excel shows as a day begins to count so many days later."""

    def read(cell: Any) -> object:
        return _day(cell + days_later if cell.__class__ in (int, float) and cell <= LAST_SERIAL else cell)

    return read


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
