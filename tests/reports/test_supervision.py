"""督查督办 against a recount from the bare facts.

The recount folds the facts up to each day by itself; of the program's tables, queries and reports it uses nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest
from cli.shell import Shell
from store.folding import case_on, facts
from store.ledgers import copied

from xinfang.acts.inspect import Inspected
from xinfang.acts.registry import fact_of
from xinfang.core.case import Case, Event
from xinfang.core.entry import Entry
from xinfang.core.terms import State

from .office import TODAY
from .test_monthly import ENDED

PERIODS = [
    ("--month 2023-11", date(2023, 11, 1), date(2023, 11, 30)),
    ("--quarter 2024-2", date(2024, 4, 1), date(2024, 6, 30)),
    ("--year 2024", date(2024, 1, 1), date(2024, 12, 31)),
    ("--year 2025", date(2025, 1, 1), date(2025, 12, 31)),
    ("--from 2023-01-01 --to 2025-12-31", date(2023, 1, 1), date(2025, 12, 31)),
]
AS_OF = [None, date(2024, 6, 14), date(2024, 8, 1)]


class Recount(NamedTuple):
    """The cases as they stood at the end of `as_of`, and the days of the period."""

    first: date
    last: date
    as_of: date
    cases: list[Case]
    entries: dict[str, list[Entry]]

    @property
    def until(self) -> date:
        return min(self.last, self.as_of)

    def within(self, day: date) -> bool:
        return self.first <= day <= self.until

    def judged(self, day: date) -> bool:
        return self.first <= day <= self.last and (day < self.as_of or self.as_of == self.last)

    def events(self, *names: str) -> Iterator[tuple[Case, Event]]:
        for case in self.cases:
            yield from ((case, event) for event in case.events if event.name in names and self.within(event.on))

    def due(self, unit: str = "", situation: str = "") -> dict[str, int]:
        """How the supervisions were that were to be answered in the period, and while it runs before `as_of`."""
        found = {"in_time": 0, "late": 0, "unanswered": 0}
        for case in self.cases:
            for event in case.events:
                if event.name != "supervised" or event.until is None or not self.judged(event.until):
                    continue
                if unit in ("", event.about) and situation in ("", event.value) and (how := self._how(case, event)):
                    found[how] += 1
        return found

    def _how(self, case: Case, event: Event) -> str:
        assert event.until is not None
        told = [e.on for e in case.events if e.name == "supervision-answered" and e.part == event.part]
        over = [e.on for e in case.events if e.name == "supervision-closed" and e.part == event.part]
        if told:
            return "in_time" if told[0] <= event.until else "late"
        return "" if over and over[0] <= event.until else "unanswered"

    def adoptions(self) -> list[tuple[Event, str]]:
        """The advice of the days counted, each with what came of it."""
        return [
            (event, next((e.value for e in case.events if e.name == "advice-answered" and e.part == event.part), ""))
            for case, event in self.events("advised")
        ]

    def inspections(self) -> list[Inspected]:
        """From the facts themselves, as they carry the score."""
        return [
            fact_of(entry)
            for case in self.cases
            for entry in self.entries[case.number]
            if entry.act == "inspect" and self.within(entry.on)
            if not any(e.act == "retract" and e.data["turn"] == entry.turn for e in self.entries[case.number])
        ]


def recount(shell: Shell, first: date, last: date, as_of: date | None) -> Recount:
    on = as_of or TODAY
    every = facts(shell)
    folded = [case for entries in every.values() if (case := case_on(entries, on)) is not None]
    return Recount(first, last, on, [case for case in folded if case.state is not State.VOID], every)


def counted(known: Recount) -> dict[str, Any]:
    """Every figure; rates as part and whole."""
    due, adoptions = known.due(), known.adoptions()
    said = [value for _, value in adoptions if value]
    ended = [
        any(each.name == "inspected" and each.on <= known.until for each in case.events)
        for case, _ in known.events(*ENDED)
    ]
    whole = sum(due.values())
    return {
        "supervised": len(list(known.events("supervised"))),
        "supervised_petitions": len({case.number for case, _ in known.events("supervised")}),
        "due": whole,
        **due,
        "closed": len(list(known.events("supervision-closed"))),
        "advised": len(adoptions),
        "feedback": len(said),
        **{name: said.count(value) for name, value in (("adopted", "adopted"), ("partly", "partly"))},
        "not_adopted": said.count("not"),
        "feedback_overdue": sum(not v and event.on + timedelta(days=30) < known.as_of for event, v in adoptions),
        "inspected": len(list(known.events("inspected"))),
        "sponsored": len(list(known.events("sponsored"))),
        "sponsor_visits": len(list(known.events("sponsor-visited"))),
        "sponsor_reports": len(list(known.events("sponsor-reported"))),
        "receptions": len(list(known.events("leader-met"))),
        "answered_rate": (due["in_time"], whole),
        "feedback_rate": (len(said), len(adoptions)),
        "adoption_rate": (said.count("adopted") + said.count("partly"), len(adoptions)),
        "inspected_rate": (sum(ended), len(ended)),
    }


def report(shell: Shell, period: str, as_of: date | None, *more: str) -> Any:
    day = ("--as-of", str(as_of)) if as_of else ()
    return shell.ok("report", "supervision", *period.split(), *day, *more, "-f", "json").data


def asked() -> list[Any]:
    return [
        pytest.param(period, first, last, as_of, id=f"{period} as of {as_of}")
        for period, first, last in PERIODS
        for as_of in AS_OF
        if as_of is None or first <= as_of
    ]


@pytest.mark.parametrize(("period", "first", "last", "as_of"), asked())
def test_every_figure(busy_years: Shell, period: str, first: date, last: date, as_of: date | None) -> None:
    told = report(busy_years, period, as_of)
    shown = {
        each["name"]: (each["part"], each["whole"]) if "part" in each else each["value"] for each in told["indicators"]
    }
    assert shown == counted(recount(busy_years, first, last, as_of))
    for each in told["indicators"]:
        if "part" in each:
            assert each["value"] == (round(each["part"] / each["whole"], 4) if each["whole"] else None)


@pytest.mark.parametrize(("period", "first", "last", "as_of"), asked())
def test_every_part(busy_years: Shell, period: str, first: date, last: date, as_of: date | None) -> None:
    known = recount(busy_years, first, last, as_of)
    told = report(busy_years, period, as_of)
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


@pytest.mark.parametrize(("period", "first", "last", "as_of"), asked())
def test_inspections(busy_years: Shell, period: str, first: date, last: date, as_of: date | None) -> None:
    inspections = recount(busy_years, first, last, as_of).inspections()
    told = report(busy_years, period, as_of)
    scores = [each.score for each in inspections if each.score is not None]
    assert told["average_score"] == (round(sum(scores) / len(scores), 1) if scores else None)
    for row in told["by_grade"]:
        of_grade = [each for each in inspections if each.grade == row["grade"]]
        scores = [each.score for each in of_grade if each.score is not None]
        average = round(sum(scores) / len(scores), 1) if scores else None
        assert (row["inspected"], row["scored"], row["average_score"]) == (len(of_grade), len(scores), average)


def test_detail_lists_what_was_counted(busy_years: Shell) -> None:
    for unit in ("", "刑侦大队"):
        told = report(busy_years, "--year 2024", None, "--detail", *(("--unit", unit) if unit else ()))
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


def test_the_office_is_busy_enough(busy_years: Shell) -> None:
    """No figure is compared only with nothing."""
    told = report(busy_years, "--from 2023-01-01 --to 2025-12-31", None)
    assert not [each["name"] for each in told["indicators"] if not each.get("whole", each["value"])]
    assert len(told["by_grade"]) > 2
    assert told["average_score"]


def test_printed_again_after_more_has_happened(busy_years: Shell, tmp_path_factory: pytest.TempPathFactory) -> None:
    shell = copied(busy_years, tmp_path_factory.mktemp("later"))
    words = ("report", "supervision", "--year", "2025", "--as-of", "2025-12-05")
    printed = shell.ok(*words)
    fingerprint = shell.ok(*words, "-f", "json").data["ledger"]["fingerprint"]
    number = shell.ok(*words, "--detail", "-f", "json").data["detail"][0]["number"]
    shell.ok("leader-visit", number, "--leader", "王建国", "--on", "2025-12-04")
    assert shell.ok(*words).out != printed.out
    assert shell.ok(*words, "--as-known", fingerprint).out == printed.out
