"""From which sides what came in is looked at, and what each petition is on each of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from ...core.days import WEEKDAYS
from ...core.report_rows import ReceivedRow
from ...core.statistics.screening import Group
from ...core.terms import Category, Channel
from ..columns import BRANCH, CATEGORY, CONTENT, REGION, words

ISSUES, SPREAD, BRANCHES, PATTERNS = "主要诉求类别", "分布状况", "涉及警种", "规律特点"
"""The four headings of a monthly observation, as Guizhou's offices write them."""


class Side(NamedTuple):
    """A side: stable name, word, heading it stands under, words for its values and for that there is none."""

    name: str
    word: str
    heading: str
    words: Mapping[str, str] = MappingProxyType({})
    blank: str = "未填"

    def say(self, value: str) -> str:
        """A value as people read it."""
        return self.words.get(value, value)


ISO_WEEKDAYS = dict(zip("1234567", WEEKDAYS, strict=True))
SIDES = (
    Side("category", "三大类", ISSUES, words(Category), CATEGORY.blank),
    Side("content", "内容分类", ISSUES, blank=CONTENT.blank),
    Side("content_second", "内容分类（到二级）", ISSUES, blank=CONTENT.blank),
    Side("unit", "单位", SPREAD),
    Side("region", "属地", SPREAD, blank=REGION.blank),
    Side("branch", "警种", BRANCHES, blank=BRANCH.blank),
    Side("channel", "渠道", PATTERNS, words(Channel)),
    Side("weekday", "星期", PATTERNS, ISO_WEEKDAYS),
)
"""In the order of a Group, and as printed."""
WEEKDAY = 7
PLACED = (2, 3, 4, 5)
"""Sides that say where within a finding it happened, and that are crossed: what about, who, where, which branch."""


def grouping(is_working_day: Callable[[date], bool]) -> Callable[[ReceivedRow], Group]:
    """Makes a Group of what was received. The weekday stays empty on days off: who comes on a Sunday has no choice."""
    weekdays: dict[str, str] = {}
    contents: dict[str, tuple[str, str]] = {}
    known: dict[str, str] = {}

    def weekday(day: str) -> str:
        if day not in weekdays:
            on = date.fromisoformat(day)
            weekdays[day] = str(on.isoweekday()) if is_working_day(on) else ""
        return weekdays[day]

    def content(code: str) -> tuple[str, str]:
        if code not in contents:
            levels = code.split("/")
            contents[code] = levels[0], "/".join(levels[:2]) if len(levels) > 1 else ""
        return contents[code]

    def group(row: ReceivedRow) -> Group:
        category, code, branch, unit, region, channel, day = row
        values = (category, *content(code), unit, region, branch, channel, weekday(day))
        # The same text in a hundred thousand rows is kept once.
        return tuple(map(known.setdefault, values, values))

    return group
