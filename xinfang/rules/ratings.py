"""How the petitioner rates a petition's handling 满意度评价: after each notice or service once more, each body apart."""

from ..core.case import Case, Event
from ..core.oversight import RatedBody, Rating


def dissatisfied(case: Case) -> dict[RatedBody, Event]:
    """With whom he is not content: by the last rating of each body, be it 逾期未评; an earlier one was of an earlier answer."""
    last: dict[RatedBody, Event] = {}
    for event in case.events:
        if event.name == "rated":
            last[RatedBody(event.value.partition(":")[0])] = event
    return {body: event for body, event in last.items() if event.value == f"{body.value}:{Rating.DISSATISFIED.value}"}
