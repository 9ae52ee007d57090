"""Petitions like a text, the likest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ...core import masking
from ...core.petition import Petitioner
from ...core.table import Cell, Column, Said, Table
from ...core.terms import Outcome
from ...rules.same_matter import THRESHOLD
from .. import closed
from ..columns import CHANNEL, NUMBER, PETITIONER, RECEIVED_ON, STATE, TITLE, UNIT, words
from ..shortened import LONGER
from .candidate_lines import Candidate
from .page import sorts_cell

NOT_COMPARED = "检举控告等限知件不在比较之列。"
COMPARED_TOO = "限知件只比较了可以查看的。"


class Near(NamedTuple):
    """A petition with what agrees and how like it is, not yet masked, and of which sorts it is."""

    found: Candidate
    sorts: tuple[Said, ...]


def similar_table(near: Sequence[Near], asked: Sequence[Petitioner], *, more: bool, restricted: bool) -> Table:
    """One line per petition, masked. asked: who wrote what the others are like. more: there are others less like it."""
    columns = (
        NUMBER,
        Column("score", "相似", "number"),
        Column("same_matter", "像同一事项"),
        Column("shared", "都写到"),
        Column("signs", "信访人相同处", machine_only=not any(each.found.signs for each in near)),
        Column("by_way", "都像哪件", machine_only=not any(each.found.by_way for each in near)),
        RECEIVED_ON,
        CHANNEL,
        Column("classes", "性质"),
        PETITIONER,
        TITLE,
        STATE,
        UNIT,
        Column("outcome", "结果", words=words(Outcome)),
        Column("repeats", "重复哪件"),
        closed.RESTRICTED,
    )
    several = f"列出最像的 {len(near)} 件，还有更多" if more else f"共 {len(near)} 件"
    count = f"{several}；相似 {THRESHOLD} 起像同一事项，由人核定。" if near else "没有相似的信访件。"
    notes = (count, COMPARED_TOO if restricted else NOT_COMPARED)
    rows = tuple(_row(each, asked) for each in near)
    return Table("相似的信访件", columns, rows, notes=notes, hints=(LONGER,) if more else ())


def _row(each: Near, asked: Sequence[Petitioner]) -> tuple[Cell, ...]:
    case, likeness = each.found.case, each.found.likeness
    paper = case.registration
    known, others = masking.known_of(case.people), masking.known_of(asked)
    return (
        case.number,
        round(likeness.score, 2),
        likeness.same,
        "、".join(filter(None, (masking.stretch(words, known | others) for words in likeness.shared))),
        "、".join(each.found.signs),
        each.found.by_way or None,
        paper.received_on,
        paper.channel.value,
        sorts_cell(each.sorts),
        masking.name(paper.petitioners[0].name) if paper.petitioners else "",
        masking.text(paper.title, known),
        case.state.value,
        case.unit,
        case.outcome,
        case.repeat_of or None,
        case.restricted,
    )
