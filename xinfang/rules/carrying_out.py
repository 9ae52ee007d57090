"""What was supported or agreed, and whether it has been carried out (第三十二条第二款, 第三十三条)."""

from ..core.case import Case, Event
from ..core.remedies import Resolution, ReviewOutcome
from ..core.terms import Outcome

SUPPORTING = frozenset({Outcome.SUPPORT, Outcome.PARTLY, Outcome.ADOPT, Outcome.PARTLY_ADOPT})
"""After these answers something is to be carried out."""


def carrying_out(case: Case) -> tuple[Event | None, Event | None]:
    """The event by which something is to be carried out (none: nothing is), and the event by which it was.

    An agreement has been performed too where the matter was resolved 化解 by that.

    An opinion that was set aside and an agreement that broke down ask for nothing any more; one that a review changed
    may ask for something, which its text alone says.
    """
    supported: Event | None = None
    settled: Event | None = None
    done: Event | None = None
    outcomes = {case.outcome, *(demand.outcome for demand in case.demands)}
    for event in case.events:
        if event.name == "replied":
            supported, done = (None if outcomes.isdisjoint(SUPPORTING) else event), None
        elif event.name in {"reviewed", "rechecked"} and event.value == ReviewOutcome.CHANGE:
            supported, done = event, None
        elif event.name == "remanded":
            supported = None
        elif event.name == "settled":
            settled, done = event, None
        elif event.name == "mediation-failed":
            settled = None
        elif event.name == "carried-out" or (settled and _says_performed(event)):
            done = event
    return settled or supported, done


def _says_performed(event: Event) -> bool:
    """Whether the matter was written down as settled in fact 化解 by what was agreed being done."""
    return event.name == "resolved" and event.value == Resolution.PERFORMED
