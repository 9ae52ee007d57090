"""The monthly bulletin against a recount of every figure, part, list and line of the detail from the bare facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cli.shell import Shell
from store.ledgers import copied

from xinfang.core.case import Case

from .monthly_recount import COUNTS, MEASURES, RATES, Known, groups, known_of, late_entries, overdue
from .office import TODAY
from .periods import asked, before, year_before
from .rounding import divided


def report(shell: Shell, period: str, as_of: date | None, *more: str) -> Any:
    return shell.ok("report", *period.split(), *(("--as-of", as_of) if as_of else ()), *more, "-f", "json").data


@pytest.mark.parametrize(("period", "first", "last", "as_of"), asked())
@pytest.mark.parametrize("unit", ["", "城关派出所", "某县公安局"])
def test_every_figure(years: Shell, period: str, first: date, last: date, as_of: date | None, unit: str) -> None:
    stretches = [(first, last), before(period, first, last), year_before(period, first, last)]
    now, previous, last_year = (
        known_of(years, *days, as_of).of(lambda case: unit in ("", case.unit)) for days in stretches
    )
    told = {each["name"]: each for each in report(years, period, as_of, *_of(unit))["indicators"]}
    assert set(told) == {*COUNTS, *RATES}
    for name, each in told.items():
        beside = (each["value"], each["previous"], each["last_year"])
        if name in COUNTS:
            assert beside == tuple(COUNTS[name](known) for known in (now, previous, last_year)), name
        else:
            assert (each["part"], each["whole"]) == RATES[name](now), name
            assert beside == tuple(divided(*RATES[name](known)) for known in (now, previous, last_year)), name


@pytest.mark.parametrize("back", [False, True])
@pytest.mark.parametrize("sort", ["suggestion", "appeal --route 1", "appeal --route 5"])
def test_what_was_missed_before_it_was_classified_anew(years: Shell, tmp_path: Path, sort: str, *, back: bool) -> None:
    """Of none is what was missed forgotten, and what comes back is not counted twice."""
    shell = copied(years, tmp_path)
    late = [row["number"] for row in shell.ok("overdue", "-f", "json").data if row["deadline"] == "reply"]
    for number in late:
        shell.ok("classify", number, "--category", *sort.split())
    if back:
        shell.ok("classify", late[0], "--category", "appeal", "--route", "6")
    for year in range(2023, TODAY.year + 1):
        known = known_of(shell, date(year, 1, 1), date(year, 12, 31), None)
        told = {each["name"]: each for each in report(shell, f"--year {year}", None)["indicators"]}
        assert (told["met_on_time"]["value"], told["due"]["value"]) == RATES["on_time_rate"](known)
    assert sum(map(len, known.taken_away.values())) == len(late) - back > 0


def _of(unit: str) -> tuple[str, ...]:
    return ("--unit", unit) if unit else ()


@pytest.mark.parametrize(("period", "first", "last", "as_of"), asked())
@pytest.mark.parametrize("unit", ["", "城关派出所", "某县公安局"])
def test_what_stood_open_and_what_came_late(
    years: Shell, period: str, first: date, last: date, as_of: date | None, unit: str
) -> None:
    """Of one unit: by who had the petition at the period's end."""
    told = report(years, period, as_of, *_of(unit))
    earlier = [name for name in told if name.startswith(("previous_", "same_"))]
    stretches = {"figures": (first, last)}
    stretches |= dict(zip(earlier, [before(period, first, last), year_before(period, first, last)], strict=True))
    for name, days in stretches.items():
        until = min(days[1], as_of or TODAY)
        then = known_of(years, *days, until).of(lambda case: unit in ("", case.unit))
        had = {case.number for case in then.every if unit in ("", case.unit)}
        owed = overdue(then)
        late = [entry for entry in late_entries(years, days[0], until) if not unit or entry.subject in had]
        assert (told[name]["overdue_open"], told[name]["late_entries"]) == (len(owed), len(late)), name
        if name == "figures":
            expected = [(name, str(day), case.number, case.unit, (until - day).days) for day, case, name in owed]
            keys = ("deadline", "legal_due", "number", "unit", "days_over")
            rows = [tuple(row[key] for key in keys) for row in told["overdue"]]
            assert Counter(rows) <= Counter(expected)
            assert [row[1:3] for row in rows] == [row[1:3] for row in expected[:50]]
            listed = Counter((row["number"], row["act"], row["on"], row["recorded_on"]) for row in told["late"])
            assert listed <= Counter((each.subject, each.act, str(each.on), str(each.recorded_on)) for each in late)
            delays = [(each.recorded_on - each.on).days for each in late]
            assert [row["days_late"] for row in told["late"]] == sorted(delays, reverse=True)[:50]


@pytest.mark.parametrize(("period", "first", "last", "as_of"), asked())
def test_every_part(years: Shell, period: str, first: date, last: date, as_of: date | None) -> None:
    known = known_of(years, first, last, as_of)
    told = report(years, period, as_of)
    for column, part in PARTS.items():
        rows = [_row(known, column, part, value) for value in {part(case) for case in known.own}]
        expected = [row for row in rows if any(number for number in row.values() if isinstance(number, int))]
        assert told[f"by_{column}"] == sorted(expected, key=lambda row: (-row["received"], row[column])), column


PARTS: dict[str, Callable[[Case], str]] = {
    "channel": lambda case: case.registration.channel.value,
    "region": lambda case: case.registration.region,
    "category": lambda case: case.category.value if case.category else "",
    "route": lambda case: str(case.route or ""),
    "content": lambda case: case.code.split("/")[0],
    "unit": lambda case: case.unit,
    "branch": lambda case: case.branch,
}


def _row(known: Known, column: str, part: Callable[[Case], str], value: str) -> dict[str, Any]:
    own = known.of(lambda case: part(case) == value)
    counts = {name: COUNTS[name](own) for name in ("received", "replied", "closed", "due", "met_on_time")}
    return {column: value, **counts, "on_time_rate": divided(counts["met_on_time"], counts["due"])}


@pytest.mark.parametrize(("period", "first", "last", "as_of"), asked())
def test_group_visits_by_size(years: Shell, period: str, first: date, last: date, as_of: date | None) -> None:
    came = [case.registration.headcount for case in groups(known_of(years, first, last, as_of))]
    sizes = {
        "5至10人": (5, 10),
        "11至20人": (11, 20),
        "21至50人": (21, 50),
        "51至100人": (51, 100),
        "101人以上": (101, 9999),
    }
    expected = []
    for size, (least, most) in sizes.items():
        if of_size := [people for people in came if least <= people <= most]:
            expected.append({"size": size, "visits": len(of_size), "visitors": sum(of_size)})
    assert report(years, period, as_of)["group_visits"] == expected


@pytest.mark.parametrize(("period", "first", "last", "as_of"), asked())
def test_ranking(years: Shell, period: str, first: date, last: date, as_of: date | None) -> None:
    """The same rate has the same place; who had nothing due has none."""
    now, earlier = (known_of(years, *days, as_of) for days in [(first, last), before(period, first, last)])
    rates = {unit: _on_time(now, unit) for unit in {case.unit for case in now.own}}
    due = {unit: rate for unit, rate in rates.items() if rate[1]}
    told = report(years, period, as_of)["unit_ranking"]
    assert {row["unit"] for row in told} == set(due)
    for row in told:
        met, whole = due[row["unit"]]
        better = sum(part * whole > met * of for part, of in due.values())
        rate, past = divided(met, whole), divided(*_on_time(earlier, row["unit"]))
        assert rate is not None
        trend = "" if past is None else "↑" if rate > past else "↓" if rate < past else "→"
        assert row == {
            **{"place": better + 1, "unit": row["unit"], "due": whole, "met_on_time": met, "on_time_rate": rate},
            **{"previous_rate": past, "trend": trend},
        }


def _on_time(known: Known, unit: str) -> tuple[int, int]:
    return RATES["on_time_rate"](known.of(lambda case: case.unit == unit))


@pytest.mark.parametrize(("period", "first", "last", "as_of"), asked()[::4])
@pytest.mark.parametrize("unit", ["", "交警大队"])
def test_detail_lists_what_was_counted(
    years: Shell, period: str, first: date, last: date, as_of: date | None, unit: str
) -> None:
    known = known_of(years, first, last, as_of).of(lambda case: unit in ("", case.unit))
    told = report(years, period, as_of, "--detail", *_of(unit))["detail"]
    assert Counter((row["measure"], row["number"], row["unit"], row["weight"]) for row in told) == Counter(
        (name, case.number, case.unit, int(weight)) for name, of in MEASURES.items() for case, weight in of(known)
    )


@pytest.mark.parametrize("column", ["channel", "category", "unit", "route", "content", "branch", "region"])
def test_the_parts_add_up_to_the_whole(years: Shell, column: str) -> None:
    told = report(years, "--year 2024", None)
    value = {each["name"]: each["value"] for each in told["indicators"]}
    for name in ("received", "replied", "closed", "due", "met_on_time"):
        assert sum(row[name] for row in told[f"by_{column}"]) == value[name]
