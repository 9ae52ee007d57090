"""Links of petitions 关联: what may repeat what, to which the matter goes back, and what follows from a link."""

from __future__ import annotations

import pytest

from .raising import AGAIN, NOISE, OTHER, ZHANG, register
from .shell import Shell


def test_what_is_repeated_and_only_related_is_one_too_many(office: Shell) -> None:
    register(office, *ZHANG, *NOISE)
    visit = ("register", "--channel", "visit", *ZHANG, *AGAIN)
    office.refused("E104", *visit, "--repeat-of", 1, "--related-to", 1)
    assert office.data("list")[0]["number"] == "2026-000001"
    register(office, *ZHANG, *AGAIN, "--repeat-of", 1)
    office.refused("E104", *visit, "--repeat-of", 2, "--related-to", 1)


def test_a_matter_names_as_related_what_is_outside_it(office: Shell) -> None:
    register(office, *ZHANG, *NOISE)
    register(office, *ZHANG, *AGAIN, "--repeat-of", 1)
    register(office, *ZHANG, *AGAIN, "--repeat-of", 1, "--related-to", 2)
    register(office, *ZHANG, *OTHER, "--related-to", 2)
    assert office.data("matter", 1)["related"] == ["2026-000004"]
    assert office.data("matter", 4)["related"] == ["2026-000002"]


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


@pytest.mark.parametrize(("one", "other"), [(1, 2), (2, 1)])
def test_of_two_matters_that_are_one_the_later_is_linked_to_the_earlier(office: Shell, one: int, other: int) -> None:
    """Whichever the petition was linked to first: what the refusal offers goes through."""
    for day in ("2026-01-02", "2026-01-04"):
        register(office, *ZHANG, *NOISE, "--received", day)
    register(office, *ZHANG, *AGAIN, "--repeat-of", one)
    err = office.refused("E323", "link", 3, "--to", other).err
    offered = err.split("两件本是同一事项的: xinfang ")[1].split("\n")[0]
    assert offered == "link 2026-000002 --to 2026-000001"
    office.ok(*offered.split())


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


def _third_repeats_the_first(office: Shell) -> None:
    """Of three petitions, since the 8th; it is the 20th now."""
    for _ in range(3):
        register(office, *ZHANG, *NOISE, "--repeat-of", "none")
    office.today = "2026-01-20"
    office.ok("link", 3, "--to", 1, "--on", "2026-01-08")


def test_a_petition_repeats_one_on_any_day_past(office: Shell) -> None:
    """To the day: the third repeated the first from the 8th to the 11th, on the 12th they were taken apart."""
    _third_repeats_the_first(office)
    office.ok("unlink", 3, "--from", 1, "--reason", "不是", "--on", "2026-01-12")
    late = office.refused("E323", "link", 3, "--to", 2, "--on", "2026-01-11").err
    assert "2026-000003 在 2026-01-08 至 2026-01-11 是 2026-000001 的重复件" in late
    office.ok("link", 3, "--to", 2, "--on", "2026-01-12")
    office.ok("unlink", 3, "--from", 2, "--reason", "也不是", "--on", "2026-01-15")
    assert "同一天" in office.refused("E323", "retract", 3, "--act", "unlink", "--turn", 3, "--reason", "又是").err
    assert "同一天" in office.refused("E323", "correct", 3, "--repeat-of", 2, "--reason", "漏了").err


def test_a_link_taken_back_lets_no_other_into_its_days(office: Shell) -> None:
    """From the 10th the third only had to do with the first: were that taken back, it would repeat two on the 11th."""
    _third_repeats_the_first(office)
    office.ok("link", 3, "--to", 1, "--as", "related", "--on", "2026-01-10")
    office.ok("unlink", 3, "--from", 1, "--reason", "不是", "--on", "2026-01-14")
    office.ok("link", 3, "--to", 2, "--on", "2026-01-11")
    office.ok("unlink", 3, "--from", 2, "--reason", "也不是", "--on", "2026-01-12")
    assert "同一天" in office.refused("E323", "retract", 3, "--turn", 3, "--reason", "记错").err


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


def test_an_accusation_among_the_petitions_of_a_matter_is_closed(office: Shell) -> None:
    register(office, *ZHANG, *NOISE)
    register(office, *ZHANG, *AGAIN, "--category", "accusation", "--by", "李明", "--repeat-of", 1)
    told = office.data("matter", 1)["petitions"][1]
    assert (told["number"], told["title"], told["petitioner"]) == ("2026-000002", "※", "※")
    assert "再次反映" not in office.ok("matter", 1).out
    assert "再次反映" in office.ok("matter", 2, "--restricted", "--by", "李明").out


def test_a_group_stays_what_the_bulletin_of_its_month_counted(office: Shell) -> None:
    """From February on ten people make a group: the six who came in January were one, the six of February are none."""
    for day in ("2026-01-20", "2026-02-20"):
        register(office, *ZHANG, *NOISE, "--headcount", 6, "--received", day, "--on", day, XINFANG_TODAY="2026-02-28")
    office.ok("setting", "set", "group-size", 10, "--on", "2026-02-01", XINFANG_TODAY="2026-02-28")
    for number, month, group in ((1, "2026-01", True), (2, "2026-02", False)):
        told = office.data("report", "--month", month, XINFANG_TODAY="2026-02-28")
        [visits] = [each["value"] for each in told["indicators"] if each["name"] == "group_visits"]
        assert ("group" in office.data("show", number, XINFANG_TODAY="2026-02-28")["classes"], visits) == (
            group,
            int(group),
        )
