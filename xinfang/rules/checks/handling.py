"""Was it handled in time, and was more time taken as the law allows? (第三十四条)"""

from collections.abc import Iterator
from datetime import date

from ...core.events import EVENTS
from ...core.terms import Category, State
from ..articles import knows
from .finding import Seen, Subject
from .lateness import done_late, undone

HANDLING = frozenset(
    {"classify", "accept", "decline", "redirect", "divert", "forward", "assign", "simple", "leave-simple", "extend"}
    | {"hear", "mediate", "reply", "close"}
)
"""What is decided about the petition; what is only taken down, such as a note or a request, anybody may write."""


def not_classified(subject: Subject) -> Iterator[Seen]:
    """It is in hand without having been classified, or as an appeal without its route: an imported ledger may not say it."""
    case = subject.case
    received_on = case.registration.received_on
    passed_on = (case.state is State.FORWARDED or case.told_elsewhere) and case.last("accepted") is None
    unsorted = case.category is None and not case.demands and knows("categories", received_on)
    if unsorted and case.open and not passed_on:
        yield Seen("还没有甄别分类", subject.cite("categories"), f"xinfang classify {case.number} --category 类别")
    unrouted = case.category is Category.APPEAL and case.route is None and knows("routes", received_on)
    if unrouted and case.open and not passed_on:
        again = f"demand {case.number} --part 1" if case.demands else f"classify {case.number}"
        what = "申诉求决没有写明办理途径，办理期限无从起算"
        yield Seen(what, subject.cite("routes"), f"xinfang {again} --category appeal --route 途径")


def over_time(subject: Subject) -> Iterator[Seen]:
    """The time to answer has passed: unanswered still, or answered late."""
    for deadline in subject.deadlines:
        if deadline.limit.duty != "reply" or deadline.legal is None:
            continue
        over = (subject.on - deadline.legal).days
        which = f" --demand {deadline.part}" if deadline.part else ""
        remedy = f"xinfang reply {subject.case.number}{which} --outcome 意见"
        yield from undone(deadline, subject.on, f"超期 {over} 天没有办结", remedy)
        done = "办结" if deadline.ended_by in deadline.limit.met_by else EVENTS.get(deadline.ended_by, "")
        yield from done_late(deadline, subject.on, done)


def refused_wrongly(subject: Subject) -> Iterator[Seen]:
    """It was not taken up, and then was after all: perhaps it belonged here from the start (属于职权范围而不予受理)."""
    refused_on: date | None = None
    for event in subject.case.events:
        if event.name == "declined":
            refused_on = event.on
        elif event.name == "reopened" and refused_on:
            what = f"{refused_on} 不予受理或者不再受理，{event.on} 又恢复办理"
            yield Seen(what, subject.cite("s-wrong-refusal"))
            refused_on = None


def report_late(subject: Subject) -> Iterator[Seen]:
    """The report asked for by a given day was not made, or was late."""
    for deadline in subject.deadlines:
        if deadline.limit.duty != "report":
            continue
        remedy = f"xinfang reply {subject.case.number} --outcome 意见"
        yield from undone(deadline, subject.on, "没有反馈办理结果", remedy)
        if deadline.ended_by in deadline.limit.met_by:
            yield from done_late(deadline, subject.on, "反馈")


def extension_unfounded(subject: Subject) -> Iterator[Seen]:
    """More time was taken without approval or reason, or after the time had run out."""
    for entry in subject.facts("extend"):
        basis = subject.cite("reply-limit")
        if not entry.data.get("approver") or not entry.data.get("reason"):
            yield Seen(f"{entry.on} 延期没有写明批准人或者理由", basis)
        for deadline in subject.deadlines:
            own = any(event.on == entry.on for event in deadline.extensions)
            before = deadline.counted.legal if own and deadline.counted else None
            if before and entry.on > before:
                yield Seen(f"{entry.on} 才批准延期，原期限已于 {before} 届满", basis)


def extension_not_told(subject: Subject) -> Iterator[Seen]:
    """The petitioner was not told why more time was taken."""
    for entry in subject.facts("extend"):
        if entry.data.get("told", True):
            continue
        later = [note for note in subject.entries if note.act == "inform" and note.on >= entry.on]
        if not later:
            yield Seen(
                f"{entry.on} 延期，没有告知信访人延期理由",
                subject.cite("reply-limit"),
                f"xinfang inform {subject.case.number}",
            )


def recused_handling(subject: Subject) -> Iterator[Seen]:
    """Who was recused decided something about it all the same, by the name under which it was written down."""
    recused: set[str] = set()
    for entry in subject.entries:
        if entry.act == "recuse":
            recused.add(entry.data["officer"])
        elif entry.act in HANDLING and entry.by in recused:
            what = f"{entry.by}已经回避，{entry.on} 的第 {entry.turn} 条仍记为由其办理（由别人办的，记的时候写 --by）"
            yield Seen(what, subject.cite("recusal"))
