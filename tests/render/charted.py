"""Values with charts, and what the looks say of them read back."""

from __future__ import annotations

from datetime import date
from html.parser import HTMLParser

from xinfang.core.table import Cell, Chart, Column, Document, Table

CHANNELS = Table(
    "按渠道",
    (
        Column("channel", "渠道", words={"visit": "来访", "letter": "来信", "web": "网上"}, blank="未填"),
        Column("region", "地区代码", machine_only=True),
        Column("received", "收到", "number"),
        Column("on_time", "按期率", "rate", blank="-"),
    ),
    (
        ("visit", "1", 1200, 0.965),
        ("letter", "2", 37, 5 / 32),
        ("web", "3", 0, None),
        ("", "4", 1, 1.0),
    ),
    ("表注。",),
    "by_channel",
    Chart("bars", "channel", ("received", "on_time")),
)
MONTHS = Table(
    "逐月",
    (
        Column("month", "月份"),
        Column("received", "收到", "number"),
        Column("closed", "办结", "number"),
        Column("days", "平均天数", "number"),
    ),
    (("1月", 10, 8, 30.25), ("2月", 20, None, 41.5), ("3月", 15, 9, None), ("4月", 0, 12, 7.0)),
    key="by_month",
    chart=Chart("lines", "month", ("received", "closed")),
)
LIST = Table(
    "超期",
    (
        *(Column("number", "编号"), Column("title", "标题"), Column("petitioner", "信访人"), Column("unit", "单位")),
        *(Column("officer", "经办人"), Column("limit", "期限"), Column("article", "依据")),
        *(
            Column("started", "起算日", "date"),
            Column("nominal", "期满日", "date"),
            Column("due", "法定届满日", "date"),
        ),
        Column("days", "超期天数", "number"),
    ),
    (
        (
            *(
                "2026-000001",
                "反映集市摊位纠纷中被打伤，多次报警后处理迟缓",
                "张*",
                "经济犯罪侦查大队",
                "李明",
                "办理期限",
            ),
            *("《信访工作条例》第三十四条", date(2026, 1, 6), date(2026, 3, 7), date(2026, 3, 9), 22),
        ),
    ),
    ("共 1 项。",),
    "overdue",
)
BULLETIN = Document(
    "某县公安局 2026年3月信访情况",
    {"received": 1238},
    (CHANNELS, LIST, MONTHS),
    ("截至 2026-04-01 的台账。",),
    ("收到: 收到的信访件。", "台账指纹 3f9a。"),
    signed=("某县公安局", "2026年4月1日"),
)


def bars(*values: Cell, names: tuple[str, ...] = (), kind: str = "number") -> Table:
    """A table of one charted column."""
    columns = (Column("name", "名称"), Column("value", "数值", "rate" if kind == "rate" else "number"))
    given = names or tuple(f"第{place}项" for place in range(1, len(values) + 1))
    return Table("表", columns, tuple(zip(given, values, strict=True)), chart=Chart("bars", "name", ("value",)))


class Page(HTMLParser):
    """An HTML page read: its tags, its tables as rows of cells, its drawings as they stand; complains of open tags."""

    EMPTY = frozenset({"meta", "link"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.tables: list[list[list[str]]] = []
        self.labels: list[str] = []
        self.drawings: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs
        if tag == "svg":
            self.drawings.append("")
        if "svg" in [*self._open, tag]:
            self.drawings[-1] += str(self.get_starttag_text())
        if tag not in self.EMPTY:
            self._open.append(tag)
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("th", "td"):
            self.tables[-1][-1].append("")
        self.labels += [value or "" for name, value in attrs if name == "data-label"]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs
        assert "svg" in self._open
        self.drawings[-1] += str(self.get_starttag_text())

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag
        if "svg" in [*self._open, tag]:
            self.drawings[-1] += f"</{tag}>"

    def handle_data(self, data: str) -> None:
        if {"td", "th"} & {*self._open}:
            self.tables[-1][-1][-1] += data
        if "svg" in self._open:
            self.drawings[-1] += data.replace("&", "&amp;").replace("<", "&lt;")
