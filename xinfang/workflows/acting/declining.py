"""Declining: on which ground, because of which other petition; what is not said is looked for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ...acts.registry import module_of
from ...core.errors import BadInput, NotAllowed, Problem
from ...core.terms import Ground, State
from ...rules.articles import cite
from ...rules.same_person import may_be_one
from ...store.queries import links
from .. import clock
from ..desk import Desk
from ..earlier_people import of_same_person
from .doing import Done, do

if TYPE_CHECKING:
    from ...core.case import Case

READ_AT_MOST = 20
"""So many petitions about the same matter are read from their facts, the last received, to find the few that are shown."""
SHOWN_AT_MOST = 5
_REFUSAL = {Ground.IN_PROGRESS: "不予受理", Ground.CONCLUDED: "不再受理"}


class Candidate(NamedTuple):
    """Another petition that may be about the same matter, and the ground that it would be.

    ground: none where it is in the office's own hands: only who stands above the body that handles it may decline
    (第十九条第三款); to that body itself it is a repeat.
    """

    number: str
    state: State
    since: str
    ground: Ground | None


def decline(
    desk: Desk,
    typed: str,
    *,
    ground: Ground | None,
    other: str,
    dated: date | None,
    reason: str,
    on: str | None,
) -> Done:
    """Decline the petition on one of the two grounds. Raises BadInput E105, with what was found, where one is left out.

    Raises NotAllowed E321 where the other one is in this ledger, and the ledger says that it is no such ground.

    dated: the day of the other's acceptance or recheck opinion; looked up where the other one is in this ledger.
    """
    if ground and other:
        known = _in_this_ledger(desk, other)
        if known is not None:
            _must_be_a_ground(desk, desk.case(desk.number(typed)), known, ground)
            dated = dated or _dated(known, ground, on=clock.day(on))
        return do(desk, "decline", typed, on=on, ground=ground, other=other, reason=reason, dated=dated)
    case = desk.case(desk.number(typed))
    # What the law does not allow is said before what was not filled in.
    module_of("decline").decide(case, ground or Ground.IN_PROGRESS, other=other or "…", on=clock.day(on))
    found = [each for each in _candidates(desk, case) if ground is None or each.ground in (None, ground)]
    grounds = (ground,) if ground else tuple(Ground)
    raise BadInput(
        "E105",
        f"要写明 {case.number} 不予受理的理由（--ground）和所依据的那一件（--other）。",
        basis="、".join(cite(each.value, case.registration.received_on) for each in grounds),
        remedy=_offered(case.number, found) if found else _nothing_found(case.number, grounds[0]),
    )


def _in_this_ledger(desk: Desk, other: str) -> Case | None:
    """The other petition; None where it is another body's number, or the number of an opinion."""
    try:
        return desk.case(desk.number(other))
    except Problem:
        return None


def _must_be_a_ground(desk: Desk, case: Case, other: Case, ground: Ground) -> None:
    """A refusal without its ground is itself a breach (第四十四条第（二）项): what the ledger disproves is refused."""
    why = ""
    if other.number == case.number:
        why = "就是这一件"
    elif ground is Ground.CONCLUDED and not _rechecked(other):
        why = f"目前是“{other.state.label}”，没有已经送达、仍然有效的复核意见"
    elif ground is Ground.IN_PROGRESS and not other.open:
        why = f"目前是“{other.state.label}”（{other.state_since} 起），不是正在办理"
    elif ground is Ground.IN_PROGRESS and other.unit == desk.office.name:
        why = "在本机关自己办，不是下级机关、单位在办"
    if why:
        look = f"看有没有别的另件: xinfang decline {case.number}"
        again = f"是同一事项的重复件: xinfang link {case.number} --to {other.number}，照常办理；"
        raise NotAllowed(
            "E321",
            f"{other.number} {why}，{case.number} 不能因它{_REFUSAL[ground]}。",
            basis=cite(ground.value, case.registration.received_on),
            remedy=look if other.number == case.number or other.state is State.VOID else again + look,
        )


def _rechecked(other: Case) -> bool:
    """Whether a recheck opinion was served that did not send the matter back (第三十六条第三款)."""
    served, anew = other.last("recheck-served"), other.last("remanded")
    return served is not None and (anew is None or anew < served)


def _dated(case: Case, ground: Ground, *, on: date) -> date | None:
    """When the other petition was accepted or rechecked; None where nothing says so."""
    found = case.last("accepted" if ground is Ground.IN_PROGRESS else "rechecked")
    return found if found is not None and found <= on else None


def _offered(number: str, found: list[Candidate]) -> str:
    offers = [
        f"{each.number}（{each.state.label}，{each.since} 起）: {_offer(number, each)}"
        for each in found[:SHOWN_AT_MOST]
    ]
    return "该信访人另有以下各件，核对是否同一事项、同一事实和理由；" + "；".join(offers)


def _offer(number: str, other: Candidate) -> str:
    if other.ground is None:
        return f"在本机关自己办，是重复件，不是不予受理: xinfang link {number} --to {other.number}"
    return f"xinfang decline {number} --ground {other.ground.value} --other {other.number}"


def _nothing_found(number: str, ground: Ground) -> str:
    return (
        "本台账没有找到该信访人在办或者终结的另一件；在别处的写其编号或文号: "
        f"xinfang decline {number} --ground {ground.value} --other 编号"
    )


def _candidates(desk: Desk, case: Case) -> Iterator[Candidate]:
    """What the petition repeats, then what else the same person has; each once."""
    seen = {case.number}
    known = of_same_person(desk, case.registration, but=case.number, going_on=True)
    same_people = [each.case.number for each in known if may_be_one(each.signs)]
    for number in (*_repeated(desk, case), *same_people):
        if number not in seen:
            seen.add(number)
            other = desk.case(number)
            if other.open or other.state is State.CONCLUDED:
                since = other.state_since.isoformat()
                yield Candidate(number, other.state, since, _ground(other, desk.office.name))


def _repeated(desk: Desk, case: Case) -> Iterator[str]:
    """The other petitions about the same matter, the last received first; that there is an accusation is not told."""
    with desk.reading() as db:
        numbers = links.matter(db, case.number, on=clock.today())
    for number in reversed(numbers[-READ_AT_MOST:]):
        if number != case.number:
            other = desk.case(number)
            if not other.restricted or number == case.repeat_of:
                yield number


def _ground(other: Case, office: str) -> Ground | None:
    """第三十六条第三款 once a recheck opinion was served; 第十九条第三款 while a body below has it in hand; else none."""
    if other.state in (State.RECHECK_SERVED, State.CONCLUDED):
        return Ground.CONCLUDED
    return None if other.unit == office else Ground.IN_PROGRESS
