"""督查督办 against a recount from the bare facts."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pytest
from cli.shell import Shell
from store.ledgers import copied

from .asking import printed_again, report
from .course import OUTSIDE, UNITS
from .periods import asked, before
from .rounding import divided
from .rows import compared
from .supervision_recount import LEADERS, Recount, advised, average, counted, detail, recount, supervised

PERIODS = [
    ("--month 2023-11", date(2023, 11, 1), date(2023, 11, 30)),
    ("--quarter 2024-2", date(2024, 4, 1), date(2024, 6, 30)),
    ("--year 2024", date(2024, 1, 1), date(2024, 12, 31)),
    ("--year 2025", date(2025, 1, 1), date(2025, 12, 31)),
    ("--from 2023-01-01 --to 2025-12-31", date(2023, 1, 1), date(2025, 12, 31)),
]
AS_OF = [None, date(2024, 6, 14), date(2024, 8, 1)]
ASKED = asked(PERIODS, AS_OF)


@pytest.mark.parametrize(("period", "first", "last", "as_of"), ASKED)
@pytest.mark.parametrize("unit", ["", "刑侦大队", OUTSIDE])
def test_every_figure(years: Shell, period: str, first: date, last: date, as_of: date | None, unit: str) -> None:
    told = report(years, "supervision", period, as_of=as_of, unit=unit)["indicators"]
    now, earlier = (
        counted(recount(years, *days, as_of).of(unit)) for days in [(first, last), before(period, first, last)]
    )
    assert {each["name"]: (each["part"], each["whole"]) if "part" in each else each["value"] for each in told} == now
    for each in told:
        name = each["name"]
        assert (each["value"], each["previous"]) == tuple(_value(of[name]) for of in (now, earlier)), name


def _value(figure: Any) -> float | None:
    return divided(*figure) if isinstance(figure, tuple) else figure


@pytest.mark.parametrize(("period", "first", "last", "as_of"), ASKED)
@pytest.mark.parametrize("unit", ["", "刑侦大队"])
def test_every_part(years: Shell, period: str, first: date, last: date, as_of: date | None, unit: str) -> None:
    known = recount(years, first, last, as_of).of(unit)
    told = report(years, "supervision", period, as_of=as_of, unit=unit)
    compared(told["by_unit"], [unit] if unit else [*UNITS, OUTSIDE], lambda unit: _unit(known.of(unit), unit), "unit")
    situations = {each.what for each in known.supervisions()}
    compared(told["by_situation"], situations, lambda name: _situation(known, name), "situation")
    kinds = {each.what for each in known.advice()}
    compared(told["by_proposal"], kinds, lambda kind: _advised(known, "proposal", kind), "proposal")
    bodies = {each.unit for each in known.advice()}
    compared(told["by_body"], bodies, lambda body: _advised(known, "body", body), "body")
    compared(
        told["by_grade"], {each.grade.value for each in known.inspections()}, lambda name: _grade(known, name), "grade"
    )
    met = Counter(event.value for _, event in known.events("leader-met"))
    assert {row["meeting"]: row["meetings"] for row in told["by_meeting"]} == met
    assert told["average_score"] == average(known.inspections())


def _unit(known: Recount, unit: str) -> dict[str, Any]:
    acts = Counter(LEADERS[event.name] for _, event in known.events(*LEADERS))
    inspected, ended = known.inspected()
    return {
        "unit": unit,
        **supervised(known),
        "advised": len(known.advice()),
        "inspected": len(known.inspections()),
        "average_score": average(known.inspections()),
        "ended": ended,
        "ended_inspected": inspected,
        "inspected_rate": divided(inspected, ended),
        **{name: acts[name] for name in ("sponsored", "sponsor_visits", "receptions")},
    }


def _situation(known: Recount, name: str) -> dict[str, Any]:
    return {"situation": name, **supervised(known, lambda each: each.what == name)}


def _advised(known: Recount, key: str, value: str) -> dict[str, Any]:
    return {key: value, **advised(known, lambda each: value in (each.what, each.unit))}


def _grade(known: Recount, grade: str) -> dict[str, Any]:
    of_grade = [each for each in known.inspections() if each.grade == grade]
    scored = sum(each.score is not None for each in of_grade)
    return {"grade": grade, "inspected": len(of_grade), "scored": scored, "average_score": average(of_grade)}


@pytest.mark.parametrize(("period", "first", "last", "as_of"), ASKED)
@pytest.mark.parametrize("unit", ["", "刑侦大队"])
def test_detail_and_lists_hold_what_was_counted(
    years: Shell, period: str, first: date, last: date, as_of: date | None, unit: str
) -> None:
    known = recount(years, first, last, as_of).of(unit)
    told = report(years, "supervision", period, "--detail", as_of=as_of, unit=unit)
    rows = [tuple(row[key] for key in ("measure", "number", "part", "unit", "weight")) for row in told["detail"]]
    assert Counter(rows) == Counter(detail(known))
    waiting = [
        (each.by, each.number, each.part, each.unit, each.what, (known.as_of - each.by).days)
        for each in known.due()["unanswered"]
        if each.by is not None
    ]
    keys = ("answer_by", "number", "part", "unit", "situation", "days_over")
    assert [tuple(row[key] for key in keys) for row in told["unanswered"]] == [
        (str(by), *rest) for by, *rest in sorted(waiting)
    ]
    columns = ("number", "part", "body", "proposal", "days")
    silent = [(*each[:4], (known.as_of - each.on).days) for each in known.silent()]
    assert Counter(tuple(row[key] for key in columns) for row in told["without_feedback"]) == Counter(silent)
    assert [row["days"] for row in told["without_feedback"]] == sorted((days for *_, days in silent), reverse=True)


def test_printed_again_after_more_has_happened(years: Shell, tmp_path_factory: pytest.TempPathFactory) -> None:
    shell = copied(years, tmp_path_factory.mktemp("later"))
    words = ("report", "supervision", "--year", "2025", "--as-of", "2025-12-05")
    number = shell.data(*words, "--detail")["detail"][0]["number"]
    with printed_again(shell, *words):
        shell.ok("leader-visit", number, "--leader", "王建国", "--on", "2025-12-04")
