"""As of a day that is past a list comes in the order it had then, whatever has happened to its petitions since."""

from __future__ import annotations

import re
from typing import Any

import pytest
from cli.shell import Shell
from store.ledgers import FOUNDED

THEN = ("--as-of", "2026-03-31")
REPLY = ("--outcome", "explain", "--content", "说明", *FOUNDED)


@pytest.fixture
def two_demands(one: Shell) -> Shell:
    """One petition with two demands, both to be answered by 2026-03-06."""
    one.ok("demand", 1, "--text", "请求补缴社保", "--category", "appeal", "--route", 6, "--on", "2026-01-06")
    return one


def test_what_was_overdue(two_demands: Shell) -> None:
    def overdue(*more: object) -> list[str]:
        return re.findall("诉求[12]", two_demands.ok("overdue", *THEN, *more).out)

    assert overdue() == ["诉求1", "诉求2"]
    two_demands.ok("reply", 1, "--demand", 2, *REPLY, "--on", "2026-04-10")
    assert overdue() == ["诉求1", "诉求2"]
    assert overdue("--limit", 1) == ["诉求1"]


def test_what_stands_behind_a_figure(two_demands: Shell) -> None:
    def behind() -> list[Any]:
        told = two_demands.data("report", "--month", "2026-03", *THEN, "--detail")
        return [row["weight"] for row in told["detail"] if row["measure"] == "reply_due"]

    two_demands.ok("reply", 1, "--demand", 2, *REPLY, "--on", "2026-02-02")
    before = behind()
    assert sorted(before) == [0, 1]
    two_demands.ok("reply", 1, "--demand", 1, *REPLY, "--on", "2026-04-10")
    assert behind() == before
