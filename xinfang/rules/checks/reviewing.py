"""Did the next levels up review and recheck in time? (第三十五、三十六条)"""

from collections.abc import Iterator

from ...core.events import EVENTS
from .finding import Seen, Subject
from .lateness import done_late, undone

DECIDING = frozenset({"review", "recheck"})
"""The limits, named as the acts that meet them."""


def review_late(subject: Subject) -> Iterator[Seen]:
    """The body that was asked has let its time pass: it has not decided, or decided late."""
    for deadline in subject.deadlines:
        if deadline.limit.name not in DECIDING or deadline.legal is None:
            continue
        whose = f"{deadline.whom or '上一级机关、单位'}的"
        over = (subject.on - deadline.legal).days
        remedy = f"xinfang {deadline.limit.name} {subject.case.number} --outcome 意见"
        yield from undone(deadline, subject.on, f"超期 {over} 天", remedy, whose=whose)
        yield from done_late(deadline, subject.on, EVENTS.get(deadline.ended_by, ""), whose=whose)


def hearing_open(subject: Subject) -> Iterator[Seen]:
    """A hearing holds the recheck's days past what was their end: how long it took is to be written down (第三十六条第二款)."""
    for deadline in subject.deadlines:
        past = deadline.counted and deadline.counted.legal and deadline.counted.legal < subject.on
        if deadline.held_since and past:
            yield Seen(
                f"{deadline.held_since} 起听证，{deadline.label}停算，至今没有记听证结束",
                subject.cite("recheck-hearing"),
                f"xinfang hear {subject.case.number} finish --conclusion 结论",
            )
