"""首接首办责任: every figure, and every day somebody had a petition, against a walk through the days one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from cli.shell import Shell

from . import tossing
from .periods import asked
from .rounding import divided
from .walking import Recount, Walked, recount

HALF_YEAR = ("2025-07-01", "2025-12-31")
TOSSED = [
    ("2025-07-01", "2025-12-31", "2025-12-31"),
    ("2025-08-01", "2025-08-31", "2025-12-31"),
    ("2025-09-01", "2025-10-31", "2025-10-07"),
    ("2025-11-10", "2025-11-20", "2025-12-15"),
]
COUNTS = {"received", "taken_up", "unsigned", "unlanded", "back_and_forth", "first_handled"}
GAVE = {"objections_agreed": "agreed", "objections_refused": "refused", "given_back_unasked": "unasked"}


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> list[Shell]:
    return [tossing.tossing(tmp_path_factory.mktemp("tossed"), seed) for seed in range(4)]


@pytest.fixture(params=range(4))
def tossed(request: pytest.FixtureRequest, offices: list[Shell]) -> Shell:
    return offices[int(request.param)]


def told(shell: Shell, *words: object) -> Any:
    return shell.ok("report", "first-receiver", *words, "-f", "json").data


def compared(data: Any, expected: Recount) -> None:
    figures = {each["name"]: each for each in data["indicators"]}
    for name, (part, whole) in expected.figures().items():
        of = figures[name]
        assert of["value"] == (whole if name in COUNTS else divided(part, whole)), name
        if name not in COUNTS:
            assert (of["part"], of["whole"]) == (part, whole), name
    assert set(figures) == set(expected.figures())
    held: Counter[str] = Counter()
    unsigned: Counter[str] = Counter()
    gave: Counter[tuple[str, str]] = Counter()
    for walked in expected.walked.values():
        held += walked.held
        unsigned += walked.unsigned_days
        gave.update(walked.gave_back)
    for row in data["holding"]:
        unit = row["unit"]
        assert (row["held_days"], row["unsigned_days"]) == (held.pop(unit, 0), unsigned.pop(unit, 0)), unit
        assert {name: row[name] for name in GAVE} == {name: gave[unit, how] for name, how in GAVE.items()}, unit
    assert not +held
    assert not +unsigned


@pytest.mark.parametrize(("period", "first", "last", "as_of"), asked())
def test_an_office_of_years(years: Shell, period: str, first: date, last: date, as_of: date | None) -> None:
    data = told(years, *period.split(), *(("--as-of", as_of) if as_of else ()))
    compared(data, recount(years, first, last, as_of or date.fromisoformat(years.today)))


@pytest.mark.parametrize(("first", "last", "as_of"), TOSSED)
def test_an_office_of_to_and_fro(tossed: Shell, first: str, last: str, as_of: str) -> None:
    data = told(tossed, "--from", first, "--to", last, "--as-of", as_of)
    compared(data, recount(tossed, *map(date.fromisoformat, (first, last, as_of))))


def test_units_and_officers_add_up(tossed: Shell) -> None:
    """Each receiver's row is the recount of what that receiver received; together they are the whole."""
    data = told(tossed, "--from", HALF_YEAR[0], "--to", HALF_YEAR[1])
    expected = recount(tossed, *map(date.fromisoformat, (*HALF_YEAR, tossed.today)))
    cases = {case.number: case.registration for case in expected.cases}
    for table, fields in (("by_unit", ("unit",)), ("by_officer", ("unit", "officer"))):
        for row in data[table]:
            own = [
                walked
                for number, walked in expected.walked.items()
                if (cases[number].first_unit, cases[number].first_officer)[: len(fields)]
                == tuple(row[name] for name in fields)
            ]
            assert dict(_of(own)) == {name: row[name] for name, _ in _of(own)}
    assert sum(row["received"] for row in data["by_unit"]) == len(expected.walked)


def _of(walked: list[Walked]) -> Iterator[tuple[str, int]]:
    sent = [each for of in walked for each in of.sent]
    yield "received", len(walked)
    yield "hand_overs", len(sent)
    yield "signed", sum(after is not None for _, after, _ in sent)
    yield "sign_days", sum(after for _, after, _ in sent if after is not None)
    yield "taken_up", sum(after is None and not silent for _, after, silent in sent)
    yield "unsigned", sum(silent for _, _, silent in sent)
    yield "back_and_forth", sum(len(of.gave_back) >= 2 for of in walked)


def test_there_was_enough_to_and_fro(offices: list[Shell]) -> None:
    """No figure is compared only with nothing."""
    total: Counter[str] = Counter()
    for shell in offices:
        data = told(shell, "--from", HALF_YEAR[0], "--to", HALF_YEAR[1])
        for each in data["indicators"]:
            total[each["name"]] += each.get("part", each["value"])
        for row in data["holding"]:
            total.update({name: row[name] for name in (*GAVE, "unsigned_days")})
    assert not {name for name, count in total.items() if not count}
