"""Unlink 解除关联: the two petitions do not belong together, or no longer; that they were linked stays in the ledger."""

from datetime import date
from typing import NamedTuple

from ..core import links
from ..core.case import Case, Event
from ..core.errors import BadInput, NotAllowed, NotFound
from .guards import must_stand


class Unlinked(NamedTuple):
    """earlier: the petition from which it is taken apart."""

    on: date
    earlier: str
    reason: str


def decide(case: Case, earlier: str, *, reason: str, on: date) -> Unlinked:
    """The fact; also of a link that the registration stated. Raises NotFound E205, NotAllowed E306, BadInput E105."""
    must_stand(case, on)
    link = next((each for each in case.links if each.earlier == earlier and each.until is None), None)
    if link is None:
        standing = "、".join(each.earlier for each in case.links if each.until is None)
        remedy = f"它关联的是 {standing}" if standing else f"xinfang matter {case.number} 查看"
        raise NotFound("E205", f"{case.number} 没有和 {earlier} 关联。", remedy=remedy)
    if on < link.since:
        raise NotAllowed("E306", f"{on} 早于关联之日 {link.since}。", remedy=f"用 --on 写 {link.since} 或以后的日期")
    if not reason:
        raise BadInput("E105", "解除关联要写明理由。", remedy="加 --reason 理由")
    return Unlinked(on, earlier, reason)


def apply(case: Case, fact: Unlinked) -> Case:
    """Without the link from that day on; nothing changes where it was retracted meanwhile."""
    event = Event("unlinked", fact.on, about=f"{fact.earlier}，{fact.reason}")
    return case.after(event, links=links.unlinked(case.links, fact.earlier, fact.on))
