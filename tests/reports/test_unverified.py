"""What no report can judge, because the plan of days off of its year is missing, is told: 应办结 0 would look whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.shell import Shell
from made_up_plan import PLAN_2027
from store.ledgers import FOUNDED, founded, register

from .asking import figures, report


@pytest.fixture
def unplanned(tmp_path: Path) -> Shell:
    """Accepted on 2026-11-10, to be answered about 2027-01-09: one was, one is owed still, one was closed before.

    Of a fourth, that of the station, the 60 days are over about 2027-02-08.
    """
    shell = founded(tmp_path, today="2027-02-20")
    shell.ok("unit", "add", "城关派出所")
    for title, day, unit in (
        ("欠薪", "2026-11-10", "某县公安局"),
        ("噪音", "2026-11-10", "某县公安局"),
        ("落户", "2026-11-10", "某县公安局"),
        ("道路", "2026-12-10", "城关派出所"),
    ):
        number = register(shell, title, received=day)
        shell.ok("classify", number, "--category", "appeal", "--route", 6, "--on", day)
        shell.ok("accept", number, "--unit", unit, "--on", day)
    shell.ok("reply", 1, "--outcome", "refuse", "--content", "说明", *FOUNDED, "--on", "2027-01-05")
    shell.ok("close", 3, "--despite", "信访人外出", "--on", "2027-01-06")
    return shell


def test_what_no_figure_holds_is_counted_once(unplanned: Shell) -> None:
    """By hand: in January the answered one and the one owed; in February what is still owed of January, and the fourth."""
    shell = unplanned
    for period, count in (("--month 2026-12", 0), ("--month 2027-01", 2), ("--month 2027-02", 2), ("--year 2027", 3)):
        told = report(shell, "monthly", period)
        assert (told["unverified"], figures(told)["due"]["value"]) == (count, 0), period
    assert report(shell, "annual", "--year 2027")["unverified"] == 3
    assert report(shell, "backlog", "--month 2027-01")["unverified"] == 1
    assert report(shell, "repeat", "--month 2027-01")["unverified"] == 2
    assert report(shell, "first-receiver", "--month 2027-01")["unverified"] == 0
    assert report(shell, "monthly", "--month 2027-02", unit="城关派出所")["unverified"] == 1
    assert report(shell, "monthly", "--month 2027-02", as_of="2027-02-07")["unverified"] == 1


def test_a_list_of_what_is_overdue_says_what_may_be_too(unplanned: Shell) -> None:
    shell = unplanned
    assert "共 0 项。" in shell.ok("overdue").out
    said = "另有 2 项期满日已过，法定届满日未核（缺2027年节假日安排），不在其内。"
    assert said in shell.ok("overdue").out
    assert "另有 1 项期满日已过" in shell.ok("overdue", "--unit", "城关派出所").out
    assert "未核" not in shell.ok("overdue", "--as-of", "2027-01-05").out


def test_it_is_said_above_the_figures_until_the_plan_is_known(unplanned: Shell) -> None:
    shell = unplanned
    said = "另有 2 项期限的届满日未核（缺2027年节假日安排），应办、按期、超期都没有计入。"
    assert shell.ok("report", "--month", "2027-01").out.splitlines()[2] == said
    (shell.folder / "2027.toml").write_text(PLAN_2027, encoding="utf-8")
    shell.ok("calendar", "import", "2027.toml")
    told = report(shell, "monthly", "--month 2027-01")
    assert (told["unverified"], figures(told)["due"]["value"], figures(told)["met_on_time"]["value"]) == (0, 2, 1)
    assert "未核" not in shell.ok("report", "--month", "2027-01").out
