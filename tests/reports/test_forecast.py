"""到期预测: chances worked out by hand, and what is said where little or nothing is known."""

from __future__ import annotations

from datetime import date, timedelta
from math import isclose
from typing import Any, NamedTuple

import pytest
from cli.shell import Shell
from store.ledgers import founded, register

from xinfang.core.report_rows import EndedDuties, OpenDuties
from xinfang.core.statistics.sums import chances
from xinfang.reports.forecast import Horizon, forecast

ON = date(2025, 6, 1)
PAST = [
    EndedDuties("reply", "甲所", 60, 20, 60),
    EndedDuties("reply", "甲所", 60, -1, 40),
    EndedDuties("reply", "乙所", 60, 20, 150),
    EndedDuties("reply", "乙所", 60, 5, 30),
    EndedDuties("reply", "乙所", 60, -1, 20),
]


def test_no_person_is_in_it(years: Shell) -> None:
    printed = years.ok("forecast", "--as-of", "2025-10-15", "--weeks", "8").out
    assert not any(
        f"{family}{given}" in printed for family in "张王李赵" for given in "伟芳敏" if family + given != "王芳"
    )
    assert "李明" not in printed


class Made(NamedTuple):
    """A past by hand."""

    past: list[EndedDuties]
    open: list[OpenDuties]

    def at(self, on: date) -> Horizon:
        return Horizon(on, on + timedelta(weeks=4), self.open, self.past)


def told_of(past: list[EndedDuties], open_: list[OpenDuties], trials: list[Horizon] | None = None) -> Any:
    document = forecast(
        office="某局",
        unit="",
        now=Made(past, open_).at(ON),
        trials=trials or [],
        looked_back=365,
        unverified=0,
    )
    return document.data


def due(days: int) -> str:
    return str(ON + timedelta(days=days))


def test_chances_by_hand() -> None:
    """Ten days before its last day: of 甲所's 40 that were open then all became late; of 乙所's 50, 20."""
    told = told_of(
        PAST,
        [
            OpenDuties("reply", "办理期限", "甲所", due(10), 3, 0),
            OpenDuties("reply", "办理期限", "乙所", due(10), 5, 0),
        ],
    )
    # The office: 60 late of 90 open. Drawn towards it: by 20 such duties, day by day; at 5 days left 30 of 90 end.
    first = 1 - (0 + 20 / 3) / (40 + 20)
    second = 1 - (30 + 20 / 3) / (50 + 20)
    smooth = [(share * known + 0.5) / (known + 1) for share, known in ((first, 60), (second, 70))]
    rows = {row["unit"]: row for row in told["by_unit"]}
    assert rows["甲所"]["late"] == round(3 * smooth[0], 1)
    assert rows["乙所"]["late"] == round(5 * smooth[1], 1)
    assert told["forecast"]["late"] == round(3 * smooth[0] + 5 * smooth[1], 1)
    by_hand = chances([smooth[0]] * 3 + [smooth[1]] * 5)
    low, high = told["forecast"]["low"], told["forecast"]["high"]
    assert sum(by_hand[low : high + 1]) >= 0.9
    assert sum(by_hand[: low + 1]) > 0.05
    assert sum(by_hand[high:]) > 0.05


def test_a_kind_without_a_past_goes_as_all_do() -> None:
    told = told_of(PAST, [OpenDuties("report", "反馈期限", "丙所", due(10), 4, 0)])
    # 20 duties of the office's kind: 60 of 90 late.
    assert isclose(told["forecast"]["late"], round(4 * (60 / 90 * 20 + 0.5) / 21, 1))


def test_too_little_past_foretells_nothing_and_says_so() -> None:
    told = told_of([EndedDuties("reply", "甲所", 60, -1, 29)], [OpenDuties("reply", "办理期限", "甲所", due(3), 4, 0)])
    assert told["forecast"] == {"due": 4, "late": None, "low": None, "high": None, "late_rate": None}
    assert not told["past"]["enough"]
    assert told["trials"] == []


def test_what_proved_wrong_makes_the_interval_wider() -> None:
    """Two of a hundred were to be late; in every trial ten were: the next forecast is less sure of itself."""
    past = [EndedDuties("reply", "甲所", 60, -1, 20), EndedDuties("reply", "甲所", 60, 5, 980)]
    ahead = [OpenDuties("reply", "办理期限", "甲所", due(20), 100, 0)]

    def trial(late: int, weeks: int) -> Horizon:
        on = ON - timedelta(weeks=weeks)
        return Horizon(
            on,
            on + timedelta(weeks=4),
            [OpenDuties("reply", "办理期限", "甲所", str(on + timedelta(days=20)), 100, late)],
            past,
        )

    sure = told_of(past, ahead, [trial(2, 8), trial(2, 4)])
    unsure = told_of(past, ahead, [trial(10, 12), trial(10, 8), trial(10, 4)])
    assert sure["spread"] == {"units": 1.0, "whole": 1.0}
    assert unsure["spread"]["units"] > 20
    assert unsure["forecast"]["high"] >= 10 > sure["forecast"]["high"]
    # Each trial is as wide as the others made it, and these were as wrong.
    assert all(row["within"] == "yes" for row in unsure["trials"])
    alone = told_of(past, ahead, [trial(10, 4)])
    assert [row["within"] for row in alone["trials"]] == ["no"]


@pytest.fixture
def shell(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    return founded(tmp_path_factory.mktemp("forecast"), today="2026-01-05")


def test_an_empty_office(shell: Shell) -> None:
    told = shell.data("forecast")
    assert told["forecast"]["due"] == 0
    assert told["by_unit"] == []
    assert "0 项" in shell.ok("forecast").out


def test_what_is_not_verified_is_said(shell: Shell) -> None:
    """A limit that ends in a year without a holiday plan has no last day yet, and is counted apart."""
    later = Shell(shell.folder, today="2026-12-22")
    register(later, "反映噪音", received="2026-12-22")
    told = later.data("forecast")
    assert told["unverified"] == 1
    assert "未核" in later.ok("forecast").out


@pytest.mark.parametrize("weeks", [0, -1, 14])
def test_weeks_that_make_no_sense(shell: Shell, weeks: int) -> None:
    shell.refused("E108", "forecast", "--weeks", weeks)


def test_an_unknown_unit(shell: Shell) -> None:
    shell.refused("E202", "forecast", "--unit", "没有的所")
