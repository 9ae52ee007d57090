"""Observation, the small steps by hand: sides of a petition, seasons, what leads what, numbers of a shared matter."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from cli.shell import Shell
from store.ledgers import founded, register

from xinfang.core.period import Period, PeriodKind
from xinfang.core.statistics.screening import Group
from xinfang.reports.observation.screened import screened
from xinfang.reports.observation.seen import Petition, Seen, Stretch
from xinfang.reports.observation.shared import Matter, table
from xinfang.reports.observation.sides import grouping

from .asking import report

MARCH = Period.of("month", date(2026, 3, 1))
CONTENT, UNIT, REGION = 2, 3, 4
"""Sides, as SIDES has them."""


@pytest.mark.parametrize(
    ("code", "content", "second"),
    [
        ("公安政法/接处警/处警不规范", "公安政法", "公安政法/接处警"),
        ("公安政法/接处警", "公安政法", "公安政法/接处警"),
        ("公安政法", "公安政法", ""),
        ("", "", ""),
    ],
)
def test_a_petition_on_every_side(code: str, content: str, second: str) -> None:
    """Of the content two levels of the three; a Monday, and no weekday for what came in on a day off."""
    group = grouping(lambda day: day.isoweekday() < 6)
    at_work = group(("appeal", code, "治安", "城关派出所", "柳林镇", "visit", "2026-03-02"))
    assert at_work == ("appeal", content, second, "城关派出所", "柳林镇", "治安", "visit", "1")
    assert group(("appeal", code, "治安", "城关派出所", "柳林镇", "visit", "2026-03-01"))[-1] == ""


@pytest.mark.parametrize(
    ("kind", "first", "season"),
    [
        ("month", date(2026, 3, 1), 3),
        ("quarter", date(2026, 1, 1), 1),
        ("quarter", date(2026, 10, 1), 4),
        ("year", date(2026, 1, 1), 0),
    ],
)
def test_the_season_is_the_month_or_the_quarter(kind: PeriodKind, first: date, season: int) -> None:
    period = Period.of(kind, first)
    assert Stretch(period, period.last, {}, []).season == season
    days = Period("days", first, period.last)
    assert Stretch(days, days.last, {}, []).season == 0


def _group(content: str, unit: str, region: str) -> Group:
    return ("appeal", "公安政法", content, unit, region, "", "visit", "")


def _usual() -> list[Group]:
    """Every content, unit and region with every other three times: 108 a month."""
    return [_group(content, unit, region) for content in "abcd" for unit in "uvw" for region in "pqr"] * 3


def test_what_rises_with_something_found_goes_with_what_it_shares_most_with() -> None:
    """60 more of unit u, half of them about a; 70 more from region p, ten of them about a. Without these a is as ever."""
    others = "bcd" * 20
    more = [_group("a", "u", "pqr"[at % 3]) for at in range(30)]
    more += [_group(others[at], "u", "pqr"[at % 3]) for at in range(30)]
    more += [_group("a", "vw"[at % 2], "p") for at in range(10)]
    more += [_group(others[at], "vw"[at % 2], "p") for at in range(60)]
    periods = [MARCH]
    for _ in range(14):
        periods.append(periods[-1].before)
    before = [Stretch(each, each.last, {}, _usual()) for each in periods[:0:-1]]
    told = screened(Seen(Stretch(MARCH, MARCH.last, {}, _usual() + more), before, [], 12, calendar_known=True))
    unit, region = ((UNIT, "u"),), ((REGION, "p"),)
    assert {each.finding.cell for each in told.found} == {unit, region}
    # About a there are 39 of u (9 as ever, 30 more) and 29 from p (9 as ever, 10 of those 30, 10 more).
    assert told.led[((CONTENT, "a"),)] == unit
    assert {told.led[((CONTENT, content),)] for content in "bcd"} == {region}


@pytest.mark.parametrize(("petitions", "ends_with"), [(10, "2026-000010"), (11, "2026-000010 等 11 件")])
def test_of_a_shared_matter_ten_numbers_are_printed(petitions: int, ends_with: str) -> None:
    raised = tuple(
        Petition(f"2026-{at:06}", "城关派出所", "工地噪声", "", restricted=False, persons=(frozenset({str(at)}),))
        for at in range(1, petitions + 1)
    )
    ((*_, numbers),) = table([Matter(raised, petitions)]).rows
    assert str(numbers).startswith("2026-000001、2026-000002、")
    assert str(numbers).endswith(ends_with)


@pytest.fixture(scope="module")
def since_2016(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """An office whose ledger begins on 2016-01-04."""
    folder: Path = tmp_path_factory.mktemp("2016")
    shell = founded(folder, today="2026-01-05")
    register(shell, "反映欠薪", received="2016-01-04")
    return shell


@pytest.mark.parametrize(
    ("period", "earlier"),
    [
        ("--month 2025-12", 36),
        ("--quarter 2025-4", 12),
        ("--year 2025", 5),
        # Of 30 days 36 times, which is not quite three years; of 100 days as often as three years have room for.
        ("--from 2025-12-02 --to 2025-12-31", 36),
        ("--from 2025-09-23 --to 2025-12-31", 10),
    ],
)
def test_how_far_back_it_looks(since_2016: Shell, period: str, earlier: int) -> None:
    told = report(since_2016, "observation", period)
    assert len(told["method"]["periods_before"]) == earlier
