"""Inspect 案件评查: the file of an answered or ended petition is gone through, item by item, and graded."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import BadInput, NotAllowed
from ..core.oversight import Grade
from .guards import must_stand

SCORE_AT_MOST = 100


class Finding(NamedTuple):
    """One item of the checklist and what was found."""

    item: str
    finding: str


class Inspected(NamedTuple):
    """score: of 100, or None where the office only grades."""

    on: date
    grade: Grade
    findings: tuple[Finding, ...]
    score: int | None = None
    text: str = ""


def decide(
    case: Case,
    *,
    grade: Grade,
    findings: tuple[Finding, ...],
    score: int | None = None,
    text: str = "",
    on: date,
) -> Inspected:
    """The fact. Only after an answer or the end: what is judged is how the petition was handled."""
    must_stand(case, on)
    ended_on = case.last("replied") or (None if case.open else case.state_since)
    if ended_on is None:
        raise NotAllowed(
            "E301",
            f"{case.number} 目前是“{case.state.label}”，还没有答复、办结，不能评查。",
            remedy=f"办理中发现问题的用督办: xinfang supervise {case.number} …",
        )
    if on < ended_on:
        raise NotAllowed("E306", f"{on} 早于答复、办结之日 {ended_on}。", remedy=f"用 --on 写 {ended_on} 或以后的日期")
    if not findings:
        raise BadInput("E105", "要写明评查项目和结论。", remedy="加 --item 项目=结论，可写多次")
    if score is not None and not 0 <= score <= SCORE_AT_MOST:
        raise BadInput("E108", f"评查得分 {score} 不在 0 至 {SCORE_AT_MOST} 之间。", remedy="改正 --score")
    return Inspected(on, grade, findings, score, text)


def apply(case: Case, fact: Inspected) -> Case:
    """The petition stays as it is."""
    return case.after(Event("inspected", fact.on, about=fact.grade.label, value=fact.grade.value, score=fact.score))
