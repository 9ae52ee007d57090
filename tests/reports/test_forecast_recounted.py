"""What a forecast expects, between which counts, and how its trials went, against a recount from the bare facts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from cli.shell import Shell

from .forecast_recount import Lot, added, by, limit_of, recount, unit_of

DAYS = [(date(2024, 7, 1), 4), (date(2025, 3, 31), 8), (date(2025, 12, 20), 6)]


@pytest.mark.parametrize(("on", "weeks"), DAYS)
def test_what_is_expected_and_between_which_counts(years: Shell, on: date, weeks: int) -> None:
    told = years.data("forecast", "--as-of", on, "--weeks", weeks)
    found = recount(years, on, weeks)
    assert told["spread"] == {"units": round(found.of_units, 2), "whole": round(found.of_all, 2)}
    _same(told["forecast"], found.lots, found.of_all)
    for key, what in (("unit", unit_of), ("limit", limit_of)):
        rows = {row[key]: row for row in told[f"by_{key}"]}
        parts = by(found.lots, what)
        assert rows.keys() == parts.keys()
        for name, lots in parts.items():
            _same(rows[name], lots, found.of_units)
    assert len(told["by_week"]) == weeks
    for row in told["by_week"]:
        first, last = date.fromisoformat(row["first"]), date.fromisoformat(row["last"])
        _same(row, [lot for lot in found.lots if first <= lot.duty.legal <= last], found.of_all)


@pytest.mark.parametrize(("on", "weeks"), DAYS)
def test_every_trial(years: Shell, on: date, weeks: int) -> None:
    told = years.data("forecast", "--as-of", on, "--weeks", weeks)
    found = recount(years, on, weeks)
    assert len(told["trials"]) == len(found.trials) > 0
    for row, trial in zip(told["trials"], found.trials, strict=True):
        whole = added(trial.lots, trial.of_all)
        units = [added(lots, trial.of_units) for lots in by(trial.lots, unit_of).values()]
        assert row == {
            "as_of": str(trial.on),
            "last": str(trial.on + timedelta(weeks=weeks)),
            "due": whole.due,
            "late": round(whole.late, 1),
            "low": whole.low,
            "high": whole.high,
            "happened": whole.happened,
            "within": "yes" if whole.within else "no",
            "units": len(units),
            "units_within": sum(unit.within for unit in units),
        }


def test_one_unit_expects_its_own_by_the_office_s_trials(years: Shell) -> None:
    on, weeks = DAYS[-1]
    units = set(by(recount(years, on, weeks).lots, unit_of)) - {""}
    assert units
    for unit in units:
        told = years.data("forecast", "--as-of", on, "--weeks", weeks, "--unit", unit)
        found = recount(years, on, weeks, unit)
        assert told["spread"] == {"units": round(found.of_units, 2), "whole": round(found.of_all, 2)}
        _same(told["forecast"], found.lots, found.of_all)
        assert [(row["due"], row["happened"]) for row in told["trials"]] == [
            (len(trial.lots), sum(lot.duty.late for lot in trial.lots)) for trial in found.trials
        ]


def test_the_trials_show_something(years: Shell) -> None:
    """Else the recount would hold of nought alone."""
    found = [recount(years, *day) for day in DAYS]
    assert any(each.of_all > 1 for each in found)
    assert {lot.duty.late for each in found for trial in each.trials for lot in trial.lots} == {True, False}


def _same(row: Any, lots: Sequence[Lot], varied: float) -> None:
    """As one line of the report says it; nothing is expected of nothing."""
    one = added(lots, varied)
    expected = (round(one.late, 1), one.low, one.high, round(one.late / one.due, 4)) if one.due else (None,) * 4
    assert (row["due"], row["late"], row["low"], row["high"], row["late_rate"]) == (one.due, *expected)
