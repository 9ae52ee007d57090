"""首接首办责任: every figure, and every day somebody had a petition, against a walk through the days one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from cli.shell import Shell

from .asking import figures, report
from .course import UNITS
from .office import TODAY
from .periods import asked
from .rounding import divided
from .rows import compared
from .tossing import TOSSINGS
from .walking import COUNTS, Counted, Recount, recount

HALF_YEAR = "--from 2025-07-01 --to 2025-12-31"
TOSSED = [
    ("2025-07-01", "2025-12-31", "2025-12-31"),
    ("2025-08-01", "2025-08-31", "2025-12-31"),
    ("2025-09-01", "2025-10-31", "2025-10-07"),
    ("2025-11-10", "2025-11-20", "2025-12-15"),
]
GAVE = {"objections_agreed": "agreed", "objections_refused": "refused", "given_back_unasked": "unasked"}

Measures = dict[str, list[Counted]]


def checked(data: Any, expected: Recount) -> None:
    """Every figure, every table and every line of the detail."""
    shown = figures(data)
    for name, (part, whole) in expected.figures().items():
        of = shown[name]
        assert of["value"] == (whole if name in COUNTS else divided(part, whole)), name
        if name not in COUNTS:
            assert (of["part"], of["whole"]) == (part, whole), name
    assert set(shown) == set(expected.figures())
    measures = expected.measures()
    told = Counter(tuple(row.values()) for row in data["detail"] if row["measure"] != "held")
    assert told == Counter((name, *each) for name, of_it in measures.items() for each in of_it)
    receivers = {each[1:3] for of_it in measures.values() for each in of_it}
    units = {unit for unit, _ in receivers}
    compared(data["by_unit"], units, lambda unit: {"unit": unit, **_duties(measures, unit)}, "unit")
    compared(data["by_unit_results"], units, lambda unit: _unit_results(measures, unit), "unit")
    officers = {each for each in receivers if each[1]}
    for table, cells in (("by_officer", _duties), ("by_officer_results", _results)):
        compared(data[table], officers, lambda u, o, cells=cells: _officer(measures, u, o, cells), "unit", "officer")
    _ways(data, expected)


def _of(measures: Measures, name: str, unit: str, officer: str | None) -> tuple[int, int]:
    """What it weighs and how many, of one receiver."""
    own = [each[3] for each in measures[name] if each[1] == unit and officer in (None, each[2])]
    return sum(own), len(own)


def _duties(measures: Measures, unit: str, officer: str | None = None) -> dict[str, Any]:
    of = {name: _of(measures, name, unit, officer) for name in measures}
    return {
        "received": of["received"][1],
        **{"tell_due": of["tell_due"][1], "told_in_time": of["tell_due"][0], "told_rate": divided(*of["tell_due"])},
        **{"hand_overs": of["hand_overs"][0], "sent": of["sent"][1]},
        **{"signed": of["sent"][0], "signed_rate": divided(*of["sent"])},
        **{"sign_days": of["signed"][0], "sign_days_each": divided(*of["signed"])},
        **{name: of[name][1] for name in ("taken_up", "unsigned", "unlanded", "back_and_forth")},
    }


def _results(measures: Measures, unit: str, officer: str | None = None) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for measure, part in (
        *(("ended", "at_first_contact"), ("replied", "came_again")),
        *(("rated_office", "satisfied_office"), ("rated_unit", "satisfied_unit")),
    ):
        weight, number = _of(measures, measure, unit, officer)
        found |= {measure: number, part: weight, f"{part}_rate": divided(weight, number)}
    return found


def _unit_results(measures: Measures, unit: str) -> dict[str, Any]:
    return {"unit": unit, "first_handled": _of(measures, "first_handled", unit, None)[1], **_results(measures, unit)}


def _officer(measures: Measures, unit: str, officer: str, cells: Callable[..., dict[str, Any]]) -> dict[str, Any]:
    return {"unit": unit, "officer": officer, **cells(measures, unit, officer)}


def _officers(data: Any, expected: Recount) -> None:
    """Days held by whom of a unit, and behind them those of each petition."""
    had: dict[tuple[str, str], list[int]] = {}
    for walked in expected.walked.values():
        for who, days in walked.by_officer.items():
            if who[1] and days:
                had.setdefault(who, []).append(days)
    assert sorted(data["holding_by_officer"], key=lambda row: (row["unit"], row["officer"])) == [
        {
            **{"unit": unit, "officer": officer, "petitions": len(days), "held_days": sum(days)},
            **{"held_days_each": sum(days) / len(days), "longest_days": max(days)},
        }
        for (unit, officer), days in sorted(had.items())
    ]
    by_officer = Counter[tuple[str, str, str]]()
    for row in data["detail"]:
        if row["measure"] == "held":
            by_officer[row["number"], row["unit"], row["officer"]] += row["weight"]
    assert by_officer == Counter(
        {(number, *who): days for number, walked in expected.walked.items() for who, days in walked.by_officer.items()}
    )


def _ways(data: Any, expected: Recount) -> None:
    """Who had the petitions how long, which way they went, and which came to rest nowhere."""
    held: dict[str, Counter[str]] = {}
    unsigned: Counter[str] = Counter()
    for number, walked in expected.walked.items():
        for stay in walked.stays:
            held.setdefault(stay.unit, Counter())[number] += stay.held
            unsigned[stay.unit] += stay.unsigned
    gave = Counter(each for walked in expected.walked.values() for each in walked.gave_back)

    def holding(unit: str) -> dict[str, Any]:
        days = held[unit]
        return {
            **{"unit": unit, "petitions": len(days), "held_days": days.total()},
            **{"held_days_each": days.total() / len(days), "longest_days": max(days.values())},
            "unsigned_days": unsigned[unit],
            **{name: gave[unit, how] for name, how in GAVE.items()},
        }

    compared(data["holding"], held, holding, "unit")
    listed = Counter[tuple[str, str]]()
    for row in data["detail"]:
        if row["measure"] == "held":
            listed[row["number"], row["unit"]] += row["weight"]
    assert listed == Counter({(number, unit): n for unit, of in held.items() for number, n in of.items()})
    _officers(data, expected)
    cases = {case.number: case.registration for case in expected.cases}

    def transfer(number: str) -> dict[str, Any]:
        walked = expected.walked[number]
        way = [f"{s.unit}{s.held}日" + (f"（未签收{s.unsigned}日）" if s.unsigned else "") for s in walked.stays]
        return {
            **{"number": number, "first_unit": cases[number].first_unit, "hand_overs": walked.moved},
            **{"given_back": len(walked.gave_back), "back_and_forth": len(walked.gave_back) >= 2, "way": "→".join(way)},
        }

    moved = {number for number, walked in expected.walked.items() if len(walked.stays) > 1 or walked.gave_back}
    assert sorted(data["transfers"], key=lambda row: row["number"]) == [transfer(number) for number in sorted(moved)]
    assert data["unlanded"] == [
        {
            **{"number": number, "received_on": str(cases[number].received_on), "first_unit": unit},
            **{"first_officer": officer, "state": expected.walked[number].last.state},
            "unit": expected.walked[number].last.unit,
        }
        for number, unit, officer, _ in sorted(
            expected.measures()["unlanded"], key=lambda each: (cases[each[0]].received_on, each[0])
        )
    ]


@pytest.mark.parametrize(("period", "first", "last", "as_of"), asked())
def test_an_office_of_years(years: Shell, period: str, first: date, last: date, as_of: date | None) -> None:
    data = report(years, "first-receiver", period, "--detail", as_of=as_of)
    checked(data, recount(years, first, last, as_of or TODAY))


@pytest.mark.parametrize(("period", "first", "last", "as_of"), asked()[::3])
def test_one_unit_is_told_of_what_it_received_first(
    years: Shell, period: str, first: date, last: date, as_of: date | None
) -> None:
    """What it received first, whoever has it now; of 首办 what it handled first."""
    data = report(years, "first-receiver", period, "--detail", as_of=as_of, unit=UNITS[0])
    checked(data, recount(years, first, last, as_of or TODAY).of(UNITS[0]))


@pytest.mark.parametrize(("first", "last", "as_of"), TOSSED)
def test_an_office_of_to_and_fro(tossed: Shell, first: str, last: str, as_of: str) -> None:
    data = report(tossed, "first-receiver", f"--from {first} --to {last}", "--detail", as_of=as_of)
    checked(data, recount(tossed, *map(date.fromisoformat, (first, last, as_of))))


def test_there_was_enough_to_and_fro(tossed_by: Callable[[int], Shell]) -> None:
    """No figure is compared only with nothing."""
    total: Counter[str] = Counter()
    for seed in TOSSINGS:
        data = report(tossed_by(seed), "first-receiver", HALF_YEAR, "--detail")
        for each in data["indicators"]:
            total[each["name"]] += each.get("part", each["value"])
        for row in data["holding"]:
            total.update({name: row[name] for name in (*GAVE, "unsigned_days")})
    assert not {name for name, count in total.items() if not count}
