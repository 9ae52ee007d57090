"""积案清零 against a recount from the bare facts: every petition of the list, why it is there, and the sums."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest
from cli.shell import Shell
from store.folding import case_on, facts
from store.ledgers import copied

from .asking import figures, report, value
from .backlog_recount import by_cause, cause, overdue, sponsor, stock
from .rounding import divided

PERIODS = [
    ("--month 2023-11", date(2023, 11, 1), date(2023, 11, 30)),
    ("--month 2024-06", date(2024, 6, 1), date(2024, 6, 30)),
    ("--quarter 2025-2", date(2025, 4, 1), date(2025, 6, 30)),
    ("--year 2024", date(2024, 1, 1), date(2024, 12, 31)),
    ("--month 2025-12", date(2025, 12, 1), date(2025, 12, 31)),
    # What is old at its first day and what at its last is told by numbers of two years.
    ("--from 2024-11-15 --to 2025-03-15", date(2024, 11, 15), date(2025, 3, 15)),
]


def asked() -> list[Any]:
    half = date(2024, 6, 14)
    return [
        *(pytest.param(period, first, last, None, id=period) for period, first, last in PERIODS),
        pytest.param("--month 2024-06", date(2024, 6, 1), half, half, id="half a month"),
    ]


@pytest.mark.parametrize(("period", "first", "until", "as_of"), asked())
def test_every_petition_of_the_list(years: Shell, period: str, first: date, until: date, as_of: date | None) -> None:
    every = facts(years)
    expected = stock(every, until, 12)
    told = report(years, "backlog", period, "--detail", as_of=as_of)
    assert [row["number"] for row in told["cases"]] == sorted(expected)
    for row in told["cases"]:
        why = expected[row["number"]]
        assert tuple(row["kinds"].split(",")) == why.kinds
        assert (row["unit"], row["officer"], row["state"]) == (why.case.unit, why.case.officer, why.case.state.value)
        assert row["overdue_since"] == (min(days) if (days := overdue(why.case, until)) and why.case.open else None)
        assert row["came_again_on"] == (str(why.again_on) if why.again_on else None)
        assert (row["cause"], row["cause_source"], row["finish_by"]) == cause(why.case), row["number"]
        expected_sponsor = sponsor(why.case)
        assert {name: row[name] for name in expected_sponsor} == expected_sponsor
    kinds = Counter(kind for why in expected.values() for kind in why.kinds)
    assert {name: value(told, name) for name in ("overdue", "came_again", "old")} == {
        "overdue": kinds["overdue"],
        "came_again": kinds["came-again"],
        "old": kinds["old"],
    }


@pytest.mark.parametrize(("period", "first", "until", "as_of"), asked())
@pytest.mark.parametrize("unit", ["", "城关派出所"])
def test_begin_and_added_less_left_is_the_end(
    years: Shell, period: str, first: date, until: date, as_of: date | None, unit: str
) -> None:
    every = facts(years)
    then, now = stock(every, first - timedelta(days=1), 12), stock(every, until, 12)
    had = {number for number, why in then.items() if unit in ("", why.case.unit)}
    has = {number for number, why in now.items() if unit in ("", why.case.unit)}
    told = report(years, "backlog", period, "--detail", as_of=as_of, unit=unit)
    sums = {name: value(told, name) for name in ("begin", "added", "left", "end")}
    assert sums == {"begin": len(had), "added": len(has - had), "left": len(had - has), "end": len(has)}
    assert sums["begin"] + sums["added"] - sums["left"] == sums["end"]
    cases = [now[number].case for number in has]
    assert told["by_cause"] == by_cause(cases, until)
    assert value(told, "finish_late") == sum(row["finish_late"] for row in told["by_cause"])
    diagnosed = sum(any(event.name == "diagnosed" for event in case.events) for case in cases)
    sponsored = sum(any(event.name == "sponsored" for event in case.events) for case in cases)
    cleared = had - now.keys()  # what another unit has is not cleared
    assert {
        each["name"]: (each["part"], each["whole"], each["value"]) for each in told["indicators"] if "part" in each
    } == {
        "cleared_rate": (len(cleared), len(had), divided(len(cleared), len(had))),
        "diagnosed_rate": (diagnosed, len(has), divided(diagnosed, len(has))),
        "sponsored_rate": (sponsored, len(has), divided(sponsored, len(has))),
    }
    ways = {name: each["value"] for name, each in figures(told).items() if name.startswith("left_")}
    assert sum(ways.values()) == sums["left"]
    behind: dict[str, set[str]] = {name: set() for name in sums}
    for row in told["detail"]:
        behind[row["measure"]].add(row["number"])
    assert behind == {"begin": had, "added": has - had, "left": had - has, "end": has}
    for row in told["by_unit"]:
        begin = {number for number in had if then[number].case.unit == row["unit"]}
        end = {number for number in has if now[number].case.unit == row["unit"]}
        assert row == {
            **{"unit": row["unit"], "begin": len(begin), "added": len(end - begin)},
            **{"left": len(begin - end), "end": len(end)},
        }
    if not unit:
        assert sum(row["end"] for row in told["by_unit"]) == sums["end"]


def test_each_that_left_is_told_how(years: Shell) -> None:
    first, until = date(2024, 1, 1), date(2024, 12, 31)
    every = facts(years)
    then, now = stock(every, first - timedelta(days=1), 12), stock(every, until, 12)
    told = {
        row["number"]: row["left"]
        for row in report(years, "backlog", "--year 2024", "--detail")["detail"]
        if row["left"]
    }
    assert told.keys() == then.keys() - now.keys()
    for number, way in told.items():
        case = case_on(every[number], until)
        assert case is not None
        same = [case, *(c for e in every.values() if (c := case_on(e, until)) and c.repeat_of == number)]
        resolved = any(e.name == "resolved" and first <= e.on <= until for each in same for e in each.events)
        again = "came-again" in then[number].kinds
        over = "quiet" if again else "ended"
        assert way == ("resolved" if resolved else (over if not case.open else "reopened" if again else "met"))


def test_months_are_the_office_s_to_set(years: Shell, tmp_path_factory: pytest.TempPathFactory) -> None:
    shell = copied(years, tmp_path_factory.mktemp("months"))
    shell.ok("setting", "set", "backlog-months", "3", "--on", "2024-07-01")
    every = facts(shell)
    for period, until, months in (
        ("--month 2024-06", date(2024, 6, 30), 12),
        ("--month 2024-09", date(2024, 9, 30), 3),
    ):
        told = report(shell, "backlog", period, "--detail")
        assert told["months"] == months
        assert [row["number"] for row in told["cases"]] == sorted(stock(every, until, months))
