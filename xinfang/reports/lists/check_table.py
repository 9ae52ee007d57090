"""Check 件件有回复: what was found, with its article and the command that mends it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ...core.long import Counted, Long
from ...core.table import Column, Row, Table
from ...rules.checks import CHECKS
from ...rules.checks.finding import Finding
from ..columns import ARTICLE, NUMBER, UNIT
from .listing import NARROWER

MORE = "more"
COLUMNS = (
    NUMBER,
    Column("check", "检查", words={name: check.label for name, check in CHECKS.items()}),
    Column("finding", "情况"),
    ARTICLE,
    UNIT,
    Column("remedy", "可办", blank="已无法补办"),
    Column("situation", "督办情形", machine_only=True),
)


def check_table(found: Iterable[Finding], *, on: date, one: bool, limit: int | None) -> Table:
    """One row for each finding, at most `limit`, read from `found` as often as asked for; that goes on where there are more.

    one: of a single petition, so that its number need not be repeated.
    """

    def read(counted: Counted) -> Iterator[Row]:
        for place, each in enumerate(found):
            if place == limit:
                counted[MORE] = 1
                break
            counted[each.label] += 1
            yield each.number, each.check, each.what, each.article, each.unit, each.remedy or None, each.situation

    rows = Long(read)
    notes, hints = Long(lambda _: _notes(rows, one)), Long(lambda _: _hints(rows))
    return Table(f"件件有回复检查（截至 {on}）", COLUMNS, rows, notes=notes, key="findings", hints=hints)


def _notes(rows: Long[Row], one: bool) -> Iterator[str]:
    found = Counted({label: count for label, count in rows.counted.items() if label != MORE})
    if words := "，".join(f"{label} {count}" for label, count in found.most_common()):
        more = "；还有更多" if rows.counted[MORE] else ""
        yield f"{'列出' if more else '共'} {len(rows)} 项: {words}{more}。"
    else:
        yield "没有发现问题。" if one else "在办的信访件没有发现问题。"


def _hints(rows: Long[Row]) -> Iterator[str]:
    if rows.counted[MORE]:
        yield NARROWER
