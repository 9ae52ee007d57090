"""首接首办责任: cases worked by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from cli.shell import Shell
from store.ledgers import FOUNDED, copied, founded, register

from .asking import figures, report


def in_march(shell: Shell, *more: object, as_of: str = "", unit: str = "") -> Any:
    return report(shell, "first-receiver", "--month 2026-03", *more, as_of=as_of, unit=unit)


def by(rows: list[dict[str, Any]], key: str) -> dict[str, dict[str, Any]]:
    return {row[key]: row for row in rows}


@pytest.fixture(scope="module")
def march(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """Six petitions of March 2026, small enough to be followed with a pencil."""
    shell = founded(tmp_path_factory.mktemp("march"), today="2026-04-20")
    for unit in ("信访室", "城关派出所", "刑侦大队"):
        shell.ok("unit", "add", unit)
    for officer, unit in (("李明", "信访室"), ("王芳", "城关派出所")):
        shell.ok("officer", "add", officer, "--unit", unit)

    def take(title: str, on: str, by: str, *more: str) -> str:
        return register(shell, title, "--on", on, "--by", by, *more, received=on)

    def at(on: str, *words: object) -> None:
        shell.ok(*words, "--on", on)

    # 1: told, sent on, signed for three days later, answered by the police station.
    take("欠薪", "2026-03-02", "李明")
    at("2026-03-02", "classify", 1, "--category", "appeal", "--route", "6")
    at("2026-03-05", "inform", 1)
    at("2026-03-06", "forward", 1, "--unit", "城关派出所")
    at("2026-03-09", "receive", 1)
    at("2026-03-10", "accept", 1, "--unit", "城关派出所")
    at("2026-03-20", "reply", 1, "--outcome", "explain", "--content", "说明", *FOUNDED)
    at("2026-03-22", "serve", 1)
    at("2026-03-25", "close", 1)
    # 2: sent to the wrong unit twice; both object in time and rightly.
    take("噪音", "2026-03-03", "李明")
    at("2026-03-03", "forward", 2, "--unit", "城关派出所")
    at("2026-03-06", "object", 2, "--reason", "不属本单位职权")
    at("2026-03-09", "settle-objection", 2, "--agree")
    at("2026-03-10", "forward", 2, "--unit", "刑侦大队")
    at("2026-03-12", "object", 2, "--reason", "不属本单位职权")
    at("2026-03-16", "settle-objection", 2, "--agree")
    # 3: taken up, answered and closed by the unit that received it; 4 is the same matter again.
    take("户口", "2026-03-10", "王芳")
    at("2026-03-10", "classify", 3, "--category", "appeal", "--route", "6")
    at("2026-03-11", "accept", 3)
    at("2026-03-18", "reply", 3, "--outcome", "refuse", "--content", "说明", *FOUNDED)
    at("2026-03-18", "serve", 3)
    at("2026-03-19", "rate", 3, "--of", "unit", "--rating", "dissatisfied")
    at("2026-03-20", "close", 3)
    take("户口再次", "2026-03-24", "李明", "--repeat-of", "3")
    # 5: given back without an objection.
    take("低保", "2026-03-11", "李明")
    at("2026-03-11", "assign", 5, "--unit", "城关派出所")
    at("2026-03-13", "forward", 5, "--unit", "信访室")
    # 6: objected to, refused, objected to again after it went round: it stays.
    take("道路", "2026-03-16", "李明")
    at("2026-03-17", "forward", 6, "--unit", "城关派出所")
    at("2026-03-18", "receive", 6)
    at("2026-03-19", "object", 6, "--reason", "不属本单位职权")
    at("2026-03-23", "settle-objection", 6, "--refuse")
    return shell


def test_by_hand_the_figures(march: Shell) -> None:
    told = figures(in_march(march))
    assert told["received"]["value"] == 6
    assert (told["hand_overs_each"]["part"], told["hand_overs_each"]["whole"]) == (5, 6)
    # Signed: 1 after three days, 6 after one. 2 was objected to twice and 5 was given back, unsigned.
    assert (told["signed_rate"]["part"], told["signed_rate"]["whole"]) == (2, 5)
    assert (told["sign_days"]["part"], told["sign_days"]["whole"]) == (4, 2)
    assert (told["taken_up"]["value"], told["unsigned"]["value"]) == (2, 1)
    # 2, 4 and 5 are back at the reception or never left it; 6 is signed for, whatever the station thinks of it.
    assert told["unlanded"]["value"] == 3
    assert told["back_and_forth"]["value"] == 1
    assert told["first_handled"]["value"] == 2
    assert (told["at_first_contact_rate"]["part"], told["at_first_contact_rate"]["whole"]) == (1, 2)
    assert (told["came_again_rate"]["part"], told["came_again_rate"]["whole"]) == (1, 2)
    assert (told["satisfied_unit_rate"]["part"], told["satisfied_unit_rate"]["whole"]) == (0, 1)
    # Due in March: 1 (the 17th, told on the 5th), its unit's own notice (signed on the 9th, due on the 24th, told on
    # acceptance), 3 (the 25th, told on acceptance); and 2, 5 and 6 (the 18th, 26th and 31st), of which nobody was told.
    assert (told["told_rate"]["part"], told["told_rate"]["whole"]) == (3, 6)


def test_by_hand_who_had_it_how_long(march: Shell) -> None:
    told = in_march(march)
    ways = {row["number"]: row["way"] for row in told["transfers"]}
    assert ways == {
        # 2–5 March; sent 6–8 unsigned; 9–21 until served; then it is the petitioner's to say whether he is content.
        "2026-000001": "信访室4日→城关派出所13日（未签收3日）",
        # 3–5 unsigned, 6–8 the objection is looked into, 9 back; 10–11 unsigned, 12–15 again; from the 16th back.
        "2026-000002": "信访室0日→城关派出所0日（未签收3日）→信访室1日→刑侦大队0日（未签收2日）→信访室16日",
        # 11–12 unsigned; given back on the 13th, and there nobody has signed for it either.
        "2026-000005": "信访室0日→城关派出所0日（未签收2日）→信访室0日（未签收19日）",
        # 16; 17 unsigned; 18 signed; 19–22 the objection; 23–31.
        "2026-000006": "信访室1日→城关派出所10日（未签收1日）",
    }
    held = by(told["holding"], "unit")
    assert held["信访室"]["held_days"] == 4 + (0 + 1 + 16) + 8 + 0 + 1  # with 4: 24–31 March
    assert held["城关派出所"]["held_days"] == 13 + 10 + 8  # with 3: 10–17 March; on the 18th it is served
    assert (held["城关派出所"]["unsigned_days"], held["刑侦大队"]["unsigned_days"]) == (3 + 3 + 2 + 1, 2)


def test_a_lawful_objection_is_nobodys_to_and_fro(march: Shell) -> None:
    told = in_march(march)
    back = {row["number"]: (row["given_back"], row["back_and_forth"]) for row in told["transfers"]}
    # One objection with the return it led to is once; two are 交来交去, which is the sender's to mend.
    assert back == {
        "2026-000001": (0, False),
        "2026-000002": (2, True),
        "2026-000005": (1, False),
        "2026-000006": (1, False),
    }
    gave = {
        row["unit"]: (row["objections_agreed"], row["objections_refused"], row["given_back_unasked"])
        for row in told["holding"]
    }
    assert gave == {"信访室": (0, 0, 0), "城关派出所": (1, 1, 1), "刑侦大队": (1, 0, 0)}
    assert by(told["by_unit"], "unit")["信访室"]["back_and_forth"] == 1


def test_what_is_sent_on_the_day_an_objection_was_agreed_to_takes_another_way(march: Shell, tmp_path: Path) -> None:
    """The station was right not to want it; where the next unit sends it there after all, nothing goes back."""
    shell = copied(march, tmp_path)
    number = register(shell, "占道", "--on", "2026-03-02", "--by", "李明", received="2026-03-02")
    shell.ok("forward", 7, "--unit", "城关派出所", "--on", "2026-03-03")
    shell.ok("object", 7, "--reason", "不属本单位职权", "--on", "2026-03-05")
    shell.ok("settle-objection", 7, "--agree", "--on", "2026-03-06")
    shell.ok("forward", 7, "--unit", "刑侦大队", "--on", "2026-03-06")
    shell.ok("forward", 7, "--unit", "城关派出所", "--on", "2026-03-10")
    told = in_march(shell, "--detail")
    (row,) = (row for row in told["transfers"] if row["number"] == number)
    assert (row["given_back"], row["back_and_forth"]) == (1, False)
    sent = [row["unit"] for row in told["detail"] if (row["measure"], row["number"]) == ("sent", number)]
    assert len(sent) == 3


def test_what_was_never_sent_needs_no_signature(march: Shell, tmp_path: Path) -> None:
    """Accepted for a unit, nothing was forwarded that it could sign for (第二十三条第三款); it has changed hands all the same."""
    shell = copied(march, tmp_path)
    before = figures(in_march(shell))
    for number, title in ((7, "井盖"), (8, "路灯")):
        register(shell, title, "--on", "2026-03-02", "--by", "李明", received="2026-03-02")
        shell.ok("classify", number, "--category", "appeal", "--route", "6", "--on", "2026-03-02")
    shell.ok("accept", 7, "--unit", "刑侦大队", "--on", "2026-03-03")
    # Sent and accepted on one day: at its end it looks the same, and was sent all the same.
    shell.ok("forward", 8, "--unit", "刑侦大队", "--on", "2026-03-03")
    shell.ok("accept", 8, "--on", "2026-03-03")
    told = in_march(shell)
    after = figures(told)
    assert after["hand_overs_each"]["part"] == before["hand_overs_each"]["part"] + 2
    assert (after["signed_rate"]["part"], after["signed_rate"]["whole"]) == (2, 6)
    assert (after["taken_up"]["value"], after["unsigned"]["value"]) == (3, 1)
    (row,) = (row for row in told["by_unit"] if row["unit"] == "信访室")
    assert (row["hand_overs"], row["sent"], row["signed"]) == (7, 6, 2)


@pytest.mark.parametrize("officer", [(), ("--officer", "周宁")], ids=["", "with another officer"])
def test_what_is_assigned_to_the_unit_that_has_it_is_no_hand_over(tmp_path: Path, officer: tuple[str, ...]) -> None:
    """Accepted for it, it came without being sent; the assignment weeks later moves nothing, whoever handles it there."""
    shell = founded(tmp_path, today="2026-04-20")
    shell.ok("unit", "add", "城关派出所")
    shell.ok("officer", "add", "周宁", "--unit", "城关派出所")
    register(shell, "欠薪", received="2026-03-02")
    shell.ok("classify", 1, "--category", "appeal", "--route", "6", "--on", "2026-03-02")
    shell.ok("accept", 1, "--unit", "城关派出所", "--on", "2026-03-03")
    shell.ok("assign", 1, "--unit", "城关派出所", *officer, "--report-by", "2026-04-10", "--on", "2026-03-23")
    shell.ok("receive", 1, "--on", "2026-03-24")
    told = figures(in_march(shell))
    assert told["hand_overs_each"]["part"] == 1
    assert [told[name]["whole"] for name in ("signed_rate", "sign_days")] == [0, 0]
    assert [told[name]["value"] for name in ("taken_up", "unsigned")] == [0, 0]


def test_by_officer_and_of_one_unit(march: Shell) -> None:
    told = in_march(march)
    officers = {(row["unit"], row["officer"]): row["received"] for row in told["by_officer"]}
    assert officers == {("信访室", "李明"): 5, ("城关派出所", "王芳"): 1}
    results = by(told["by_officer_results"], "officer")
    assert (results["王芳"]["ended"], results["王芳"]["at_first_contact"]) == (1, 1)
    assert (results["王芳"]["replied"], results["王芳"]["came_again"]) == (1, 1)
    own = in_march(march, unit="城关派出所")
    assert figures(own)["received"]["value"] == 1
    assert figures(own)["first_handled"]["value"] == 2
    assert own["transfers"] == []


def test_the_first_receiver_stays_whatever_happens(march: Shell, tmp_path: Path) -> None:
    shell = copied(march, tmp_path)
    before = by(in_march(shell)["by_unit"], "unit")["信访室"]["received"]
    shell.ok("correct", 4, "--title", "户口又一次", "--reason", "写错")
    shell.ok("assign", 4, "--unit", "刑侦大队")
    assert by(in_march(shell)["by_unit"], "unit")["信访室"]["received"] == before
    shell.ok("retract", 4, "--reason", "误交")
    shell.ok("retract", 4, "--act", "correct", "--reason", "误改")
    shell.ok("retract", 4, "--act", "register", "--reason", "重登")
    assert by(in_march(shell)["by_unit"], "unit")["信访室"]["received"] == before - 1
    assert figures(in_march(shell))["came_again_rate"]["part"] == 0


def test_as_of_an_earlier_day(march: Shell) -> None:
    told = figures(in_march(march, as_of="2026-03-09"))
    assert told["received"]["value"] == 2
    assert told["hand_overs_each"]["part"] == 2
    assert told["back_and_forth"]["value"] == 0
    assert (told["came_again_rate"]["part"], told["came_again_rate"]["whole"]) == (0, 0)
    on_the_23rd = figures(in_march(march, as_of="2026-03-23"))["came_again_rate"]
    assert (on_the_23rd["part"], on_the_23rd["whole"]) == (0, 2)


def test_detail_lists_exactly_what_was_counted(march: Shell) -> None:
    told = in_march(march, "--detail")
    behind: dict[str, list[dict[str, Any]]] = {}
    for row in told["detail"]:
        behind.setdefault(row["measure"], []).append(row)
    counted = figures(told)
    for measure, figure in (
        ("tell_due", "told_rate"),
        ("sent", "signed_rate"),
        ("signed", "sign_days"),
        ("hand_overs", "hand_overs_each"),
        ("ended", "at_first_contact_rate"),
        ("replied", "came_again_rate"),
        ("rated_unit", "satisfied_unit_rate"),
    ):
        rows = behind.get(measure, [])
        assert (sum(row["weight"] for row in rows), len(rows)) == (counted[figure]["part"], counted[figure]["whole"])
    for name in ("received", "taken_up", "unsigned", "unlanded", "back_and_forth", "first_handled"):
        assert len(behind[name]) == counted[name]["value"]
    # Where nothing is a part of anything the weight stays nothing.
    assert not any(
        row["weight"] for name in ("taken_up", "unsigned", "unlanded", "first_handled") for row in behind[name]
    )
    assert sum(row["weight"] for row in behind["held"]) == sum(row["held_days"] for row in told["holding"])
    assert {row["number"] for row in behind["unlanded"]} == {row["number"] for row in told["unlanded"]}


def test_what_the_first_receiver_objected_to_and_sent_on_comes_back_to_it_all_the_same(tmp_path: Path) -> None:
    """Objected to on the 3rd, sent on by the office itself on the 5th, given back without an objection on the 10th."""
    shell = founded(tmp_path, today="2026-04-20")
    for unit in ("信访室", "城关派出所", "刑侦大队"):
        shell.ok("unit", "add", unit)
    shell.ok("officer", "add", "李明", "--unit", "信访室")
    sent_here = ("--source", "forwarded", "--from", "刑侦大队", "--by", "李明")
    register(shell, "欠薪", "--on", "2026-03-02", *sent_here, received="2026-03-02")
    shell.ok("object", 1, "--reason", "不属本机关职权", "--on", "2026-03-03")
    shell.ok("forward", 1, "--unit", "城关派出所", "--on", "2026-03-05")
    shell.ok("forward", 1, "--unit", "信访室", "--on", "2026-03-10")
    told = in_march(shell, as_of="2026-04-20")
    assert {row["unit"]: row["given_back_unasked"] for row in told["holding"]} == {"信访室": 0, "城关派出所": 1}
    assert figures(told)["hand_overs_each"]["value"] == 1


def test_what_went_two_units_far_comes_back_step_by_step(tmp_path: Path) -> None:
    """Two hand-overs there, two times given back; when it comes to the second unit again it is sent to it anew."""
    shell = founded(tmp_path, today="2026-04-20")
    for unit in ("信访室", "城关派出所", "刑侦大队"):
        shell.ok("unit", "add", unit)
    shell.ok("officer", "add", "李明", "--unit", "信访室")
    register(shell, "欠薪", "--on", "2026-03-02", "--by", "李明", received="2026-03-02")

    def sent(day: str, unit: str) -> tuple[dict[str, int], float]:
        shell.ok("forward", 1, "--unit", unit, "--on", day)
        told = in_march(shell, as_of=day)
        given_back = {row["unit"]: row["given_back_unasked"] for row in told["holding"] if row["given_back_unasked"]}
        return given_back, figures(told)["hand_overs_each"]["value"]

    assert sent("2026-03-03", "城关派出所") == ({}, 1)
    assert sent("2026-03-05", "刑侦大队") == ({}, 2)
    assert sent("2026-03-09", "城关派出所") == ({"刑侦大队": 1}, 2)
    assert sent("2026-03-11", "信访室") == ({"刑侦大队": 1, "城关派出所": 1}, 2)
    assert sent("2026-03-13", "城关派出所") == ({"刑侦大队": 1, "城关派出所": 1}, 3)


def test_an_objection_settled_on_its_day_is_no_giving_back_unasked(tmp_path: Path) -> None:
    """By hand: four forwarded to the station, two objections agreed to and two refused, of each one on the same day; and
    one that objected without signing, the same day too: it has been heard of."""
    shell = founded(tmp_path, today="2026-03-31")
    shell.ok("unit", "add", "城关派出所")
    for settled, how, signs in (
        ("2026-03-05", "--agree", True),
        ("2026-03-06", "--agree", True),
        ("2026-03-05", "--refuse", True),
        ("2026-03-06", "--refuse", True),
        ("2026-03-05", "--agree", False),
    ):
        number = register(shell, f"{settled}{how}{signs}", received="2026-03-02")
        shell.ok("forward", number, "--unit", "城关派出所", "--on", "2026-03-03")
        if signs:
            shell.ok("receive", number, "--on", "2026-03-04")
        shell.ok("object", number, "--reason", "不属职权", "--on", "2026-03-05")
        shell.ok("settle-objection", number, how, "--reason", "核实", "--on", settled)
    told = report(shell, "first-receiver", "--month 2026-03")
    [station] = [row for row in told["holding"] if row["unit"] == "城关派出所"]
    assert [station[name] for name in ("objections_agreed", "objections_refused", "given_back_unasked")] == [3, 2, 0]
    assert [row["given_back"] for row in told["transfers"]] == [1] * 5
    assert (figures(told)["taken_up"]["value"], figures(told)["unsigned"]["value"]) == (1, 0)


def test_what_a_unit_signed_for_has_landed_when_it_tells_the_petitioner_too(tmp_path: Path) -> None:
    """Signed for, it is that unit's to handle; the telling of 第二十三条第三款 takes nothing of that back."""
    shell = founded(tmp_path, today="2026-04-20")
    shell.ok("unit", "add", "城关派出所")
    for number in (1, 2):
        register(shell, f"欠薪{number}", received="2026-03-02")
        shell.ok("inform", number, "--on", "2026-03-03")
    assert figures(in_march(shell))["unlanded"]["value"] == 2
    shell.ok("forward", 1, "--unit", "城关派出所", "--on", "2026-03-04")
    shell.ok("receive", 1, "--on", "2026-03-05")
    assert [row["number"] for row in in_march(shell)["unlanded"]] == ["2026-000002"]
    shell.ok("inform", 1, "--on", "2026-03-09")
    told = in_march(shell)
    assert (figures(told)["unlanded"]["value"], figures(told)["unsigned"]["value"]) == (1, 0)
    assert [row["number"] for row in told["unlanded"]] == ["2026-000002"]
