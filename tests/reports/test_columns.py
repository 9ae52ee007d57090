"""What scripts build on in the reports on backlog, supervision and the year: a change here breaks somebody's script."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from cli.shell import Shell

from .asking import report

SUPERVISED = ["supervised", "due", "in_time", "late", "unanswered", "answered_rate", "closed"]
ADVISED = ["advised", "feedback", "adopted", "partly", "not_adopted", "feedback_overdue", "adoption_rate"]
COLUMNS: dict[str, dict[str, list[str]]] = {
    "backlog": {
        "by_unit": ["unit", "begin", "added", "left", "end"],
        "by_cause": ["cause", "cases", "diagnosed", "from_ledger", "finish_late"],
        "cases": [
            *("number", "title", "received_on", "kinds", "overdue_since", "came_again_on", "unit", "officer"),
            *("cause", "cause_source", "measure", "finish_by", "sponsor", "sponsor_since", "sponsor_visits"),
            *("sponsor_reported_on", "state", "restricted"),
        ],
        "detail": ["measure", "number", "unit", "left"],
    },
    "supervision": {
        "by_situation": ["situation", *SUPERVISED],
        "by_unit": [
            *("unit", *SUPERVISED, "advised", "inspected", "average_score", "ended", "ended_inspected"),
            *("inspected_rate", "sponsored", "sponsor_visits", "receptions"),
        ],
        "by_proposal": ["proposal", *ADVISED],
        "by_body": ["body", *ADVISED],
        "by_grade": ["grade", "inspected", "scored", "average_score"],
        "by_meeting": ["meeting", "meetings"],
        "unanswered": ["number", "part", "unit", "situation", "supervised_on", "answer_by", "days_over"],
        "without_feedback": ["number", "part", "body", "proposal", "advised_on", "days"],
        "detail": ["measure", "number", "part", "unit", "weight"],
    },
    "annual": {
        "by_month": ["month", "received", "previous", "accepted", "replied", "closed", "resolved"],
        "by_content": ["content", "received", "share", "previous"],
        "by_branch": ["branch", "received", "share", "previous"],
        "by_category": ["category", "received", "share", "previous"],
        "respondents": ["respondent", "received", "previous"],
        "by_unit": [
            *("unit", "forwarded", "assigned", "due", "met_on_time", "on_time_rate"),
            *("supervised", "unanswered"),
        ],
    },
}
"""Report → list → its columns in order."""


@pytest.fixture(params=COLUMNS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def lists_of(data: dict[str, Any]) -> dict[str, Any]:
    """The lists of a report, those of a year's out of its parts."""
    return {name: rows for part in data.get("parts", [data]) for name, rows in part.items()}


def test_lists_in_json(years: Shell, kind: str) -> None:
    told = lists_of(report(years, kind, "--year 2024", "--detail"))
    for name, columns in COLUMNS[kind].items():
        assert told[name], name
        assert all(list(row) == columns for row in told[name]), name


def test_the_same_lists_in_csv(years: Shell, kind: str) -> None:
    sections = years.ok("report", kind, "--year", "2024", "--detail", "-f", "csv").out.split("\n\n")
    tables = [list(csv.reader(io.StringIO(section))) for section in sections]
    found = {rows[1][0]: rows[0][1:] for rows in tables if len(rows) > 1}
    assert {name: found[name] for name in COLUMNS[kind]} == COLUMNS[kind]


def test_words_are_for_people_and_names_for_scripts(years: Shell) -> None:
    row = years.ok("report", "backlog", "--year", "2024", "--detail", "-f", "jsonl").out
    assert '"cause": "unfinished"' in row
    assert "尚未办完" not in row
    assert "尚未办完" in years.ok("report", "backlog", "--year", "2024", "--detail").out


def test_workbook_and_page(years: Shell, kind: str) -> None:
    for suffix in ("xlsx", "html", "md"):
        years.ok("report", kind, "--year", "2024", "-o", f"{kind}.{suffix}")
        assert (years.folder / f"{kind}.{suffix}").stat().st_size > 1000
