"""The rows by which questions about any day are answered, against adding the facts up as of that day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings

from xinfang.acts.registry import fact_of, module_of
from xinfang.core.case import Case
from xinfang.core.projected import TABLES, Row
from xinfang.core.terms import ENDED, Kind, State
from xinfang.projections.case_rows import rows_of
from xinfang.rules.deadline import Deadline
from xinfang.rules.deadlines import deadlines_of
from xinfang.rules.law import Law

from .history import LAW, History, paper
from .stories import STORIES, Try
from .tries import histories, laws, tried


def naive(history: History, day: date) -> Case | None:
    """The case as of the end of `day`: a plain fold over the facts that stand, with `on` up to that day."""
    entries = history.entries
    gone = {entry.data["turn"] for entry in entries if entry.act == "retract"}
    first = entries[0]
    case: Case = module_of("register").apply(first.subject, fact_of(first))
    if first.turn in gone:
        return case._replace(state=State.VOID) if day >= case.registration.received_on else None
    left = [entry for entry in entries[1:] if entry.act != "retract" and entry.turn not in gone]
    for entry in left:
        if entry.act == "correct":
            case = module_of("correct").apply(case, fact_of(entry))
    if day < case.registration.received_on:
        return None
    for entry in sorted(left, key=lambda entry: entry.on):
        if entry.act != "correct" and entry.on <= day:
            case = module_of(entry.act).apply(case, fact_of(entry))
    return case


def text(day: date | None) -> str | None:
    """A day as rows hold it."""
    return day.isoformat() if day else None


def told(deadline: Deadline) -> dict[str, Any]:
    """What the rows must tell about a deadline on the day it is asked for."""
    return {
        "name": deadline.limit.name,
        "duty": deadline.limit.duty,
        "started_on": text(deadline.started_on),
        "nominal_due": text(deadline.nominal),
        "legal_due": text(deadline.legal),
        "missing_year": deadline.missing_year,
        "article": deadline.limit.basis,
        "label": deadline.label,
        "ended_on": text(deadline.ended_on),
    }


def expected(case: Case, law: Law) -> list[dict[str, Any]]:
    """The deadlines of the case."""
    return sorted(map(told, deadlines_of(case, law)), key=_order)


def _order(row: dict[str, Any]) -> list[str]:
    """Deadlines of one name by the demand they are about, then by their days."""
    return [str(row[name]) for name in ("name", "label", "started_on", "nominal_due", "legal_due", "ended_on")]


def as_of(rows: tuple[Row, ...], table: str, day: date) -> list[dict[str, Any]]:
    """The rows of a table with `since`/`until` that hold on `day`."""
    named = [dict(zip(TABLES[table], row, strict=True)) for row in rows]
    return [row for row in named if str(row["since"]) <= day.isoformat() < str(row["until"] or "9999")]


def days_that_matter(history: History) -> list[date]:
    """The days of all facts and the last days of all deadlines, each with its neighbours."""
    days = {entry.on for entry in history.entries} | {day for day, _ in history.steps}
    for _, case in history.steps:
        days |= {d.legal for d in deadlines_of(case, history.law) if d.legal}
    return sorted({day + timedelta(days=n) for day in days for n in (-1, 0, 1)})


@settings(deadline=None)
@given(histories())
def test_rows_tell_of_every_day_what_the_facts_up_to_it_add_up_to(history: History) -> None:
    rows_tell(history)


@settings(deadline=None)
@given(histories(laws))
def test_rows_tell_the_same_under_what_the_office_has_set(history: History) -> None:
    rows_tell(history)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("received", [date(2022, 4, 29), date(2024, 8, 3), date(2026, 9, 26)], ids=str)
@pytest.mark.parametrize("story", STORIES, ids=lambda story: " ".join(each.act for each in story) or "nothing")
def test_rows_tell_of_every_day_of_the_usual_stories(story: list[Try], received: date, kind: Kind) -> None:
    history = History(paper(received, source="forwarded"), kind)
    for _ in tried(history, story):
        rows_tell(history)
    elsewhere = Try("classify", 50, {"category": "suggestion"})
    back = Try("classify", 70, {"category": "appeal", "route": 6, "track": "difficult"})
    for _ in tried(history, [elsewhere, back, Try("correct", 75, {"changes": {"source": "direct"}})]):
        rows_tell(history)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: " ".join(each.act for each in story) or "nothing")
def test_rows_tell_of_a_police_step_before_the_petition(story: list[Try]) -> None:
    """The notice complained of came before the complaint."""
    history = History(paper(date(2024, 8, 3)))
    for step, day in (("not-filed", date(2024, 7, 29)), ("not-filed-served", date(2024, 7, 31))):
        history.do("procedure", day, step=step)
        rows_tell(history)
    for _ in tried(history, story):
        rows_tell(history)


def rows_tell(history: History) -> None:
    """The rows of the history say of each day that matters what the naive fold says."""
    rows = rows_of(history.steps, history.law)
    for day in days_that_matter(history):
        case = naive(history, day)
        spells = as_of(rows["spell"], "spell", day)
        found = as_of(rows["deadline"], "deadline", day)
        if case is None:
            assert not spells and not found, day
            continue
        assert [(row["state"], row["unit"], row["officer"]) for row in spells] == [
            (case.state, case.unit, case.officer)
        ]
        wanted = expected(case, history.law)
        for row in found:
            # A row knows already when it was ended; on a day before that it had not been.
            if row["ended_on"] and row["ended_on"] > day.isoformat():
                row["ended_on"] = None
        found.sort(key=_order)
        assert [{key: row[key] for key in each} for row, each in zip(found, wanted, strict=True)] == wanted, day
        places = [(row["name"], row["nth"]) for row in found]
        assert len(set(places)) == len(places), "two stand in one place"


@given(histories())
def test_rows_of_now_are_the_case_as_it_stands(history: History) -> None:
    rows = rows_of(history.steps, LAW)
    case = history.case
    ((petition),) = [dict(zip(TABLES["petition"], row, strict=True)) for row in rows["petition"]]
    assert petition["state"] == case.state
    assert petition["state_since"] == case.state_since.isoformat()
    assert petition["is_open"] == (case.state not in ENDED)
    assert petition["first_handler"] == case.first_handler
    standing = [dict(zip(TABLES["deadline"], row, strict=True)) for row in rows["deadline"] if row[4] is None]
    now = {
        (d.limit.name, text(d.started_on), d.status.value, int(d.ended_by in d.limit.met_by))
        for d in deadlines_of(case, LAW)
    }
    assert {(row["name"], row["started_on"], row["status"], row["met"]) for row in standing} == now


@given(histories())
def test_keys_of_rows_are_unique(history: History) -> None:
    rows = rows_of(history.steps, LAW)
    for table, width in {
        "petition": 1,
        "petitioner": 2,
        "spell": 2,
        "milestone": 4,
        "deadline": 4,
        "content": 1,
    }.items():
        keys = [row[:width] for row in rows[table]]
        assert len(keys) == len(set(keys)), table


@given(histories())
def test_a_deadline_keeps_its_place_whatever_becomes_of_the_other_demands(history: History) -> None:
    labels: dict[tuple[Any, Any], Any] = {}
    for row in rows_of(history.steps, LAW)["deadline"]:
        deadline = dict(zip(TABLES["deadline"], row, strict=True))
        place = (deadline["name"], deadline["nth"])
        assert labels.setdefault(place, deadline["label"]) == deadline["label"]
