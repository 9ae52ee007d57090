"""Close 办结: an opinion was given and served, or it is clear where the petition went."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import NotAllowed
from ..core.terms import State
from ..rules.articles import cite, knows
from .guards import DONE, must_be_open, not_before, owes_an_opinion


class Closed(NamedTuple):
    """result: how it ended, in words. despite: why it was closed although something was missing."""

    on: date
    result: str = ""
    despite: str = ""


def decide(case: Case, *, result: str = "", despite: str = "", on: date) -> Closed:
    """The fact. What is missing is listed with its article; `despite` keeps the reason and goes on."""
    must_be_open(case, on)
    not_before(case, on, *DONE)
    missing = list(_missing(case, result))
    if missing and not despite:
        raise NotAllowed(
            "E311",
            f"{case.number} 还不能办结：" + "；".join(what for what, _ in missing) + "。",
            basis="、".join(dict.fromkeys(basis for _, basis in missing)),
            remedy=f"先补办；确需办结的: xinfang close {case.number} --despite 理由（账上留痕）",
        )
    return Closed(on, result, despite if missing else "")


def _missing(case: Case, result: str) -> Iterator[tuple[str, str]]:
    """What has to be there before the petition may be closed, each with its article."""
    received_on = case.registration.received_on
    if case.state is State.FORWARDED and case.last("accepted") is None:
        return
    if case.category is None and knows("categories", received_on):
        yield "还没有甄别分类", cite("categories", received_on)
        return
    replied = case.state in {State.REPLIED, State.SERVED}
    if owes_an_opinion(case):
        if not replied:
            yield "还没有书面答复（信访处理意见书）", cite("opinion", received_on)
        elif case.state is not State.SERVED and case.registration.notice_owed:
            yield "答复还没有送达", cite("service", received_on)
    elif not replied and not result:
        yield "没有答复，也没有写明去向（--result）", cite("no-delay", received_on)


def apply(case: Case, fact: Closed) -> Case:
    """Ended."""
    return case.to(State.CLOSED, Event("closed", fact.on, about=fact.result))
