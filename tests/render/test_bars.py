"""Bars on a terminal: beside their numbers, in signs every code page has, and only where there is room for them."""

from __future__ import annotations

import re

import pytest
from wcwidth import wcswidth

from xinfang.core.table import Chart, Column, Table

from .charted import BULLETIN, CHANNELS, MONTHS, bars
from .samples import printed

EXPECTED = """\
按渠道
渠道  收到                             按期率
----- ----- ------------------------- -------- ------------------------
来访  1200  ########################   96.50%  #######################
来信    37  #                          15.63%  ####
网上     0                                  -
未填     1  #                         100.00%  ########################
表注。
"""


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "80")


def stripped(text: str) -> str:
    return "".join(line.rstrip() + "\n" for line in text.splitlines())


def bar_of(line: str) -> int:
    return max(map(len, re.findall("#+", line)), default=0)


def test_beside_the_numbers() -> None:
    assert stripped(printed(CHANNELS, terminal=True)) == EXPECTED


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "cp437"])
def test_every_code_page_has_them(encoding: str) -> None:
    shown = printed(CHANNELS, encoding=encoding, terminal=True)
    assert bar_of(shown) == 24
    if encoding == "gbk":
        assert shown == printed(CHANNELS, terminal=True)


def test_lines_are_bars_too_and_the_first_series_has_precedence() -> None:
    lines = stripped(printed(MONTHS, terminal=True)).splitlines()[3:]
    assert [[len(part) for part in re.findall("#+", line)] for line in lines] == [[12, 10], [24], [18, 11], [14]]


def test_one_number_is_one_length_in_series_of_one_scale(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was left of the line made the second of them shorter: 26 at the end looked like a third of 26 at the begin."""
    columns = (Column("unit", "单位"), Column("begin", "期初", "number"), Column("end", "期末", "number"))
    rows = (("刑事侦查大队", 26, 26), ("柳林派出所", 13, 26))
    table = Table("积案", columns, rows, chart=Chart("bars", "unit", ("begin", "end")))
    for width, lengths in (
        (44, [[7, 7], [4, 7]]),
        (60, [[15, 15], [8, 15]]),
        (100, [[24, 24], [12, 24]]),
        (40, [[13], [6]]),
    ):
        monkeypatch.setenv("COLUMNS", str(width))
        lines = stripped(printed(table, terminal=True)).splitlines()[3:]
        assert [[len(part) for part in re.findall("#+", line)] for line in lines] == lengths, width


def test_no_text_is_folded_for_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    columns = (Column("unit", "单位"), Column("begin", "期初", "number"))
    table = Table(
        "积案", columns, (("县人力资源和社会保障局", 26), ("县民政局", 13)), chart=Chart("bars", "unit", ("begin",))
    )
    assert "县人力资源和社会保障局    26" in printed(table, terminal=True)


def test_none_in_pipes_and_files() -> None:
    for fmt in ("table", "plain", "markdown"):
        assert "#" not in printed(CHANNELS, fmt).removeprefix("#").replace("\n#", "")


def test_colour_where_it_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR")
    coloured = printed(CHANNELS, terminal=True)
    assert "\x1b[36;46m########################\x1b[0m" in coloured
    assert stripped(re.sub(r"\x1b\[[\d;]*m", "", coloured)) == EXPECTED
    monkeypatch.setenv("TERM", "dumb")
    assert stripped(printed(CHANNELS, terminal=True)) == EXPECTED


@pytest.mark.parametrize("columns", [20, 30, 40, 50, 60, 80, 120, 200])
def test_columns_stay_aligned_at_any_width(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = printed(BULLETIN, terminal=True).splitlines()
    assert all(wcswidth(line) <= columns for line in lines)
    rows = [line for line in lines if line.startswith(("来访 ", "来信 ", "网上 ", "未填 "))]
    # The last digit of the counts stands in one column, and so does the sign of the rates.
    ends = [found.end() for line in rows if (found := re.match(r"\S+ +\d+", line))]
    assert len(ends) == len(rows)
    assert len({wcswidth(line[:end]) for line, end in zip(rows, ends, strict=True)}) <= 1


def test_no_bars_where_there_is_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "26")
    shown = printed(CHANNELS, terminal=True)
    assert "#" not in shown
    assert "1200" in shown
    monkeypatch.setenv("COLUMNS", "34")
    assert 6 <= bar_of(printed(CHANNELS, terminal=True)) < 24


def test_lengths() -> None:
    table = bars(10**12, 1, 0, None, -(10**12))
    lines = printed(table, terminal=True).splitlines()[3:]
    assert [line.split()[2:] for line in lines] == [["#" * 24], ["#"], [], [], ["-" * 24]]


def test_a_table_that_is_not_charted_has_none() -> None:
    table = Table("表", (Column("a", "甲"), Column("b", "乙", "number")), (("一", 1), ("二", 2)))
    assert "#" not in printed(table, terminal=True)
    assert "#" in printed(table._replace(chart=Chart("bars", "a", ("b",))), terminal=True)
