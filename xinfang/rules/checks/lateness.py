"""A last lawful day that is over, in the words of every check: what has not been done by it, and what was done after it."""

from collections.abc import Iterator
from datetime import date

from ..deadline import Deadline
from .finding import Seen


def undone(deadline: Deadline, on: date, what: str, remedy: str, *, whose: str = "") -> Iterator[Seen]:
    """Where it is overdue at the end of `on`: what has not been done, and the command that does it."""
    if deadline.overdue(on):
        yield Seen(f"{whose}{deadline.label}已于 {deadline.legal} 届满，{what}", deadline.limit.basis, remedy)


def done_late(deadline: Deadline, on: date, done: str, *, whose: str = "") -> Iterator[Seen]:
    """Where it ended by `on`, but late: what ended it, and how many calendar days after the last lawful day."""
    if deadline.ended_on and deadline.legal and deadline.legal < deadline.ended_on <= on:
        late = (deadline.ended_on - deadline.legal).days
        words = f"{whose}{deadline.label} {deadline.legal} 届满，{deadline.ended_on} 才{done}，迟 {late} 天"
        yield Seen(words, deadline.limit.basis)
