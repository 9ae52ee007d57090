"""What came after the end: was the petitioner content, and did the matter stay at rest? 办结 is not 化解.

What was supervised for since is not told again.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from ...core.oversight import Situation
from .. import ratings
from .finding import Seen, Subject

OVER = frozenset({"closed", "concluded"})
"""办结, 三级终结."""


def dissatisfied(subject: Subject) -> Iterator[Seen]:
    """The petitioner, asked, was not content; each body as it was rated last. Not what was supervised for it since."""
    for body, event in ratings.dissatisfied(subject.case).items():
        if event.on > _supervised_on(subject, Situation.REPEAT):
            yield Seen(f"{event.on} 对{body.label}评价不满意", subject.cite("rating"))


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
            subject.cite("supervise"),
            f"xinfang supervise {case.number} --situation s-repeat --text 要求 --answer-by 日期",
        )


def _supervised_on(subject: Subject, situation: Situation) -> date:
    """The last day on which it was supervised for that situation."""
    days = (event.on for event in subject.case.events if event.name == "supervised" and event.value == situation)
    return max(days, default=date.min)
