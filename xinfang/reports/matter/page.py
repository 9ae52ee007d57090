"""A matter 信访事项: its petitions with their sorts, who raised it (masked), who handled it, what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from ...core import masking
from ...core.case import Case
from ...core.petition import Petitioner
from ...core.table import Cell, Column, Document, Said, Table, records
from ...core.terms import Outcome
from ...rules.same_person import agreement, may_be_one
from .. import closed
from ..columns import CHANNEL, NUMBER, PETITIONER, RECEIVED_ON, STATE, TITLE, UNIT, words

OUTCOMES = words(Outcome)
COLUMNS = (
    NUMBER,
    RECEIVED_ON,
    CHANNEL,
    Column("classes", "性质"),
    Column("headcount", "人数", "number"),
    PETITIONER,
    TITLE,
    STATE,
    Column("state_since", "起", "date"),
    UNIT,
    Column("outcome", "结果", words=OUTCOMES),
    Column("repeats", "重复哪件"),
    closed.RESTRICTED,
)


class Raising(NamedTuple):
    """A petition about the matter. sealed: an accusation that is not shown to the one who looks."""

    case: Case
    sorts: tuple[Said, ...]
    sealed: bool


def matter_page(raisings: Sequence[Raising], related: Sequence[str], *, on: date) -> Document:
    """The matter as it stood on that day; the petitions in the order received. related: numbers that have to do with it."""
    cases = [each.case for each in raisings]
    first, last = cases[0], cases[-1]
    people = _people([each.case for each in raisings if not each.sealed])
    units = list(dict.fromkeys(case.unit for case in cases if case.unit))
    answered = next((case for case in reversed(cases) if case.outcome), last)
    table = _petitions(raisings)
    lines = (
        ("首次提出", f"{first.registration.received_on}（{first.number}）"),
        ("最近提出", f"{last.registration.received_on}（{last.number}）" if len(cases) > 1 else ""),
        ("信访人", f"{len(people)} 人: {'、'.join(masking.name(person.name) for person in people)}" if people else ""),
        ("办理单位", "、".join(units)),
        ("结果", f"{OUTCOMES.get(answered.outcome, answered.state.label)}（{answered.number}）"),
        ("相关件", "、".join(related)),
    )
    data = {
        "matter": first.number,
        "as_of": on.isoformat(),
        "people": len(people),
        "units": units,
        "outcome": answered.outcome,
        "related": list(related),
        "petitions": [{**row, "classes": list(each.sorts)} for row, each in zip(records(table), raisings, strict=True)],
    }
    said = tuple(f"{label}: {value}" for label, value in lines if value)
    return Document(f"信访事项 {first.number}  {_title(raisings[0])}", data, (table,), lines=said)


def sorts_cell(sorts: Sequence[Said]) -> Said:
    """The sorts of a petition: their names, and for people as offices say them."""
    return Said(",".join(sorts), "、".join(sort.word for sort in sorts))


def _petitions(raisings: Sequence[Raising]) -> Table:
    sealed = any(each.sealed for each in raisings)
    notes = (f"共 {len(raisings)} 件。", *[closed.MEANING] * sealed)
    rows = tuple(map(_row, raisings))
    return Table("信访件", COLUMNS, rows, notes=notes, key="petitions", hints=(closed.TO_SEE,) * sealed)


def _people(cases: Sequence[Case]) -> list[Petitioner]:
    """Who raised it, each once."""
    found: list[Petitioner] = []
    for case in cases:
        for person in case.registration.petitioners:
            if person.name and not may_be_one(agreement([person], found)):
                found.append(person)
    return found


def _row(raising: Raising) -> tuple[Cell, ...]:
    case = raising.case
    paper = case.registration
    people = paper.petitioners
    return (
        case.number,
        paper.received_on,
        paper.channel.value,
        sorts_cell(raising.sorts),
        paper.headcount,
        closed.SEALED if raising.sealed else masking.name(people[0].name) if people else "",
        _title(raising),
        case.state.value,
        case.state_since,
        case.unit,
        case.outcome,
        case.repeat_of or None,
        case.restricted,
    )


def _title(raising: Raising) -> str:
    if raising.sealed:
        return closed.SEALED
    return masking.text(raising.case.registration.title, masking.known_of(raising.case.people))
