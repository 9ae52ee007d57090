"""The monthly bulletin against a recount of every figure, part, list and line of the detail from the bare facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from cli.shell import Shell

from xinfang.core.case import Case

from .asking import figures, report
from .monthly_recount import COUNTS, FAMILIES, MEASURES, RATES, Known, groups, known_of, late_entries, overdue
from .office import TODAY
from .periods import asked, before, year_before
from .rounding import divided


@pytest.mark.parametrize(("period", "first", "last", "as_of"), asked())
@pytest.mark.parametrize("unit", ["", "城关派出所", "某县公安局"])
def test_every_figure(years: Shell, period: str, first: date, last: date, as_of: date | None, unit: str) -> None:
    stretches = [(first, last), before(period, first, last), year_before(period, first, last)]
    now, previous, last_year = (
        known_of(years, *days, as_of).of(lambda case: unit in ("", case.unit)) for days in stretches
    )
    told = figures(report(years, "monthly", period, as_of=as_of, unit=unit))
    assert set(told) == {*COUNTS, *RATES}
    for name, each in told.items():
        beside = (each["value"], each["previous"], each["last_year"])
        if name in COUNTS:
            assert beside == tuple(COUNTS[name](known) for known in (now, previous, last_year)), name
        else:
            for of, known in (("", now), ("previous_", previous), ("last_year_", last_year)):
                assert (each[f"{of}part"], each[f"{of}whole"]) == RATES[name](known), name
            assert beside == tuple(divided(*RATES[name](known)) for known in (now, previous, last_year)), name


@pytest.mark.parametrize(("period", "first", "last", "as_of"), asked())
@pytest.mark.parametrize("unit", ["", "城关派出所", "某县公安局"])
def test_what_stood_open_and_what_came_late(
    years: Shell, period: str, first: date, last: date, as_of: date | None, unit: str
) -> None:
    """Of one unit: what it owed at the period's end, and what was written down late of the petitions that it had then."""
    told = report(years, "monthly", period, as_of=as_of, unit=unit)
    earlier = [name for name in told if name.startswith(("previous_", "same_"))]
    stretches = {"figures": (first, last)}
    stretches |= dict(zip(earlier, [before(period, first, last), year_before(period, first, last)], strict=True))
    for name, days in stretches.items():
        until = min(days[1], as_of or TODAY)
        then = known_of(years, *days, until)
        had = {case.number for case in then.every if unit in ("", case.unit)}
        owed = [each for each in overdue(then) if unit in ("", each[3])]
        late = [entry for entry in late_entries(years, days[0], until) if not unit or entry.subject in had]
        assert (told[name]["overdue_open"], told[name]["late_entries"]) == (len(owed), len(late)), name
        if name == "figures":
            expected = [(name, str(day), case.number, whom, (until - day).days) for day, case, name, whom in owed]
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
    told = report(years, "monthly", period, as_of=as_of)
    for column, part in PARTS.items():
        rows = [_row(known, column, part, value) for value in {part(case) for case in known.own}]
        assert told[f"by_{column}"] == _in_order(rows, column), column


@pytest.mark.parametrize(("period", "first", "last", "as_of"), asked())
def test_what_every_unit_owes(years: Shell, period: str, first: date, last: date, as_of: date | None) -> None:
    """An answer to a supervision, say, and be none of the petitions its own."""
    known = known_of(years, first, last, as_of)
    told = report(years, "monthly", period, "--detail", as_of=as_of)
    owed = Counter(whom for *_, whom in overdue(known_of(years, first, last, known.until)))
    unit = PARTS["unit"]
    rows = [_row(known, "unit", unit, value) for value in {unit(case) for case in known.own} | set(owed)]
    assert told["by_unit"] == _in_order([{**row, "overdue_open": owed[row["unit"]]} for row in rows], "unit")


def _in_order(rows: list[dict[str, Any]], column: str) -> list[dict[str, Any]]:
    """Those that say anything, the largest first."""
    found = [row for row in rows if any(number for number in row.values() if isinstance(number, int))]
    return sorted(found, key=lambda row: (-row["received"], row[column]))


@pytest.mark.parametrize(("period", "first", "last", "as_of"), asked())
def test_every_other_figure_of_every_part(
    years: Shell, period: str, first: date, last: date, as_of: date | None
) -> None:
    now, *earlier = (
        known_of(years, *days, as_of)
        for days in ((first, last), before(period, first, last), year_before(period, first, last))
    )
    told = report(years, "monthly", period, "--detail", as_of=as_of)
    for table, (counts, rates) in FAMILIES.items():
        rows = {(row["by"], row["name"]): row for row in told[table]}
        assert len(rows) == len(told[table]), "each once"
        assert {by for by, _ in rows} <= set(PARTS)
        for column, part in PARTS.items():
            for value in {part(case) for case in now.every}:
                known, *then = (each.of(_is(part, value)) for each in (now, *earlier))
                expected: dict[str, Any] = {name: COUNTS[name](known) for name in counts}
                for name in rates:
                    of, whole = RATES[name](known)
                    expected |= {f"{name}_part": of, f"{name}_whole": whole, name: divided(of, whole)}
                if table == "parts_received":
                    past = dict(zip(("previous", "last_year"), map(COUNTS["received"], then), strict=True))
                    expected |= past | {"repeat_rate": divided(*RATES["repeat_rate"](known))}
                row = rows.pop((column, value), None)
                if any(expected.values()):
                    assert row == {"by": column, "name": value, **expected}, (column, value)
                else:
                    assert row is None
        assert not rows


def _is(part: Callable[[Case], str], value: str) -> Callable[[Case], bool]:
    return lambda case: part(case) == value


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
    assert report(years, "monthly", period, as_of=as_of)["group_visits"] == expected


@pytest.mark.parametrize(("period", "first", "last", "as_of"), asked())
def test_units_are_ranked_by_their_rate(years: Shell, period: str, first: date, last: date, as_of: date | None) -> None:
    """The same rate has the same place; who had nothing due has none."""
    now, earlier = (known_of(years, *days, as_of) for days in [(first, last), before(period, first, last)])
    rates = {unit: _on_time(now, unit) for unit in {case.unit for case in now.own}}
    due = {unit: rate for unit, rate in rates.items() if rate[1]}
    told = report(years, "monthly", period, as_of=as_of)["unit_ranking"]
    assert {row["unit"] for row in told} == set(due)
    for row in told:
        met, whole = due[row["unit"]]
        better = sum(part * whole > met * of for part, of in due.values())
        met_then, due_then = _on_time(earlier, row["unit"])
        rate, past = divided(met, whole), divided(met_then, due_then)
        assert rate is not None
        trend = "" if past is None else "↑" if rate > past else "↓" if rate < past else "→"
        assert row == {
            **{"place": better + 1, "unit": row["unit"], "due": whole, "met_on_time": met, "on_time_rate": rate},
            **{"previous_due": due_then, "previous_met_on_time": met_then, "previous_rate": past, "trend": trend},
        }


def _on_time(known: Known, unit: str) -> tuple[int, int]:
    return RATES["on_time_rate"](known.of(lambda case: case.unit == unit))


@pytest.mark.parametrize(("period", "first", "last", "as_of"), asked()[::4])
@pytest.mark.parametrize("unit", ["", "交警大队"])
def test_detail_lists_what_was_counted(
    years: Shell, period: str, first: date, last: date, as_of: date | None, unit: str
) -> None:
    whole = known_of(years, first, last, as_of)
    known = whole.of(lambda case: unit in ("", case.unit))
    told = report(years, "monthly", period, "--detail", as_of=as_of, unit=unit)["detail"]
    counted = Counter(
        (name, case.number, case.unit, int(weight)) for name, of in MEASURES.items() for case, weight in of(known)
    )
    then = known_of(years, first, last, whole.until)
    owed = ((case.number, whom) for _, case, _, whom in overdue(then))
    had = {case.number: case.unit for case in then.every}
    late = ((each.subject, had[each.subject]) for each in late_entries(years, first, whole.until))
    for name, found in (("overdue_open", owed), ("late_entries", late)):
        counted.update((name, number, whose, 0) for number, whose in found if unit in ("", whose))
    assert Counter((row["measure"], row["number"], row["unit"], row["weight"]) for row in told) == counted


@pytest.mark.parametrize("column", ["channel", "category", "unit", "route", "content", "branch", "region"])
def test_the_parts_add_up_to_the_whole(years: Shell, column: str) -> None:
    told = report(years, "monthly", "--year 2024")
    value = {name: each["value"] for name, each in figures(told).items()}
    for name in ("received", "replied", "closed", "due", "met_on_time"):
        assert sum(row[name] for row in told[f"by_{column}"]) == value[name]
