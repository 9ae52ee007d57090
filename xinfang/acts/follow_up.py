"""Follow-up 回访: the petitioner is asked how it went and whether it was done."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import BadInput
from ..core.oversight import FollowUpWay
from .guards import must_stand


class FollowedUp(NamedTuple):
    """satisfied: what the petitioner said, None if he did not say. It is no rating: that is his own act (rate)."""

    on: date
    way: FollowUpWay
    satisfied: bool | None = None
    text: str = ""


def decide(case: Case, *, way: FollowUpWay, satisfied: bool | None = None, text: str = "", on: date) -> FollowedUp:
    """The fact, in any state of the petition."""
    must_stand(case, on)
    if satisfied is None and not text:
        raise BadInput("E105", "回访情况没有填。", remedy="加 --satisfied、--dissatisfied 或 --text 情况")
    return FollowedUp(on, way, satisfied, text)


def apply(case: Case, fact: FollowedUp) -> Case:
    """The petition stays as it is."""
    value = {True: "satisfied", False: "dissatisfied", None: ""}[fact.satisfied]
    return case.after(Event("followed-up", fact.on, about=fact.way.label, value=value))
