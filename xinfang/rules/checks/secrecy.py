"""Was an accusation kept from the accused? (第三十条第三款)"""

from collections.abc import Iterator

from ...core.events import EVENTS
from ..accused import met
from .finding import Seen, Subject

SENT = frozenset({"forwarded", "assigned", "accepted", "designated"})


def reached_the_accused(subject: Subject) -> Iterator[Seen]:
    """An accusation went to the accused, as it shows now: what is known of them may have come later."""
    case = subject.case
    if not case.restricted:
        return
    for event in case.events:
        if event.name in SENT and (why := met(case.registration, subject.office, unit=event.value or event.about)):
            yield Seen(f"{event.on} {EVENTS[event.name]}: {why}", subject.cite("secrecy"))
