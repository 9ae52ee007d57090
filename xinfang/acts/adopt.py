"""Adopt 采纳反馈: what the body wrote back about a piece of advice (第四十条第四款)."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import BadInput, NotAllowed
from ..core.oversight import Adoption
from ..rules.articles import cite
from .guards import must_stand
from .numbered import happened_to, part_meant


class Adopted(NamedTuple):
    """part: which advice. text: the feedback; the reasons where it was not adopted. document: its 文号."""

    on: date
    part: int
    adoption: Adoption
    text: str = ""
    document: str = ""


def decide(case: Case, *, adoption: Adoption, part: int = 0, text: str = "", document: str = "", on: date) -> Adopted:
    """The fact. part: which advice, or 0 for the only one without feedback."""
    must_stand(case, on)
    part = part_meant(case, "advised", part, done="advice-answered", what="建议", on=on)
    if answered := happened_to(case, "advice-answered", part):
        raise NotAllowed(
            "E315",
            f"{case.number} 的第{part}项建议已于 {answered.on} 反馈。",
            remedy=f"反馈记错了: xinfang retract {case.number} --act adopt --reason 原因",
        )
    basis = cite("advice-feedback", case.registration.received_on)
    if not text and not document:
        raise BadInput("E105", "采纳情况要书面反馈。", basis=basis, remedy="加 --text 反馈内容 或 --document 文号")
    if adoption is Adoption.NOT and not text:
        raise BadInput("E105", "未采纳的要写明理由。", basis=basis, remedy="加 --text 理由")
    return Adopted(on, part, adoption, text, document)


def apply(case: Case, fact: Adopted) -> Case:
    """The advice is answered."""
    return case.after(
        Event("advice-answered", fact.on, about=fact.adoption.label, part=fact.part, value=fact.adoption.value)
    )
