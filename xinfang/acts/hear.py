"""Hear 听证: on what is grave, complex or difficult, while it is handled or rechecked (第三十一条第（六）项, 第三十六条第二款)."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import BadInput, NotAllowed
from ..core.remedies import HearingStage
from ..core.terms import State
from ..rules.articles import cite, knows
from ..rules.opinions import owes_an_opinion
from .guards import ANSWERED, must_be_open, must_not_be, not_before

STAGES = {
    HearingStage.CONVENE: "hearing-convened",
    HearingStage.START: "hearing-began",
    HearingStage.FINISH: "hearing-ended",
}
FRESH = frozenset({"accepted", "remanded", "recheck-asked"})
"""A hearing convened before one of these and never held belongs to what is over."""


class Heard(NamedTuple):
    """held_on: the day named in the notice. conclusion: 听证结论. document: 通知 or 笔录文号.

    at: the time of day, as written. recorder: 记录人. debate: 质询、辩论. deliberation: 评议、合议.
    """

    on: date
    stage: HearingStage
    held_on: date | None = None
    place: str = ""
    chair: str = ""
    participants: tuple[str, ...] = ()
    conclusion: str = ""
    document: str = ""
    at: str = ""
    recorder: str = ""
    debate: str = ""
    deliberation: str = ""


def decide(
    case: Case,
    stage: HearingStage,
    *,
    held_on: date | None = None,
    place: str = "",
    chair: str = "",
    participants: tuple[str, ...] = (),
    conclusion: str = "",
    document: str = "",
    at: str = "",
    recorder: str = "",
    debate: str = "",
    deliberation: str = "",
    on: date,
) -> Heard:
    """The fact, in the order convene, start, finish; convening again puts it off to another day."""
    must_be_open(case, on)
    _may_be_heard(case)
    not_before(case, on, "accepted", "recheck-asked", *STAGES.values())
    _in_turn(case, stage)
    basis = _basis(case)
    if stage is HearingStage.CONVENE:
        for value, what, option in ((held_on, "听证的日期", "--for 日期"), (place, "听证的地点", "--place 地点")):
            if not value:
                raise BadInput("E105", f"{what}没有填。", basis=basis, remedy=f"加 {option}")
    if held_on is not None and held_on < on:
        raise BadInput("E114", f"听证日 {held_on} 在通知日 {on} 之前。", remedy="改正 --for")
    if stage is HearingStage.FINISH and not conclusion:
        raise BadInput("E105", "听证结论没有填。", basis=basis, remedy="加 --conclusion 结论")
    if stage is HearingStage.CONVENE and (debate or deliberation):
        raise BadInput(
            "E104", "听证还没有举行，没有质询、辩论、评议、合议可记。", basis=basis, remedy="开始、结束时再写"
        )
    said = (at, recorder, debate, deliberation)
    return Heard(on, stage, held_on, place, chair, participants, conclusion, document, *said)


def in_session(case: Case) -> bool:
    """Whether a hearing has begun and not ended."""
    return _last(case) == "hearing-began"


def _may_be_heard(case: Case) -> None:
    if case.state is State.RECHECKING:
        return
    received_on = case.registration.received_on
    basis = cite("hearing", received_on)
    if case.category is None and knows("categories", received_on):
        raise NotAllowed(
            "E307",
            f"{case.number} 还没有甄别分类。",
            basis=cite("categories", received_on),
            remedy=f"xinfang classify {case.number} --category appeal --route 6",
        )
    if case.last("accepted") is None:
        raise NotAllowed(
            "E308", f"{case.number} 还没有受理，不能听证。", basis=basis, remedy=f"xinfang accept {case.number}"
        )
    if not owes_an_opinion(case):
        raise NotAllowed(
            "E314", f"{case.number} 不出具信访处理意见书，不适用信访听证。", basis=basis, remedy="按该途径自己的程序办"
        )
    must_not_be(case, ANSWERED, basis=basis, remedy="听证在答复以前，或者在复核期间举行")


def _in_turn(case: Case, stage: HearingStage) -> None:
    last = _last(case)
    wanted = {HearingStage.START: "hearing-convened", HearingStage.FINISH: "hearing-began"}.get(stage)
    if wanted is None and last != "hearing-began":
        return
    if wanted != last or wanted is None:
        now, then = {
            "hearing-began": ("听证正在进行", "finish --conclusion 结论"),
            "hearing-convened": ("听证还没有开始", "start"),
        }.get(last, ("还没有通知听证", "convene --for 日期 --place 地点"))
        raise NotAllowed(
            "E301",
            f"{case.number} {now}，不能{stage.label}。",
            basis=_basis(case),
            remedy=f"xinfang hear {case.number} {then}",
        )


def _last(case: Case) -> str:
    """The last step of a hearing in the present handling or recheck; none: the empty word."""
    last = ""
    for event in case.events:
        if event.name in FRESH:
            last = ""
        elif event.name in STAGES.values():
            last = event.name
    return last


def _basis(case: Case) -> str:
    name = "recheck-hearing" if case.state is State.RECHECKING else "hearing"
    return cite(name, case.registration.received_on)


def apply(case: Case, fact: Heard) -> Case:
    """The state is unchanged; only a recheck's days stand still meanwhile, as its limit says."""
    if fact.stage is HearingStage.CONVENE:
        return case.after(Event("hearing-convened", fact.on, until=fact.held_on, about=fact.place))
    if fact.stage is HearingStage.START:
        return case.after(Event("hearing-began", fact.on, about=fact.place))
    return case.after(Event("hearing-ended", fact.on, about=fact.conclusion))
