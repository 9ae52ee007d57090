"""Check 件件有回复: what was found, with its article and the command that mends it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from ...core.table import Column, Table
from ...rules.checks.finding import Finding
from ..columns import ARTICLE, NUMBER, UNIT


def check_table(found: Sequence[Finding], *, on: date, one: bool) -> Table:
    """One row for each finding. one: of a single petition, so that its number need not be repeated."""
    columns = (
        NUMBER,
        Column("check", "检查", words={finding.check: finding.label for finding in found}),
        Column("finding", "情况"),
        ARTICLE,
        UNIT,
        Column("remedy", "可办", blank="已无法补办"),
        Column("situation", "督办情形", machine_only=True),
    )
    rows = tuple(
        (each.number, each.check, each.what, each.article, each.unit, each.remedy or None, each.situation)
        for each in found
    )
    counts = Counter(each.label for each in found)
    words = "，".join(f"{label} {count}" for label, count in counts.most_common())
    note = f"共 {len(found)} 项: {words}。" if found else ("没有发现问题。" if one else "在办的信访件没有发现问题。")
    return Table(f"件件有回复检查（截至 {on}）", columns, rows, (note,), key="findings")
