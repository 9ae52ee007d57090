"""Were supervisions answered, and was advice taken? (第四十条)"""

from collections.abc import Iterator
from datetime import timedelta

from .finding import Seen, Subject

ADVICE_DAYS = timedelta(days=30)
"""How long advice may wait: 2005 第三十六条第二款; the instrument of 2022 names no days, practice keeps to these."""


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


def _unanswered(subject: Subject, opened: str, answered: tuple[str, ...], word: str, command: str) -> Iterator[Seen]:
    case = subject.case
    done = {event.part for event in case.events if event.name in answered}
    for event in case.events:
        waits = subject.on <= (event.until or event.on + ADVICE_DAYS) and not subject.closing
        if event.name == opened and event.part not in done and not waits:
            days = (subject.on - event.on).days
            yield Seen(
                f"{event.on} 的{word}（第 {event.part} 号）{days} 天没有书面答复",
                subject.cite("advice-feedback"),
                f"xinfang {command.format(case.number, event.part)}",
            )
