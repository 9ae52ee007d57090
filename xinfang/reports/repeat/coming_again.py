"""Why a matter came again: what the office had left undone the day before, read from the facts of the earlier petitions.

Never why the petitioner came: nothing is asked about persons.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ...core.case import Case, Event
from ...core.terms import State, Term
from ...rules.carrying_out import carrying_out
from ...rules.deadline import Status
from ...rules.deadlines import deadlines_of
from ...rules.law import Law
from ...rules.ratings import dissatisfied

OWED = frozenset({"reply", "tell"})
"""The duties without which the petitioner hears nothing."""
ELSEWHERE = frozenset({State.REDIRECTED, State.DECLINED, State.DIVERTED, State.RETURNED})
HAS_THE_OPINION = frozenset({State.SERVED, State.REVIEW_SERVED, State.RECHECK_SERVED})
"""Open only because the petitioner may still ask for a review."""
APPEALED = frozenset({"review-asked", "recheck-asked"})


class Reason(Term):
    """In order of precedence: a matter is counted under the first that applies."""

    NO_REPLY = "no-reply", "没有按期答复"
    UNSERVED = "unserved", "答复没有送达"
    NOT_CARRIED_OUT = "not-carried-out", "支持意见没有执行"
    UNSATISFIED = "unsatisfied", "不满意或者申请复查"
    NEW_FACTS = "new-facts", "恢复办理"
    IN_TIME = "in-time", "期限内在办"
    OUTSIDE = "outside", "不属职权或另有程序"
    NONE = "none", "未见上列情形"


UNDONE = frozenset({Reason.NO_REPLY, Reason.UNSERVED, Reason.NOT_CARRIED_OUT, Reason.UNSATISFIED, Reason.NEW_FACTS})
"""What is told of a matter even where another reason comes first."""
MEANINGS: dict[Reason, str] = {
    Reason.NO_REPLY: "前件的办理期限或者告知期限已过，仍没有答复、告知；或者最近一次答复逾期",
    Reason.UNSERVED: "最近一次答复没有送达信访人",
    Reason.NOT_CARRIED_OUT: "前件答复支持、部分支持（采纳）或者达成协议，没有执行的记载，所定执行日期已过或者没有定",
    Reason.UNSATISFIED: "前件最近一次评价不满意（信访部门、有权处理机关分别看），或者曾经申请复查、复核",
    Reason.NEW_FACTS: "前件办结后恢复办理（新事实、新理由，或者原来办结不当），至期末已恢复",
    Reason.IN_TIME: "前件还在办理，期限未过",
    Reason.OUTSIDE: "前件已告知另提、不予受理（不再受理）、导入法定程序或者交还来文机关",
    Reason.NONE: "前件已答复送达或者已办结，未见上列各项",
}


class Found(NamedTuple):
    """The reason, and the petition in which it was found, as it stood the day before the matter came again.

    also: what else the office had left undone.
    """

    reason: Reason
    case: Case
    also: tuple[Reason, ...] = ()


def found(earlier: Sequence[Case], on: date, until: Sequence[Case], law: Law) -> Found:
    """Why the matter came again on `on`.

    earlier: its petitions before that one, in their order, as they stood the day before; not empty. until: the same at
    the end of the period. Of several petitions with the same reason the latest answers for it.
    """
    last = last_answered(earlier)
    asked: dict[Reason, Callable[[Case], bool]] = {
        Reason.NO_REPLY: lambda case: unheard(case, on, law) or (case is last and _answered_late(case, law)),
        Reason.UNSERVED: lambda case: case is last and _unserved(case),
        Reason.NOT_CARRIED_OUT: lambda case: _not_carried_out(case, on),
        Reason.UNSATISFIED: _unsatisfied,
        Reason.NEW_FACTS: lambda case: any(each.number == case.number and each.last("reopened") for each in until),
        Reason.IN_TIME: lambda case: case.open and case.state not in HAS_THE_OPINION,
        Reason.OUTSIDE: lambda case: case.state in ELSEWHERE,
        Reason.NONE: lambda case: True,
    }
    holding = {
        reason: case for reason, holds in asked.items() if (case := next(filter(holds, reversed(earlier)), None))
    }
    first, *others = holding
    return Found(first, holding[first], tuple(reason for reason in others if reason in UNDONE))


def unheard(case: Case, on: date, law: Law) -> bool:
    """Whether, when that day began, a day by which the petitioner had to hear something was past."""
    return any(deadline.limit.duty in OWED and deadline.overdue(on) for deadline in deadlines_of(case, law))


def since_answer(case: Case) -> Iterator[Event]:
    """What happened after the last reply, in its order."""
    place = max((place for place, event in enumerate(case.events) if event.name == "replied"), default=None)
    yield from () if place is None else case.events[place + 1 :]


def last_answered(cases: Sequence[Case]) -> Case | None:
    """The petition answered last; of several answered on that day the last received. cases: in the order received."""
    answered = [(on, place, case) for place, case in enumerate(cases) if (on := case.last("replied"))]
    return max(answered, key=lambda each: each[:2])[2] if answered else None


def _answered_late(case: Case, law: Law) -> bool:
    event = case.last_event("replied")
    # Of several demands the last may have been in time, or been diverted, and another answered too late.
    days = {answer.on for answer in _answers(case, event)} if event else set[date]()
    return any(
        deadline.limit.duty == "reply"
        and deadline.status is Status.LATE
        and deadline.ended_by in deadline.limit.met_by
        and deadline.ended_on in days
        for deadline in deadlines_of(case, law)
    )


def _answers(case: Case, whole: Event) -> list[Event]:
    """What that reply is made of: itself, and the answers to single demands since the one before it."""
    place = next(place for place, event in enumerate(case.events) if event is whole)
    before = (at for at, event in enumerate(case.events[:place]) if event.name in {"replied", "remanded"})
    answers = case.events[max(before, default=-1) + 1 : place + 1]
    return [event for event in answers if event.name in {"replied", "answered"}]


def _unserved(case: Case) -> bool:
    return not any(event.name in {"served", "remanded"} for event in since_answer(case))


def _not_carried_out(case: Case, on: date) -> bool:
    owed, done = carrying_out(case)
    if owed is None or done is not None or owed.name not in {"replied", "settled"} or case.state is State.WITHDRAWN:
        return False
    resolved = case.last("resolved")
    days = _days_set(case, owed)
    return (resolved is None or resolved < owed.on) and (not days or min(days) < on)


def _days_set(case: Case, owed: Event) -> list[date]:
    """By when what is owed is to be carried out: no day of an answer before it, nor of an agreement that broke down."""
    if owed.name == "settled":
        return [owed.until] if owed.until else []
    # Of several demands each is answered with a day of its own.
    return [event.until for event in _answers(case, owed) if event.until]


def _unsatisfied(case: Case) -> bool:
    return bool(dissatisfied(case)) or any(event.name in APPEALED for event in case.events)
