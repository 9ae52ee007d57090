"""Days as the ledger and its tables write them, ISO text, there and back; and as people name them."""

from __future__ import annotations

from datetime import date

YEARS = range(1900, 2200)
"""The years of which a written day may be."""
WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")


class _Written(dict[date, str]):
    def __missing__(self, day: date) -> str:
        text = self[day] = day.isoformat()
        return text


iso = _Written().__getitem__
"""2026-01-05, each day written once: an import writes each of its few thousand days some thirty times for every row."""


def iso_or_none(day: date | None) -> str | None:
    """The same of a day that may not be known."""
    return iso(day) if day else None


def in_chinese(day: date) -> str:
    """2026年3月9日, as official papers write it."""
    return f"{day.year}年{day.month}月{day.day}日"


def day_or_none(text: str | None) -> date | None:
    """The day that a table's column holds, which may be empty."""
    return date.fromisoformat(text) if text else None


def day_of_iso(text: str) -> date | None:
    """The day that YYYY-MM-DD says; None for anything else, also for what only `fromisoformat` reads, such as week dates."""
    if len(text) == 10 and text[4] == text[7] == "-":
        try:
            day = date.fromisoformat(text)
        except ValueError:
            return None
        return day if day.year in YEARS else None
    return None


def weekday(day: date) -> str:
    """周一 to 周日."""
    return WEEKDAYS[day.weekday()]
