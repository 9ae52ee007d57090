"""A ledger that begins in mid-year is not held against days from before it began."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cli.shell import Shell
from store.ledgers import founded, register

from xinfang.core.period import Period
from xinfang.reports.reach import Known, Reach

BEGAN = "2024-07-08"
IN_MARCH = ("2026-03-06", "2026-03-06", "2026-03-09", "2026-05-05")
"""The last on the sixtieth day after the first."""
GROWN = ("增", "减", "持平")


@pytest.fixture(scope="module")
def young(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """An office whose first petition came in in the middle of a year; more came later."""
    shell = founded(tmp_path_factory.mktemp("young"), today="2026-03-02")
    for received in (BEGAN, "2024-07-20", "2024-08-05", "2024-09-02", "2025-02-03", "2025-07-01", "2025-07-02"):
        register(shell, "反映欠薪", received=received)
    return shell


def page(shell: Shell, *words: str) -> list[str]:
    return shell.ok("report", *words).out.splitlines()


def figures(shell: Shell, *words: str) -> dict[str, Any]:
    data: dict[str, Any] = shell.data("report", *words)
    return data


@pytest.mark.parametrize(
    ("words", "warned", "columns"),
    [
        (("--month", "2024-07"), "上月、上年同月没有数", ["本月"]),
        (("--month", "2024-08"), "上月数不全，上年同月没有数", ["本月", "上月"]),
        (("--month", "2024-09"), "上年同月没有数", ["本月", "上月", "比上月"]),
        (("--month", "2025-07"), "上年同月数不全", ["本月", "上月", "比上月", "上年同月"]),
        (("--year", "2025"), "上年数不全", ["本年", "上年"]),
        (("annual", "--year", "2025"), "上年数不全", ["本年", "单位", "上年"]),
        (("annual", "--year", "2024"), "上年没有数", ["本年", "单位"]),
        (("supervision", "--month", "2024-08"), "上月数不全", ["本月", "单位", "上月"]),
    ],
)
def test_no_growth_is_told_of_days_without_a_ledger(
    young: Shell, words: tuple[str, ...], warned: str, columns: list[str]
) -> None:
    lines = page(young, *words)
    assert f"台账最早的一件收到于 {BEGAN}: {warned}，无从比较。" in lines
    heading = next(line.split() for line in lines if line.startswith("指标"))
    assert heading == ["指标", *columns, "分子", "分母"]
    if "比上月" not in columns:
        told = [line for line in lines if line.startswith(("收到 ", "（一）信访事项的数据统计、"))]
        assert not any(word in line for line in told for word in GROWN)


def test_growth_is_told_of_whole_months(young: Shell) -> None:
    lines = page(young, "--month", "2025-08")
    assert "收到 0 件，比上月减2件、比上年同月减1件，0 人次" in "\n".join(lines)
    assert not any("无从比较" in line for line in lines)
    assert figures(young, "--month", "2025-08")["comparable"] == {"previous": True, "last_year": True}


def test_scripts_are_told_what_the_ledger_holds_and_that_it_is_not_comparable(young: Shell) -> None:
    told = figures(young, "annual", "--year", "2025")
    assert told["comparable"] == {"previous": False}
    received = next(each for each in told["parts"][0]["indicators"] if each["name"] == "received")
    assert (received["value"], received["previous"]) == (3, 4)


def test_a_chart_draws_no_year_of_which_a_part_is_missing(young: Shell) -> None:
    page = young.ok("report", "annual", "--year", "2025", "-f", "html").out
    assert "<figcaption>收到、答复、办结</figcaption>" in page
    assert "上年收到" in page


def test_units_are_not_ranked_against_a_month_without_a_ledger(tmp_path: Path) -> None:
    shell = founded(tmp_path, today="2026-03-02")
    for number, day in (("25-1", "2025-07-08"), ("25-2", "2025-10-13")):
        register(shell, "反映欠薪", "--on", day, received=day)
        shell.ok("classify", number, "--category", "appeal", "--route", "6", "--on", day)
        shell.ok("accept", number, "--on", day)
    [ranked] = figures(shell, "--quarter", "2025-4")["unit_ranking"]
    assert (ranked["on_time_rate"], ranked["previous_rate"], ranked["trend"]) == (0.0, 0.0, "")
    heading = next(line for line in page(shell, "--quarter", "2025-4") if line.startswith("名次"))
    assert heading.split() == ["名次", "单位", "应办结", "按期", "按期率"]


def test_a_year_typed_wrong_does_not_make_the_ledger_begin_long_ago(tmp_path: Path) -> None:
    shell = founded(tmp_path, today="2026-11-02")
    for day in range(1, 8):
        for month in (9, 10):
            register(shell, f"第{day}件", received=f"2026-{month:02}-{day:02}")
    at_first = page(shell, "--month", "2026-09")
    assert "台账最早的一件收到于 2026-09-01: 上月、上年同月没有数，无从比较。" in at_first
    wrong = register(shell, "写错年份", received="2016-09-03")
    lines = page(shell, "--month", "2026-09")
    begun = "台账自 2026-09-01 起有件（此前只有零星 1 件，最早收到于 2016-09-03）: 上月、上年同月没有数，无从比较。"
    assert begun in lines
    assert "最早的几件，收到日期写错的用 xinfang correct 编号 --received 日期 更正。" in lines
    heading = next(line.split() for line in lines if line.startswith("指标"))
    assert heading == ["指标", "本月", "分子", "分母"]
    assert figures(shell, "--month", "2026-09")["comparable"] == {"previous": False, "last_year": False}
    assert figures(shell, "--month", "2026-10")["comparable"] == {"previous": True, "last_year": False}
    assert "比上月" in " ".join(page(shell, "--month", "2026-10"))
    shell.ok("retract", wrong, "--act", "register", "--reason", "年份写错")
    assert "台账最早的一件收到于 2026-09-01: 上月、上年同月没有数，无从比较。" in page(shell, "--month", "2026-09")


@pytest.mark.parametrize(
    ("first", "since", "strays"),
    [
        ([], None, 0),
        (["2026-01-05"], "2026-01-05", 0),
        # Sixty days without a petition a small office may have; one more is a silence.
        (["2026-01-05", *IN_MARCH], "2026-01-05", 0),
        (["2026-01-04", *IN_MARCH], "2026-03-06", 1),
        (["2015-01-05", "2016-01-05", "2025-01-05", *IN_MARCH], "2026-03-06", 3),
        (["2016-01-05", "2016-01-06", *IN_MARCH], "2026-03-06", 2),
        # Four before the silence are no slip: the ledger had begun.
        (["2025-01-05", "2025-01-06", "2025-01-06", "2025-01-07", "2026-03-06"], "2025-01-05", 0),
        # Where petitions are always that rare, none has strayed.
        (["2016-01-05", *IN_MARCH[:3]], "2016-01-05", 0),
        (["2016-01-05", *IN_MARCH[:3], "2026-05-06"], "2016-01-05", 0),
        (["2025-01-05", "2025-04-05", "2025-07-05", "2025-10-05", "2026-01-05"], "2025-01-05", 0),
    ],
)
def test_where_a_ledger_begins(first: list[str], since: str | None, strays: int) -> None:
    reach = Reach.of([date.fromisoformat(day) for day in first])
    assert (reach.since and str(reach.since), len(reach.strays)) == (since, strays)


def test_an_empty_ledger_is_compared_with_nothing(tmp_path: Path) -> None:
    lines = page(founded(tmp_path, today="2026-03-02"), "--month", "2026-02")
    assert next(line.split() for line in lines if line.startswith("指标")) == ["指标", "本月", "分子", "分母"]


@pytest.mark.parametrize(
    ("since", "known"),
    [
        (None, Known(False, False)),
        (date(2025, 1, 1), Known(False, False)),
        (date(2024, 12, 31), Known(True, False)),
        (date(2024, 1, 20), Known(True, False)),
        (date(2024, 1, 19), Known(True, True)),
        (date(2023, 5, 1), Known(True, True)),
    ],
)
def test_a_few_days_at_the_begin_of_a_year_may_be_without_a_petition(since: date | None, known: Known) -> None:
    assert Reach(since).known(Period.of("year", date(2024, 1, 1))) == known
