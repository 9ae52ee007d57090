"""Registering what the same person raised before: found, told with its reason, linked; and what is not told."""

from __future__ import annotations

import pytest

from .raising import AGAIN, NOISE, OTHER, ZHANG, register
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
    assert found["reason"] == f"同一电话、姓名相同、住址相同；内容相似 {found['score']:.2f}（都与 2026-000003 相似）"


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
    told = {"received_on": "2026-01-05", "state": "registered", "outcome": "", "reason": "姓名相同、住址相同"}
    assert receipt["earlier"] == [{"number": "2026-000001", **told}]
    out = office.ok("register", "--channel", "visit", *ZHANG, *AGAIN).out
    why = "（已登记；姓名相同、住址相同）"
    assert f"同一信访人另有: 2026-000002{why}、2026-000001{why}；" in out
    offered = out.split("是重复件的: xinfang ")[1].split("\n")[0]
    office.ok(*offered.split())


def test_three_others_are_named_and_more_are_counted(office: Shell) -> None:
    for _ in range(3):
        register(office, *ZHANG, *OTHER)
    third, second, first = (f"2026-00000{place}（已登记；姓名相同、住址相同）" for place in (3, 2, 1))
    assert f"{third}、{second}、{first}；是重复件的" in _receipt(office)
    assert f"2026-000004（已登记；姓名相同、住址相同）、{third}、{second}等 4 件；是重复件的" in _receipt(office)


def _receipt(office: Shell) -> str:
    return office.ok("register", "--channel", "visit", *ZHANG, *OTHER).out


def test_the_receipt_tells_how_the_other_petition_ended(office: Shell) -> None:
    register(office, *ZHANG, *NOISE)
    office.ok("classify", 1, "--category", "suggestion")
    office.ok("accept", 1)
    office.ok("reply", 1, "--outcome", "adopt", "--content", "已采纳")
    out = office.ok("register", "--channel", "visit", *ZHANG, *OTHER).out
    assert "同一信访人另有: 2026-000001（已答复：采纳；姓名相同、住址相同）" in out


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


def test_what_is_repeated_and_only_related_is_one_too_many(office: Shell) -> None:
    register(office, *ZHANG, *NOISE)
    visit = ("register", "--channel", "visit", *ZHANG, *AGAIN)
    office.refused("E104", *visit, "--repeat-of", 1, "--related-to", 1)
    assert office.data("list")[0]["number"] == "2026-000001"
    register(office, *ZHANG, *AGAIN, "--repeat-of", 1)
    office.refused("E104", *visit, "--repeat-of", 2, "--related-to", 1)


@pytest.mark.parametrize("related", [1, 2])
def test_auto_leaves_alone_what_the_clerk_says_is_only_related(office: Shell, related: int) -> None:
    register(office, *ZHANG, *NOISE)
    register(office, *ZHANG, *AGAIN, "--repeat-of", 1)
    line = ("register", "--channel", "visit", *ZHANG, *AGAIN, "--repeat-of", "auto", "--related-to", related)
    out = office.ok(*line).out
    assert f"记为 2026-00000{related} 的相关件" in out
    assert "的重复件（" not in out
    assert "按初次登记" in out


def test_a_matter_names_as_related_what_is_outside_it(office: Shell) -> None:
    register(office, *ZHANG, *NOISE)
    register(office, *ZHANG, *AGAIN, "--repeat-of", 1)
    register(office, *ZHANG, *AGAIN, "--repeat-of", 1, "--related-to", 2)
    register(office, *ZHANG, *OTHER, "--related-to", 2)
    assert office.data("matter", 1)["related"] == ["2026-000004"]
    assert office.data("matter", 4)["related"] == ["2026-000002"]


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


def test_repeats_go_to_the_first_of_the_matter(office: Shell) -> None:
    register(office, *ZHANG, *NOISE)
    register(office, *ZHANG, *AGAIN, "--repeat-of", "1")
    assert (
        register(office, "--name", "李四", "--address", "东关村", *AGAIN, "--repeat-of", "2")["repeat_of"]
        == "2026-000001"
    )
    register(office, "--name", "王五", "--address", "东关村", *AGAIN)
    assert "已直接记为 2026-000001 的重复件" in office.ok("link", 4, "--to", 3).out
    told = office.data("matter", 2)
    assert told["matter"] == "2026-000001"
    assert told["people"] == 3
    office.refused("E323", "correct", 1, "--repeat-of", 4, "--reason", "录错")


def test_the_reason_names_the_petition_that_it_is_about(office: Shell) -> None:
    """What is linked to the first of the matter may be likest to a later one."""
    register(office, *ZHANG, *NOISE)
    register(office, *ZHANG, *AGAIN, "--repeat-of", "auto")
    out = office.ok("register", "--channel", "letter", *ZHANG, *AGAIN, "--repeat-of", "auto").out
    assert "记为 2026-000001 的重复件（和其中的 2026-000002 姓名相同、住址相同；内容相似 1.00：" in out


def test_a_repeat_of_what_somebody_else_wrote_is_pointed_out(office: Shell) -> None:
    """procedure: 同一信访人, at least one person the very same; linked all the same, for the clerk may know better."""
    register(office, *ZHANG, *NOISE)
    register(office, "--name", "李四", "--address", "东关村", *AGAIN)
    said = "两件没有相同的信访人"
    out = office.ok("link", 2, "--to", 1).out
    assert said in out
    office.ok(*out.split("改记相关件: xinfang ")[1].split("\n")[0].split())
    assert office.data("show", 2)["classes"] == ["first"]
    register(office, *ZHANG, "--also", "李四", *AGAIN)
    assert said not in office.ok("link", 3, "--to", 1).out
    register(office, "--anonymous", *AGAIN)
    assert said not in office.ok("link", 4, "--to", 1).out


def test_what_came_in_later_cannot_be_repeated(office: Shell) -> None:
    register(office, *ZHANG, *NOISE)
    before = (*ZHANG, *AGAIN, "--received", "2026-01-02")
    assert register(office, *before, "--repeat-of", "auto")["repeat_of"] == ""
    office.refused("E323", "link", 2, "--to", 1)
    office.ok("link", 1, "--to", 2)


def test_no_way_leads_round_what_a_link_may_not_be(office: Shell) -> None:
    """Registering, correcting and taking an unlinking back link too: what repeats came later, and repeats one matter."""
    for day in ("2026-01-02", "2026-01-03", "2026-01-04"):
        register(office, *ZHANG, *NOISE, "--received", day, "--repeat-of", "none")
    paper = ("register", "--channel", "visit", *ZHANG, *AGAIN, "--received", "2026-01-02")
    assert "后提出的才是重复件" in office.refused("E323", *paper, "--repeat-of", 2).err
    assert "后提出的才是重复件" in office.refused("E323", "correct", 1, "--repeat-of", 2, "--reason", "漏了").err
    office.ok("link", 3, "--to", 2)
    for number, day in ((2, "2026-01-05"), (3, "2026-01-02")):
        assert (
            "后提出的才是重复件" in office.refused("E323", "correct", number, "--received", day, "--reason", "录错").err
        )
    assert "只能归入一个" in office.refused("E323", "correct", 3, "--repeat-of", 1, "--reason", "漏了").err
    office.ok("unlink", 3, "--from", 2, "--reason", "不是")
    office.ok("correct", 3, "--repeat-of", 1, "--reason", "漏了")
    assert "只能归入一个" in office.refused("E323", "retract", 3, "--act", "unlink", "--reason", "又是").err
    standing = [each["earlier"] for each in office.data("show", 3)["links"] if "until" not in each]
    assert standing == ["2026-000001"]


def test_an_unlinking_is_not_taken_back_when_what_it_led_away_from_is_gone(office: Shell) -> None:
    for _ in range(2):
        register(office, *ZHANG, *NOISE, "--repeat-of", "none")
    office.ok("link", 2, "--to", 1)
    office.ok("unlink", 2, "--from", 1, "--reason", "不是")
    office.ok("retract", 1, "--act", "register", "--reason", "登记重了")
    assert "登记已经撤销" in office.refused("E323", "retract", 2, "--act", "unlink", "--reason", "又是").err
    assert office.data("show", 2)["classes"] == ["first"]


def test_of_one_day_what_repeats_is_the_later_one(office: Shell) -> None:
    """Whichever was taken down first: a matter has one first petition."""
    for _ in range(3):
        register(office, *ZHANG, *NOISE, "--repeat-of", "none")
    office.ok("link", 1, "--to", 2)
    office.ok("link", 3, "--to", 2)
    assert [office.data("show", number)["classes"][0] for number in (1, 2, 3)] == [
        "repeat-before-reply",
        "first",
        "repeat-before-reply",
    ]
    told = office.data("matter", 1)
    assert (told["matter"], [row["number"][-1] for row in told["petitions"]]) == ("2026-000002", ["2", "1", "3"])


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


def test_what_follows_from_a_link_and_from_taking_it_apart(office: Shell) -> None:
    """The simple track and the rating are for the first petition about a matter."""
    register(office, *ZHANG, *NOISE)
    register(office, *ZHANG, *AGAIN)
    office.ok("classify", 2, "--category", "appeal", "--route", 6)
    office.ok("accept", 2)
    office.ok("link", 2, "--to", 1)
    office.refused("E321", "simple", 2, "--ground", "clear")
    office.ok("unlink", 2, "--from", 1, "--reason", "是另一处工地")
    office.ok("simple", 2, "--ground", "clear")


def test_the_month_counts_what_is_linked(office: Shell) -> None:
    def repeats(day: str) -> int:
        told = office.data("report", "--month", "2026-01", "--as-of", day, XINFANG_TODAY="2026-01-20")
        return next(int(each["value"]) for each in told["indicators"] if each["name"] == "repeats")

    register(office, *ZHANG, *NOISE)
    register(office, *ZHANG, *AGAIN)
    office.ok("link", 2, "--to", 1, "--on", "2026-01-08", XINFANG_TODAY="2026-01-20")
    office.ok("unlink", 2, "--from", 1, "--reason", "不是", "--on", "2026-01-12", XINFANG_TODAY="2026-01-20")
    assert [repeats(day) for day in ("2026-01-07", "2026-01-08", "2026-01-11", "2026-01-12")] == [0, 1, 1, 0]


def test_accusations_and_people_who_want_no_name_are_not_told_of(office: Shell) -> None:
    register(office, *ZHANG, *NOISE, "--category", "accusation")
    register(office, *ZHANG, *NOISE, "--confidential")
    for wish in ([], ["--repeat-of", "auto"]):
        receipt = register(office, *ZHANG, *AGAIN, *wish)
        assert {each["number"] for each in receipt["earlier"]} <= {"2026-000003"}


def test_an_accusation_among_the_petitions_of_a_matter_is_closed(office: Shell) -> None:
    register(office, *ZHANG, *NOISE)
    register(office, *ZHANG, *AGAIN, "--category", "accusation", "--by", "李明", "--repeat-of", 1)
    told = office.data("matter", 1)["petitions"][1]
    assert (told["number"], told["title"], told["petitioner"]) == ("2026-000002", "※", "※")
    assert "再次反映" not in office.ok("matter", 1).out
    assert "再次反映" in office.ok("matter", 2, "--restricted", "--by", "李明").out


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
