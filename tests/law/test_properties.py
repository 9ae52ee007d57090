"""Laws that hold for any history of lawful acts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given

from xinfang.acts import replay
from xinfang.acts.registry import PETITION_ACTS, fact_of, module_of
from xinfang.acts.retract import NEVER
from xinfang.core.case import Case
from xinfang.core.codec import to_data
from xinfang.core.errors import Problem
from xinfang.core.terms import ENDED, Kind, State
from xinfang.rules.calendar import Calendar, read_plan
from xinfang.rules.deadlines import deadlines_of
from xinfang.rules.law import Law

from .history import LAW, History
from .tries import DETAILS, Try, attempts, histories, kinds, laws, papers, tried

BESIDE = {
    "supervise",
    "advise",
    "adopt",
    "sponsor",
    "diagnose",
    "urgent",
    "leader-visit",
    "inspect",
    "rate",
    "follow-up",
}
BESIDE |= {"procedure", "link", "unlink"}
"""What is done beside the procedure: in any state of a petition that was not registered by mistake, and moving none."""
LATER = {"carry-out", "resolve", "care", "assist"}
"""What may follow the end, and leaves the state as it is."""
ENDS = {
    "withdraw": State.WITHDRAWN,
    "conclude": State.CONCLUDED,
    "close": State.CLOSED,
    "decline": State.DECLINED,
    "redirect": State.REDIRECTED,
}
ANSWERS = {"reply": State.REPLIED, "review": State.REVIEWED, "recheck": State.RECHECKED}
ASKED = {"ask-review": State.REVIEWING, "ask-recheck": State.RECHECKING}
BEFORE_THE_REQUEST = {
    "review": {State.SERVED, State.CLOSED, State.LAPSED},
    "recheck": {State.REVIEW_SERVED, State.CLOSED, State.LAPSED},
}
"""Where a request that is not taken up leaves the petition: where it was."""
SERVED = {
    State.REPLIED: {State.SERVED},
    State.REVIEWED: {State.REVIEW_SERVED, State.ACCEPTED},
    State.RECHECKED: {State.RECHECK_SERVED, State.ACCEPTED},
}
"""What was made → where its service leads: an opinion that sets aside the one before it has it handled anew."""
IN_HAND = {State.REGISTERED, State.INFORMED, State.FORWARDED, State.ASSIGNED, State.ACCEPTED, State.DISPUTED}
AT_THE_DOOR = {State.DECLINED, State.REDIRECTED, State.RETURNED, State.DIVERTED}
ANYTIME = {State.CLOSED, State.WITHDRAWN}
TAKEN_UP_AGAIN = {State.REGISTERED, State.INFORMED, State.FORWARDED, State.ASSIGNED, State.ACCEPTED}
MAY_FOLLOW: dict[State, set[State]] = {
    **dict.fromkeys(
        (State.REGISTERED, State.INFORMED, State.FORWARDED, State.ASSIGNED, State.DISPUTED, State.OBJECTED),
        IN_HAND | AT_THE_DOOR | ANYTIME | {State.OBJECTED, State.REPLIED, State.SETTLED},
    ),
    State.ACCEPTED: ANYTIME | {State.FORWARDED, State.DISPUTED, State.DIVERTED, State.REPLIED, State.SETTLED},
    State.SETTLED: IN_HAND | ANYTIME | {State.REVIEWING, State.RECHECKING},
    State.REPLIED: ANYTIME | {State.SERVED},
    State.SERVED: ANYTIME | {State.REVIEWING, State.LAPSED},
    State.REVIEWING: ANYTIME | {State.REVIEWED, State.SETTLED, State.SERVED, State.LAPSED},
    State.REVIEWED: ANYTIME | {State.REVIEW_SERVED, State.ACCEPTED},
    State.REVIEW_SERVED: ANYTIME | {State.RECHECKING, State.LAPSED},
    State.RECHECKING: ANYTIME | {State.RECHECKED, State.SETTLED, State.REVIEW_SERVED, State.LAPSED},
    State.RECHECKED: ANYTIME | {State.RECHECK_SERVED, State.ACCEPTED},
    State.RECHECK_SERVED: {State.CONCLUDED, State.CLOSED},
    State.CLOSED: TAKEN_UP_AGAIN | {State.REVIEWING, State.RECHECKING},
    State.LAPSED: TAKEN_UP_AGAIN | {State.REVIEWING, State.RECHECKING},
    **dict.fromkeys(
        (State.DECLINED, State.REDIRECTED, State.RETURNED, State.DIVERTED, State.WITHDRAWN, State.CONCLUDED),
        TAKEN_UP_AGAIN,
    ),
    State.VOID: set(),
}
"""The state machine of the procedure, one act further."""
NOTHING_MOVES = {"note", "inform", "reveal"}
"""Acts from which no deadline can start or move (2022 and 2005 alike)."""


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
        case = history.case
        if attempt.act in {"reply", "divert"} and not all(demand.done for demand in case.demands):
            assert case.state is before.state, "one of several demands is done"
        elif attempt.act == "divert":
            answered = any(demand.outcome != "diverted" for demand in case.demands)
            assert case.state is (State.REPLIED if answered else State.DIVERTED), attempt
        elif attempt.act == "conclude":
            assert case.state is (State.LAPSED if attempt.details.get("lapsed") else State.CONCLUDED), attempt
        elif attempt.act == "settle-request":
            level = ("review", State.REVIEWING) if before.state is State.REVIEWING else ("recheck", State.RECHECKING)
            assert before.state is level[1]
            taken_up = attempt.details["accepted"]
            assert case.state in ({level[1]} if taken_up else BEFORE_THE_REQUEST[level[0]]), attempt
        elif attempt.act in ENDS:
            assert case.state is ENDS[attempt.act], attempt
        elif attempt.act == "reopen":
            assert case.open and before.state in ENDED
        elif attempt.act in ANSWERS | ASKED:
            assert case.state is (ANSWERS | ASKED)[attempt.act], attempt
        elif attempt.act == "serve":
            assert case.state in SERVED[before.state], attempt
        elif attempt.act in LATER or (
            before.state in {State.REPLIED, State.SERVED} and attempt.act not in {"retract", "close"}
        ):
            assert case.state is before.state, attempt
        assert case.state in State


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


@given(histories())
def test_days_never_go_back(history: History) -> None:
    days = [day for day, _ in history.steps]
    assert days == sorted(days)
    received = history.case.registration.received_on
    assert days[0] == received
    assert replay.case_on(history.entries, received - timedelta(days=1)) is None


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


def moved(before: Case, after: Case, calendar: Calendar = LAW.calendar) -> bool:
    """Whether any deadline of `before` and `after` differs in start or due days."""
    return days_of(before, calendar) != days_of(after, calendar)


def days_of(case: Case, calendar: Calendar) -> list[tuple[str, date, date | None, date | None]]:
    """What a deadline is in days."""
    return [(d.limit.name, d.started_on, d.nominal, d.legal) for d in deadlines_of(case, Law(calendar))]


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


PLAN_2027 = read_plan(
    """
year = 2027
notice = "试验用，非正式安排"
title = "2027年部分节假日安排（试验用）"
notice_source = "MEMORY"
[[holiday]]
name = "元旦"
off = { from = 2027-01-01, to = 2027-01-03 }
[[holiday]]
name = "劳动节"
off = { from = 2027-05-01, to = 2027-05-05 }
[[holiday]]
name = "国庆节"
off = { from = 2027-10-01, to = 2027-10-07 }
""",
    "2027.toml",
)


@given(histories())
def test_a_new_plan_moves_only_what_was_unverified(history: History) -> None:
    before = deadlines_of(history.case, LAW)
    after = deadlines_of(history.case, Law(LAW.calendar.with_plan(PLAN_2027)))
    for old, new in zip(before, after, strict=True):
        if old.missing_year == PLAN_2027.year:
            assert new.legal is not None
            assert old.nominal in (None, new.nominal)
        else:
            assert (old.nominal, old.legal) == (new.nominal, new.legal)


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
