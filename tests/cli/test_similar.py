"""`similar`: any text is looked for, and accusations are found only by those who may see them."""

from __future__ import annotations

import pytest

from .raising import AGAIN, NOISE, ZHANG, register
from .shell import Shell


def test_similar_leaves_accusations_to_those_who_may_see_them(office: Shell) -> None:
    register(office, *ZHANG, *NOISE, "--category", "accusation", "--by", "李明")
    register(office, "--name", "李四", "--address", "东关村", *AGAIN)
    assert office.data("similar", 2) == []
    office.refused("E318", "similar", 2, "--restricted")
    assert office.data("similar", 2, "--restricted", "--by", "王芳") == []
    (row,) = office.data("similar", 2, "--restricted", "--by", "李明")
    assert row["number"] == "2026-000001"
    office.refused("E317", "similar", 1)
    office.refused("E317", "matter", 1)
    assert "similar --restricted" in office.ok("show", 1, "--restricted", "--by", "李明").out


@pytest.mark.parametrize(
    "text", ["", " ", "*", '"', "OR", "a AND b", "NEAR(", "\x1b[31m红", "，，，", "征" * 50_000, "'; DROP TABLE"]
)
def test_any_text_can_be_looked_for(office: Shell, text: str) -> None:
    register(office, *ZHANG, *NOISE)
    ran = office("similar", "--text-file", "-", text=text)
    assert (ran.code, ran.err.split(":")[0]) in ((0, ""), (2, "E105"))
    register(
        office,
        *("--name", f"张{text[:20].strip() or '三'}", "--address", "x"),
        *("--title", "甲", "--content", "乙", "--repeat-of", "auto"),
    )
    office.sound()


def test_a_score_is_told_as_it_is_printed(office: Shell) -> None:
    """To two decimals: more would look surer than it is."""
    register(office, *ZHANG, *NOISE)
    register(office, "--name", "李四", "--address", "东关村", *AGAIN)
    (row,) = office.data("similar", 2)
    assert 0 < row["score"] < 1
    assert row["score"] == round(row["score"], 2)
    assert f"{row['score']:.2f}" in office.ok("similar", 2, "-f", "plain").out


def test_similar_wants_one_thing(office: Shell) -> None:
    register(office, *ZHANG, *NOISE)
    office.refused("E105", "similar")
    office.refused("E104", "similar", 1, "--text", "文字")
    office.refused("E108", "similar", 1, "--limit", 0)
    assert [row["number"] for row in office.data("similar", "--text", "夜里浇筑混凝土")] == ["2026-000001"]


def test_of_the_same_person_it_says_what_a_registration_says(office: Shell) -> None:
    """A matter told in pieces, and what she writes in letters about other matters too: asked from either side."""
    called = ("--name", "张三", "--address", "东关村", "--phone", "13800138000")
    between = "锦绣新城精装修交房，墙面空鼓，地板开裂，请求核查装修造价。公示清单里橱柜、灶具、抽油烟机高出市场价一倍"
    first = "锦绣新城精装修交房，墙面空鼓，地板开裂，门窗漏风，约定的品牌全部被换掉，请求核查装修造价"
    last = "公示清单里橱柜、灶具、抽油烟机高出市场价一倍，灯具也是，请说明清单由谁定"
    register(office, *called, "--title", "反映锦绣新城装修", "--content", first)
    register(office, *called, "--title", "再次反映锦绣新城装修", "--content", between, "--repeat-of", "none")
    receipt = register(office, *called, "--title", "质疑公示清单", "--content", last, "--repeat-of", "auto")
    (told,) = receipt["earlier"]
    near = {row["number"]: row for row in office.data("similar", 3)}
    assert near[told["number"]]["score"] == round(told["score"], 2)
    assert near["2026-000001"]["by_way"] == told["number"] == "2026-000002"
    assert near["2026-000001"]["same_matter"] is True
    assert near["2026-000001"]["signs"] == "同一电话、姓名相同、住址相同"
    assert {row["number"] for row in office.data("similar", 1) if row["same_matter"]} == {"2026-000002", "2026-000003"}


def test_who_wants_no_name_is_not_told_by_what_she_wrote_besides(office: Shell) -> None:
    register(office, *ZHANG, *NOISE, "--confidential")
    register(office, *ZHANG, *AGAIN)
    for number in (1, 2):
        assert [row["signs"] for row in office.data("similar", number)] == [""]
    assert "信访人相同处" not in office.ok("similar", 1).out


def test_what_both_say_holds_no_rest_of_a_name_or_a_house(office: Shell) -> None:
    """Two people of one given name in two lanes of almost one name: the stretch that both share runs through both."""
    said = "的宅基地被村委会占用，请求归还"
    for name, lane in (("王晓丽", "杏花巷5号"), ("刘晓丽", "桃花巷5号")):
        titled = ("--title", f"{name}反映宅基地被占", "--content", f"{name}在{lane}{said}")
        register(office, "--name", name, "--address", f"柳林镇{lane}", *titled)
    (row,) = office.data("similar", 2)
    assert "宅基地被村委会占用" in row["shared"]
    assert "晓丽" not in row["shared"]
    assert "5号" not in row["shared"]
    again = ("--title", "刘晓丽再次反映宅基地", "--content", f"王晓丽、刘晓丽在桃花巷5号{said}")
    line = ("--name", "刘晓丽", "--address", "柳林镇桃花巷5号", *again, "--repeat-of", "auto")
    (found,) = register(office, *line)["earlier"]
    assert found["number"] == "2026-000002"
    assert "晓丽" not in found["reason"]


def test_a_cut_list_says_that_there_are_more(office: Shell) -> None:
    for _ in range(3):
        register(office, *ZHANG, *NOISE)
    cut = office.ok("similar", 1, "--limit", 1).out
    assert "列出最像的 1 件，还有更多；" in cut
    assert "\n看更多的加大 --limit。\n" in cut
    assert "共 2 件" in office.ok("similar", 1, "--limit", 2).out


def test_a_letter_in_english_is_found_with_a_reason(office: Shell) -> None:
    """Blanks part its words, so that none stands beside another; foreigners petition too (外国人、无国籍人)."""
    smith = ("--name", "John Smith", "--person", "foreign", "--address", "城关镇1号")
    first = "My landlord refuses to return the deposit of 3000 yuan for the flat in Garden Road"
    again = "The landlord still refuses to return my deposit for the flat in Garden Road"
    register(office, *smith, "--title", "Deposit not returned", "--content", first)
    receipt = register(office, *smith, "--title", "Deposit", "--content", again, "--repeat-of", "auto")
    assert receipt["repeat_of"] == "2026-000001"
    assert "deposit" in receipt["earlier"][0]["reason"]
    (row,) = office.ok("similar", 1, "-f", "json").data
    assert row["number"] == "2026-000002"
    found = office.ok("similar", "--text", "the deposit for a flat in Garden Road", "-f", "json").data
    assert {row["number"] for row in found} == {"2026-000001", "2026-000002"}
