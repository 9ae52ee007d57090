"""Supervise 督办: what a unit does wrong is pointed out, answered by a day, and closed (第四十条第一款).

A petition may be supervised several times, each for a situation of its own; they are numbered 1, 2, 3 …
One act with three steps, as the number and what belongs to it are the same throughout.
"""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import BadInput, NotAllowed
from ..core.office import Office
from ..core.oversight import Situation, SupervisionStep
from ..rules.articles import cite
from .guards import must_not_reach_the_accused, must_stand
from .numbered import happened_to, next_part, part_meant

CLOSED = "supervision-closed"


class Supervised(NamedTuple):
    """part: the number of the supervision. text: what is asked, what was answered, or how it ended.

    situation, unit, answer_by, leader (who orders it) and facts (what was seen) belong to the first step; despite, the
    reason why it was closed without an answer, to the last.
    """

    on: date
    part: int
    supervision: SupervisionStep = SupervisionStep.OPENED
    situation: Situation | None = None
    unit: str = ""
    answer_by: date | None = None
    leader: str = ""
    text: str = ""
    despite: str = ""
    document: str = ""
    facts: str = ""


def basis_of(situation: str, received_on: date) -> str:
    """The article behind a situation, by its stable name.

    What only practice knows (s-repeat) rests on the duty to supervise itself.
    """
    try:
        return cite(situation, received_on)
    except KeyError:
        return cite("supervise", received_on)


def decide(
    case: Case,
    *,
    supervision: SupervisionStep = SupervisionStep.OPENED,
    part: int = 0,
    situation: Situation | None = None,
    unit: str = "",
    answer_by: date | None = None,
    leader: str = "",
    text: str = "",
    despite: str = "",
    document: str = "",
    facts: str = "",
    office: Office,
    on: date,
) -> Supervised:
    """The fact, in any state of the petition. part: which supervision; 0 for a new one, or the only one not yet closed."""
    must_stand(case, on)
    if supervision is SupervisionStep.OPENED:
        unit = unit or case.unit
        must_not_reach_the_accused(case, unit, office=office)
        part = next_part(case, "supervised")
        asked = Supervised(
            on, part, supervision, situation, unit, answer_by, leader, text, document=document, facts=facts
        )
        return _checked(case, asked)
    if not text:
        raise BadInput("E105", f"{supervision.label}要写明内容。", basis=_basis(case), remedy="加 --text 内容")
    part = part_meant(case, "supervised", part, done=CLOSED, what="督办", on=on)
    if closed := happened_to(case, CLOSED, part):
        raise NotAllowed(
            "E315",
            f"{case.number} 的第{part}项督办已于 {closed.on} 办结。",
            remedy=f"另有情形的另行督办: xinfang supervise {case.number} --situation … --answer-by …",
        )
    if supervision is SupervisionStep.ANSWERED:
        return Supervised(on, part, supervision, text=text, document=document)
    return _closed(case, Supervised(on, part, supervision, text=text, despite=despite, document=document))


def _checked(case: Case, fact: Supervised) -> Supervised:
    """A supervision that says what for, what is asked and until when."""
    if fact.situation is None:
        raise BadInput(
            "E105",
            "要写明督办情形。",
            basis=_basis(case),
            remedy="加 --situation " + "；".join(f"{each.value} {each.label}" for each in Situation),
        )
    if not fact.text:
        raise BadInput("E105", "要写明督办要求。", basis=_basis(case), remedy="加 --text 要求")
    if fact.answer_by is None:
        raise BadInput(
            "E105",
            "要写明答复期限。",
            basis=f"{_basis(case)}（条文没有天数，由督办机关指定）",
            remedy="加 --answer-by 日期",
        )
    if fact.answer_by < fact.on:
        raise BadInput("E114", f"答复期限 {fact.answer_by} 在督办日 {fact.on} 之前。", remedy="改正 --answer-by")
    return fact


def _closed(case: Case, fact: Supervised) -> Supervised:
    """The last step, after an answer or with the reason why there is none."""
    answered = happened_to(case, "supervision-answered", fact.part)
    if answered and fact.on < answered.on:
        raise NotAllowed(
            "E306",
            f"{fact.on} 早于第{fact.part}项督办收到答复之日 {answered.on}。",
            remedy=f"用 --on 写 {answered.on} 或以后的日期",
        )
    if not answered and not fact.despite:
        raise NotAllowed(
            "E311",
            f"{case.number} 的第{fact.part}项督办还没有收到答复。",
            basis=_basis(case),
            remedy=f"xinfang supervise {case.number} --answered --part {fact.part} --text 答复内容；"
            "没有答复也要办结的，加 --despite 理由（账上留痕）",
        )
    return fact._replace(despite="" if answered else fact.despite)


def _basis(case: Case) -> str:
    return cite("supervise", case.registration.received_on)


def apply(case: Case, fact: Supervised) -> Case:
    """The petition stays as it is; the supervision runs beside it."""
    if fact.supervision is SupervisionStep.ANSWERED:
        return case.after(Event("supervision-answered", fact.on, about=fact.text, part=fact.part))
    if fact.supervision is SupervisionStep.CLOSED:
        return case.after(Event("supervision-closed", fact.on, about=fact.text, part=fact.part))
    situation = fact.situation.value if fact.situation else ""
    return case.after(
        Event("supervised", fact.on, until=fact.answer_by, about=fact.unit, part=fact.part, value=situation)
    )
