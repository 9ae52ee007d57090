"""Next 下一步: what the law asks for and what it allows now, with who must do it and until when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ...acts.lawful import MEETS
from ...acts.registry import PETITION_ACTS
from ...core.case import Case
from ...core.table import Cell, Column, Table
from ...core.terms import State
from ...rules.articles import cite
from ...rules.checks.finding import Finding
from ...rules.deadline import Deadline
from ..columns import ARTICLE
from .reasons import BOUND_WORDS

OWED = "owed"
INSTEAD = "instead"
MAY = "may"
ALLOWED = "allowed"
HOW = {OWED: "应办", INSTEAD: "或者", MAY: "期限内可办", ALLOWED: "可以办"}
WHO = {**BOUND_WORDS, "sender": "转送、交办的单位"}
OF_THE_OFFICE = frozenset({"classify", "inform", "forward", "assign", "supervise", "urgent"})
"""What is owed by the office itself; the rest by who has the petition."""
AWAITED = {
    State.OBJECTED: ("settle-objection", "sender", "object"),
    State.DISPUTED: ("designate", "superior", "designate"),
}
"""What a petition in that state waits for: the act, whose it is, and the article that asks for it and names no days."""


def next_acts(
    case: Case, lawful: Sequence[str], deadlines: Sequence[Deadline], findings: Sequence[Finding], *, on: date
) -> Table:
    """One row for each lawful act: those that meet a running time limit first, the nearest day first, then those that are
    owed without a day.

    lawful: as acts/lawful gives them. findings: what is missing before the petition can be closed. An act that would meet
    several limits stands there once for each.
    """
    running = [deadline for deadline in deadlines if deadline.ended_on is None and not deadline.lapsed(on)]
    running.sort(key=lambda deadline: (deadline.limit.is_window, deadline.legal or date.max))
    owed = [_limited(act, deadline, nth) for deadline in running for nth, act in enumerate(_acts(deadline, lawful))]
    owed += _without_a_day(case, lawful, findings, {row[0] for row in owed})
    named = {row[0] for row in owed}
    free: list[tuple[Cell, ...]] = [
        (act, PETITION_ACTS[act].label, ALLOWED, "", "", None, "") for act in lawful if act not in named
    ]
    columns = (
        Column("act", "命令"),
        Column("label", "事项"),
        Column("how", "要求", words=HOW),
        Column("deadline", "期限"),
        Column("binds", "谁办", words=WHO),
        Column("legal_due", "至（含当日）", "date"),
        ARTICLE,
    )
    title = f"{case.number} 现在可以办的（{case.state.label}，{on}）"
    notes = ("误记的用 xinfang correct 更正、xinfang retract 撤销。",)
    return Table(title, columns, (*owed, *free), notes, key="next")


def _without_a_day(
    case: Case, lawful: Sequence[str], findings: Sequence[Finding], named: set[Cell]
) -> list[tuple[Cell, ...]]:
    """What is owed though no time limit runs for it: what the state waits for, and what the checks miss."""
    missed = {}
    if case.state in AWAITED:
        act, who, article = AWAITED[case.state]
        missed[act] = (case.state.label, who, cite(article, case.registration.received_on))
    for finding in findings:
        _, act, *_ = f"{finding.remedy}  ".split(" ")
        missed.setdefault(act, (finding.label, "office" if act in OF_THE_OFFICE else "unit", finding.article))
    return [
        (act, PETITION_ACTS[act].label, OWED, why, who, None, article)
        for act, (why, who, article) in missed.items()
        if act in lawful and act not in named
    ]


def _acts(deadline: Deadline, lawful: Sequence[str]) -> list[str]:
    met_by = dict.fromkeys(MEETS[event] for event in deadline.limit.met_by if event in MEETS)
    return [act for act in met_by if act in lawful]


def _limited(act: str, deadline: Deadline, nth: int) -> tuple[Cell, ...]:
    """The first act that meets the limit is what the law asks for; the others do instead."""
    limit = deadline.limit
    how = MAY if limit.is_window else INSTEAD if nth else OWED
    return act, PETITION_ACTS[act].label, how, deadline.label, limit.binds, deadline.legal, limit.basis
