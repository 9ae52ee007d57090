"""Was what was done written down when it was done, and what was decided on a numbered document?"""

from collections.abc import Iterator

from ...core.entry import Entry
from ..opinions import decided_by_opinion, owes_an_opinion, set_aside
from .finding import Seen, Subject


def registered_late(subject: Subject) -> Iterator[Seen]:
    """It lay about before it was registered; the law names no days, the office's own for late entries are taken."""
    paper = subject.case.registration
    days = (subject.case.registered_on - paper.received_on).days
    if days > subject.number("late-entry-days"):
        yield Seen(
            f"{paper.received_on} 收到，{subject.case.registered_on} 才登记，晚 {days} 天",
            subject.cite("s-unregistered"),
        )


def entered_late(subject: Subject) -> Iterator[Seen]:
    """Something was written down many days after it was done."""
    # A document bears the day of its act, whenever it is made.
    may = subject.number("late-entry-days")
    # Nor could a step of the police before the petition came in be written down in it any sooner.
    came = subject.case.registration.received_on
    since = [
        entry
        for entry in subject.entries
        if entry.act != "letter" and not (entry.act == "procedure" and entry.on < came)
    ]
    late = [entry for entry in since if entry.days_late > may]
    if late:
        worst = max(late, key=lambda entry: entry.days_late)
        yield Seen(
            f"{len(late)} 条补录，最晚的一条（第 {worst.turn} 条，{worst.on}）晚 {worst.days_late} 天",
            subject.cite("promptly"),
        )


def document_missing(subject: Subject) -> Iterator[Seen]:
    """An answer, a review or a recheck was made without a document that has a number."""
    for last, kind, word in (
        (_opinion(subject), "opinion", "信访处理意见书"),
        (subject.facts("review")[-1:], "review-opinion", "复查意见书"),
        (subject.facts("recheck")[-1:], "recheck-opinion", "复核意见书"),
    ):
        if last and not subject.numbered(last, kind):
            yield Seen(
                f"{word}没有文号，也没有用本工具制作",
                subject.cite("opinion"),
                f"xinfang letter {subject.case.number} {kind}",
            )


def _opinion(subject: Subject) -> list[Entry]:
    """The answers that an opinion gave, as far as it stands; one to an accusation or a suggestion beside it needs none."""
    case = subject.case
    parts = {entry.data.get("demand", 0) for entry in subject.answers}
    asked = [demand for demand in case.demands if 0 in parts or demand.part in parts]
    wanted = any(decided_by_opinion(case, demand) for demand in asked) if asked else owes_an_opinion(case)
    return subject.answers if wanted and not set_aside(case) else []
