"""Facts from one row of an outside ledger: what it says was done, as it says it was done.

No guard is asked: the history was made elsewhere, and where it was not lawful the time limits will show it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from ..core.case import Case
from ..core.petition import Registration
from ..core.terms import Category, Kind, Outcome
from . import accept, assign, classify, close, inform, register, reply, serve

IMPORTED = "随台账导入"
APPLY: dict[str, Callable[..., Case]] = {
    "classify": classify.apply,
    "inform": inform.apply,
    "accept": accept.apply,
    "assign": assign.apply,
    "reply": reply.apply,
    "serve": serve.apply,
    "close": close.apply,
}
Facts = list[tuple[str, Any]]
"""Act and fact, in the order in which they are written down."""


def facts_of(
    registration: Registration,
    *,
    kind: Kind,
    category: Category | None,
    route: int | None,
    code: str,
    unit: str,
    officer: str,
    informed: date | None,
    accepted: date | None,
    told: bool,
    replied: date | None,
    outcome: Outcome | None,
    reply_text: str,
    served: date | None,
    closed: date | None,
) -> Facts:
    """The registration and what followed it, by business day.

    told: whether acceptance counts as telling; it does not where the ledger has a column of its own for telling.
    A unit that had it without accepting it was assigned it, on the day received for want of a better one.
    """
    received = registration.received_on
    facts: Facts = [("register", register.Registered(received, kind, registration))]
    # Only an appeal has one of the six routes (第三十一条): who writes the route has said the category.
    if category is None and route is not None:
        category = Category.APPEAL
    if category is not None or code:
        facts.append(("classify", classify.Classified(received, category, route, code)))
    if informed is not None:
        facts.append(("inform", inform.Informed(informed)))
    if accepted is not None:
        facts.append(("accept", accept.Accepted(accepted, unit, told, officer)))
    elif officer or unit not in ("", registration.first_unit):
        facts.append(("assign", assign.Assigned(received, unit or registration.first_unit, (), officer)))
    if replied is not None:
        facts.append(("reply", reply.Replied(replied, outcome, reply_text)))
    if served is not None:
        facts.append(("serve", serve.Served(served)))
    if closed is not None:
        facts.append(("close", close.Closed(closed, IMPORTED)))
    return facts


def steps_of(number: str, facts: Facts) -> Sequence[tuple[date, Case]]:
    """The case after each fact, as acts/replay.steps gives it for the same facts read back from the ledger."""
    (_, registered), *later = facts
    case = register.apply(number, registered)
    steps = [(case.registration.received_on, case)]
    for act, fact in sorted(later, key=lambda item: item[1].on):
        case = APPLY[act](case, fact)
        steps.append((max(fact.on, registered.registration.received_on), case))
    return steps
