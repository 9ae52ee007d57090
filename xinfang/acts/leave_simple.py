"""Leave the simple track 转普通程序: it turns out not to be simple; the days run on from the acceptance."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import BadInput, NotAllowed
from ..core.terms import Track
from .guards import ANSWERED, must_be_open, must_not_be, not_before
from .simple import trial_rules


class SimpleLeft(NamedTuple):
    """approver: who allowed the change of track 转程序审批."""

    on: date
    reason: str
    approver: str = ""


def decide(case: Case, *, reason: str = "", approver: str = "", on: date) -> SimpleLeft:
    """The fact. Only from the simple track, and before the answer."""
    must_be_open(case, on)
    must_not_be(case, ANSWERED)
    not_before(case, on, "received", "track-changed", "simple-left")
    if case.track is not Track.SIMPLE:
        raise NotAllowed(
            "E301",
            f"{case.number} 是{case.track.label}办理，不在简易办理。",
            remedy=f"xinfang show {case.number} 查看经过",
        )
    if not reason:
        raise BadInput("E105", "转普通程序要写明不宜简易办理的理由。", basis=trial_rules(), remedy="加 --reason 理由")
    return SimpleLeft(on, reason, approver)


def apply(case: Case, fact: SimpleLeft) -> Case:
    """On the ordinary track: 60 days from the original acceptance."""
    return off_the_simple(case, Track.ORDINARY, on=fact.on, about=fact.reason)


def off_the_simple(case: Case, track: Track, *, on: date, about: str = "") -> Case:
    """The case on another track than the simple one; whose days, once they ran, end with that day and not as if never begun."""
    if case.last("accepted") is None:
        return case.after(Event("track-changed", on, about=about, value=track.value), track=track)
    return case.after(Event("simple-left", on, about=about, value=track.value), track=track)
