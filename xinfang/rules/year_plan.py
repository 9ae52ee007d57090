"""A year's days off and make-up working days, as its State Council notice gives them: TOML in, checked plan out."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from ..core.days import weekday
from ..core.errors import BadInput
from .pages import parsed

SOURCES = ("TEXT", "QUOTE", "MEMORY")
"""How the notice's number is known: TEXT, read in the notice itself (government site, gazette, Wikisource);
QUOTE, quoted second-hand; MEMORY, from memory, to be checked."""
EARLIEST, LATEST = 1950, 2200
ALWAYS_OFF = ((1, 1), (5, 1), (10, 1))
"""Month and day of holidays that every notice lists: a file without them is not whole."""
_KEYS = {"year", "notice", "title", "notice_source", "amended_by", "holiday"}
_HOLIDAY_KEYS = {"name", "off", "work"}


class YearPlan(NamedTuple):
    """What one year's notice says.

    off: each day off → the holiday it belongs to, weekends inside a holiday included as in the notice.
    work: each make-up working day 调休上班 (a Saturday or Sunday) → the holiday it belongs to.
    Both may reach back into December of the year before, never forward into the next year.
    source: one of SOURCES, for the notice's number. amended_by: later notices already worked into the days.
    """

    year: int
    notice: str
    title: str
    source: str
    off: Mapping[date, str]
    work: Mapping[date, str]
    amended_by: tuple[str, ...] = ()

    @property
    def begins(self) -> date:
        """The first day that this plan can move: 1 January, or the day in December that it reaches back to."""
        return min(date(self.year, 1, 1), *self.off, *self.work)


def read_plan(text: str, origin: str) -> YearPlan:
    """The plan that the TOML text says; `origin` names the file in refusals.

    Raises BadInput E113 naming the key and the reason: bad TOML, an unknown or missing key, a day outside the
    year (December before allowed), listed twice or both off and worked, a make-up day from Monday to Friday.
    """
    page = _Page(_parsed(text, origin), origin)
    page.only(_KEYS)
    year = page.year()
    title = page.text("title")
    if str(year) not in title:
        raise page.wrong("title", f"与 year = {year} 对不上")
    source = page.text("notice_source")
    if source not in SOURCES:
        raise page.wrong("notice_source", f"不能是“{source}”，可用: {'、'.join(SOURCES)}")
    notice = page.text("notice")
    amended_by = page.texts("amended_by")
    off, work = _days(page, year)
    for month, day in ALWAYS_OFF:
        if date(year, month, day) not in off:
            raise page.wrong("holiday", f"没有列出{month}月{day}日放假，安排不完整")
    return YearPlan(year, notice, title, source, off, work, amended_by)


def _parsed(text: str, origin: str) -> dict[str, Any]:
    try:
        return parsed(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as fault:
        found = re.search(r"line (\d+), column (\d+)", str(fault))
        where = f"第{found[1]}行第{found[2]}字附近" if found else "文件末尾"
        raise _refusal(f"{origin}: {where}写法不对，不是 TOML，或日期不存在。") from fault


def _days(page: "_Page", year: int) -> tuple[dict[date, str], dict[date, str]]:
    off: dict[date, str] = {}
    work: dict[date, str] = {}
    for part in page.holidays():
        part.only(_HOLIDAY_KEYS)
        name = part.text("name")
        part.where += f"（{name}）"
        part.take_days("off", year, name, off)
        if "work" in part.table:
            part.take_days("work", year, name, work)
            for day in work:
                if day.weekday() < 5:
                    raise part.wrong("work", f"{day} 是{weekday(day)}，本来就上班，不是调休上班日")
        if both := min(off.keys() & work.keys(), default=None):
            raise part.wrong("work", f"{both} 既列为放假又列为上班")
    return off, work


class _Page:
    """A TOML table that is read key by key; each complaint says file, place and key."""

    def __init__(self, table: Mapping[str, Any], origin: str, where: str = "") -> None:
        self.table = table
        self.origin = origin
        self.where = where

    def wrong(self, key: str, why: str) -> BadInput:
        return _refusal(f"{self.origin}: {self.where}{' 的 ' if self.where else ''}{key} {why}。")

    def only(self, known: set[str]) -> None:
        if unknown := sorted(self.table.keys() - known):
            raise self.wrong(unknown[0], f"认不出，可用的键: {'、'.join(sorted(known))}")

    def year(self) -> int:
        value = self.table.get("year")
        if not isinstance(value, int) or isinstance(value, bool) or not EARLIEST <= value <= LATEST:
            raise self.wrong("year", "没有填，或者不是四位年份")
        return value

    def text(self, key: str) -> str:
        value = self.table.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(key, "没有填（应为文字）")
        return value.strip()

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise self.wrong(key, "应为一列文字")
        return tuple(value)

    def holidays(self) -> "Iterator[_Page]":
        value = self.table.get("holiday")
        if not isinstance(value, list) or not value or not all(isinstance(item, dict) for item in value):
            raise self.wrong("holiday", "没有填（每个节日一段 [[holiday]]）")
        return (_Page(item, self.origin, f"第{place}段 [[holiday]]") for place, item in enumerate(value, 1))

    def take_days(self, key: str, year: int, name: str, into: dict[date, str]) -> None:
        """Adds every day under `key` to `into`; refuses a day outside the year or already there."""
        value = self.table.get(key)
        for item in value if isinstance(value, list) else [value]:
            first, last = self._span(key, item)
            for end in (first, last):
                if not date(year - 1, 12, 1) <= end <= date(year, 12, 31):
                    raise self.wrong(key, f"{end} 不在{year}年（可以早到{year - 1}年12月）")
            if last < first:
                raise self.wrong(key, f"from {first} 晚于 to {last}")
            for day in (first + timedelta(days=n) for n in range((last - first).days + 1)):
                if day in into:
                    raise self.wrong(key, f"{day} 列了两次")
                into[day] = name

    def _span(self, key: str, item: object) -> tuple[date, date]:
        if isinstance(item, dict) and item.keys() == {"from", "to"}:
            return self._day(key, item["from"]), self._day(key, item["to"])
        day = self._day(key, item)
        return day, day

    def _day(self, key: str, item: object) -> date:
        if not isinstance(item, date) or isinstance(item, datetime):
            raise self.wrong(key, "应为日期或 { from = 日期, to = 日期 }，日期写成 2025-01-01，不加引号、不带时间")
        return item


def _refusal(what: str) -> BadInput:
    return BadInput(
        "E113",
        what,
        basis="国务院办公厅当年部分节假日安排的通知",
        remedy="对照通知原文改正文件，再输入 xinfang calendar import 文件",
    )
