"""The observation of an office made to have something to find."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from cli.shell import Shell
from store.ledgers import copied, foreign, founded, register

from xinfang.store.queries import forecasting
from xinfang.store.queries import observed as observed_rows

from .asking import printed_again, report
from .observing import SIDES, came_in
from .planted import CODES, LAST_MONTH, SITE, UNITS, plant


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """The office with something to find."""
    return plant(tmp_path_factory.mktemp("planted"))


def test_what_was_planted_is_found(planted: Shell) -> None:
    told = report(planted, "observation", f"--month {LAST_MONTH}")
    assert told["method"]["tested"]
    assert len(told["method"]["periods_before"]) == 14
    (finding,) = told["findings"]
    assert finding["level"] == "clearly-up"
    assert finding["received"] > finding["high"] > finding["expected"] > finding["low"]
    assert finding["adjusted_p"] <= 0.01
    places = finding["cell"] | {name: value for step in finding["within"] for name, value in step["cell"].items()}
    assert places == {"unit": UNITS[0], "content_second": CODES[0]}
    # The petitions of all others, by a day and a third, over the fourteen months: 10 of 30 were to be expected.
    assert 6 < finding["expected"] < 15


def test_the_petitions_behind_a_finding(planted: Shell) -> None:
    told = report(planted, "observation", f"--month {LAST_MONTH}", "--detail")
    (finding,) = told["findings"]
    ((side, value),) = finding["cell"].items()
    cases = came_in(planted, date(2025, 3, 1), date(2025, 3, 31), date(2025, 4, 3))
    expected = {case.number for case in cases if SIDES[side](case) == value}
    assert {row["number"] for row in told["detail"]} == expected
    assert len(told["detail"]) == finding["received"]


def test_a_matter_that_several_raised(planted: Shell) -> None:
    """Eight people; three petitions of one person are a repeat and no shared matter."""
    told = report(planted, "observation", f"--month {LAST_MONTH}")
    (matter,) = told["shared_matters"]
    assert (matter["petitions"], matter["people"], matter["units"]) == (8, 8, [UNITS[0]])
    assert "锦绣花园" in matter["title"]


def test_an_accusation_is_not_told_by_what_it_resembles(planted: Shell) -> None:
    """第三十条第三款: one accuses in the very words of the eight; beside their title its number would say so."""
    (accusation,) = (row["number"] for row in planted.data("list") if row["restricted"])
    for line in (("report", "observation", "--month", LAST_MONTH), ("similar", "--text", SITE)):
        printed = planted.ok(*line).out
        assert "检举控告等限知件不在比较之列" in printed
        assert "锦绣花园" in printed
        for telling in (accusation, "举报", "赵六"):
            assert telling not in printed


def test_one_person_typed_otherwise_is_no_several(tmp_path: Path) -> None:
    """The name in traditional writing, the telephone left out the second time: her own repeat is no shared matter."""
    shell = founded(tmp_path, today="2026-01-31")
    said = ("--title", "反映拆迁补偿没有到账", "--content", "幸福小区拆迁补偿款至今没有到账，请求尽快支付")
    line = ("register", "--channel", "letter", "--address", "城关镇和平路3号", *said, "--on", "2026-01-12")
    shell.ok(*line, "--name", "張麗華", "--phone", "15412345678")
    shell.ok(*line, "--name", "张丽华", "--repeat-of", 1)
    assert report(shell, "observation", "--month 2026-01")["shared_matters"] == []
    shell.ok(*line, "--name", "王五一")
    (matter,) = report(shell, "observation", "--month 2026-01")["shared_matters"]
    assert (matter["petitions"], matter["people"]) == (3, 2)


def test_no_person_is_named(planted: Shell) -> None:
    printed = planted.ok("report", "observation", "--month", LAST_MONTH, "--detail").out
    assert not any(f"{family}小山" in printed for family in "张王李赵")
    # Nor a telephone, masked or not; a fingerprint may have these digits.
    assert not re.search(r"154[*\d]{4}", printed)


@pytest.mark.parametrize("look", ["markdown", "html", "csv", "jsonl", "plain"])
def test_every_look(planted: Shell, look: str) -> None:
    assert UNITS[0] in planted.ok("report", "observation", "--month", LAST_MONTH, "-f", look).out


def test_the_four_headings(planted: Shell) -> None:
    printed = planted.ok("report", "observation", "--month", LAST_MONTH).out
    places = [printed.index(f"\n{heading}：") for heading in ("主要诉求类别", "分布状况", "规律特点")]
    assert places == sorted(places)


def test_printed_again_after_more_has_happened(planted: Shell, tmp_path_factory: pytest.TempPathFactory) -> None:
    shell = copied(planted, tmp_path_factory.mktemp("later"))
    asked_for = ("report", "observation", "--month", LAST_MONTH, "--as-of", "2025-04-02")
    with printed_again(shell, *asked_for):
        register(shell, "补登的一件", received="2025-03-20")


def test_a_year_typed_wrong_makes_no_months_without_petitions_usual(
    planted: Shell, tmp_path_factory: pytest.TempPathFactory
) -> None:
    shell = copied(planted, tmp_path_factory.mktemp("stray"))
    asked_for = ("report", "observation", "--month", LAST_MONTH, "-f", "json")
    before = shell.ok(*asked_for).data
    register(shell, "年份写错的一件", received="2016-03-20")
    after = shell.ok(*asked_for).data
    assert after.pop("ledger") != before.pop("ledger")
    assert after == before


def test_its_cost_follows_what_it_looks_at(planted: Shell) -> None:
    """No question goes through a whole table, whatever the ledger holds besides."""
    asked: list[str] = []
    with foreign(planted) as connection:
        connection.set_trace_callback(asked.append)
        day = date(2025, 3, 1)
        list(observed_rows.received(connection, day, day, as_of=day))
        told = list(observed_rows.told(connection, day, day, as_of=day))
        observed_rows.people(connection, [each.id for each in told] or [1])
        observed_rows.first_received(connection, 4)
        forecasting.open_at(connection, day, until=day)
        forecasting.ended_by(connection, day, since=day)
        forecasting.due_between(connection, day, day)
        connection.set_trace_callback(None)
        assert len(asked) >= 7
        for statement in asked:
            plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}")]
            assert not [step for step in plan if step.startswith("SCAN")], statement
