"""What an import says of itself: what was added, what was recognised, what was left out and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ..core.table import Column, Table

NAMED = 10
"""How many new units or officers are named."""
NOT_JUDGED = "导入不判重，各件都按初次计；要查的 xinfang similar 编号，是重复件的 xinfang link 编号 --to 编号"
"""Said of what was added: `report repeat` knows only what is linked."""


class Fault(NamedTuple):
    """One thing wrong in one cell of the file."""

    line: int
    column: str
    value: str
    code: str
    reason: str


@dataclass
class Imported:
    """What an import did, or with dry_run would do.

    columns: heading → the words for its fields. own: headings that are our own words for theirs. doubtful: headings
    that may be several fields. faulty: rows with faults. numbers: of each year the lowest and the highest given.
    """

    dry_run: bool
    added: int = 0
    already: int = 0
    faulty: int = 0
    without_channel: int = 0
    faults: list[Fault] = field(default_factory=list)
    skipped: list[tuple[int, str]] = field(default_factory=list)
    new_units: list[str] = field(default_factory=list)
    new_officers: list[str] = field(default_factory=list)
    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    own: list[str] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    doubtful: dict[str, tuple[str, ...]] = field(default_factory=dict)
    numbers: dict[str, tuple[str, str]] = field(default_factory=dict)

    def gave(self, number: str) -> None:
        """Keep the number in the span of its year."""
        year = number[:4]
        low, high = self.numbers.get(year, (number, number))
        self.numbers[year] = (min(low, number), max(high, number))

    def lines(self) -> tuple[str, ...]:
        """The summary for people."""
        would = "（试运行，没有写入）" if self.dry_run else ""
        lines = [
            f"导入{would}: 新增 {self.added} 件，已在台账 {self.already} 件，有错 {self.faulty} 行，略过 {len(self.skipped)} 行。"
        ]
        if self.numbers:
            spans = (low if low == high else f"{low} 至 {high}" for _, (low, high) in sorted(self.numbers.items()))
            lines.append(f"  编号 {'，'.join(spans)}")
            lines.append(f"  {NOT_JUDGED}")
        lines.append(f"  认出的列: {self._recognised()}")
        if self.doubtful:
            told = "；".join(f"“{heading}”可能是{'、'.join(words)}" for heading, words in self.doubtful.items())
            lines.append(f"  不能确定: {told}。没有导入，可用 --map 对照.toml 指明。")
        if unused := [heading for heading in self.ignored if heading not in self.doubtful]:
            lines.append(f"  没有用到的列: {'、'.join(unused)}")
        if self.without_channel:
            lines.append(
                f'  没有写渠道的 {self.without_channel} 件记为来信；可在对照文件 [constants] 写 channel，如 channel = "visit"'
            )
        for what, unit_word, names in (("单位", "个", self.new_units), ("经办人", "名", self.new_officers)):
            if names:
                lines.append(f"  新增{what} {len(names)} {unit_word}: {_first(names)}")
        if self.skipped:
            reasons = Counter(why for _, why in self.skipped)
            lines.append("  略过: " + "，".join(f"{why} {count} 行" for why, count in reasons.items()))
        return tuple(lines)

    def fault_table(self) -> Table:
        """Every fault: line, column, value, reason."""
        columns = (
            Column("line", "行", "number"),
            Column("column", "列"),
            Column("value", "内容"),
            Column("code", "代码"),
            Column("reason", "原因"),
        )
        return Table("有错的行", columns, tuple(self.faults))

    def _recognised(self) -> str:
        if not self.columns:
            return f"全部 {len(self.own)} 列，都是本程序的列名"
        pairs = "，".join(f"{heading}→{'、'.join(words)}" for heading, words in self.columns.items())
        return f"{pairs}；与本程序同名的: {'、'.join(self.own)}" if self.own else pairs


def _first(names: Sequence[str]) -> str:
    return "、".join(names[:NAMED]) + (" 等" if len(names) > NAMED else "")
