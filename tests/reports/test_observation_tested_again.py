"""What an observation finds and what it holds for usual, against the same test worked again from the bare facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pytest
from cli.shell import Shell

from .asking import report
from .observation_recount import (
    CROSSED,
    CROSSES,
    VIEWS,
    WEEKDAY,
    Cell,
    Judged,
    Observed,
    Thing,
    belongs,
    observed_again,
    stepped_up,
)
from .observing import SIDES, months
from .planted import LAST_MONTH, plant


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """The office with something to find."""
    return plant(tmp_path_factory.mktemp("planted"))


@pytest.mark.parametrize(("month", "as_of", "after"), [("2025-10", "2025-11-05", 5), ("2025-06", "2025-07-01", 1)])
def test_where_nothing_is_unusual(years: Shell, month: str, as_of: str, after: int) -> None:
    told = report(years, "observation", f"--month {month}", as_of=as_of)
    again = _again(years, told, month, after)
    _same_total(told, again)
    assert _same_findings(told, again) == 0
    assert _same_cells(told, again) >= 10


def test_where_something_was_planted(planted: Shell) -> None:
    told = report(planted, "observation", f"--month {LAST_MONTH}")
    again = _again(planted, told, LAST_MONTH, 3)
    _same_total(told, again)
    assert _same_findings(told, again) == 1
    assert _same_cells(told, again) >= 10


def _again(shell: Shell, told: Any, month: str, after: int) -> Observed:
    year, number = map(int, month.split("-"))
    before = told["method"]["periods_before"]
    return observed_again(shell, [*months(date(year, number, 1), len(before) + 1)][::-1], days_after=after)


def _same_total(told: Any, again: Observed) -> None:
    """All that came in, by the days there were."""
    one = again.total
    total = told["method"]["total"]
    assert (total["expected"], total["low"], total["high"]) == (round(one.expected, 1), *one.interval)
    assert total["p"] == _two_digits(one.p)
    assert told["course"][-1]["received"] == one.received


def _same_findings(told: Any, again: Observed) -> int:
    """Those of one side, then those of two, each with what else is known of it; how many there are."""
    single = again.search(VIEWS)
    assert told["method"]["cells"] == again.tested
    again.tested = 0
    crossed = again.search(CROSSES)
    assert told["method"]["crossed_cells"] == again.tested
    found = [*single.items(), *crossed.items()]
    assert [row["cell"] for row in told["findings"]] == [dict(cell) for cell, _ in found]
    for row, (cell, adjusted) in zip(told["findings"], found, strict=True):
        one = again.judged([side for side, _ in cell], whole=True)[cell]
        _same(row, one, adjusted)
        assert row["spread"] == round(one.known[0], 2)
        assert row["compared_with"] == ("season" if one.seasonal else "all")
        assert row["within"] == _within(again, cell, one)
    return len(found)


def _same_cells(told: Any, again: Observed) -> int:
    """Every row of the tables by one side; how many were tested."""
    cells = {cell: one for view in VIEWS for cell, one in again.judged(view, whole=True).items()}
    adjusted = dict(zip(cells, stepped_up([one.p for one in cells.values()]), strict=True))
    found = {tuple(row["cell"].items()): row["adjusted_p"] for row in told["findings"]}
    rows = {((side, row[side]),): row for side in (*SIDES, WEEKDAY) for row in told.get(f"by_{side}", []) if row[side]}
    tested = {cell: row for cell, row in rows.items() if row["level"] != "untested"}
    assert tested.keys() == cells.keys() & rows.keys()
    told_of = {tuple(row["cell"].items()): row["received"] > row["expected"] for row in told["findings"]}
    for cell, row in tested.items():
        _same(row, cells[cell], found.get(cell, adjusted[cell]))
        assert (row["level"] in ("usual", "led")) == (cell not in found)
        if cell not in found:
            assert (row["level"] == "led") == _goes_along(cells[cell], cell, told_of, again.periods[-1])
    return len(tested)


def _goes_along(one: Judged, cell: Cell, told_of: Mapping[Cell, bool], now: Sequence[Thing]) -> bool:
    """Whether it is out of its interval and something found that rose or fell as it did is part of it."""
    low, high = one.interval
    alike = [each for each, rose in told_of.items() if rose == (one.received > one.expected)]
    return not low <= one.received <= high and any(
        belongs(thing, cell) and belongs(thing, each) for thing in now for each in alike
    )


def _same(row: Mapping[str, Any], one: Judged, adjusted: float) -> None:
    assert (row["received"], row["expected"]) == (one.received, round(one.expected, 1))
    assert (row["low"], row["high"]) == one.interval
    assert row["adjusted_p"] == _two_digits(adjusted)


def _two_digits(p: float) -> float:
    return float(f"{p:.2g}")


def _within(again: Observed, cell: Cell, one: Judged) -> list[dict[str, Any]]:
    """Step by step the side on which a part has more than its share of the change."""
    steps: list[dict[str, Any]] = []
    rising = one.received > one.expected
    while True:
        inner = again.inside(cell)
        others = [(side,) for side in CROSSED if side not in dict(cell)]
        ((part, _),) = [*inner.search(others, at_most=1).items()] or [((), 0.0)]
        if not part:
            return steps
        told = inner.judged([part[0][0]], whole=True)[part]
        if (told.received > told.expected) != rising:
            return steps
        cell = (*cell, *part)
        steps.append({"cell": dict(cell), "received": told.received, "expected": round(told.expected, 1)})
