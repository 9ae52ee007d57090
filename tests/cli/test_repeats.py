"""Registering what the same person raised before: found, told with its reason, linked; and what is not told."""

from __future__ import annotations

import pytest

from .raising import AGAIN, NOISE, OTHER, ZHANG, others_told, register
from .shell import Shell


def test_none_is_the_first(office: Shell) -> None:
    register(office, *ZHANG, *NOISE)
    receipt = register(office, *ZHANG, *AGAIN, "--repeat-of", "none")
    assert (receipt["repeat_of"], receipt["earlier"]) == ("", [])
    assert office.data("show", 2)["classes"] == ["first"]


def test_auto_takes_the_same_matter_and_not_the_last_one(office: Shell) -> None:
    register(office, *ZHANG, *NOISE)
    register(office, *ZHANG, *OTHER)
    receipt = register(office, *ZHANG, *AGAIN, "--repeat-of", "auto")
    assert receipt["repeat_of"] == "2026-000001"
    (found,) = receipt["earlier"]
    assert found["same_matter"] is True
    assert found["reason"].startswith(f"姓名相同、住址相同；内容相似 {found['score']:.2f}：都写到“")
    assert "翠湖天地" in found["reason"]
    shown = office.data("show", 3)
    assert shown["classes"] == ["repeat-before-reply"]
    assert shown["links"] == [{"earlier": "2026-000001", "relation": "repeat", "since": "2026-01-05"}]


def test_a_matter_told_in_pieces_is_one(office: Shell) -> None:
    """The last repeats the one in between, and that one the first, in which nothing of the last stands."""
    called = (*ZHANG, "--phone", "13800138000")
    first = "锦绣新城精装修交房，墙面空鼓，地板开裂，门窗漏风，约定的品牌全部被换掉，请求核查装修造价"
    between = "锦绣新城精装修交房，墙面空鼓，地板开裂，请求核查装修造价。公示清单里橱柜、灶具、抽油烟机高出市场价一倍"
    last = "公示清单里橱柜、灶具、抽油烟机高出市场价一倍，灯具也是，请说明清单由谁定"
    asked = (*called, "--title", "质疑公示清单", "--content", last, "--repeat-of", "auto")
    register(office, *called, "--title", "反映锦绣新城装修", "--content", first)
    assert register(office, *asked)["repeat_of"] == ""
    office.ok("retract", 2, "--act", "register", "--reason", "误登")
    register(office, *ZHANG, "--title", "再次反映锦绣新城装修", "--content", between, "--repeat-of", "none")
    receipt = register(office, *asked)
    assert receipt["repeat_of"] == "2026-000001"
    (found,) = receipt["earlier"]
    assert found["by_way"] == "2026-000003"
    assert found["reason"] == f"同一电话、姓名相同、住址相同；内容相似 {found['score']:.2f}：都与 2026-000003 相似"


def test_auto_finds_nothing_about_another_matter(office: Shell) -> None:
    register(office, *ZHANG, *NOISE)
    receipt = register(office, *ZHANG, *OTHER, "--repeat-of", "auto")
    assert receipt["repeat_of"] == ""
    assert [each["number"] for each in receipt["earlier"]] == ["2026-000001"]
    out = office.ok("register", "--channel", "visit", *ZHANG, *OTHER, "--repeat-of", "auto").out
    assert "记为 2026-000002 的重复件" in out


def test_the_name_alone_is_enough_only_where_the_matter_agrees(office: Shell) -> None:
    register(office, "--name", "张三", "--address", "东关村", *NOISE)
    elsewhere = ("--name", "张三", "--address", "西关村")
    assert register(office, *elsewhere, *OTHER, "--repeat-of", "auto")["earlier"] == []
    assert register(office, *elsewhere, *AGAIN, "--repeat-of", "auto")["repeat_of"] == "2026-000001"


def test_a_name_given_over_the_telephone_is_found_by_its_sound(office: Shell) -> None:
    register(office, "--name", "张伟萍", "--address", "城关镇幸福路1号", *NOISE)
    heard = ("--name", "章卫平", "--address", "幸福路1号")
    receipt = register(office, *heard, *AGAIN, "--repeat-of", "auto")
    assert receipt["repeat_of"] == "2026-000001"
    assert receipt["earlier"][0]["reason"].startswith("姓名同音、住址相同；内容相似")
    assert (
        register(office, "--name", "张小梅", "--address", "幸福路1号", *AGAIN, "--repeat-of", "auto")["earlier"] == []
    )


def test_a_closed_petition_is_found_too(office: Shell) -> None:
    register(office, *ZHANG, *NOISE)
    office.ok("redirect", 1, "--to", "县住房和城乡建设局")
    assert register(office, *ZHANG, *AGAIN, "--repeat-of", "auto")["repeat_of"] == "2026-000001"
    assert office.data("show", 2)["classes"] == ["repeat-after-reply"]


def test_without_the_option_the_receipt_tells_what_there_is(office: Shell) -> None:
    register(office, *ZHANG, *NOISE)
    receipt = register(office, *ZHANG, *AGAIN)
    assert receipt["repeat_of"] == ""
    (told,) = receipt["earlier"]
    assert (told["number"], told["state"], told["outcome"], told["same_matter"]) == (
        "2026-000001",
        "registered",
        "",
        True,
    )
    assert told["reason"].startswith(f"姓名相同、住址相同；内容相似 {told['score']:.2f}：都写到“")
    said = others_told(office.ok("register", "--channel", "visit", *ZHANG, *AGAIN).out)
    assert said[0] == "  同一信访人另有:"
    assert said[1].startswith("    2026-000002（2026-01-05 来访，已登记）姓名相同、住址相同；内容相似 1.00：都写到“")
    assert said[2].startswith("    2026-000001（2026-01-05 来访，已登记）姓名相同、住址相同；内容相似 0.")
    offered, related = said[3].split("是重复件的: xinfang ")[1].split("；相关的加 ")
    office.ok(*offered.split(), *related.split())
    assert office.data("show", 3)["links"][0]["relation"] == "related"


def test_the_likeliest_is_named_first_and_offered(office: Shell) -> None:
    """Not the newest: she would link it to a petition about something else."""
    register(office, *ZHANG, *NOISE)
    register(office, *ZHANG, *OTHER)
    receipt = register(office, *ZHANG, *AGAIN)
    assert [(each["number"], each["same_matter"]) for each in receipt["earlier"]] == [
        ("2026-000001", True),
        ("2026-000002", False),
    ]
    office.ok("retract", 3, "--act", "register", "--reason", "误登")
    said = others_told(office.ok("register", "--channel", "visit", *ZHANG, *AGAIN).out)
    assert [line.split("（")[0] for line in said[1:3]] == ["    2026-000001", "    2026-000002"]
    assert "内容相似 0.0" in said[2]
    assert "link 2026-000004 --to 2026-000001；" in said[3]


def test_three_others_are_named_and_more_are_counted(office: Shell) -> None:
    for _ in range(3):
        register(office, *ZHANG, *OTHER)
    assert [line.split("（")[0] for line in others_told(_receipt(office))[:4]] == [
        "  同一信访人另有:",
        *(f"    2026-00000{place}" for place in (3, 2, 1)),
    ]
    said = others_told(_receipt(office))
    assert said[0] == "  同一信访人另有 4 件，最像的:"
    assert len(said) == 1 + 3 + 1


def _receipt(office: Shell) -> str:
    return office.ok("register", "--channel", "visit", *ZHANG, *OTHER).out


def test_the_receipt_tells_how_the_other_petition_ended(office: Shell) -> None:
    register(office, *ZHANG, *NOISE)
    office.ok("classify", 1, "--category", "suggestion")
    office.ok("accept", 1)
    office.ok("reply", 1, "--outcome", "adopt", "--content", "已采纳")
    out = office.ok("register", "--channel", "visit", *ZHANG, *OTHER).out
    assert others_told(out)[1] == "    2026-000001（2026-01-05 来访，已答复：采纳）姓名相同、住址相同；内容相似 0.00"


def test_the_receipt_says_what_the_clerk_linked_it_to(office: Shell) -> None:
    """At a terminal she typed a place in a list: she sees which petition that was, and how to see the whole matter."""
    register(office, *ZHANG, *NOISE)
    visit = ("register", "--channel", "visit", *ZHANG, *AGAIN)
    out = office.ok(*visit, "--repeat-of", 1).out
    assert "记为 2026-000001 的重复件；整个事项: xinfang matter 2026-000002" in out
    assert (
        "2026-000002 本身是 2026-000001 的重复件，已直接记为 2026-000001 的重复件"
        in office.ok(*visit, "--repeat-of", 2).out
    )
    out = office.ok(*visit, "--repeat-of", "none", "--related-to", 2).out
    assert "记为 2026-000002 的相关件；整个事项: xinfang matter 2026-000004" in out
    assert "的重复件" not in out


@pytest.mark.parametrize("related", [1, 2])
def test_auto_leaves_alone_what_the_clerk_says_is_only_related(office: Shell, related: int) -> None:
    register(office, *ZHANG, *NOISE)
    register(office, *ZHANG, *AGAIN, "--repeat-of", 1)
    line = ("register", "--channel", "visit", *ZHANG, *AGAIN, "--repeat-of", "auto", "--related-to", related)
    out = office.ok(*line).out
    assert f"记为 2026-00000{related} 的相关件" in out
    assert "的重复件（" not in out
    assert "按初次登记" in out


def test_registered_as_a_repeat_of_what_somebody_else_wrote_it_is_pointed_out_too(office: Shell) -> None:
    register(office, *ZHANG, *NOISE)
    line = ("register", "--channel", "visit", "--name", "李四", "--address", "东关村", *AGAIN, "--repeat-of", 1)
    assert "两件没有相同的信访人" in office.ok(*line).out


def test_a_key_is_answered_the_same_whatever_came_since(office: Shell) -> None:
    register(office, *ZHANG, *NOISE)
    line = (*ZHANG, *AGAIN, "--repeat-of", "auto", "--key", "k1")
    first = register(office, *line)
    office.ok("unlink", 2, "--from", 1, "--reason", "不是")
    second = register(office, *line)
    assert second["number"] == first["number"]
    assert list(second) == list(first)


def test_the_reason_names_the_petition_that_it_is_about(office: Shell) -> None:
    """What is linked to the first of the matter may be likest to a later one."""
    register(office, *ZHANG, *NOISE)
    register(office, *ZHANG, *AGAIN, "--repeat-of", "auto")
    out = office.ok("register", "--channel", "letter", *ZHANG, *AGAIN, "--repeat-of", "auto").out
    assert "记为 2026-000001 的重复件（和其中的 2026-000002 姓名相同、住址相同；内容相似 1.00：" in out


def test_a_late_entry_tells_what_came_in_meanwhile(office: Shell) -> None:
    """What was taken down first came in later: it is the repeat, and nobody would look for it."""
    register(office, *ZHANG, *NOISE)
    register(office, "--name", "李四", "--address", "东关村", *NOISE)
    late = ("register", "--channel", "letter", *ZHANG, *AGAIN, "--received", "2026-01-02", "--repeat-of", "auto")
    out = office.ok(*late).out
    assert "2026-01-02 以后同一信访人又有: 2026-000001（已登记；姓名相同、住址相同）；是这一件的重复件的" in out
    office.ok(*out.split("是这一件的重复件的: xinfang ")[1].split("\n")[0].split())
    assert [office.data("show", number)["classes"][0] for number in (3, 1)] == ["first", "repeat-before-reply"]
    receipt = register(office, *ZHANG, *OTHER, "--received", "2026-01-03")
    assert [each["number"] for each in receipt["later"]] == ["2026-000001"]
    assert [each["number"] for each in receipt["earlier"]] == ["2026-000003"]
    assert register(office, *ZHANG, *OTHER, "--received", "2026-01-03", "--repeat-of", "none")["later"] == []
    assert register(office, *ZHANG, *OTHER)["later"] == []


def test_accusations_and_people_who_want_no_name_are_not_told_of(office: Shell) -> None:
    register(office, *ZHANG, *NOISE, "--category", "accusation")
    register(office, *ZHANG, *NOISE, "--confidential")
    for wish in ([], ["--repeat-of", "auto"]):
        receipt = register(office, *ZHANG, *AGAIN, *wish)
        assert {each["number"] for each in receipt["earlier"]} <= {"2026-000003"}


def test_nobody_is_named(office: Shell) -> None:
    """Neither names nor numbers, in whatever was written by and about the petitioner."""
    secret = "张三，身份证11010519491231002X，电话13800138000"
    line = (
        *("--name", "张三", "--address", "城关镇幸福路1号", "--phone", "13800138000"),
        *("--id-number", "11010519491231002X"),
    )
    for _ in range(2):
        register(
            office,
            *line,
            *("--title", "张三反映翠湖天地噪音", "--content", f"{secret}，翠湖天地夜间施工"),
            *("--repeat-of", "auto"),
        )
    shown = [office.ok(*look).out for look in (("matter", 1), ("similar", 1), ("matter", 1, "-f", "json"))]
    shown.append(
        office.ok(
            "register",
            "--channel",
            "visit",
            *line,
            *("--title", "张三反映翠湖天地噪音", "--content", secret, "--repeat-of", "auto"),
        ).out
    )
    for out in shown:
        for each in ("张三", "11010519491231002X", "13800138000", "幸福路1号"):
            assert each not in out


def test_who_came_with_the_old_card_is_found_by_the_new_one_and_the_other_way(office: Shell) -> None:
    """Ledgers reach back to ID numbers of fifteen figures; name, telephone and address may all have changed since."""
    old, new = ("--id-number", "110105491231002"), ("--id-number", "11010519491231002X")
    register(office, "--name", "王秀英", "--address", "东关村", *old, *NOISE)
    receipt = register(office, "--name", "刘王氏", "--address", "西关村", *new, *AGAIN, "--repeat-of", "auto")
    assert receipt["repeat_of"] == "2026-000001"
    assert receipt["earlier"][0]["reason"].startswith("同一证件号；内容相似")
    third = register(office, "--name", "王老太", "--address", "南关村", *old, *AGAIN, "--repeat-of", "auto")
    assert (third["repeat_of"], third["earlier"][0]["number"]) == ("2026-000001", "2026-000002")
    assert {row["number"] for row in office.data("search", "11010519491231002X")} == {
        f"2026-00000{n}" for n in (1, 2, 3)
    }
