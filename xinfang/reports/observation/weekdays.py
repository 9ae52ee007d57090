"""Patterns 规律特点 by weekday: against days that are all alike, and against the office's own weekdays before."""

from __future__ import annotations

from ...core.figures import Rate
from ...core.statistics.evenly import evenly
from ...core.statistics.screening import LEVEL
from ...core.table import Cell, Chart, Column, Table
from .screened import Screened
from .seen import Seen
from .sides import ISO_WEEKDAYS, PATTERNS, WEEKDAY
from .tables import judged_cells, judgement, rounded

UNEVEN = {"more": "偏多", "less": "偏少", "even": "均匀", "": ""}


def weekdays(seen: Seen, screened: Screened) -> Table:
    """Working days by weekday, and the days off together; what came in on days off is not compared."""
    daily = _daily(seen)
    found = evenly(daily)
    whole = len(seen.now.groups)
    columns = (
        Column("weekday", "星期", words={**ISO_WEEKDAYS, "off": "休息日"}),
        Column("days", "日数", "number"),
        Column("received", seen.now.period.words[0], "number"),
        Column("if_even", "各日一样时", "number", decimals=1),
        Column("even_p", "校正后概率（各日）", "number", machine_only=True),
        Column("evenness", "各日比", words=UNEVEN),
        Column("share", "占比", "rate"),
        *judgement(screened),
    )
    rows: list[tuple[Cell, ...]] = []
    for day, counts in daily.items():
        even = found.get(day)
        uneven = "" if even is None else _uneven(even.observed, even.expected, even.adjusted)
        among = (round(even.expected, 1), rounded(even.adjusted), uneven) if even else (None, None, "")
        count, *rest = judged_cells(((WEEKDAY, day),), sum(counts), whole, screened)
        rows.append((day, len(counts), count, *among, *rest))
    worked = sum(sum(counts) for counts in daily.values())
    if worked < whole:
        days_off = seen.now.days - sum(map(len, daily.values()))
        off = whole - worked
        share = Rate(off, whole).value
        rows.append(("off", days_off, off, None, None, "", share, None, None, None, None, "untested"))
    chart = Chart("bars", "weekday", ("received", "if_even"))
    return Table(f"{PATTERNS}：星期", columns, tuple(rows), _notes(seen), key="by_weekday", chart=chart)


def _daily(seen: Seen) -> dict[str, list[int]]:
    """The counts of the period's working days, by weekday."""
    found: dict[str, list[int]] = {}
    for day, count in sorted(seen.now.working.items()):
        found.setdefault(str(day.isoweekday()), []).append(count)
    return dict(sorted(found.items()))


def _uneven(observed: int, expected: float, adjusted: float) -> str:
    if adjusted > LEVEL:
        return "even"
    return "more" if observed > expected else "less"


def _notes(seen: Seen) -> tuple[str, ...]:
    even = "各日一样时: 工作日收到的件数按工作日平摊；精确检验，日与日波动大的按其波动放宽，各星期一并校正。"
    return (even,) if seen.calendar_known else (even, "有的年份没有节假日安排，当年按周一至周五算工作日。")
