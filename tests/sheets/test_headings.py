"""Which heading is which field, and where the headings stand."""

from __future__ import annotations

import pytest

from xinfang.core.errors import ExchangeFailed
from xinfang.sheets.fields import LABELS, PLACES, READERS, nearest
from xinfang.sheets.heading_row import find_heading_row
from xinfang.sheets.headings import DOUBTFUL, SYNONYMS, fields_for, heading_key
from xinfang.sheets.mapping import Mapping


@pytest.mark.parametrize("name", LABELS)
def test_names_labels_and_synonyms_are_known(name: str) -> None:
    for heading in (name, LABELS[name], *SYNONYMS[name].split()):
        assert fields_for(heading) == (name,), heading


def test_no_word_stands_for_two_fields() -> None:
    words = [heading_key(word) for words in [*SYNONYMS.values(), *DOUBTFUL] for word in words.split()]
    assert sorted(words) == sorted(set(words))


def test_every_field_has_a_label_a_reader_and_a_place() -> None:
    assert set(LABELS) == set(READERS) == set(SYNONYMS) == set(PLACES) - {"line", "id_doubtful"}


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("* 联系 电话（必填）", "phone"),
        ("联系\n电话", "phone"),
        ("联系电话(手机或座机)", "phone"),
        ("信访人（姓名）", "name"),
        ("姓　名", "name"),
        ("收到日期[yyyy-mm-dd]：", "received"),
        ("【必填】标题", "title"),
        ("ID_Number", "id_number"),
        ("first-unit", "first_unit"),
        ("ｎａｍｅ", "name"),
    ],
)
def test_marks_and_blanks_do_not_matter(heading: str, field: str) -> None:
    assert fields_for(heading) == (field,)


@pytest.mark.parametrize("heading", ["", "序号", "备注", "性别", "姓名拼音", "是否匿名", "满意度"])
def test_other_headings_are_left_alone(heading: str) -> None:
    assert fields_for(heading) == ()


def test_doubtful_headings_are_reported_not_guessed() -> None:
    head = find_heading_row([(1, ["收到日期", "姓名", "信访事项", "单位"])])
    assert head.columns == {0: ("received",), 1: ("name",)}
    assert head.doubtful == {"信访事项": ("title", "content"), "单位": ("unit", "first_unit")}


def test_title_lines_and_blanks_stand_above() -> None:
    rows = [(1, ["某县2025年信访台账", "", ""]), (2, ["", "", ""]), (3, ["单位：信访科", "", "2025年3月"])]
    head = find_heading_row([*rows, (4, ["序号", "收到日期", "姓名"]), (5, [1.0, "2025-01-02", "张三"])])
    assert (head.first, head.last) == (4, 4)
    assert head.columns == {1: ("received",), 2: ("name",)}


def test_a_two_line_head_is_joined() -> None:
    upper = ["序号", "收到日期", "信访人基本情况", "", "", "受理", "", "答复", ""]
    lower = ["", "", "姓名", "联系电话", "住址", "日期", "承办单位", "日期", "答复意见"]
    head = find_heading_row([(1, ["台账", *[""] * 8]), (2, upper), (3, lower), (4, ["1", "2025-01-02", "张三"])])
    assert (head.first, head.last) == (2, 3)
    assert {head.names[place]: fields for place, fields in head.columns.items()} == {
        "收到日期": ("received",),
        "姓名": ("name",),
        "联系电话": ("phone",),
        "住址": ("address",),
        "受理日期": ("accepted",),
        "承办单位": ("unit",),
        "答复日期": ("replied",),
        "答复意见": ("reply",),
    }


def test_none_found_says_what_was_seen() -> None:
    with pytest.raises(ExchangeFailed) as refusal:
        find_heading_row([(1, ["甲", "乙"]), (2, ["丙", "丁", "戊"])])
    assert refusal.value.code == "E504"
    assert "“丙”、“丁”、“戊”" in refusal.value.what
    assert "--map" in refusal.value.remedy


def test_two_columns_of_one_field_are_refused() -> None:
    with pytest.raises(ExchangeFailed) as refusal:
        find_heading_row([(1, ["收到日期", "姓名", "户籍地址", "现住址"])])
    assert refusal.value.code == "E504"
    assert "“户籍地址”、“现住址”" in refusal.value.what
    assert "--map" in refusal.value.remedy


def test_the_map_settles_which_of_two() -> None:
    mapping = Mapping({"户籍地址": ()})
    head = find_heading_row([(1, ["收到日期", "姓名", "户籍地址", "现住址"])], mapping)
    assert head.columns[3] == ("address",)
    assert 2 not in head.columns


def test_the_map_goes_before_the_usual_words() -> None:
    mapping = Mapping({"来文日期": ("received", "accepted")})
    head = find_heading_row([(1, ["登记日期", "来文日期", "姓名", "受理日期"])], mapping)
    assert head.columns == {1: ("received", "accepted"), 2: ("name",)}


def test_the_map_and_the_file_with_the_same_heading_twice() -> None:
    with pytest.raises(ExchangeFailed) as refusal:
        find_heading_row([(1, ["来文日期", "来文日期", "姓名"])], Mapping({"来文日期": ("received",)}))
    assert refusal.value.code == "E505"


def test_a_heading_of_the_map_that_the_file_lacks() -> None:
    with pytest.raises(ExchangeFailed) as refusal:
        find_heading_row([(1, ["收到日期", "姓名"])], Mapping({"留言时间": ("replied",)}, {}, "对照.toml"))
    assert refusal.value.code == "E505"
    assert "“留言时间”" in refusal.value.what
    assert "“收到日期”、“姓名”" in refusal.value.remedy


def test_a_required_field_without_a_column() -> None:
    with pytest.raises(ExchangeFailed) as refusal:
        find_heading_row([(3, ["日期", "姓名", "内容"])])
    assert refusal.value.code == "E504"
    assert "没有received 收到日期" in refusal.value.what
    assert "“日期”可能是" in refusal.value.what


def test_a_constant_stands_for_a_required_column() -> None:
    head = find_heading_row([(1, ["日期", "姓名", "内容"])], Mapping({}, {"received": "2025-01-01"}))
    assert head.found == {"name", "content"}


def test_nearest() -> None:
    assert nearest("recieved") == "received"
    assert nearest("收信日期") == "received"
    assert nearest("qqqq") == ""
