"""No figure is compared only with nothing: in the offices that the recounts count, each is more than nought somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from cli.shell import Shell

from xinfang.workflows.reporting import REPORTS

PERIODS = [("--year", str(year)) for year in (2023, 2024, 2025)]
PERIODS += [("--quarter", f"{year}-{quarter}") for _, year in PERIODS for quarter in (1, 2, 3, 4)]
ELSEWHERE = {
    "prompt_rate": "of the police: forwarding within 15 days is a bureau's duty",
    "left_moved": "asked of one unit only, as test_backlog does",
    "left_reopened": "by hand, as test_backlog does",
    "unverified": "no plan of days off is missing there: by hand, as test_unverified does",
    "observation.findings": "planted in an office of its own, as test_observation does",
    "observation.detail": "the petitions of findings",
}
UNTESTED = {"expected", "low", "high", "adjusted_p", "cells", "crossed_cells", "spread", "total", "unit"}
"""What an observation says of cells, which is planted in an office of its own; what a figure is counted in."""


def figures(path: str, told: Any) -> Iterator[tuple[str, bool]]:
    """Every place of a report, and whether anything stands there: a number but nought, a word, a row."""
    if isinstance(told, dict):
        name = f"{path}.{told['name']}" if {"name", "value"} <= set(told) else path
        for key, value in told.items():
            yield from figures(name if key == "parts" else f"{name}.{key}", value)
    elif isinstance(told, list):
        yield path, bool(told)
        for value in told:
            yield from figures(path, value)
    elif told is None or isinstance(told, (int, float, str)):
        yield path, bool(told)


@pytest.mark.parametrize("report", REPORTS)
def test_every_figure_is_more_than_nought_somewhere(report: str, years: Shell) -> None:
    seen: dict[str, bool] = {}
    for period in PERIODS:
        if report != "annual" or period[0] == "--year":
            told = years.data("report", report, *period, "--detail")
            for place, something in figures(report, told):
                seen[place] = seen.get(place, False) or something
    nought = {place for place, something in seen.items() if not something and place.split(".")[-1] not in UNTESTED}
    assert not {place for place in nought if not any(each in place for each in ELSEWHERE)}
