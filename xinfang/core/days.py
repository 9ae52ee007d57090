"""Days as the ledger and its tables write them: ISO text."""

from __future__ import annotations

from datetime import date


class _Written(dict[date, str]):
    def __missing__(self, day: date) -> str:
        text = self[day] = day.isoformat()
        return text


iso = _Written().__getitem__
"""2026-01-05, each day written once: an import writes each of its few thousand days some thirty times for every row."""
