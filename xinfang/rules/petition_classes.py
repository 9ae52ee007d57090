"""Of which sorts a petition is, defined once for every look and every report.

- 初次信访: nothing earlier about the same matter in this ledger (国信发〔2014〕16号: 第一次登记受理, quoted second-hand).
- 重复信访: the same matter was raised before; 答复后 when an earlier petition about it had been answered by then: the
  reply served, or the petition ended in another way (declined, sent to who is competent …); else 答复前.
- 联名: said to be a joint letter, or not raised in person and signed by as many as make a group.
- 集体访: raised in person by at least so many (setting group-size, 5 from memory: the law names no number).
- 越级走访: as registered (第二十条第一款).
- 多头信访: the same matter by another channel or from another organ while an earlier petition about it had no answer yet.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from ..core.case import ENDINGS, Case
from ..core.classes import PetitionClass
from ..core.terms import Channel

IN_PERSON = (Channel.VISIT, Channel.JOINT_RECEPTION, Channel.DOWN_VISIT, Channel.VIDEO)
"""走访 and its kin: what is counted in 批次 and 人次."""
ANSWERS = ENDINGS | {"served"}


class Raised(NamedTuple):
    """A petition as one time that a matter was raised; times compare by which was earlier.

    repeats: of two of one day the one that repeats is the later, whichever was taken down first. answered_on: the first
    answer to it.
    """

    received_on: date
    repeats: bool
    number: str
    channel: Channel
    source_unit: str
    answered_on: date | None


def raised(case: Case) -> Raised:
    """What of a petition counts for those about the same matter."""
    paper = case.registration
    # Of several demands one that was diverted is no answer to the others.
    answered = min((event.on for event in case.events if event.name in ANSWERS and not event.part), default=None)
    return Raised(paper.received_on, case.repeat_of != "", case.number, paper.channel, paper.source_unit, answered)


def classes_of(case: Case, others: Sequence[Raised] = (), *, group_size: int) -> tuple[PetitionClass, ...]:
    """The petition's sorts. others: the other petitions about the same matter."""
    paper = case.registration
    this = raised(case)
    earlier = [each for each in others if each[:3] < this[:3]]
    in_person, many = paper.channel in IN_PERSON, paper.headcount >= group_size
    besides = (
        (PetitionClass.JOINT, paper.joint_letter or (many and not in_person)),
        (PetitionClass.GROUP, many and in_person),
        (PetitionClass.LEVEL_SKIPPING, paper.level_skipping),
        (PetitionClass.SEVERAL_WAYS, any(_another_way(this, each) for each in earlier)),
    )
    shown = any(each.number == case.repeat_of for each in others)
    return (_turn(this, earlier, elsewhere=this.repeats and not shown), *(sort for sort, holds in besides if holds))


def word(sort: PetitionClass, channel: Channel, *, group_size: int) -> str:
    """The sort as offices say it of that channel: 初信、初访、重信（答复后）."""
    kind = "信" if channel is Channel.LETTER else "访" if channel in IN_PERSON else ""
    if sort is PetitionClass.FIRST:
        return f"初{kind}" if kind else sort.label
    if sort in (PetitionClass.REPEAT_BEFORE, PetitionClass.REPEAT_AFTER):
        return sort.label.replace("重复信访", f"重{kind}") if kind else sort.label
    return f"{sort.label}（{group_size}人以上）" if sort is PetitionClass.GROUP else sort.label


def _turn(this: Raised, earlier: Sequence[Raised], *, elsewhere: bool) -> PetitionClass:
    """elsewhere: it repeats one which this ledger cannot show, and is a repeat all the same."""
    if not earlier and not elsewhere:
        return PetitionClass.FIRST
    answered = any(each.answered_on is not None and each.answered_on <= this.received_on for each in earlier)
    return PetitionClass.REPEAT_AFTER if answered else PetitionClass.REPEAT_BEFORE


def _another_way(this: Raised, earlier: Raised) -> bool:
    waiting = earlier.answered_on is None or earlier.answered_on > this.received_on
    return waiting and (this.channel, this.source_unit) != (earlier.channel, earlier.source_unit)
