"""Check 件件有回复: what was found, with its article and the command that mends it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ...core.long import Counted, Long
from ...core.table import Column, Row, Table
from ...rules.checks import CHECKS
from ...rules.checks.finding import Finding
from ..columns import ARTICLE, NUMBER, UNIT

COLUMNS = (
    NUMBER,
    Column("check", "检查", words={name: check.label for name, check in CHECKS.items()}),
    Column("finding", "情况"),
    ARTICLE,
    UNIT,
    Column("remedy", "可办", blank="已无法补办"),
    Column("situation", "督办情形", machine_only=True),
)


def check_table(found: Iterable[Finding], *, on: date, one: bool) -> Table:
    """One row for each finding, read from `found` as often as asked for.

    one: of a single petition, so that its number need not be repeated.
    """

    def read(counted: Counted) -> Iterator[Row]:
        for each in found:
            counted[each.label] += 1
            yield each.number, each.check, each.what, each.article, each.unit, each.remedy or None, each.situation

    rows = Long(read)
    return Table(f"件件有回复检查（截至 {on}）", COLUMNS, rows, notes=Long(lambda _: _notes(rows, one)), key="findings")


def _notes(rows: Long[Row], one: bool) -> Iterator[str]:
    if words := "，".join(f"{label} {count}" for label, count in rows.counted.most_common()):
        yield f"共 {len(rows)} 项: {words}。"
    else:
        yield "没有发现问题。" if one else "在办的信访件没有发现问题。"
