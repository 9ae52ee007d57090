"""Any history of lawful acts survives the ledger, adds up, and can be taken back step by step."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import given

from xinfang.acts import replay
from xinfang.acts.registry import PETITION_ACTS, fact_of, module_of
from xinfang.acts.retract import NEVER
from xinfang.core.codec import to_data
from xinfang.core.errors import Problem
from xinfang.core.terms import Kind

from .history import History
from .stories import Try
from .tries import DETAILS, attempts, histories, kinds, papers, tried


@given(histories())
def test_every_fact_survives_the_ledger(history: History) -> None:
    """`write` compares each fact with what comes back from JSON; what came back is written again to the letter."""
    for entry in history.entries:
        assert to_data(fact_of(entry)) == entry.data
        assert fact_of(entry).on == entry.on


@given(papers, kinds, attempts)
def test_acts_in_the_order_of_their_days_add_up_step_by_step(paper_: Any, kind: Kind, wanted: list[Try]) -> None:
    """Replay of the ledger is what applying each fact to the case so far gives, where nothing was late or undone."""
    history = History(paper_, kind)
    case = history.case
    latest = paper_.received_on
    for attempt in wanted:
        day = paper_.received_on + timedelta(days=attempt.day)
        if day < latest or attempt.act in {"retract", "correct"}:
            continue
        try:
            entry = history.do(attempt.act, day, **attempt.details)
        except Problem:
            continue
        latest = day
        case = module_of(entry.act).apply(case, fact_of(entry))
        assert case == history.case


def test_every_act_of_a_petition_is_tried() -> None:
    """An act that no history tries would be outside every law of this file; registering begins each, looking changes none."""
    assert DETAILS.keys() == PETITION_ACTS.keys() - {"register", "reveal"}


@given(histories())
def test_days_never_go_back(history: History) -> None:
    days = [day for day, _ in history.steps]
    assert days == sorted(days)
    received = history.case.registration.received_on
    assert days[0] == received
    assert replay.case_on(history.entries, received - timedelta(days=1)) is None


@given(papers, kinds, attempts)
def test_retracting_the_last_act_restores_what_was_before(paper_: Any, kind: Kind, wanted: list[Try]) -> None:
    history = History(paper_, kind)
    for attempt, before in tried(history, wanted):
        if attempt.act in {"retract", *NEVER}:
            continue
        kept = list(history.entries)
        history.do("retract", kept[-1].on, turn=kept[-1].turn)
        assert history.case == before
        assert len(history.entries) == len(kept) + 1
        history.entries[:] = kept
