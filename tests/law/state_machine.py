"""The procedure as the law draws it: which act leads where, and what may follow what."""

from __future__ import annotations

from xinfang.core.case import Case
from xinfang.core.terms import State

from .stories import Try

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
    "procedure",
    "link",
    "unlink",
}
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
ASKED = {"ask-review": State.REVIEWING, "ask-recheck": State.RECHECKING}
ANSWERS = {"reply": State.REPLIED, "review": State.REVIEWED, "recheck": State.RECHECKED}
LEADS = ENDS | ASKED | ANSWERS
BEFORE_THE_REQUEST = {
    State.REVIEWING: {State.SERVED, State.CLOSED, State.LAPSED},
    State.RECHECKING: {State.REVIEW_SERVED, State.CLOSED, State.LAPSED},
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


def leads_to(attempt: Try, before: Case, after: Case) -> set[State]:
    """The states to which the act may have led; all of them where nothing is said of it."""
    act = attempt.act
    if act in {"reply", "divert"} and not all(demand.done for demand in after.demands):
        return {before.state}  # one of several demands is done
    if act == "divert":
        answered = any(demand.outcome != "diverted" for demand in after.demands)
        return {State.REPLIED if answered else State.DIVERTED}
    if act == "conclude":
        return {State.LAPSED if attempt.details.get("lapsed") else State.CONCLUDED}
    if act == "settle-request":
        not_taken_up = BEFORE_THE_REQUEST[before.state]
        return {before.state} if attempt.details["accepted"] else not_taken_up
    if act in LEADS:
        return {LEADS[act]}
    if act == "serve":
        return SERVED[before.state]
    answered_already = before.state in {State.REPLIED, State.SERVED} and act not in {"retract", "close", "reopen"}
    return {before.state} if act in LATER or answered_already else set(State)
