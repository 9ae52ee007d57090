"""Were supervisions answered, and was advice taken? (第四十条)"""

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from .finding import Seen, Subject

ADVICE_DAYS = timedelta(days=30)
"""How long advice may wait: 2005 第三十六条第二款; the instrument of 2022 names no days, practice keeps to these."""


class Asked(NamedTuple):
    """What is asked of a body, to be answered in writing. opened, answered: the events. article: by its name.

    command: what writes the answer down, of a petition and a part.
    """

    word: str
    opened: str
    answered: tuple[str, ...]
    article: str
    command: str


SUPERVISION = Asked(
    "督办",
    "supervised",
    ("supervision-answered", "supervision-closed"),
    "supervise",
    "supervise {} --answered --part {}",
)
ADVICE = Asked("建议", "advised", ("advice-answered",), "advice-feedback", "adopt {} --part {} --result adopted")


def supervision_unanswered(subject: Subject) -> Iterator[Seen]:
    """A supervision was opened and neither answered nor closed."""
    return _unanswered(subject, SUPERVISION)


def advice_unanswered(subject: Subject) -> Iterator[Seen]:
    """Nobody has written what became of a piece of advice."""
    return _unanswered(subject, ADVICE)


def _unanswered(subject: Subject, asked: Asked) -> Iterator[Seen]:
    case = subject.case
    done = {event.part for event in case.events if event.name in asked.answered}
    for event in case.events:
        waits = subject.on <= (event.until or event.on + ADVICE_DAYS) and not subject.closing
        if event.name == asked.opened and event.part not in done and not waits:
            days = (subject.on - event.on).days
            yield Seen(
                f"{event.on} 的{asked.word}（第 {event.part} 号）{days} 天没有书面答复",
                subject.cite(asked.article),
                f"xinfang {asked.command.format(case.number, event.part)}",
            )
