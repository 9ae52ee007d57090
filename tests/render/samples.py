"""Values that the tests of this folder print."""

from __future__ import annotations

from datetime import date
from io import BytesIO, TextIOWrapper

from xinfang.core.table import Cell, Column, Document, Table
from xinfang.render import show

OVERDUE = Table(
    "超期的信访件",
    (
        Column("number", "编号"),
        Column("title", "标题"),
        Column("state", "状态", words={"accepted": "已受理"}),
        Column("nominal_due", "名义到期日", "date", machine_only=True),
        Column("legal_due", "到期日", "date", blank="未核"),
        Column("days_over", "超期天数", "number"),
        Column("repeat", "重复"),
        Column("rate", "按期率", "rate", blank="-"),
    ),
    (
        ("2026-000001", "征地补偿", "accepted", date(2026, 3, 1), date(2026, 3, 2), 39, True, 0.965),
        ("2026-000012", "噪音abc", "closed", date(2026, 3, 7), None, 4, False, None),
    ),
    ("超期按依法顺延后的日期计算。",),
)

EMPTY = Table("按渠道", (Column("channel", "渠道"), Column("count", "件数", "number")), ())

REPORT = Document(
    "2026年3月月报",
    {"month": "2026-03", "as_of": date(2026, 4, 1), "figures": {"received": 120, "on_time_rate": 0.965}},
    (
        Table(
            "按单位", (Column("unit", "单位"), Column("received", "收到", "number")), (("城关派出所", 12),), ("表注。",)
        ),
        EMPTY,
    ),
    ("统计到 2026-04-01。",),
    ("指纹 3f9a。",),
)


class Screen(TextIOWrapper):
    """A standard output of any encoding, on a terminal or not, whose bytes can be read."""

    def __init__(self, encoding: str = "utf-8", *, terminal: bool = False) -> None:
        self.content = BytesIO()
        self.terminal = terminal
        super().__init__(self.content, encoding=encoding, newline="\n")

    def isatty(self) -> bool:
        return self.terminal

    @property
    def text(self) -> str:
        self.flush()
        return self.content.getvalue().decode(self.encoding)


def printed(value: Table | Document, fmt: str | None = None, encoding: str = "utf-8", *, terminal: bool = False) -> str:
    """What `show` prints."""
    screen = Screen(encoding, terminal=terminal)
    show(value, fmt=fmt, output=None, stdout=screen)
    return screen.text


def texts(*cells: Cell) -> Table:
    """A table of one text column."""
    return Table("表", (Column("text", "内容"),), tuple((cell,) for cell in cells))
