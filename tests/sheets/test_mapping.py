"""The map of an unusual ledger."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from xinfang.core.errors import ExchangeFailed
from xinfang.core.terms import Category, Channel
from xinfang.sheets.ledger import open_ledger
from xinfang.sheets.mapping import Mapping, read_map

from .samples import read, write_csv

OF_MESSAGES = """\
[columns]                       # heading = field, or several fields
"留言编号" = "key"
"留言时间" = ["received", "accepted"]
"答复时间" = "replied"
[constants]
channel = "web"
category = "appeal"
route = 6
"""


def test_a_map_with_columns_and_constants() -> None:
    assert read_map(OF_MESSAGES, "对照.toml") == Mapping(
        {"留言编号": ("key",), "留言时间": ("received", "accepted"), "答复时间": ("replied",)},
        {"channel": Channel.WEB, "category": Category.APPEAL, "route": 6},
        "对照.toml",
    )


def test_its_columns_and_constants_reach_the_rows(tmp_path: Path) -> None:
    mapping = read_map(OF_MESSAGES, "对照.toml")
    head = ["留言编号", "留言用户", "留言主题", "留言时间", "留言详情", "答复意见", "答复时间", "信访渠道"]
    first = ["2549.0", "A00045581", "物业", "2019/4/25 9:32:09", "详", "复", "2019/5/10 14:56:53", ""]
    second = ["2555.0", "A00031618", "幼儿园", "2019/4/24", "详", "复", "2019/5/9", "来电"]
    ledger = open_ledger(write_csv(tmp_path / "a.csv", [head, first, second]), map=mapping)
    rows, faults = read(ledger)
    assert not faults
    assert [(row.key, row.name, row.title) for row in rows] == [
        ("2549", "A00045581", "物业"),
        ("2555", "A00031618", "幼儿园"),
    ]
    assert rows[0].received == rows[0].accepted == date(2019, 4, 25)
    assert rows[0].replied == date(2019, 5, 10)
    assert [row.channel for row in rows] == [Channel.WEB, Channel.PHONE]
    assert [(row.category, row.route) for row in rows] == [(Category.APPEAL, 6)] * 2
    assert ledger.columns["留言时间"] == ("received", "accepted")


MISTAKES = [
    ('[columns]\n"时间" = "recieved"', '[columns] "时间"', "是不是 received 收到日期"),
    ('[columns]\n"时间" = "收信日期"', '[columns] "时间"', "是不是 received 收到日期"),
    ('[columns]\n"时间" = 5', '[columns] "时间"', "字段名"),
    ('[columns]\n"时间" = [["received"]]', '[columns] "时间"', "字段名"),
    ('[columns]\n"甲" = "name"\n"乙" = "name"', '[columns] "乙"', "已经给了“甲”列"),
    ('[constants]\nchannel = "信鸽"', "[constants] channel", "信访渠道没有“信鸽”这一项"),
    ("[constants]\nroute = 7", "[constants] route", "办理途径没有“7”"),
    ('[constants]\nreceived = "2025-02-30"', "[constants] received", "没有30日"),
    ("[constants]\nname = true", "[constants] name", "取值应是"),
    ('[constants]\nchanel = "web"', "[constants] chanel", "是不是 channel"),
    ('[column]\n"甲" = "name"', "[column]", "只能有"),
    ('columns = "name"', "columns", "应写成一段"),
    ("", "全文", "都是空的"),
    ("[columns]\n留言时间 = received", "第2行", "TOML"),
]


@pytest.mark.parametrize(("text", "place", "reason"), MISTAKES, ids=[text for text, _, _ in MISTAKES])
def test_a_mistake_is_told_with_its_place(text: str, place: str, reason: str) -> None:
    with pytest.raises(ExchangeFailed) as refusal:
        read_map(text, "m.toml")
    assert refusal.value.code == "E505"
    assert place in refusal.value.what
    assert reason in refusal.value.what
    assert refusal.value.remedy


def test_a_toml_date_as_a_constant() -> None:
    mapping = read_map('[constants]\nreceived = 2025-03-04\n"name" = "匿名信"', "m.toml")
    assert mapping.constants == {"received": date(2025, 3, 4), "name": "匿名"}


def test_a_column_left_out(tmp_path: Path) -> None:
    mapping = read_map('[columns]\n"电话" = ""\n"住址" = []', "m.toml")
    path = write_csv(tmp_path / "a.csv", [["收到日期", "姓名", "电话", "住址"], ["2025-1-1", "张三", "1", "某县"]])
    ledger = open_ledger(path, map=mapping)
    assert ledger.ignored == ["电话", "住址"]
    assert read(ledger)[0][0].phone == ""
