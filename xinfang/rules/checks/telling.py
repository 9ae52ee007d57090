"""Was it told, passed on, taken up and, if urgent, reported in time? (第二十二条、第二十三条、第二十五条)"""

from collections.abc import Iterator

from ...core.terms import Category, State
from ..deadline import Deadline
from .finding import Seen, Subject
from .lateness import done_late, undone


def not_told(subject: Subject) -> Iterator[Seen]:
    """The petitioner should have been told in writing and has not been."""
    for deadline in _of(subject, "tell"):
        yield from undone(deadline, subject.on, "至今没有书面告知", f"xinfang inform {subject.case.number}")


def told_late(subject: Subject) -> Iterator[Seen]:
    """The petitioner was told, or answered, only after the last lawful day."""
    for deadline in _of(subject, "tell"):
        yield from done_late(deadline, subject.on, "办")


def not_forwarded(subject: Subject) -> Iterator[Seen]:
    """The bureau did not pass it on in time."""
    for deadline in _of(subject, "route"):
        remedy = f"xinfang forward {subject.case.number} --unit 单位"
        yield from undone(deadline, subject.on, "至今没有转送、交办", remedy)
        yield from done_late(deadline, subject.on, "办")


def not_acknowledged(subject: Subject) -> Iterator[Seen]:
    """It was sent to a unit that has not signed for it."""
    case = subject.case
    if case.state not in {State.FORWARDED, State.ASSIGNED} or case.acknowledged:
        return
    if case.category is Category.ACCUSATION:
        return  # how it is taken over and told of is for the discipline organs' own rules (第二十三条第四款)
    if subject.closing and case.state is State.ASSIGNED:
        return  # whoever reported the result has taken it up
    if sent := case.last_event("forwarded", "assigned"):
        yield Seen(
            f"{sent.on} 发往{case.unit}，{(subject.on - sent.on).days} 天没有签收",
            subject.cite("object"),
            f"xinfang receive {case.number} --unit {case.unit}",
        )


def objection_late(subject: Subject) -> Iterator[Seen]:
    """An objection was raised after its working days."""
    for deadline in _of(subject, "object"):
        if (
            deadline.ended_by == "objected"
            and deadline.legal
            and deadline.ended_on
            and deadline.ended_on > deadline.legal
        ):
            yield Seen(f"{deadline.ended_on} 提出异议，异议期已于 {deadline.legal} 届满", deadline.limit.basis)


def back_and_forth(subject: Subject) -> Iterator[Seen]:
    """交来交去: it came back to the office twice or more."""
    returns = [event for event in subject.case.events if event.name == "sent-back"]
    if len(returns) > 1:
        units = "、".join(event.value or event.about for event in returns)
        yield Seen(
            f"{len(returns)} 次退回（{units}）",
            subject.cite("no-delay"),
            f"xinfang designate {subject.case.number} --decided-by 共同的上一级机关 --unit 单位"
            if subject.case.open
            else "",
        )


def urgent_unreported(subject: Subject) -> Iterator[Seen]:
    """Registered as grave and urgent, and nobody was told of it (第二十五条: 及时报告)."""
    case = subject.case
    if case.registration.urgent and not case.times("urgent-reported"):
        yield Seen(
            "登记为重大紧急，没有报告的记载",
            subject.cite("urgent"),
            f"xinfang urgent {case.number} --to 报送机关 --facts 情况",
        )


def _of(subject: Subject, duty: str) -> Iterator[Deadline]:
    return (deadline for deadline in subject.deadlines if deadline.limit.duty == duty)
