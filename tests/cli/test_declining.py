"""`decline` without a ground or without the other petition: what the tool finds, and what it must not tell."""

from __future__ import annotations

import pytest

from .lettering import letter, text
from .shell import Shell

WANG = ("--name", "王五", "--title", "反映噪音", "--content", "夜间施工")
HOME = ("--address", "西关村", "--phone", "13900139000")
UNKNOWN = "没有找到"


def registered(shell: Shell, *more: object, channel: str = "visit") -> str:
    """Registers and gives the number."""
    out = shell.ok("register", "--channel", channel, *more).out
    return out.split()[0]


def handed_down(shell: Shell, *more: object, channel: str = "visit") -> str:
    """Registers, and passes it on to a body below; gives the number."""
    number = registered(shell, *more, channel=channel)
    shell.ok("forward", number, "--unit", "城关派出所")
    return number


def offered(shell: Shell, number: str, *more: str) -> list[tuple[str, str]]:
    """Ground and number of each petition that is offered; each offer is a whole command line."""
    remedy = shell.refused("E105", "decline", number, *more).err.split("可试: ")[1]
    if UNKNOWN in remedy:
        return []
    lines = remedy.split("xinfang decline ")[1:]
    assert all(line.startswith(f"{number} --ground ") for line in lines)
    words = [line.split("；")[0].split() for line in lines]
    return [(line[2], line[4]) for line in words]


@pytest.mark.parametrize(
    "other",
    [
        ("--address", "东关村", "--phone", "13900139000"),
        ("--address", "西关村"),
        ("--address", "东关村", "--id-number", "11010519491231002X"),
    ],
    ids=["phone", "address", "id number"],
)
def test_a_petition_in_hand_of_the_same_person(office: Shell, other: tuple[str, ...]) -> None:
    first = handed_down(office, *WANG, *HOME, "--id-number", "11010519491231002X")
    second = registered(office, *WANG, *other)
    assert offered(office, second) == [("in-progress", first)]
    assert offered(office, second, "--ground", "concluded") == []


def test_the_line_that_is_offered_works(office: Shell) -> None:
    first, second = handed_down(office, *WANG, *HOME), registered(office, *WANG, *HOME)
    ((ground, other),) = offered(office, second)
    office.ok("decline", second, "--ground", ground, "--other", other)
    assert office.data("show", second)["state"] == "declined"
    assert office.data("show", first)["state"] == "forwarded"


def test_what_the_office_itself_has_in_hand_is_a_repeat(office: Shell) -> None:
    """第十九条第三款 lets the body above decline what one below has accepted or is handling, not that body itself."""
    first, second = registered(office, *WANG, *HOME), registered(office, *WANG, *HOME)
    remedy = office.refused("E105", "decline", second).err
    assert f"是重复件，不是不予受理: xinfang link {second} --to {first}" in remedy
    assert offered(office, second) == []
    office.ok("link", second, "--to", first)


def test_a_retracted_registration_is_no_ground_and_not_to_be_linked_to(office: Shell) -> None:
    """The remedy of a refusal can be typed: a repeat of what was retracted would be refused."""
    first, second = registered(office, *WANG, *HOME), registered(office, *WANG, *HOME)
    office.ok("retract", first, "--act", "register", "--reason", "登记重了")
    said = office.refused("E321", "decline", second, "--ground", "in-progress", "--other", first).err
    assert "登记已撤销" in said
    assert "xinfang link" not in said


def test_namesakes_and_what_has_ended_are_not_offered(office: Shell) -> None:
    ended = registered(office, *WANG, *HOME)
    office.ok("redirect", ended, "--to", "县住房和城乡建设局")
    handed_down(office, *WANG, "--address", "南关村", "--phone", "13700137000")
    handed_down(office, "--name", "王五一", *WANG[2:], *HOME)
    assert offered(office, registered(office, *WANG, *HOME)) == []


def test_nobody_is_looked_for_where_nobody_is_named(office: Shell) -> None:
    registered(office, *WANG, *HOME)
    assert offered(office, registered(office, "--anonymous", *WANG[2:])) == []


def test_repeats_are_followed(office: Shell) -> None:
    """Of another person even, as far as each was registered as a repeat of the one before."""
    first = handed_down(office, "--name", "赵六", *WANG[2:], "--address", "北关村")
    second = handed_down(office, "--name", "钱七", *WANG[2:], "--address", "东关村", "--repeat-of", first)
    third = registered(office, *WANG, *HOME, "--repeat-of", second)
    assert offered(office, third) == [("in-progress", second), ("in-progress", first)]


def test_accusations_and_people_who_want_no_name_are_not_told_of(office: Shell) -> None:
    handed_down(office, *WANG, *HOME, channel="h12389")
    handed_down(office, *WANG, *HOME, "--confidential")
    assert offered(office, registered(office, *WANG, *HOME)) == []


def test_an_accusation_about_the_same_matter_is_not_told_of(office: Shell) -> None:
    first = handed_down(office, *WANG, *HOME)
    registered(office, *WANG, *HOME, "--repeat-of", first, "--category", "accusation", "--by", "李明")
    third = registered(office, *WANG, *HOME, "--repeat-of", first)
    assert offered(office, third) == [("in-progress", first)]


def test_what_the_state_forbids_is_said_first(office: Shell) -> None:
    registered(office, *WANG, *HOME)
    accepted = registered(office, *WANG, *HOME)
    office.ok("accept", accepted)
    office.refused("E301", "decline", accepted)


@pytest.fixture
def rechecked(office: Shell) -> Shell:
    """王五's petition 1 is before the recheck, asked for on 2026-01-08, and his petition 2 has just come."""
    registered(office, *WANG, *HOME)
    office.ok("classify", 1, "--category", "appeal", "--route", 6)
    office.ok("accept", 1, "--unit", "城关派出所")
    office.ok("reply", 1, "--outcome", "refuse", "--basis", "甲法第一条")
    office.ok("serve", 1)
    office.today = "2026-01-08"
    office.ok("ask-review", 1)
    office.ok("review", 1, "--outcome", "uphold")
    office.ok("serve", 1)
    office.ok("ask-recheck", 1, "--to", "某省公安厅")
    registered(office, *WANG, *HOME)
    return office


def test_what_was_rechecked_is_not_taken_up_again(rechecked: Shell) -> None:
    """第三十六条第三款, on the day of the recheck opinion, which the ledger knows; another day typed is the clerk's."""
    declining = ("decline", 2, "--ground", "concluded", "--other", 1)
    rechecked.today = "2026-01-20"
    rechecked.ok("recheck", 1, "--outcome", "uphold")
    assert "没有已经送达、仍然有效的复核意见" in rechecked.refused("E321", *declining).err
    rechecked.today = "2026-01-22"
    rechecked.ok("serve", 1)
    rechecked.ok(*declining)
    assert "2026年1月20日" in text(rechecked, letter(rechecked, "2", "no-longer-accepted")["file"])
    rechecked.ok("retract", 2, "--act", "decline", "--reason", "日期有误")
    rechecked.ok(*declining, "--dated", "2026-01-19")
    assert "2026年1月19日" in text(
        rechecked, letter(rechecked, "2", "no-longer-accepted", "--again", "--force")["file"]
    )


def test_a_recheck_that_has_it_handled_anew_is_no_ground(rechecked: Shell) -> None:
    rechecked.ok("recheck", 1, "--outcome", "redo")
    rechecked.ok("serve", 1)
    assert "仍然有效" in rechecked.refused("E321", "decline", 2, "--ground", "concluded", "--other", 1).err
