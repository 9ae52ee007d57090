"""Link 关联: a petition repeats an earlier one (第七章统计口径: same person, same matter), or has to do with it.

Both stay what they are, with their facts, units and time limits; `unlink` undoes it.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from ..core import links
from ..core.case import Case, Event
from ..core.errors import BadInput, NotAllowed
from ..core.links import Links, Relation
from .guards import must_stand

NO_DAYS: Mapping[str, date] = {}


class Linked(NamedTuple):
    """earlier: the number of the petition that it repeats or has to do with."""

    on: date
    earlier: str
    relation: Relation
    reason: str = ""


def decide(
    case: Case,
    earlier: str,
    *,
    relation: Relation,
    reason: str = "",
    chain: Sequence[str] = (),
    received_on: date | None = None,
    retracted_on: date | None = None,
    came_in: Mapping[str, date] = NO_DAYS,
    on: date,
) -> Linked:
    """The fact; in any state of the petition.

    chain: what `earlier` repeats in its turn; received_on: when `earlier` came in; retracted_on: since when its
    registration is retracted; came_in: when what the petition repeats by now did. Raises BadInput E104; NotAllowed
    E323 where the two would repeat each other, the repeated one came in later, or this one would repeat two on one day; E315.
    """
    must_stand(case, on)
    if earlier == case.number:
        raise BadInput("E104", f"{case.number} 不能和它自己关联。", remedy="改正 --to")
    must_be_registered(earlier, retracted_on)
    if relation is Relation.REPEAT:
        must_not_go_round(case.number, earlier, chain)
        must_be_earlier(case.registration.received_on, earlier, received_on, number=case.number)
    if earlier in links.standing(case.links, relation):
        raise NotAllowed(
            "E315", f"{case.number} 已经是 {earlier} 的{relation.label}。", remedy=f"xinfang matter {case.number} 查看"
        )
    if relation is Relation.REPEAT:
        days = {**came_in, earlier: received_on} if received_on else came_in
        must_be_of_one_matter(case.number, (*case.links, links.Link(earlier, relation, on)), came_in=days)
    return Linked(on, earlier, relation, reason)


def must_be_of_one_matter(
    number: str, held: Links, known: Links = (), *, came_in: Mapping[str, date] = NO_DAYS
) -> None:
    """Raises NotAllowed E323 where the petition repeats two others on one day, be it past.

    held: its links, the newest last. known: those it had before; two of them that meet, an older version let through.
    came_in: when what it repeats did, as far as known: of two matters that are one the later repeats the earlier.
    """
    for other, new in links.in_two_matters(held):
        if new in known:
            if other in known:
                continue
            other, new = new, other
        if other.until is None:
            later, first = other.earlier, new.earlier
            if came_in.get(first, date.min) > came_in.get(later, date.max):
                later, first = first, later
            raise NotAllowed(
                "E323",
                f"{number} 已经是 {other.earlier} 的重复件，一件只能归入一个信访事项。",
                remedy=f"归错了的，先 xinfang unlink {number} --from {other.earlier} --reason 原因；"
                f"两件本是同一事项的: xinfang link {later} --to {first}",
            )
        raise NotAllowed(
            "E323",
            f"{number} 在 {other.since} 至 {other.until - timedelta(days=1)} 是 {other.earlier} 的重复件，"
            "同一天只能归入一个信访事项。",
            remedy=f"用 xinfang link {number} --to {new.earlier} --on 写 {other.until} 或以后的日期；"
            f"那一段归错了的，先撤销: xinfang show {number} 查序号，xinfang retract {number} --turn 序号 --reason 原因",
        )


def must_not_go_round(number: str, earlier: str, chain: Sequence[str]) -> None:
    """Raises NotAllowed E323 where what `earlier` repeats leads back to the petition."""
    if number in chain:
        raise NotAllowed(
            "E323",
            f"{earlier} 已经是 {number} 的重复件，两件不能互为重复件。",
            remedy=f"方向记反了的，先 xinfang unlink {earlier} --from {chain[0]} --reason 原因",
        )


def must_be_registered(earlier: str, retracted_on: date | None) -> None:
    """Raises NotAllowed E323 where the registration of `earlier` was retracted: it is no petition."""
    if retracted_on is not None:
        raise NotAllowed(
            "E323",
            f"{earlier} 的登记已经撤销（{retracted_on}），不能和它关联。",
            remedy="写同一事项的另一件；没有的是初次",
        )


def must_be_earlier(day: date, earlier: str, received_on: date | None, *, number: str = "", remedy: str = "") -> None:
    """Raises NotAllowed E323 where `earlier` came in after the day on which the petition did: that one is the repeat."""
    if received_on is not None and received_on > day:
        raise NotAllowed(
            "E323",
            f"{earlier} 收到于 {received_on}，在{f' {number}' if number else '这一件'}（{day}）之后；后提出的才是重复件。",
            remedy=remedy or f"倒过来记: xinfang link {earlier} --to {number}",
        )


def apply(case: Case, fact: Linked) -> Case:
    """With the link from that day on; one that stands already is not made twice."""
    about = "，".join(part for part in (f"{fact.earlier} 的{fact.relation.label}", fact.reason) if part)
    event = Event("linked", fact.on, about=about, value=fact.relation.value)
    return case.after(event, links=links.linked(case.links, fact.earlier, fact.relation, fact.on))
