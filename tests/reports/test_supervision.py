"""督查督办 against a recount from the bare facts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from cli.shell import Shell
from store.ledgers import copied

from .monthly_recount import ENDED
from .periods import asked
from .rounding import divided
from .supervision_recount import counted, recount

PERIODS = [
    ("--month 2023-11", date(2023, 11, 1), date(2023, 11, 30)),
    ("--quarter 2024-2", date(2024, 4, 1), date(2024, 6, 30)),
    ("--year 2024", date(2024, 1, 1), date(2024, 12, 31)),
    ("--year 2025", date(2025, 1, 1), date(2025, 12, 31)),
    ("--from 2023-01-01 --to 2025-12-31", date(2023, 1, 1), date(2025, 12, 31)),
]
AS_OF = [None, date(2024, 6, 14), date(2024, 8, 1)]
ASKED = asked(PERIODS, AS_OF)


def report(shell: Shell, period: str, as_of: date | None, *more: str) -> Any:
    day = ("--as-of", str(as_of)) if as_of else ()
    return shell.ok("report", "supervision", *period.split(), *day, *more, "-f", "json").data


@pytest.mark.parametrize(("period", "first", "last", "as_of"), ASKED)
def test_every_figure(years: Shell, period: str, first: date, last: date, as_of: date | None) -> None:
    told = report(years, period, as_of)
    shown = {
        each["name"]: (each["part"], each["whole"]) if "part" in each else each["value"] for each in told["indicators"]
    }
    assert shown == counted(recount(years, first, last, as_of))
    for each in told["indicators"]:
        if "part" in each:
            assert each["value"] == divided(each["part"], each["whole"])


@pytest.mark.parametrize(("period", "first", "last", "as_of"), ASKED)
def test_every_part(years: Shell, period: str, first: date, last: date, as_of: date | None) -> None:
    known = recount(years, first, last, as_of)
    told = report(years, period, as_of)
    for row in told["by_situation"]:
        own = known.due(situation=row["situation"])
        assert {name: row[name] for name in own} == own
        assert row["supervised"] == sum(e.value == row["situation"] for _, e in known.events("supervised"))
    for row in told["by_unit"]:
        unit = row["unit"]
        own = known.due(unit)
        assert {name: row[name] for name in own} == own
        assert row["supervised"] == sum(event.about == unit for _, event in known.events("supervised"))
        assert row["advised"] == sum(event.about == unit for _, event in known.events("advised"))
        for column, event in (
            ("inspected", "inspected"),
            ("sponsor_visits", "sponsor-visited"),
            ("receptions", "leader-met"),
        ):
            assert row[column] == sum(case.unit == unit for case, _ in known.events(event)), column
        assert row["ended"] == sum(case.unit == unit for case, _ in known.events(*ENDED))
    for row in told["by_proposal"]:
        of_kind = [value for event, value in known.adoptions() if event.value == row["proposal"]]
        assert (row["advised"], row["adopted"], row["partly"]) == (
            *(len(of_kind), of_kind.count("adopted")),
            of_kind.count("partly"),
        )
    for column, part in (("supervised", "by_situation"), ("supervised", "by_unit"), ("advised", "by_body")):
        assert sum(row[column] for row in told[part]) == next(
            each["value"] for each in told["indicators"] if each["name"] == column
        )


@pytest.mark.parametrize(("period", "first", "last", "as_of"), ASKED)
def test_inspections(years: Shell, period: str, first: date, last: date, as_of: date | None) -> None:
    inspections = recount(years, first, last, as_of).inspections()
    told = report(years, period, as_of)
    scores = [each.score for each in inspections if each.score is not None]
    assert told["average_score"] == divided(sum(scores), len(scores), 1)
    for row in told["by_grade"]:
        of_grade = [each for each in inspections if each.grade == row["grade"]]
        scores = [each.score for each in of_grade if each.score is not None]
        average = divided(sum(scores), len(scores), 1)
        assert (row["inspected"], row["scored"], row["average_score"]) == (len(of_grade), len(scores), average)


def test_detail_lists_what_was_counted(years: Shell) -> None:
    for unit in ("", "刑侦大队"):
        told = report(years, "--year 2024", None, "--detail", *(("--unit", unit) if unit else ()))
        values = {each["name"]: each["value"] for each in told["indicators"]}
        listed = [row["measure"] for row in told["detail"]]
        for name in (
            "supervised",
            "in_time",
            "late",
            "unanswered",
            "closed",
            "advised",
            "feedback",
            "inspected",
            "receptions",
        ):
            assert listed.count(name) == values[name], name
        assert len(told["unanswered"]) == values["unanswered"]
        assert len(told["without_feedback"]) == values["feedback_overdue"]
        assert {row["unit"] for row in told["detail"]} <= ({unit} if unit else {row["unit"] for row in told["detail"]})


def test_the_office_is_busy_enough(years: Shell) -> None:
    """No figure is compared only with nothing."""
    told = report(years, "--from 2023-01-01 --to 2025-12-31", None)
    assert not [each["name"] for each in told["indicators"] if not each.get("whole", each["value"])]
    assert len(told["by_grade"]) > 2
    assert told["average_score"]


def test_printed_again_after_more_has_happened(years: Shell, tmp_path_factory: pytest.TempPathFactory) -> None:
    shell = copied(years, tmp_path_factory.mktemp("later"))
    words = ("report", "supervision", "--year", "2025", "--as-of", "2025-12-05")
    printed = shell.ok(*words)
    fingerprint = shell.ok(*words, "-f", "json").data["ledger"]["fingerprint"]
    number = shell.ok(*words, "--detail", "-f", "json").data["detail"][0]["number"]
    shell.ok("leader-visit", number, "--leader", "王建国", "--on", "2025-12-04")
    assert shell.ok(*words).out != printed.out
    assert shell.ok(*words, "--as-known", fingerprint).out == printed.out
