"""The shipped categories, finding one by what a clerk types, and tables that must not load."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import xinfang.rules.categories
from xinfang.core.errors import BadInput, ExchangeFailed, NotFound
from xinfang.rules.categories import as_rows, find, shipped
from xinfang.rules.category_table import read_table

TABLES = Path(xinfang.rules.categories.__file__).with_name("tables")
SHIPPED_TEXT = (TABLES / "categories.toml").read_text(encoding="utf-8")

SMALL = (
    "住房",
    "住房/物业",
    "住房/物业/收费",
    "住房/中介",
    "住房/中介/收费",
    "住房/其他",
    "水-电",
    "水-电/供水",
    "其他",
)


# The shipped table


def test_shipped_table_passes_the_rules_it_sets_for_others() -> None:
    assert read_table(SHIPPED_TEXT, "categories.toml") == shipped()


def test_shipped_table_has_a_size_to_choose_from_and_all_three_levels() -> None:
    assert 250 <= len(as_rows(shipped())) <= 400
    assert {code.count("/") for code in shipped()} == {0, 1, 2}


def test_every_code_comes_after_the_one_above_it() -> None:
    codes = shipped()
    for place, code in enumerate(codes):
        above = code.rpartition("/")[0]
        assert not above or above in codes[:place]


def test_any_shipped_name_but_other_can_be_typed_alone() -> None:
    for code in shipped():
        name = code.rpartition("/")[2]
        assert name == "其他" or find(name, shipped()) == code


def test_other_comes_last_in_every_first_level_and_nowhere_else() -> None:
    for name, seconds in tomllib.loads(SHIPPED_TEXT).items():
        assert list(seconds)[-1] == "其他", name
        assert not seconds["其他"]
        assert all("其他" not in thirds for thirds in seconds.values())


def test_police_demands_have_a_group_of_their_own() -> None:
    for name in ("有案不立", "久拖不决", "事故认定", "落户与迁移", "涉案财物返还", "民警队伍"):
        assert find(name, shipped()).startswith("公安政法/")


# Finding


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("住房", "住房"),
        ("住房/物业", "住房/物业"),
        ("物业", "住房/物业"),
        (" 住房 / 物业 / 收费 ", "住房/物业/收费"),
        ("住房-物业-收费", "住房/物业/收费"),
        ("住房>中介>收费", "住房/中介/收费"),
        ("住房－＞中介", "住房/中介"),
        ("住房／中介／收费", "住房/中介/收费"),
        ("住房——其他", "住房/其他"),
        ("物业/收费", "住房/物业/收费"),
        ("供水", "水-电/供水"),
        ("水-电/供水", "水-电/供水"),
        ("水-电", "水-电"),
        ("供\u3000水", "水-电/供水"),
        ("/住房/物业/", "住房/物业"),
        ("其他", "其他"),  # a whole path wins over the end of another
    ],
)
def test_finds_what_was_meant(typed: str, code: str) -> None:
    assert find(typed, SMALL) == code


def test_an_ambiguous_name_lists_the_candidates() -> None:
    with pytest.raises(BadInput) as refusal:
        find("收费", SMALL)
    assert refusal.value.code == "E104"
    assert "住房/物业/收费、住房/中介/收费" in refusal.value.remedy


def test_a_long_list_of_candidates_is_cut() -> None:
    with pytest.raises(BadInput) as refusal:
        find("其他", shipped())
    assert refusal.value.remedy.count("/其他") == 8
    assert "等 17 个" in refusal.value.remedy


def test_codes_that_differ_only_in_the_separator_are_told_apart_when_typed_exactly() -> None:
    codes = ("甲", "甲/乙-丙", "甲/乙", "甲/乙/丙")
    assert find("甲/乙-丙", codes) == "甲/乙-丙"
    assert find("甲/乙/丙", codes) == "甲/乙/丙"
    with pytest.raises(BadInput):
        find("甲>乙>丙", codes)


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("物业管里", "城乡建设/物业管理"),
        ("事故认定书", "公安政法/道路交通/事故认定"),
        ("城建/供暖费", "城乡建设/公用事业/供暖"),
    ],
)
def test_an_unknown_name_gets_near_ones(typed: str, near: str) -> None:
    with pytest.raises(NotFound) as refusal:
        find(typed, shipped())
    assert refusal.value.code == "E204"
    assert near in refusal.value.remedy


def test_a_name_like_nothing_gets_the_first_levels() -> None:
    with pytest.raises(NotFound) as refusal:
        find("xyz" * 50_000, shipped())
    assert "城乡建设、自然资源" in refusal.value.remedy
    assert len(str(refusal.value)) < 400


def test_the_wrong_upper_level_is_not_overlooked() -> None:
    with pytest.raises(NotFound) as refusal:
        find("教育文体/物业管理", shipped())
    assert "城乡建设/物业管理" in refusal.value.remedy


@pytest.mark.parametrize("typed", ["", "  ", "/", " > - "])
def test_nothing_typed_is_refused(typed: str) -> None:
    with pytest.raises(BadInput) as refusal:
        find(typed, SMALL)
    assert refusal.value.code == "E105"


# An office's own table

GOOD_TABLES = {
    "heading": "一级分类,二级分类,三级分类\n甲,乙,丙\n甲,乙,丁\n甲,戊,\n",
    "no heading": "甲,乙,丙\n甲,乙,丁\n甲,戊,\n",
    "byte order mark and CRLF": "\ufeff一级分类,二级分类,三级分类\r\n甲,乙,丙\r\n甲,乙,丁\r\n甲,戊,\r\n",
    "title, blank lines, ragged ends": "内容分类表,,\n\n一级,二级,三级\n甲,乙,丙,,\n,,\n甲,乙,丁\n甲,戊\n",
    "our own column names": "level1,level2,level3\n甲,乙,丙\n甲,乙,丁\n甲,戊,\n",
    "merged cells": "甲,乙,丙\n,,丁\n,戊,\n",
    "upper levels on lines of their own": "甲,,\n甲,乙,\n甲,乙,丙\n甲,乙,丁\n甲,戊,\n",
    "scattered": "甲,乙,丙\n甲,戊,\n甲,乙,丁\n",
    "tabs": "一级分类\t二级分类\t三级分类\n甲\t乙\t丙\n甲\t乙\t丁\n甲\t戊\t\n",
    "quotes and blanks": '"甲","乙"," 丙"\n甲 ,乙,"丁\n"\n甲,"戊\u3000",\n',
    "TOML": '# 我们的\n["甲"]\n"乙" = ["丙", "丁"]\n"戊" = []\n',
    "TOML with byte order mark": '\ufeff[\'甲\']\n"乙" = [\n  "丙",  # 先\n  "丁",\n]\n"戊" = []\n',
}


@pytest.mark.parametrize("text", GOOD_TABLES.values(), ids=GOOD_TABLES.keys())
def test_good_tables(text: str) -> None:
    assert read_table(text, "own") == ("甲", "甲/乙", "甲/乙/丙", "甲/乙/丁", "甲/戊")


BAD_TABLES = {
    "empty": ("own.csv", "", ["第1行没有一个内容分类"]),
    "heading only": ("own.csv", "一级分类,二级分类,三级分类\n", ["没有一个内容分类"]),
    "prose": ("own.csv", "这不是表格\n只是文字\n", ["第1行只有一列", "第2行只有一列"]),
    "Chinese commas": ("own.csv", "甲，乙，丙\n", ["第1行只有一列"]),
    "four columns": ("own.csv", "甲,乙,丙\n甲,乙,丁,戊\n", ["第2行有 4 列"]),
    "hole": ("own.csv", "甲,,丙\n", ["第1行有下级而没有上级"]),
    "nothing above": ("own.csv", "一级分类,二级分类,三级分类\n,乙,丙\n", ["第2行有下级而没有上级"]),
    "not deep enough above": ("own.csv", "甲,,\n,,丙\n", ["第2行有下级而没有上级"]),
    "twice": ("own.csv", "甲,乙,丙\n\n甲,乙, 丙\n", ["第3行“甲/乙/丙”第1行已经有了"]),
    "slash": ("own.csv", "甲,乙/丁,丙\n甲,乙／丁,丙\n", ["第1行二级名称“乙/丁”里不能有斜线", "第2行"]),
    "too long": ("own.csv", f"甲,{'乙' * 41},\n", ["第1行二级名称有 41 个字"]),
    "unseen": ("own.csv", "甲,乙\u202e,\n甲,\x1b[31m,\n甲,\x00,\n", ["第1行", "\\u202e", "第2行", "\\x1b", "第3行"]),
    "open quote": ("own.csv", '甲,乙,丙\n甲,"乙,丁\n', ["第2行不是 CSV"]),
    "several faults, in order": ("own.csv", "甲\n甲,,丙\n乙,,\n乙,,\n", ["第1行只有一列", "第2行有下级", "第4行“乙”"]),
    "too many faults": ("own.csv", "甲\n" * 20, ["第8行", "另有 12 处"]),
    "bad TOML": ("own.toml", '["甲"]\n"乙" = ["丙"\n"丁" = []\n', ["第3行不是 TOML"]),
    "TOML without quotes": ("own.toml", "[甲]\n乙 = []\n", ["第1行不是 TOML", "名称没有加引号"]),
    "TOML cut off": ("own.toml", '["甲"]\n"乙" = ["丙"', ["第2行不是 TOML"]),
    "TOML group twice": ("own.toml", '["甲"]\n"乙" = []\n["甲"]\n"丙" = []\n', ["第3行", "写了两段"]),
    "TOML name twice": ("own.toml", '["甲"]\n"乙" = [\n"丙",\n"丙"]\n', ["第4行“甲/乙/丙”第3行已经有了"]),
    "TOML no group": ("own.toml", '"甲" = ["乙"]\n', ["第1行“甲”应写成一段"]),
    "TOML too deep": ("own.toml", '["甲"."乙"]\n"丙" = ["丁"]\n', ["第1行“乙”应等于一列三级名称"]),
    "TOML numbers": ("own.toml", '["甲"]\n# "乙"\n"乙" = [1, 2]\n', ["第3行“乙”应等于一列三级名称"]),
    "TOML empty name": ("own.toml", '["甲"]\n"乙" = [""]\n', ["第2行三级名称是空的"]),
    "TOML slash": ("own.toml", '["甲"]\n"乙" = []\n\n["丙/丁"]\n"戊" = []\n', ["第5行一级名称“丙/丁”"]),
    "TOML nested without end": ("own.toml", '["甲"]\n"乙" = ' + "[" * 5000, ["第2行不是 TOML"]),
    "JSON": ("own", '[["甲", "乙", "丙"]]', ["第1行"]),
    "JSON object": ("own", '{"甲": {"乙": ["丙", "丁"]}}', ["第1行不是 TOML"]),
    "unseen and twice": ("own.csv", "甲\x1b,乙,\n甲\x1b,乙,\n", ["第1行", "第2行“甲?/乙”第1行已经有了"]),
    "TOML unseen": ("own.toml", '["甲"]\n"\\u001b" = 1\n', ["第1行“?”应等于一列"]),
    "picture": ("own.csv", "\ufffdPNG\n\x1a\n\x00\x00", ["第1行只有一列"]),
}


@pytest.mark.parametrize(("origin", "text", "said"), BAD_TABLES.values(), ids=BAD_TABLES.keys())
def test_bad_tables_are_refused_with_line_and_reason(origin: str, text: str, said: list[str]) -> None:
    with pytest.raises(ExchangeFailed) as refusal:
        read_table(text, origin)
    assert refusal.value.code == "E505"
    assert origin in refusal.value.what
    places = [refusal.value.what.find(part) for part in said]
    assert -1 not in places, refusal.value.what
    assert places == sorted(places)
    assert refusal.value.what.isprintable()


NAMES = st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters="/／,\"'"), min_size=1, max_size=6)


@given(st.dictionaries(NAMES, st.dictionaries(NAMES, st.sets(NAMES, max_size=3), max_size=3), min_size=1, max_size=4))
def test_listing_a_table_and_reading_it_again_changes_nothing(tree: dict[str, dict[str, set[str]]]) -> None:
    text = "一级分类,二级分类,三级分类\n"
    for one, seconds in tree.items():
        text += f"{one},,\n"
        for two, thirds in seconds.items():
            text += "".join(f"{one},{two},{three}\n" for three in thirds) or f"{one},{two},\n"
    try:
        codes = read_table(text, "own.csv")
    except ExchangeFailed:  # two names that are one in normal form
        return
    assert read_table("\n".join(",".join(row) for row in as_rows(codes)), "own.csv") == codes
    assert all(find(code, codes) == code for code in codes if any(part.isalnum() for part in code))


def test_rows_to_list() -> None:
    assert as_rows(("甲", "甲/乙", "甲/乙/丙", "甲/丁", "戊")) == [("甲", "乙", "丙"), ("甲", "丁", ""), ("戊", "", "")]


def test_importing_the_tables_costs_nothing() -> None:
    code = "import sys, xinfang.rules.categories, xinfang.rules.branches as b; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8", cwd=TABLES.parents[2]
    ).stdout.split()
    assert not {"tomllib", "csv", "difflib", "json"} & set(loaded)
