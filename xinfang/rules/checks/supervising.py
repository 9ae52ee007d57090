"""Were supervisions answered and advice taken, secrets kept, and the ledger kept up? (第三十条、第四十条)"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ...core.entry import Entry
from ...core.events import EVENTS
from ...core.oversight import RatedBody, Rating, Situation
from ...core.terms import Category
from ..accused import met
from ..articles import cite
from ..opinions import decided_by_opinion, owes_an_opinion
from .finding import Seen, Subject

ADVICE_DAYS = timedelta(days=30)
"""How long advice may wait: 2005 第三十六条第二款; the instrument of 2022 names no days, practice keeps to these."""
SENT = frozenset({"forwarded", "assigned", "accepted", "designated"})
OVER = frozenset({"closed", "concluded"})
"""办结, 三级终结."""


def supervision_unanswered(subject: Subject) -> Iterator[Seen]:
    """A supervision was opened and neither answered nor closed."""
    yield from _unanswered(
        subject,
        "supervised",
        ("supervision-answered", "supervision-closed"),
        "督办",
        "supervise {} --answered --part {}",
    )


def advice_unanswered(subject: Subject) -> Iterator[Seen]:
    """Nobody has written what became of a piece of advice."""
    yield from _unanswered(subject, "advised", ("advice-answered",), "建议", "adopt {} --part {} --result adopted")


def reached_the_accused(subject: Subject) -> Iterator[Seen]:
    """An accusation went to the accused, as it shows now: what is known of them may have come later."""
    case = subject.case
    if case.category is not Category.ACCUSATION:
        return
    for event in case.events:
        if event.name in SENT and (why := met(case.registration, subject.office, unit=event.value or event.about)):
            yield Seen(f"{event.on} {EVENTS[event.name]}: {why}", cite("secrecy", case.registration.received_on))


def urgent_unreported(subject: Subject) -> Iterator[Seen]:
    """Registered as grave and urgent, and nobody was told of it (第二十五条: 及时报告)."""
    case = subject.case
    if case.registration.urgent and not case.times("urgent-reported"):
        yield Seen(
            "登记为重大紧急，没有报告的记载",
            cite("urgent", case.registration.received_on),
            f"xinfang urgent {case.number} --to 报送机关 --facts 情况",
        )


def dissatisfied(subject: Subject) -> Iterator[Seen]:
    """The petitioner, asked, was not content; each body as it was rated last. Not what was supervised for it since."""
    last = {entry.data["rated_body"]: entry for entry in subject.facts("rate")}
    for body, entry in last.items():
        if entry.data["rating"] == Rating.DISSATISFIED.value and entry.on > _supervised_on(subject, Situation.REPEAT):
            word = next(each.label for each in RatedBody if each.value == body)
            yield Seen(f"{entry.on} 对{word}评价不满意", cite("rating", subject.case.registration.received_on))


def came_again(subject: Subject) -> Iterator[Seen]:
    """The matter was raised again soon after its end: within the days that the office watches it (`watched-days`).

    Not what was supervised for it since.
    """
    case = subject.case
    ended_on = max((event.on for event in case.events if event.name in OVER), default=None)
    if ended_on is None or case.open:
        return
    watched_until = ended_on + timedelta(days=subject.number("watched-days"))
    seen = max(ended_on, _supervised_on(subject, Situation.REPEAT))
    soon = [day for day in subject.again if seen < day <= watched_until]
    if soon:
        yield Seen(
            f"{ended_on} 办结，{soon[0]} 起同一事项又来信访 {len(soon)} 件",
            cite("supervise", case.registration.received_on),
            f"xinfang supervise {case.number} --situation s-repeat --text 要求 --answer-by 日期",
        )


def _supervised_on(subject: Subject, situation: Situation) -> date:
    """The last day on which it was supervised for that situation."""
    days = (event.on for event in subject.case.events if event.name == "supervised" and event.value == situation)
    return max(days, default=date.min)


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
            cite("promptly", subject.case.registration.received_on),
        )


def document_missing(subject: Subject) -> Iterator[Seen]:
    """An answer, a review or a recheck was made without a document that has a number."""
    case = subject.case
    made = {event.value for event in case.events if event.name == "lettered"}
    for act, kind, word in (
        ("reply", "opinion", "信访处理意见书"),
        ("review", "review-opinion", "复查意见书"),
        ("recheck", "recheck-opinion", "复核意见书"),
    ):
        # Of several demands one numbered opinion may answer all; what else is answered, an accusation say, needs none.
        last = subject.facts(act)[-max(1, len(case.demands)) if act == "reply" else -1 :]
        numbered = kind in made or any(entry.data.get("document") for entry in last)
        if last and not numbered and (act != "reply" or _of_an_opinion(subject, last)):
            yield Seen(
                f"{word}没有文号，也没有用本工具制作",
                cite("opinion", case.registration.received_on),
                f"xinfang letter {case.number} {kind}",
            )


def _of_an_opinion(subject: Subject, replies: Sequence[Entry]) -> bool:
    """Whether one of the answers is one that the law wants in an opinion; that to a suggestion beside it is none."""
    case = subject.case
    parts = {entry.data.get("demand", 0) for entry in replies}
    asked = [demand for demand in case.demands if 0 in parts or demand.part in parts]
    return any(decided_by_opinion(case, demand) for demand in asked) if asked else owes_an_opinion(case)


def _unanswered(subject: Subject, opened: str, answered: tuple[str, ...], word: str, command: str) -> Iterator[Seen]:
    case = subject.case
    done = {event.part for event in case.events if event.name in answered}
    for event in case.events:
        waits = subject.on <= (event.until or event.on + ADVICE_DAYS) and not subject.closing
        if event.name == opened and event.part not in done and not waits:
            days = (subject.on - event.on).days
            yield Seen(
                f"{event.on} 的{word}（第 {event.part} 号）{days} 天没有书面答复",
                cite("advice-feedback", case.registration.received_on),
                f"xinfang {command.format(case.number, event.part)}",
            )
