"""Who is taken for one person and who is not: families, namesakes, houses of many people, places that nobody knows."""

from __future__ import annotations

from .raising import AGAIN, NOISE, OTHER, others_told, register
from .shell import Shell

LI, WANG = "11010519491231002X", "110105195001010020"
CALLED = ("--phone", "13800138000")
FAMILY = (*CALLED, "--address", "城关镇幸福路1号")


def test_two_who_each_have_an_id_number_are_never_taken_for_one(office: Shell) -> None:
    """A wife writes of the same matter from her husband's telephone: told, as another's, and no repeat by itself."""
    register(office, "--name", "李强", "--id-number", LI, *FAMILY, *NOISE)
    wife = ("--name", "王小梅", "--id-number", WANG, *FAMILY, *AGAIN, "--repeat-of", "auto")
    receipt = register(office, *wife)
    assert receipt["repeat_of"] == ""
    (told,) = receipt["earlier"]
    assert told["same_matter"] and told["reason"].startswith("同一电话、住址相同、证件号不同；内容相似")
    out = office.ok("register", "--channel", "letter", "--name", "李强", "--id-number", WANG, *FAMILY, *OTHER).out
    own, one, _, others, another, related = others_told(out)
    assert (own, others) == ("  同一信访人另有:", "  证件号不同的另有:")
    assert one.startswith("    2026-000002（")
    assert another.startswith(
        "    2026-000001（2026-01-05 来访，已登记）同一电话、姓名相同、住址相同、证件号不同；内容相似"
    )
    assert related == "    是相关件的: xinfang link 2026-000003 --to 2026-000001 --as related"
    office.ok(*out.split("是相关件的: xinfang ")[1].split("\n")[0].split())
    assert "两件没有相同的信访人" in office.ok("link", 2, "--to", 1).out
    assert office.data("matter", 1)["people"] == 2


def test_brothers_with_an_id_number_each_are_not_told_of_each_other(office: Shell) -> None:
    register(office, "--name", "李强", "--id-number", LI, "--address", "幸福路1号", *NOISE)
    brother = ("--name", "李刚", "--id-number", WANG, "--address", "幸福路1号", *AGAIN)
    assert register(office, *brother, "--repeat-of", "auto")["earlier"] == []


def test_what_a_family_may_share_is_said_to_be_no_more_than_that(office: Shell) -> None:
    register(office, "--name", "李强", *FAMILY, *NOISE)
    out = office.ok("register", "--channel", "visit", "--name", "王小梅", *CALLED, "--address", "东关村", *OTHER).out
    told = others_told(out)
    assert told[0] == "  可能是同一信访人的另有:"
    assert told[1].startswith("    2026-000001（2026-01-05 来访，已登记）同一电话；内容相似")
    assert told[2].startswith("    是重复件的: ")
    late = ("--name", "赵小兰", *CALLED, "--address", "西关村", "--received", "2026-01-02")
    out = office.ok("register", "--channel", "visit", *late, *OTHER).out
    assert "2026-01-02 以后可能是同一信访人的又有: 2026-000002（已登记；同一电话）、2026-000001" in out


def test_the_same_number_is_found_however_many_similar_names_there_are(office: Shell) -> None:
    """Of a dormitory, a prison: the newest twenty of a similar name hid the person's own petition."""
    there = ("--address", "城关镇机械厂宿舍")
    register(office, "--name", "李明", "--id-number", LI, *there, *NOISE)
    register(office, "--name", "李明", *there, *NOISE)
    for other in "鸣铭名敏民闽岷强刚勇军伟国平华林森涛波海江":
        register(office, "--name", f"李{other}", *there, *OTHER)
    out = office.ok("register", "--channel", "visit", "--name", "李明", "--id-number", LI, *there, *OTHER).out
    assert [line.split("（")[0].strip() for line in others_told(out)[:3]] == [
        "同一信访人另有:",
        "2026-000001",
        "2026-000002",
    ]


def test_nobody_is_known_by_an_address_that_nobody_knows(office: Shell) -> None:
    unknown = ("--name", "李明", "--address", "住址不详")
    register(office, *unknown, *NOISE)
    assert register(office, *unknown, *OTHER)["earlier"] == []
    assert register(office, "--name", "李鸣", "--address", "住址不详", *AGAIN, "--repeat-of", "auto")["repeat_of"] == ""


def test_villages_of_one_name_in_two_towns_are_two_places(office: Shell) -> None:
    register(office, "--name", "李明", "--address", "某县东山乡新村三组", *NOISE)
    elsewhere = ("--name", "李明", "--address", "某县西山乡新村三组")
    assert register(office, *elsewhere, *OTHER)["earlier"] == []
    found = register(office, "--name", "李明", "--address", "新村3组", *OTHER)["earlier"]
    assert [(each["number"], each["reason"].split("；")[0]) for each in found] == [
        ("2026-000002", "姓名相同、住址相同"),
        ("2026-000001", "姓名相同、住址相同"),
    ]


def test_a_petition_by_another_of_the_same_telephone_is_not_declined_as_the_same_persons(office: Shell) -> None:
    register(office, "--name", "李强", "--id-number", LI, *FAMILY, *NOISE, "--category", "appeal", "--route", "6")
    register(office, "--name", "李强", "--id-number", WANG, *FAMILY, *AGAIN)
    assert "没有找到该信访人" in office.refused("E105", "decline", 2, "--ground", "concluded").err


def test_namesakes_are_left_to_the_clerk(office: Shell) -> None:
    """Of a common name there are hundreds, and many of their matters are told in the same words."""
    register(office, "--name", "李伟", "--phone", "13800138000", "--address", "东山乡东关村", *NOISE)
    for namesake in (("--phone", "13900139000", "--address", "新村"), ("--address", "西山乡新村")):
        line = ("--name", "李伟", *namesake, *AGAIN, "--repeat-of", "auto")
        assert register(office, *line)["repeat_of"] == ""
        office.ok("retract", office.data("list")[0]["number"], "--act", "register", "--reason", "试")
    moved = ("--name", "李伟", "--address", "新村", *AGAIN, "--repeat-of", "auto")
    assert register(office, *moved)["repeat_of"] == "2026-000001"
