"""In any history of lawful acts a petition goes from state to state as the procedure allows, and no other way."""

from __future__ import annotations

from typing import Any

from hypothesis import given

from xinfang.core.terms import ENDED, Kind, State
from xinfang.rules.deadlines import deadlines_of
from xinfang.rules.law import Law

from .history import LAW, History
from .state_machine import ASKED, BESIDE, LATER, MAY_FOLLOW, leads_to
from .stories import Try
from .tries import attempts, kinds, laws, papers, tried


@given(papers, kinds, laws, attempts)
def test_no_sequence_ends_in_a_state_the_law_does_not_know(
    paper_: Any, kind: Kind, law: Law, wanted: list[Try]
) -> None:
    """Lawful or refused, under whatever the office has set: the state is one of the procedure's, and nothing else moves."""
    history = History(paper_, kind, law=law)
    for attempt, before in tried(history, wanted):
        assert history.case.state in MAY_FOLLOW[before.state] | {before.state, State.VOID} or attempt.act in {
            "retract",
            "correct",
        }, (before.state, attempt, history.case.state)


@given(papers, kinds, attempts)
def test_an_act_leads_where_it_says(paper_: Any, kind: Kind, wanted: list[Try]) -> None:
    history = History(paper_, kind)
    for attempt, before in tried(history, wanted):
        assert history.case.state in leads_to(attempt, before, history.case), attempt
        if attempt.act == "reopen":
            assert history.case.open and before.state in ENDED


@given(papers, kinds, attempts)
def test_nothing_happens_to_what_has_ended(paper_: Any, kind: Kind, wanted: list[Try]) -> None:
    """Read by business day, between an end and the taking up again there is nothing but what ends, notes or looks."""
    history = History(paper_, kind)
    for attempt, before in tried(history, wanted):
        if not before.open:
            # A notice or an extension from before the end may be written down after it (补录).
            late = {"inform", "extend", "receive"} if history.entries[-1].on < before.state_since else set()
            assert attempt.act in {"reopen", "retract", "note", "correct"} | BESIDE | LATER | ASKED.keys() | late | {
                "letter"
            }, attempt
        if before.state is State.VOID:
            assert attempt.act in {"note", "retract"}, attempt


@given(papers, kinds, attempts)
def test_what_is_done_beside_the_procedure_moves_nothing(paper_: Any, kind: Kind, wanted: list[Try]) -> None:
    """The petition stands as it stood, with whoever had it, and what it owed it owes until the same days."""
    history = History(paper_, kind)
    for attempt, before in tried(history, wanted):
        if attempt.act not in BESIDE:
            continue
        after = history.case
        assert (after.state, after.state_since, after.unit) == (before.state, before.state_since, before.unit), attempt
        owed = [
            d for d in deadlines_of(after, LAW) if d.limit.duty not in {"supervision", "advice", "rating", "police"}
        ]
        assert owed == [
            d for d in deadlines_of(before, LAW) if d.limit.duty not in {"supervision", "advice", "rating", "police"}
        ], attempt
