"""The numbered parts of a petition beside its procedure: supervisions 督办, and pieces of advice 建议."""

from datetime import date

from ..core.case import Case, Event
from ..core.errors import BadInput, NotAllowed, NotFound


def next_part(case: Case, name: str) -> int:
    """The number of a new part of the petition: of a supervision, of a piece of advice."""
    return max((event.part for event in case.events if event.name == name), default=0) + 1


def happened_to(case: Case, name: str, part: int) -> Event | None:
    """The last event of that name about that part, or None."""
    return next((event for event in reversed(case.events) if (event.name, event.part) == (name, part)), None)


def part_meant(case: Case, opened: str, part: int, *, done: str, what: str, on: date) -> int:
    """The part that was `opened` and is meant: `part`, or where that is 0 the only one that is not `done` yet.

    Raises NotFound E207 for one there is not, BadInput E105 where it could be several, NotAllowed E306 when `on` lies
    before it began.
    """
    begun = {event.part: event.on for event in case.events if event.name == opened}
    going = [number for number in begun if not happened_to(case, done, number)]
    if not part and len(going) > 1:
        raise BadInput(
            "E105",
            f"{case.number} 有 {len(going)} 项{what}没有办完，要写明是哪一项。",
            remedy="加 --part " + " 或 --part ".join(map(str, going)),
        )
    number = part or (going[0] if going else 0)
    if number not in begun:
        known = "、".join(map(str, begun)) or "无"
        raise NotFound(
            "E207",
            f"{case.number} 没有第{part}项{what}。" if part else f"{case.number} 没有未办完的{what}。",
            remedy=f"已有的: {known}；xinfang show {case.number} 查看经过",
        )
    if on < begun[number]:
        raise NotAllowed(
            "E306",
            f"{on} 早于第{number}项{what}提出之日 {begun[number]}。",
            remedy=f"用 --on 写 {begun[number]} 或以后的日期",
        )
    return number
