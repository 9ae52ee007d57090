"""In any history of lawful acts a deadline starts and moves by what the law says starts and moves it, and by nothing else."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from made_up_plan import PLAN_2027

from xinfang.core.case import Case
from xinfang.core.terms import Kind
from xinfang.rules.calendar import read_plan
from xinfang.rules.deadlines import deadlines_of
from xinfang.rules.law import Law

from .history import LAW, History
from .state_machine import ENDS, LATER
from .stories import Try
from .tries import attempts, histories, kinds, papers, tried

NOTHING_MOVES = {"note", "inform", "reveal"}
"""Acts from which no deadline can start or move (2022 and 2005 alike)."""
PLAN = read_plan(PLAN_2027, "2027.toml")


@given(histories())
def test_no_extension_passes_acceptance_and_ninety_days(history: History) -> None:
    for deadline in deadlines_of(history.case, LAW):
        if deadline.limit.name == "reply" and deadline.nominal:
            assert deadline.started_on == history.case.last("accepted")
            assert deadline.nominal <= deadline.started_on + timedelta(days=90)
            assert len(deadline.extensions) <= 1
        elif deadline.limit.duty == "police":
            assert len(deadline.extensions) <= 1
        elif deadline.limit.counts != "given":
            assert not deadline.extensions


def moved(before: Case, after: Case) -> bool:
    """Whether any deadline of `before` and `after` differs in start or due days."""
    return days_of(before) != days_of(after)


def days_of(case: Case) -> list[tuple[str, date, date | None, date | None]]:
    """What a deadline is in days."""
    return [(d.limit.name, d.started_on, d.nominal, d.legal) for d in deadlines_of(case, LAW)]


@given(papers, kinds, attempts)
def test_no_deadline_moves_but_by_an_act_that_may_move_it(paper_: Any, kind: Kind, wanted: list[Try]) -> None:
    history = History(paper_, kind)
    for attempt, before in tried(history, wanted):
        ends = {"reply", "close", "decline", "redirect", "reopen", "object"} | LATER | ENDS.keys()
        # An answer that names a day by which it is to be carried out starts a limit of its own.
        if attempt.act in NOTHING_MOVES | ends and not attempt.details.get("perform_by"):
            assert not moved(before, history.case), attempt
        if attempt.act == "extend":
            assert moved(before, history.case)
        if attempt.act == "retract" and history.entries[-1].data["act"] in NOTHING_MOVES:
            assert not moved(before, history.case)


@given(histories())
def test_a_new_plan_moves_only_what_was_unverified(history: History) -> None:
    before = deadlines_of(history.case, LAW)
    after = deadlines_of(history.case, Law(LAW.calendar.with_plan(PLAN)))
    for old, new in zip(before, after, strict=True):
        if old.missing_year == PLAN.year:
            assert new.legal is not None
            assert old.nominal in (None, new.nominal)
        else:
            assert (old.nominal, old.legal) == (new.nominal, new.legal)
