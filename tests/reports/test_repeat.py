"""重复信访: why matters come again, in cases a lawyer can read, and the rest of the report by hand."""

from __future__ import annotations

import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest
from cli.shell import Shell
from store.ledgers import FOUNDED, copied, foreign, founded, register

from xinfang.reports.repeat.coming_again import MEANINGS, Reason

from .asking import figures, printed_again, report

CASES = tomllib.loads(Path(__file__).with_name("repeat.toml").read_text(encoding="utf-8"))["case"]
SPRING = "--from 2026-01-01 --to 2026-05-31"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_why_it_came_again(case: dict[str, Any], tmp_path: Path) -> None:
    shell = founded(tmp_path, today="2026-05-31")
    register(shell, "欠薪", "--on", case["first"], received=case["first"])
    shell.ok("classify", 1, "--category", "appeal", "--route", "6", "--on", case["first"])
    for line in case["acts"]:
        on, *words = shlex.split(line)
        more = FOUNDED if words[0] == "reply" else ()
        shell.ok(*words, *more, "--on", on)
    register(shell, "又来", "--repeat-of", "1", "--on", case["again"], received=case["again"])
    told = report(shell, "repeat", f"--month {case['again'][:7]}")
    assert [matter["reason"] for matter in told["matters"]] == [case["reason"]]
    assert [matter["also"] for matter in told["matters"]] == [case.get("also", "")]
    counted = {row["reason"]: row["matters"] for row in told["by_reason"]}
    assert counted == {reason.value: int(reason.value == case["reason"]) for reason in Reason}


def test_every_reason_has_a_case_and_a_meaning() -> None:
    assert {case["reason"] for case in CASES} == {reason.value for reason in Reason} == {*MEANINGS}


@pytest.fixture(scope="module")
def spring(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """A matter of four petitions, tied in a chain and once beside it; one of two; one of an accusation; one alone."""
    shell = founded(tmp_path_factory.mktemp("spring"), today="2026-05-31")
    for unit in ("城关派出所", "刑侦大队"):
        shell.ok("unit", "add", unit)

    def take(title: str, on: str, *more: str) -> str:
        return register(shell, title, "--on", on, *more, received=on)

    def at(on: str, *words: object) -> None:
        shell.ok(*words, "--on", on)

    take("欠薪", "2026-01-05")
    at("2026-01-05", "classify", 1, "--category", "appeal", "--route", "6")
    at("2026-01-06", "accept", 1, "--unit", "城关派出所")
    take("欠薪再访", "2026-01-20", "--repeat-of", "1")  # 2: before the reply, in time
    take("欠薪三访", "2026-03-12", "--repeat-of", "2")  # 3: before the reply, past its time
    at("2026-03-16", "reply", 1, "--outcome", "support", "--content", "支持", *FOUNDED)
    at("2026-03-18", "serve", 1)
    take("欠薪四访", "2026-04-20", "--repeat-of", "1")  # 4: after the reply
    at("2026-05-06", "carry-out", 1, "--text", "已付清")
    take("噪音", "2026-02-02")
    at("2026-02-02", "classify", 5, "--category", "suggestion")
    at("2026-02-03", "inform", 5)
    at("2026-02-04", "assign", 5, "--unit", "刑侦大队")
    take("噪音来信", "2026-02-09", "--repeat-of", "5", "--channel", "letter")  # 6: a letter is no visit
    take("举报", "2026-05-06", "--category", "accusation")
    take("再举报", "2026-05-07", "--repeat-of", "7")  # 8
    take("独一件", "2026-05-08")
    return shell


def test_by_hand_the_matters(spring: Shell) -> None:
    told = report(spring, "repeat", SPRING)
    matters = {matter["root"]: matter for matter in told["matters"]}
    assert list(matters) == ["2026-000001", "2026-000005", "2026-000007"]
    first = matters["2026-000001"]
    assert (first["petitions"], first["in_period"]) == (4, 4)
    assert first["numbers"] == "2026-000001、2026-000002、2026-000003、2026-000004"
    assert first["units"] == "城关派出所、某县公安局"
    # Answered on 16 March, due on the 9th; and 2 and 3 had not been heard of at all.
    assert (first["reason"], first["unit"]) == ("no-reply", "某县公安局")
    assert (first["replied_on"], first["outcome"], first["served_on"]) == ("2026-03-16", "support", "2026-03-18")
    assert (first["carried_out_on"], first["command"]) == ("2026-05-06", "xinfang show 2026-000001")
    second = matters["2026-000005"]
    assert (second["reason"], second["unit"]) == ("in-time", "刑侦大队")
    assert told["figures"] == {
        "matters": 3,
        "petitions": 8,
        "petitions_in_all": 8,
        "visits_again": 4,
        "visits_before_reply": 3,
        "visits_after_reply": 1,
        "visits_after_end": 0,
    }


def test_of_two_answers_of_one_day_that_of_the_petition_received_last_is_told(tmp_path: Path) -> None:
    """Why it came again and what the line says of the answer are about the same petition, in whatever order of numbers."""
    shell = founded(tmp_path, today="2026-05-31")
    register(shell, "欠薪再访", "--on", "2026-01-12", received="2026-01-12")
    register(shell, "欠薪", "--on", "2026-01-13", received="2026-01-05")  # 2 came in before 1
    shell.ok("link", 1, "--to", 2, "--on", "2026-01-13")
    for number, outcome in ((1, "explain"), (2, "support")):
        shell.ok("classify", number, "--category", "appeal", "--route", 6, "--on", "2026-01-14")
        shell.ok("accept", number, "--on", "2026-01-14")
        shell.ok("reply", number, "--outcome", outcome, "--content", "说明", *FOUNDED, "--on", "2026-02-02")
    shell.ok("serve", 2, "--on", "2026-02-03")
    register(shell, "又来", "--repeat-of", "2", "--on", "2026-02-10", received="2026-02-10")
    (matter,) = report(shell, "repeat", "--month 2026-02")["matters"]
    assert (matter["reason"], matter["outcome"], matter["served_on"]) == ("unserved", "explain", None)


def test_what_is_told_of_a_matter_of_several_petitions(tmp_path: Path) -> None:
    """Both were carried out, the first the later; the contact is the first named of the last petition."""
    shell = founded(tmp_path, today="2026-05-31")
    register(shell, "欠薪", "--on", "2026-01-14", received="2026-01-14")
    register(shell, "又是欠薪", "--repeat-of", "1", "--on", "2026-01-14", received="2026-01-14")
    for number in (1, 2):
        shell.ok("classify", number, "--category", "appeal", "--route", 6, "--on", "2026-01-14")
        shell.ok("accept", number, "--on", "2026-01-14")
        shell.ok("reply", number, "--outcome", "support", "--content", "支持", *FOUNDED, "--on", "2026-02-02")
        shell.ok("serve", number, "--on", "2026-02-03")
    shell.ok("carry-out", 2, "--text", "已付一半", "--on", "2026-02-09")
    shell.ok("carry-out", 1, "--text", "已付清", "--on", "2026-02-20")
    last = ("--name", "欧阳四", "--also", "李五", "--address", "东关村", "--repeat-of", "1")
    shell.ok(
        "register", "--channel", "letter", *last, "--title", "再反映", "--content", "仍欠一月", "--on", "2026-03-10"
    )
    (matter,) = report(shell, "repeat", "--month 2026-03")["matters"]
    assert (matter["carried_out_on"], matter["contact"]) == ("2026-02-20", "欧阳*")


def test_two_of_one_day_are_told_by_the_unit_that_has_the_first(tmp_path: Path) -> None:
    shell = founded(tmp_path, today="2026-01-31")
    for unit in ("城关派出所", "刑侦大队"):
        shell.ok("unit", "add", unit)
    register(shell, "欠薪", "--on", "2026-01-14", received="2026-01-14")
    register(shell, "又是欠薪", "--repeat-of", "1", "--on", "2026-01-14", received="2026-01-14")
    shell.ok("forward", 1, "--unit", "城关派出所", "--on", "2026-01-15")
    shell.ok("forward", 2, "--unit", "刑侦大队", "--on", "2026-01-15")
    (matter,) = report(shell, "repeat", "--month 2026-01")["matters"]
    assert (matter["reason"], matter["unit"]) == ("in-time", "城关派出所")


def test_the_headline_counts_the_visits_after_the_reply(spring: Shell) -> None:
    """Of the four visits again one, on 20 April, came after the reply of 16 March."""
    assert "再次走访 4 批次，其中答复后 1 批次。" in spring.ok("report", "repeat", *SPRING.split()).out


def test_before_and_within_the_period(spring: Shell) -> None:
    """Petitions before the period belong to the matter; those after it are not known yet."""
    told = report(spring, "repeat", "--month 2026-03")
    (matter,) = told["matters"]
    assert (matter["petitions"], matter["in_period"], matter["last_received_on"]) == (3, 1, "2026-03-12")
    assert (matter["replied_on"], matter["served_on"], matter["carried_out_on"]) == ("2026-03-16", "2026-03-18", None)
    assert report(spring, "repeat", "--month 2026-01", as_of="2026-01-19")["matters"] == []


def test_visits_again_by_month(spring: Shell) -> None:
    told = report(spring, "repeat", SPRING)
    months = {
        row["month"]: [row[name] for name in ("visits_again", "in_time", "overdue", "after_reply", "ended", "visits")]
        for row in told["visits_by_month"]
    }
    assert months == {
        "2026-01": [1, 1, 0, 0, 0, 2],
        "2026-02": [0, 0, 0, 0, 0, 1],
        "2026-03": [1, 0, 1, 0, 0, 1],
        "2026-04": [1, 0, 0, 1, 0, 1],
        "2026-05": [1, 1, 0, 0, 0, 3],
    }
    units = {row["unit"]: row["visits_again"] for row in told["visits_by_unit"]}
    assert units == {"城关派出所": 2, "某县公安局": 2}


def test_both_rates_are_those_of_the_bulletin(spring: Shell) -> None:
    bulletin = figures(report(spring, "monthly", SPRING))
    for each in report(spring, "repeat", SPRING)["rates"]:
        of = bulletin[each["name"]]
        assert all(each[name] == of[name] for name in ("value", "part", "whole", "definition", "label"))


def test_nobody_is_named(spring: Shell) -> None:
    """A contact point is masked, an accusation's sealed; no look shows a whole name, an address or a title."""
    told = {matter["root"]: matter["contact"] for matter in report(spring, "repeat", SPRING)["matters"]}
    assert told == {"2026-000001": "张*", "2026-000005": "张*", "2026-000007": "※"}
    for look in ("plain", "markdown", "json", "csv", "html"):
        shown = spring.ok("report", "repeat", *SPRING.split(), "--detail", "-f", look).out
        assert not any(word in shown for word in ("张三", "幸福路", "欠薪", "举报再", "再举报", "噪音"))


def test_an_accusation_known_only_later_is_sealed_in_earlier_months_too(spring: Shell, tmp_path: Path) -> None:
    shell = copied(spring, tmp_path)
    shell.ok("classify", 5, "--category", "accusation")
    (matter,) = report(shell, "repeat", "--month 2026-02")["matters"]
    assert (matter["root"], matter["contact"]) == ("2026-000005", "※")


def test_the_sealed_sign_is_explained_where_it_stands_and_nowhere_else(spring: Shell) -> None:
    for period, signs in ((SPRING, 2), ("--month 2026-02", 0)):
        page = spring.ok("report", "repeat", *period.split()).out
        assert "看一件的经过: " in page
        assert page.count("※") == signs
        assert page.count("※ 限知: 检举控告") == bool(signs)


def test_one_unit_is_told_of_the_matters_it_is_responsible_for(spring: Shell) -> None:
    told = report(spring, "repeat", SPRING, unit="刑侦大队")
    assert [matter["root"] for matter in told["matters"]] == ["2026-000005"]
    assert told["figures"]["visits_again"] == 0
    assert "visits" not in told["visits_by_month"][0]


def test_each_matter_is_counted_once_in_each_table(spring: Shell) -> None:
    told = report(spring, "repeat", SPRING)
    for table in ("by_reason", "by_unit", "by_category"):
        assert sum(row["matters"] for row in told[table]) == told["figures"]["matters"]
    for table in ("by_unit", "by_category"):
        for row in told[table]:
            assert sum(row[reason.value.replace("-", "_")] for reason in Reason) == row["matters"]
    for table in ("visits_by_month", "visits_by_unit"):
        assert sum(row["visits_again"] for row in told[table]) == told["figures"]["visits_again"]


def test_detail_lists_exactly_what_was_counted(spring: Shell) -> None:
    told = report(spring, "repeat", SPRING, "--detail")
    rows = told["detail"]
    assert sorted((row["root"], row["number"]) for row in rows if row["measure"] == "matters") == sorted(
        (matter["root"], number) for matter in told["matters"] for number in matter["numbers"].split("、")
    )
    again = [(row["number"], row["value"]) for row in rows if row["measure"] == "visits_again"]
    assert again == [
        ("2026-000002", "in-time"),
        ("2026-000003", "overdue"),
        ("2026-000004", "after-reply"),
        ("2026-000008", "in-time"),
    ]
    for rate in told["rates"]:
        name = {"repeat_rate": "repeats", "came_again_rate": "came_again"}[rate["name"]]
        weights = [row["weight"] for row in rows if row["measure"] == name]
        assert (sum(weights), len(weights)) == (rate["part"], rate["whole"])


def test_a_circle_of_links_is_one_matter(spring: Shell, tmp_path: Path) -> None:
    shell = copied(spring, tmp_path)
    shell.refused("E323", "correct", 1, "--repeat-of", "4", "--reason", "连成一圈")
    with foreign(shell) as connection:
        connection.execute("INSERT INTO link VALUES (20260000001, 20260000004, '2026-01-01', NULL, 'repeat')")
    told = report(shell, "repeat", SPRING)
    assert [matter["root"] for matter in told["matters"]] == ["2026-000001", "2026-000005", "2026-000007"]
    assert told["matters"][0]["petitions"] == 4


def test_a_retracted_petition_holds_its_matter_together(spring: Shell, tmp_path: Path) -> None:
    """3 repeats 2, which was never lawfully registered, and 2 repeats 1: still the same matter."""
    shell = copied(spring, tmp_path)
    shell.ok("retract", 2, "--act", "register", "--reason", "重登")
    (matter, *_) = report(shell, "repeat", SPRING)["matters"]
    assert matter["numbers"] == "2026-000001、2026-000003、2026-000004"


def test_printed_again_as_known(spring: Shell, tmp_path: Path) -> None:
    shell = copied(spring, tmp_path)
    for kind in ("repeat", "first-receiver"):
        with printed_again(shell, "report", kind, "--month", "2026-03", "--as-of", "2026-05-31"):
            register(shell, f"补登{kind}", "--repeat-of", "3", "--on", "2026-05-31", received="2026-03-20")
