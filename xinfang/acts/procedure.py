"""Procedure 公安程序: a step of the police's own procedures, for what is a report, a complaint or a claim under them.

They run beside the petition and go on when it has ended here: 第三十一条第（一）项 sends it their way. Each step starts
or meets the limits of rules/book/police-procedures/.
"""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import BadInput, NotAllowed
from ..core.police_steps import EXTENSIONS, STEPS, PoliceStep
from ..core.terms import Kind, State
from ..rules.articles import cite
from ..rules.deadline import Deadline
from ..rules.deadlines import deadlines_of
from ..rules.law import Law
from .guards import must_not_be


class Proceeded(NamedTuple):
    """to: the body it went to. document: 文号. receiver: who took it. days: of an extension. late_reason: why asked so late.

    charge: 案由. reason: why no case is filed, why it is transferred; of a report, what is proposed 受案意见.
    evidence: what was handed in 接受的证据, each by name, number and marks.
    """

    on: date
    step: PoliceStep
    to: str = ""
    document: str = ""
    receiver: str = ""
    days: int = 0
    late_reason: str = ""
    charge: str = ""
    reason: str = ""
    evidence: tuple[str, ...] = ()


def decide(
    case: Case,
    *,
    step: PoliceStep | None = None,
    to: str = "",
    document: str = "",
    receiver: str = "",
    days: int = 0,
    late_reason: str = "",
    charge: str = "",
    reason: str = "",
    evidence: tuple[str, ...] = (),
    law: Law,
    on: date,
) -> Proceeded:
    """The fact. Police offices only; in any state of the petition; each step after the one it follows from."""
    # Not bound to the day of receipt: the notice, fine or seizure complained of came before the petition about it, and the
    # days to ask for reconsideration run from that day.
    must_not_be(case, (State.VOID,), remedy="重新登记: xinfang register")
    if case.kind is not Kind.POLICE:
        raise NotAllowed(
            "E321",
            "公安程序只由公安机关办理和登记。",
            basis=cite("divert", case.registration.received_on),
            remedy=f"属公安机关的: xinfang divert {case.number} --procedure 公安机关法律程序 --to 公安机关",
        )
    if step is None:
        raise BadInput("E105", "要写明是哪一步。", remedy=f"加 --step 步骤；现在可记: {_next(case)}")
    _in_turn(case, step, on)
    if step in EXTENSIONS:
        _extendable(case, step, days, law, on)
    elif days:
        raise BadInput("E104", f"“{step.label}”没有天数。", remedy="去掉 --days")
    _in_time(case, step, late_reason, law, on)
    return Proceeded(on, step, to, document, receiver, days, late_reason, charge, reason, evidence)


def _next(case: Case) -> str:
    """The steps that may be taken now."""
    now = [step for step in PoliceStep if not step.after or any(case.last(name) for name in step.after)]
    return "；".join(f"{step.value} {step.label}" for step in now)


def _in_turn(case: Case, step: PoliceStep, on: date) -> None:
    """Raises NotAllowed E301 before the step it follows from, E306 dated before it, E315 where it was taken since."""
    before = [day for name in step.after if (day := case.last(name))]
    if step.after and not before:
        first = STEPS[step.after[0]]
        raise NotAllowed(
            "E301",
            f"{case.number} 还没有“{' 或“'.join(f'{STEPS[name].label}”' for name in step.after)}，谈不上“{step.label}”。",
            basis=step.article,
            remedy=f"xinfang procedure {case.number} --step {first.value} --on 日期",
        )
    if before and on < max(before):
        raise NotAllowed(
            "E306",
            f"{on} 早于“{STEPS[step.after[0]].label}”之日 {max(before)}。",
            remedy=f"用 --on 写 {max(before)} 或以后的日期",
        )
    taken = case.last(step.value)
    if taken is not None and taken >= max(before, default=on):
        raise NotAllowed(
            "E315",
            f"{case.number} 的“{step.label}”已于 {taken} 登记。",
            basis=step.article,
            remedy=f"记错了的: xinfang show {case.number} 查序号，xinfang retract {case.number} --turn 序号 --reason 原因",
        )


def _extendable(case: Case, step: PoliceStep, days: int, law: Law, on: date) -> None:
    """Raises NotAllowed E302 for too many days, E304 too late, E305 where nothing runs that it could extend."""
    running = [each for each in _running(case, law) if each.limit.extension and each.limit.extension.by == step.value]
    if not running:
        raise NotAllowed(
            "E305",
            f"{case.number} 没有“{step.label}”可以延长的期限。",
            basis=step.article,
            remedy=f"xinfang why {case.number}",
        )
    deadline = running[-1]
    extension = deadline.limit.extension
    assert extension is not None  # by which it was chosen
    if not 0 < days <= extension.at_most:
        raise NotAllowed(
            "E302",
            f"最多可延长{extension.at_most}日，不能延长{days}日。",
            basis=step.article,
            remedy=f"xinfang procedure {case.number} --step {step.value} --days {extension.at_most}；书面告知申请人",
        )
    if deadline.legal is not None and on > deadline.legal:
        raise NotAllowed(
            "E304",
            f"{deadline.label}已于 {deadline.legal} 届满，{on} 不能再延长。",
            basis=step.article,
            remedy="尽快作出决定；超期情况留痕",
        )


def _in_time(case: Case, step: PoliceStep, late_reason: str, law: Law, on: date) -> None:
    """Raises NotAllowed E319 for what the petitioner asks after his window has ended, without a reason why it is taken."""
    if late_reason:
        return
    for each in _running(case, law):
        if each.limit.binds == "petitioner" and step.value in each.limit.met_by and each.legal and each.legal < on:
            raise NotAllowed(
                "E319",
                f"{each.label}已于 {each.legal} 届满。",
                basis=each.limit.basis,
                remedy="不予受理的告知申请人；有正当理由而收下的，加 --late-reason 理由（账上留痕）",
            )


def _running(case: Case, law: Law) -> list[Deadline]:
    return [each for each in deadlines_of(case, law) if each.limit.duty == "police" and each.ended_on is None]


def apply(case: Case, fact: Proceeded) -> Case:
    """The step was taken; the petition itself stays where it is."""
    event = Event(fact.step.value, fact.on, days=fact.days, about=fact.to or fact.document)
    return case.after(event, beside=True)
