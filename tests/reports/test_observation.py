"""The observation against a recount from the bare facts, and what it finds in an office made to have something to find."""

from __future__ import annotations

import csv
import io
import random
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from math import isclose
from pathlib import Path
from typing import Any

import pytest
from cli.shell import Ran, Shell
from store.folding import cases_on
from store.ledgers import copied, foreign, founded, register

from xinfang.core.case import Case
from xinfang.core.terms import State
from xinfang.rules.calendar import Calendar
from xinfang.store.queries import forecasting
from xinfang.store.queries import observed as observed_rows

from .office import TODAY
from .rounding import divided

CALENDAR = Calendar()
SIDES: dict[str, Callable[[Case], str]] = {
    "category": lambda case: case.category.value if case.category else "",
    "content": lambda case: case.code.split("/")[0],
    "content_second": lambda case: "/".join(case.code.split("/")[:2]) if "/" in case.code else "",
    "unit": lambda case: case.unit,
    "region": lambda case: case.registration.region,
    "branch": lambda case: case.branch,
    "channel": lambda case: case.registration.channel.value,
}


def observed(shell: Shell, *words: object) -> Any:
    return shell.ok("report", "observation", *words, "-f", "json").data


def came_in(shell: Shell, first: date, last: date, as_of: date) -> list[Case]:
    """What was received on these days, as it stood at the end of `as_of`, by folding the facts."""
    cases = [case for case in cases_on(shell, as_of) if case.state is not State.VOID]
    return [case for case in cases if first <= case.registration.received_on <= last]


def months(last: date, number: int) -> Iterator[tuple[date, date]]:
    """First and last days of so many months, the one of `last` first, backwards."""
    year, month = last.year, last.month
    for _ in range(number):
        yield date(year, month, 1), date(year, month, monthrange(year, month)[1])
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)


@pytest.mark.parametrize("as_of", [TODAY, date(2025, 11, 5)])
def test_every_count_of_the_month(years: Shell, as_of: date) -> None:
    first, last = date(2025, 10, 1), date(2025, 10, 31)
    told = observed(years, "--month", "2025-10", "--as-of", as_of)
    cases = came_in(years, first, last, as_of)
    assert told["received"] == len(cases) > 0
    for name, of in SIDES.items():
        if f"by_{name}" not in told:
            assert not any(map(of, cases))
            continue
        for row in told[f"by_{name}"]:
            count = sum(of(case) == row[name] for case in cases)
            assert row["received"] == count
            assert row["share"] == divided(count, len(cases))
        assert {row[name] for row in told[f"by_{name}"]} >= {of(case) for case in cases}


def test_every_period_before_as_long_after_its_end(years: Shell) -> None:
    """The ledger of 5 November looks at October five days after its end, and so at every month before."""
    told = observed(years, "--month", "2025-10", "--as-of", "2025-11-05")
    recounted = {
        f"{first:%Y-%m}": len(came_in(years, first, last, last + timedelta(days=5)))
        for first, last in months(date(2025, 10, 1), 13)
    }
    assert {row["period"]: row["received"] for row in told["course"]} == recounted
    # The first month is not whole: the ledger begins on its third day.
    assert told["method"]["periods_before"][0] == "2023-02"
    assert told["method"]["periods_before"][-1] == "2025-09"


def test_what_was_to_be_expected(years: Shell) -> None:
    """Where nothing is set apart and no season shows: the cell's share of the rest before, of the rest now."""
    told = observed(years, "--month", "2025-10", "--as-of", "2025-11-05")
    assert told["findings"] == []
    before = [came_in(years, first, last, last + timedelta(days=5)) for first, last in months(date(2025, 10, 1), 33)]
    now, *past = before
    compared = 0
    for name, of in SIDES.items():
        for row in told.get(f"by_{name}", []):
            if row["level"] == "untested":
                continue
            own = sum(of(case) == row[name] for cases in past for case in cases)
            rest = sum(map(len, past)) - own
            rest_now = len(now) - sum(of(case) == row[name] for case in now)
            seasons = [cases for at, cases in enumerate(past, start=1) if at % 12 == 0]
            same = sum(of(case) == row[name] for cases in seasons for case in cases)
            of_season = same * rest_now / max(1, sum(map(len, seasons)) - same)
            assert row["expected"] in (round(own * rest_now / rest, 1), round(of_season, 1))
            assert row["low"] <= row["high"]
            compared += 1
    assert compared >= 8


def test_weekdays(years: Shell) -> None:
    first, last = date(2025, 1, 1), date(2025, 12, 31)
    told = observed(years, "--year", "2025")
    days = [first + timedelta(days=at) for at in range((last - first).days + 1)]
    cases = came_in(years, first, last, TODAY)
    for row in told["by_weekday"]:
        kind = [day for day in days if _kind(day) == row["weekday"]]
        assert row["days"] == len(kind)
        assert row["received"] == sum(case.registration.received_on in kind for case in cases)
    assert sum(row["received"] for row in told["by_weekday"]) == len(cases)
    worked = [row for row in told["by_weekday"] if row["weekday"] != "off"]
    assert all(
        isclose(
            row["if_even"],
            sum(each["received"] for each in worked) * row["days"] / sum(each["days"] for each in worked),
            abs_tol=0.06,
        )
        for row in worked
    )


def _kind(day: date) -> str:
    return str(day.isoweekday()) if CALENDAR.is_working_day(day) else "off"


@pytest.mark.parametrize(
    ("period", "said"), [("--year 2025", "5 个年度"), ("--month 2023-06", "12 个月"), ("--quarter 2024-1", "8 个季度")]
)
def test_too_little_history_tests_nothing_and_says_so(years: Shell, period: str, said: str) -> None:
    told = observed(years, *period.split())
    assert not told["method"]["tested"]
    assert said in told["method"]["words"][0]
    assert told["findings"] == []
    for table in told.values():
        for row in table if isinstance(table, list) else []:
            assert row.get("expected") is None
            assert row.get("level", "untested") == "untested"
    printed = years.ok("report", "observation", *period.split()).out
    assert "未作检验" in printed
    assert "预期" not in printed.split("未作检验")[0]


def test_a_month_that_is_not_over(years: Shell) -> None:
    """By 10 October: the first ten days of every month, at the end of the tenth."""
    told = observed(years, "--month", "2025-10", "--as-of", "2025-10-10")
    recounted = {
        f"{first:%Y-%m}": len(came_in(years, first, first + timedelta(days=9), first + timedelta(days=9)))
        for first, _ in months(date(2025, 10, 1), 13)
    }
    assert {row["period"]: row["received"] for row in told["course"]} == recounted


def test_one_unit(years: Shell) -> None:
    told = observed(years, "--year", "2025", "--unit", "刑侦大队")
    cases = came_in(years, date(2025, 1, 1), date(2025, 12, 31), TODAY)
    assert told["received"] == sum(case.unit == "刑侦大队" for case in cases) > 0
    assert [row["unit"] for row in told["by_unit"]] == ["刑侦大队"]


# A small office of thirty a month for fifteen months, made to have something to find in the last.
UNITS = ("城关派出所", "北关派出所", "柳林派出所")
CODES = ("公安政法/社会治安", "公安政法/道路交通", "公安政法/户籍证件")
SITE = "反映锦绣花园三期工地夜间打桩施工，噪声扰民"
LAST_MONTH = "2025-03"


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """In March 2025 thirty petitions more on public order with one station, eight of them about one building site."""
    folder: Path = tmp_path_factory.mktemp("planted")
    shell = founded(folder, today="2025-04-03")
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(
        [
            "收到日期",
            "姓名",
            "联系电话",
            "住址",
            "信访渠道",
            "标题",
            "内容",
            "信访类别",
            "办理途径",
            "承办单位",
            "受理日期",
            "内容分类",
        ]
    )
    writer.writerows(_rows())
    (folder / "台账.csv").write_text(table.getvalue(), encoding="utf-8")
    shell.ok("import", "台账.csv")
    shell.ok(
        "register",
        "--channel",
        "phone",
        "--anonymous",
        "--title",
        "举报民警赵六",
        "--content",
        SITE,
        "--category",
        "accusation",
        "--received",
        "2025-03-20",
    )
    return shell


def _rows() -> Iterator[list[str]]:
    chance = random.Random(11)
    signs = [chr(code) for code in range(0x4E00, 0x5E00)]
    for first, last in [*months(date(2025, 3, 1), 15)][::-1]:
        for at in range(30):
            text = "".join(chance.choices(signs, k=30))
            yield _row(first + timedelta(days=at % last.day), text, chance.choice(UNITS), chance.choice(CODES), chance)
    for at in range(30):
        text = f"{SITE}，{at}号楼的住户无法休息" if at < 8 else "".join(chance.choices(signs, k=30))
        yield _row(date(2025, 3, 2) + timedelta(days=at % 30), text, UNITS[0], CODES[0], chance)
    for _ in range(3):
        yield _row(date(2025, 3, 24), "要求返还张小山被扣押的电动车", UNITS[2], CODES[1], random.Random(1))


def _row(day: date, text: str, unit: str, code: str, chance: random.Random) -> list[str]:
    phone = f"154{chance.randrange(10**8):08}"
    name = chance.choice("张王李赵") + "小山"
    return [
        f"{day}",
        name,
        phone,
        f"城关镇{phone[-6:]}号",
        "来访",
        text[:20],
        text,
        "申诉求决",
        "6",
        unit,
        f"{day}",
        code,
    ]


def test_what_was_planted_is_found(planted: Shell) -> None:
    told = observed(planted, "--month", LAST_MONTH)
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
    told = observed(planted, "--month", LAST_MONTH, "--detail")
    (finding,) = told["findings"]
    ((side, value),) = finding["cell"].items()
    cases = came_in(planted, date(2025, 3, 1), date(2025, 3, 31), date(2025, 4, 3))
    expected = {case.number for case in cases if SIDES[side](case) == value}
    assert {row["number"] for row in told["detail"]} == expected
    assert len(told["detail"]) == finding["received"]


def test_a_matter_that_several_raised(planted: Shell) -> None:
    """Eight people and one who accuses; three petitions of one person are a repeat and no shared matter."""
    told = observed(planted, "--month", LAST_MONTH)
    (matter,) = told["shared_matters"]
    assert (matter["petitions"], matter["people"]) == (9, 9)
    assert matter["units"] == sorted(["某县公安局", UNITS[0]])
    restricted = [n for n in matter["numbers"] if planted.ok("list", "-f", "json").data and _restricted(planted, n)]
    assert len(restricted) == 1
    printed: Ran = planted.ok("report", "observation", "--month", LAST_MONTH)
    assert restricted[0] in printed.out
    assert "举报" not in printed.out
    assert "赵六" not in printed.out
    assert "锦绣花园" in matter["title"]


def test_one_person_typed_otherwise_is_no_several(tmp_path: Path) -> None:
    """The name in traditional writing, the telephone left out the second time: her own repeat is no shared matter."""
    shell = founded(tmp_path, today="2026-01-31")
    said = ("--title", "反映拆迁补偿没有到账", "--content", "幸福小区拆迁补偿款至今没有到账，请求尽快支付")
    line = ("register", "--channel", "letter", "--address", "城关镇和平路3号", *said, "--on", "2026-01-12")
    shell.ok(*line, "--name", "張麗華", "--phone", "15412345678")
    shell.ok(*line, "--name", "张丽华", "--repeat-of", 1)
    assert observed(shell, "--month", "2026-01")["shared_matters"] == []
    shell.ok(*line, "--name", "王五一")
    (matter,) = observed(shell, "--month", "2026-01")["shared_matters"]
    assert (matter["petitions"], matter["people"]) == (3, 2)


def _restricted(shell: Shell, number: str) -> bool:
    return any(row["number"] == number and row["restricted"] for row in shell.ok("list", "-f", "json").data)


def test_no_person_is_named(planted: Shell) -> None:
    printed = planted.ok("report", "observation", "--month", LAST_MONTH, "--detail").out
    assert not any(f"{family}小山" in printed for family in "张王李赵")
    assert "154" not in printed


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
    printed = shell.ok(*asked_for)
    fingerprint = shell.ok(*asked_for, "-f", "json").data["ledger"]["fingerprint"]
    register(shell, "补登的一件", received="2025-03-20")
    assert shell.ok(*asked_for).out != printed.out
    assert shell.ok(*asked_for, "--as-known", fingerprint).out == printed.out


def test_its_cost_follows_what_it_looks_at(planted: Shell) -> None:
    """No question goes through a whole table, whatever the ledger holds besides."""
    asked: list[str] = []
    with foreign(planted) as connection:
        connection.set_trace_callback(asked.append)
        day = date(2025, 3, 1)
        list(observed_rows.received(connection, day, day, as_of=day))
        told = list(observed_rows.told(connection, day, day, as_of=day))
        observed_rows.people(connection, [each.id for each in told] or [1])
        observed_rows.earliest(connection)
        forecasting.open_at(connection, day, until=day)
        forecasting.ended_by(connection, day, since=day)
        forecasting.due_between(connection, day, day)
        connection.set_trace_callback(None)
        assert len(asked) >= 7
        for statement in asked:
            plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}")]
            assert not [step for step in plan if step.startswith("SCAN")], statement
