"""Each format for people against what is expected, written out."""

from __future__ import annotations

import pytest
from wcwidth import wcswidth

from xinfang.core.table import Column, Table
from xinfang.render import markdown
from xinfang.render.cells import percent

from .samples import EMPTY, OVERDUE, REPORT, printed, texts

PLAIN = """\
超期的信访件
编号         标题      状态    到期日      超期天数  重复  按期率
-----------  --------  ------  ----------  --------  ----  ------
2026-000001  征地补偿  已受理  2026-03-02        39  是    96.50%
2026-000012  噪音abc   closed  未核               4  否         -
超期按依法顺延后的日期计算。
"""

PLAIN_REPORT = """\
2026年3月月报
统计到 2026-04-01。

按单位
单位        收到
----------  ----
城关派出所    12
表注。

按渠道
（无）

指纹 3f9a。
"""

TERMINAL = """\
超期的信访件
编号         标题      状态    到期日      超期天数  重复  按期率
------------ --------- ------- ----------- --------- ----- ------
2026-000001  征地补偿  已受理  2026-03-02        39  是    96.50%
2026-000012  噪音abc   closed  未核               4  否         -
超期按依法顺延后的日期计算。
"""

RECORDS = """\
超期的信访件
编号: 2026-000001  标题: 征地补偿
  状态: 已受理  到期日: 2026-03-02
  超期天数: 39  重复: 是
  按期率: 96.50%

编号: 2026-000012  标题: 噪音abc
  状态: closed  到期日: 未核
  超期天数: 4  重复: 否  按期率: -
超期按依法顺延后的日期计算。
"""

MARKDOWN_REPORT = """\
# 2026年3月月报

统计到 2026-04-01。

## 按单位

| 单位       |   收到 |
|:-----------|-------:|
| 城关派出所 |     12 |

表注。

## 按渠道

（无）

指纹 3f9a。
"""

HTML_BODY = """\
<h1>2026年3月月报</h1>
<p>统计到 <span class="w">2026-04-01</span>。</p>
<section>
<h2>按单位</h2>
<div class="across">
<table>
<thead>
<tr><th scope="col" class="w s">单位</th><th scope="col" class="n s">收到</th></tr>
</thead>
<tbody>
<tr><td class="w">城关派出所</td><td class="n">12</td></tr>
</tbody>
</table>
</div>
<div class="notes">
<p>表注。</p>
</div>
</section>
<section>
<h2>按渠道</h2>
<p>（无）</p>
</section>
<footer>
<p>指纹 3f9a。</p>
</footer>
</body>
</html>
"""


def stripped(text: str) -> str:
    return "".join(line.rstrip() + "\n" for line in text.splitlines())


def test_plain() -> None:
    assert printed(OVERDUE) == printed(OVERDUE, "table") == printed(OVERDUE, "plain") == PLAIN
    assert printed(REPORT) == PLAIN_REPORT
    assert printed(EMPTY) == "按渠道\n（无）\n"


def test_plain_is_plain_on_a_terminal_too() -> None:
    assert printed(OVERDUE, "plain", terminal=True) == PLAIN


def test_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    assert stripped(printed(OVERDUE, terminal=True)) == TERMINAL
    assert stripped(printed(EMPTY, terminal=True)) == "按渠道\n（无）\n"
    assert printed(REPORT, terminal=True).startswith("2026年3月月报\n统计到 2026-04-01。\n\n按单位\n")


def test_narrow_terminal_shows_records_and_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "36")
    assert stripped(printed(OVERDUE, terminal=True)) == RECORDS


HEADINGS = """\
        首接  用时  已有  未签收
单位    告知  合计  回应    日数
------- ----- ----- ----- ------
信访室     1     2     3       4
"""


def test_headings_have_two_lines_before_columns_become_records(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    labels = ("首接告知", "用时合计", "已有回应", "未签收日数")
    columns = (Column("unit", "单位"), *(Column(label, label, "number") for label in labels))
    table = Table("", columns, (("信访室", 1, 2, 3, 4),))
    monkeypatch.setenv("COLUMNS", "36")
    assert stripped(printed(table, terminal=True)) == HEADINGS
    monkeypatch.setenv("COLUMNS", "60")
    assert "首接告知" in printed(table, terminal=True)


def test_many_figures_have_headings_of_three_lines_before_they_become_records(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    labels = ("没有按期答复", "不满意或者申请复查", "恢复办理", "答复前，期限内")
    columns = (Column("unit", "单位"), *(Column(label, label, "number") for label in labels))
    monkeypatch.setenv("COLUMNS", "36")
    heads = printed(Table("", columns, (("信访室", 1, 0, 2, 0),)), terminal=True).split("---")[0]
    assert [line.split() for line in heads.splitlines()] == [
        ["没有", "不满意"],
        ["按期", "或者申", "恢复", "答复前，"],
        ["单位", "答复", "请复查", "办理", "期限内"],
    ]


OVERVIEW = """\
指标             本月  比上月
------------- -------- --------------
收到                4  增33.3%
重复信访率    100.00%  增33.33
（事项口径）           个百分点
"""


def test_figures_stay_in_columns_on_a_narrow_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """The few words beside them are folded, as Chinese is set: no line ends with an opening bracket, no word is torn."""
    monkeypatch.setenv("NO_COLOR", "1")
    columns = (Column("figure", "指标"), Column("now", "本月", "number"), Column("change", "比上月"))
    rows = (("收到", 4, "增33.3%"), ("重复信访率（事项口径）", "100.00%", "增33.33个百分点"))
    monkeypatch.setenv("COLUMNS", "37")
    assert stripped(printed(Table("", columns, rows), terminal=True)) == OVERVIEW
    monkeypatch.setenv("COLUMNS", "26")
    assert "指标: 收到" in printed(Table("", columns, rows), terminal=True)


@pytest.mark.parametrize("columns", [20, 40, 80, 120])
def test_long_titles_are_folded_within_the_terminal(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", str(columns))
    title = "".join(chr(0x4E00 + number) for number in range(150))
    table = Table("表", (Column("number", "编号"), Column("title", "标题"), Column("days", "天", "number")), ())
    table = Table("表", table.columns, (("2026-000001", title, 39),), (title,))
    lines = printed(table, terminal=True).splitlines()
    assert all(wcswidth(line) <= columns for line in lines)
    assert all("".join(lines).count(character) == 2 for character in title)


def test_colour_only_on_a_terminal_that_wants_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[1m" in printed(OVERDUE, terminal=True)
    assert "\x1b" not in printed(OVERDUE)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in printed(OVERDUE, terminal=True)


def test_markdown() -> None:
    assert printed(REPORT, "markdown") == MARKDOWN_REPORT
    assert printed(OVERDUE, "markdown").startswith("# 超期的信访件\n\n| 编号 ")


def test_markdown_notes_do_not_become_headings_or_lists() -> None:
    table = Table("表", EMPTY.columns, (), ("# 一", "- 二", "1. 三", "2026-03", "    四"))
    assert printed(table, "markdown") == "# 表\n\n（无）\n\n\\# 一\n\n\\- 二\n\n1\\. 三\n\n2026-03\n\n四\n"


def test_html() -> None:
    page = printed(REPORT, "html")
    head, body = page.split("<body>\n")
    assert body == HTML_BODY
    assert head.startswith('<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n')
    assert "<title>2026年3月月报</title>" in head
    assert printed(OVERDUE, "html").count("<tr>") == 3


@pytest.mark.parametrize("fmt", ["plain", "markdown"])
def test_columns_are_aligned(fmt: str) -> None:
    table = Table(
        "表",
        (Column("a", "甲"), Column("b", "乙", "number"), Column("c", "丙")),
        (("信访", 1, "x"), ("a信b", 22, "ｘ全角"), ("cafe\u0301", 333, "尾"), ("", None, "尾")),
    )
    lines = [line for line in printed(table, fmt).splitlines() if "|" in line] or printed(table, fmt).splitlines()[1:]
    ends = {wcswidth(line[: line.index(last)]) for line, last in zip(lines[2:], ["x", "ｘ", "尾", "尾"], strict=True)}
    assert len(ends) == 1


def test_a_very_long_cell_does_not_pad_the_others() -> None:
    table = texts("长" * 100_000, "短", "短")
    for fmt in ("plain", "markdown", "html"):
        assert max(len(line) for line in printed(table, fmt).splitlines() if "短" in line) < 1_000


@pytest.mark.parametrize(
    ("rate", "shown"),
    [(0, "0.00%"), (1.0, "100.00%"), (0.965, "96.50%"), (5 / 32, "15.63%"), (2 / 3, "66.67%"), (-0.035, "-3.50%")],
)
def test_rates(rate: float, shown: str) -> None:
    assert percent(rate) == shown


def test_same_numbers_in_all_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    for look in ("plain", "markdown", "html"):
        assert all(number in printed(OVERDUE, look) for number in ("39", "96.50%", "2026-03-02", "未核"))
    assert all(number in printed(OVERDUE, terminal=True) for number in ("39", "96.50%", "2026-03-02", "未核"))
    for data in ("csv", "tsv", "json", "jsonl"):
        assert all(number in printed(OVERDUE, data) for number in ("39", "0.965", "2026-03-02", "2026-03-01"))


def test_markdown_is_lined_up_as_a_whole_though_it_is_drawn_in_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = tuple((f"2026-{at:06}", "信" * (at % 37 % 9), at * at) for at in range(60))
    table = Table("表", (Column("n", "编号"), Column("t", "标题"), Column("d", "天", "number")), rows)
    whole = printed(table, "markdown")
    monkeypatch.setattr(markdown, "AT_ONCE", 7)
    assert printed(table, "markdown") == whole
    assert len({wcswidth(line) for line in whole.splitlines()[2:]}) == 1
