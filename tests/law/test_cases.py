"""The cases of cases/*.toml: what was done on which day → what is owed until when, by which article.

In a case: `kind` police (if left out) or bureau; `paper` the registration's own fields, `received` among them; `acts`
day by day; then what follows. `deadlines`: all that ever ran, by name: `nominal`, `legal`, `ended` and `article`
as far as the case is about them; left out are days that do not matter, `"none"` says that there is none.
`overdue`: for a day, the names of what is overdue at its end; `lapsed`: of the rights that are over by then. `refused`: the last act is refused with this code.
`letters`: the documents that the last act calls for, in the order in which they are needed.
`own`: what the office has set about the law, in the order in which it was set: `name`, `value` and the day `on`.
"""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from xinfang.core import letters_owed
from xinfang.core.errors import Problem
from xinfang.core.terms import Kind
from xinfang.rules.deadline import Deadline
from xinfang.rules.deadlines import deadlines_of, exempted
from xinfang.rules.opinions import owes_an_opinion
from xinfang.rules.rulebook import governing

from .history import History, law_of, paper

FOLDER = Path(__file__).with_name("cases")
CASES = [
    (file.stem, case)
    for file in sorted(FOLDER.glob("*.toml"))
    for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]
]
KNOWN = {
    "why",
    "kind",
    "paper",
    "acts",
    "state",
    "state_since",
    "first_handler",
    "unit",
    "officer",
    "track",
    "code",
    "branch",
    "deadlines",
    "overdue",
    "lapsed",
}
KNOWN |= {"refused", "basis", "instruments", "exempt", "own", "outcome", "demands", "letters"}
OF_A_DEADLINE = {"started", "nominal", "legal", "missing", "ended", "article", "status", "source", "label"}


def played(case: dict[str, Any]) -> History:
    """The petition after the case's acts; a last act that must be refused is."""
    registration = dict(case["paper"])
    kind = Kind(case.get("kind", "police"))
    history = History(paper(registration.pop("received"), **registration), kind, law=law_of(case, kind))
    acts = [dict(act) for act in case.get("acts", [])]
    refused = acts.pop() if "refused" in case else None
    for act in acts:
        history.do(act.pop("act"), act.pop("on"), **act)
    if refused:
        with pytest.raises(Problem) as told:
            history.do(refused.pop("act"), refused.pop("on"), **refused)
        assert told.value.code == case["refused"], told.value
        assert told.value.basis.startswith(case.get("basis", "")), told.value
    return history


def running(history: History) -> dict[str, Deadline]:
    """Deadlines by name; the second of a name is `name 2`."""
    found: dict[str, Deadline] = {}
    for deadline in deadlines_of(history.case, history.law):
        name = deadline.limit.name
        found[name if name not in found else f"{name} {sum(key.split()[0] == name for key in found) + 1}"] = deadline
    return found


def said(deadline: Deadline, asked: str) -> Any:
    """What the deadline has under a case's key."""
    value = {
        "started": deadline.started_on,
        "nominal": deadline.nominal,
        "legal": deadline.legal,
        "missing": deadline.missing_year,
        "ended": deadline.ended_on,
        "article": deadline.limit.basis,
        "status": deadline.status.value,
        "source": deadline.limit.source,
        "label": deadline.label,
    }[asked]
    return "none" if value is None else value


@pytest.mark.parametrize(("subject", "case"), CASES, ids=[f"{subject}: {case['why']}" for subject, case in CASES])
def test_a_course_of_acts_stands_and_owes_as_the_case_says(subject: str, case: dict[str, Any]) -> None:
    history = played(case)
    now = history.case
    stands: dict[str, object] = {
        "state": now.state.value,
        "first_handler": now.first_handler,
        "unit": now.unit,
        "officer": now.officer,
        "track": now.track.value,
        "code": now.code,
        "branch": now.branch,
    }
    stands["state_since"] = now.state_since
    stands |= {"outcome": now.outcome, "demands": [demand.outcome for demand in now.demands]}
    for name, value in stands.items():
        assert case.get(name, value) == value, name
    deadlines = running(history)
    if "deadlines" in case:
        assert deadlines.keys() == case["deadlines"].keys()
        for name, expected in case["deadlines"].items():
            assert {asked: said(deadlines[name], asked) for asked in expected} == expected, name
    for day, names in case.get("overdue", {}).items():
        assert [name for name, d in deadlines.items() if d.overdue(date.fromisoformat(day))] == names, day
    for day, names in case.get("lapsed", {}).items():
        assert [name for name, d in deadlines.items() if d.lapsed(date.fromisoformat(day))] == names, day
    if "exempt" in case:
        assert [each.article for each in exempted(now, history.law.own)] == case["exempt"]
    if "letters" in case:
        last = history.entries[-1]
        assert list(letters_owed.owed(last.act, last.data, now, opinion=owes_an_opinion(now))) == case["letters"]
    if "instruments" in case:
        book = governing(now.kind, now.registration.received_on, history.law.own)
        assert [each.name for each in (book.instruments if book else ())] == case["instruments"]


def test_every_case_is_whole_and_said_once() -> None:
    for subject, case in CASES:
        assert case.keys() <= KNOWN, (subject, case)
        assert case.keys() & {"state", "deadlines", "overdue", "refused", "instruments"}, (subject, case)
        assert case.get("basis") is None or "refused" in case
        for expected in case.get("deadlines", {}).values():
            assert expected.keys() <= OF_A_DEADLINE, (subject, case)
    whys = [case["why"] for _, case in CASES]
    assert sorted(whys) == sorted(set(whys))
