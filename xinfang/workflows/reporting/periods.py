"""The period of a report as typed: a month, a quarter, a year, or two days."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from ...core.errors import BadInput
from ...core.period import Period
from .. import clock

EARLIEST, LATEST = 1901, 2199


def period(
    *,
    month: str | None,
    quarter: str | None,
    year: str | None,
    first: str | None,
    last: str | None,
) -> Period:
    """The one period typed. Raises BadInput E105 for none, E101 for several, E102, E114."""
    typed = {"--month": month, "--quarter": quarter, "--year": year, "--from/--to": first or last}
    given = [name for name, value in typed.items() if value]
    if not given:
        raise BadInput(
            "E105", "没有写哪一段时间。", remedy="加 --month 2026-10、--quarter 2026-3、--year 2026 或 --from … --to …"
        )
    if len(given) > 1:
        raise BadInput("E101", f"{'、'.join(given)} 只能写一个。", remedy="留下一个")
    if month:
        return Period.of("month", _month(month))
    if quarter:
        return Period.of("quarter", _quarter(quarter))
    if year:
        return Period.of("year", _year(year))
    return _days(first, last)


def _month(typed: str) -> date:
    match = re.fullmatch(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*月?", _plain(typed), re.ASCII)
    if not match or not 1 <= int(match[2]) <= 12 or not EARLIEST <= int(match[1]) <= LATEST:
        raise BadInput("E102", f"“{typed}”不是月份。", remedy="写成 2026-03")
    return date(int(match[1]), int(match[2]), 1)


def _quarter(typed: str) -> date:
    match = re.fullmatch(r"(\d{4})\s*(?:[-./]|年第?)?\s*[Qq]?([1-4])\s*(?:季度)?", _plain(typed), re.ASCII)
    if not match or not EARLIEST <= int(match[1]) <= LATEST:
        raise BadInput("E102", f"“{typed}”不是季度。", remedy="写成 2026-3，即2026年第3季度")
    return date(int(match[1]), int(match[2]) * 3 - 2, 1)


def _year(typed: str) -> date:
    match = re.fullmatch(r"(\d{4})\s*年?", _plain(typed), re.ASCII)
    if not match or not EARLIEST <= int(match[1]) <= LATEST:
        raise BadInput("E102", f"“{typed}”不是年份。", remedy="写成 2026")
    return date(int(match[1]), 1, 1)


def _plain(typed: str) -> str:
    """Without blanks around it, and full-width figures, as an input method leaves them, as plain ones."""
    return unicodedata.normalize("NFKC", typed).strip()


def _days(first: str | None, last: str | None) -> Period:
    if not first:
        raise BadInput("E105", "--to 要和 --from 一起写。", remedy="加 --from 日期")
    begins = clock.any_day(first)
    ends = clock.any_day(last) if last else clock.today()
    if begins > ends:
        raise BadInput("E114", f"--from {begins} 晚于 --to {ends}。", remedy="把两个日期对调，或去掉一个")
    return Period("days", begins, ends)
