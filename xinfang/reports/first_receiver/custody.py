"""The way of a petition from unit to unit: who had it how many days, who signed for it, who gave it back.

By how it stood at the end of each day, but for objections: one that is settled on its day is the unit's right all the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby, pairwise
from typing import Literal, NamedTuple

from ...core.report_rows import ObjectionRow, Receiver, SpellRow
from ...core.terms import ENDED, State

AWAY = frozenset({State.FORWARDED, State.ASSIGNED})
WITH_OTHERS = frozenset(
    {State.OBJECTED, State.DISPUTED, State.SERVED}
    | {State.REVIEWING, State.REVIEWED, State.REVIEW_SERVED, State.RECHECKING, State.RECHECKED, State.RECHECK_SERVED}
)
"""Nobody's days of holding: it waits for the sender, for the superior, or for the petitioner to make up his mind."""
NOT_LANDED = frozenset({State.REGISTERED, State.OBJECTED, State.DISPUTED})
"""没有着落: nobody has taken it up. What was sent on has landed once it is signed for, and has still when that unit has
told the petitioner (Case.told_elsewhere)."""
SIGNED_FOR = AWAY | {State.INFORMED}
"""Landed or not by whether the unit has signed; what the office itself told the petitioner no unit has signed for."""
UNHEARD_OF = AWAY | ENDED | {State.REGISTERED, State.INFORMED}
"""Nothing was heard of the unit it was sent to: what was closed because it had been sent on is not known to have arrived."""
BACK_AND_FORTH = 2
"""From how many times it is 交来交去."""
_STATES = {state.value: state for state in State}
GaveBack = Literal["agreed", "refused", "waiting", "unasked"]
"""An objection 异议 that was agreed to, refused or is not settled yet; given back without one."""


class Stay(NamedTuple):
    """Days with one unit. unsigned: those in which it had been sent there and not been signed for.

    officers: of those it held it, by whom.
    """

    unit: str
    held: int
    unsigned: int
    officers: Mapping[str, int]


class HandOver(NamedTuple):
    """Gone over to a unit. sent: forwarded or assigned to it, so that it has to sign (第二十三条第三款); what the office
    accepted for it has only changed hands. signed_after: days until it signed 签收, None if it never did.

    taken_up: it accepted or answered it, or objected.
    """

    to: str
    sent: bool
    signed_after: int | None
    taken_up: bool


class Course(NamedTuple):
    """What became of one petition between the day it was received and the end of the period."""

    number: str
    receiver: Receiver
    received_on: date
    stays: tuple[Stay, ...]
    handed_over: tuple[HandOver, ...]
    given_back: tuple[tuple[str, GaveBack], ...]
    """By which unit, and how."""
    state: State
    unit: str
    landed: bool

    @property
    def back_and_forth(self) -> bool:
        """交来交去: given back or objected to twice or more. An objection and the return it leads to are one."""
        return len(self.given_back) >= BACK_AND_FORTH


class _Spell(NamedTuple):
    since: date
    until: date
    """The first day after it, or after the period."""
    state: State
    unit: str
    signed: bool
    sent: bool
    officer: str = ""
    settled: tuple[tuple[str, GaveBack], ...] = ()
    """Objections of its first day that stood no more when that was over: whose, and what became of each."""

    @property
    def days(self) -> int:
        return (self.until - self.since).days


def courses(rows: Iterable[SpellRow], objections: Iterable[ObjectionRow], until: date) -> Iterator[Course]:
    """One course for each petition; rows: those of one petition after the other, up to `until`, the last day that counts.

    objections: of each petition in their order.
    """
    raised: dict[tuple[int, str], list[ObjectionRow]] = {}
    for row in objections:
        raised.setdefault((row.petition, row.on_day), []).append(row)
    for petition, found in groupby(rows, key=lambda row: row.petition):
        spells = list(found)
        stood = (_within_the_day(_spell(row, until), raised.get((petition, row.since), ())) for row in spells)
        yield _course(spells[0], [*_begun(spells[0]), *stood])


def _begun(first: SpellRow) -> Iterator[_Spell]:
    """With its first receiver, for no day where it was sent on the day it came in."""
    if first.unit != first.first_unit:
        since = date.fromisoformat(first.since)
        yield _Spell(since, since, State.REGISTERED, first.first_unit, signed=False, sent=False)


def _spell(row: SpellRow, last: date) -> _Spell:
    end = date.fromordinal(last.toordinal() + 1)
    until = min(date.fromisoformat(row.until), end) if row.until else end
    return _Spell(
        *(date.fromisoformat(row.since), until, _STATES[row.state], row.unit),
        *(bool(row.acknowledged), bool(row.sent), row.officer),
    )


def _within_the_day(spell: _Spell, raised: Sequence[ObjectionRow]) -> _Spell:
    """The spell with what of these, the objections of its first day and how they were settled, did not last that day."""
    settled: list[tuple[str, GaveBack]] = []
    for place, row in enumerate(raised):
        if row.event != "objected":
            continue
        followed = raised[place + 1].event if place + 1 < len(raised) else ""
        if followed == "objection-refused":
            settled.append((row.unit, "refused"))
        elif followed or row.unit != spell.unit or spell.state is State.RETURNED:
            settled.append((row.unit, "agreed"))
        elif spell.state is not State.OBJECTED:
            settled.append((row.unit, "waiting"))
    return spell._replace(settled=tuple(settled))


def _course(first: SpellRow, spells: Sequence[_Spell]) -> Course:
    with_units = [list(found) for _, found in groupby(spells, key=lambda spell: spell.unit)]
    last = spells[-1]
    handed_over, given_back = _moves(with_units)
    return Course(
        first.number,
        (first.first_unit, first.first_officer),
        spells[0].since,
        tuple(_stay(found, sent=place > 0) for place, found in enumerate(with_units)),
        handed_over,
        (*_objections(spells), *given_back),
        last.state,
        last.unit,
        last.signed if last.state in SIGNED_FOR else last.state not in NOT_LANDED,
    )


def _stay(spells: Sequence[_Spell], *, sent: bool) -> Stay:
    held = unsigned = 0
    officers: Counter[str] = Counter()
    for spell in spells:
        if spell.state in ENDED or spell.state in WITH_OTHERS:
            continue
        if sent and spell.state in AWAY and not spell.signed:
            unsigned += spell.days
        else:
            held += spell.days
            officers[spell.officer] += spell.days
    return Stay(spells[0].unit, held, unsigned, officers)


def _moves(with_units: Sequence[Sequence[_Spell]]) -> tuple[tuple[HandOver, ...], tuple[tuple[str, GaveBack], ...]]:
    """What was sent on, and what went back to a unit it had come from without an objection.

    way: the units it has come by. What goes back shortens it, so that sending it out once more is no going back.
    """
    way = [with_units[0][0].unit]
    handed_over: list[HandOver] = []
    given_back: list[tuple[str, GaveBack]] = []
    for place, (before, now) in enumerate(pairwise(with_units), start=2):
        left, unit = before[-1], now[0].unit
        agreed = left.state is State.OBJECTED or (left.unit, "agreed") in now[0].settled
        if unit in way:
            way = way[: way.index(unit) + 1]
            if not agreed and left.state is not State.DISPUTED:
                given_back.append((left.unit, "unasked"))
            continue
        if agreed and len(way) > 1:
            way.pop()  # its objection was agreed to, and on the same day it was sent to the right one
        way.append(unit)
        # What it objects to on the day on which it gives it back stands in the next unit's first day.
        seen = (*now, *(spell for found in with_units[place : place + 1] for spell in found[:1]))
        handed_over.append(_hand_over(now, objected=any(whose == unit for each in seen for whose, _ in each.settled)))
    return tuple(handed_over), tuple(given_back)


def _hand_over(spells: Sequence[_Spell], *, objected: bool) -> HandOver:
    """objected: with an objection that was settled on its day."""
    signed = next((spell.since for spell in spells if spell.signed), None)
    taken_up = objected or any(spell.state not in UNHEARD_OF for spell in spells)
    # By the day on which it came: what is assigned to the unit that has it already is no 转手, and its days of signing
    # would run from the acceptance.
    return HandOver(spells[0].unit, spells[0].sent, (signed - spells[0].since).days if signed else None, taken_up)


def _objections(spells: Sequence[_Spell]) -> Iterator[tuple[str, GaveBack]]:
    """Each objection, by how it was settled: agreed to when the petition left the unit or went back where it came from."""
    for spell in spells:
        yield from spell.settled
    stretches = [list(found) for _, found in groupby(spells, key=lambda s: (s.unit, s.state is State.OBJECTED))]
    for place, found in enumerate(stretches):
        if found[0].state is not State.OBJECTED:
            continue
        after = stretches[place + 1][0] if place + 1 < len(stretches) else None
        if after is not None and (after.unit != found[0].unit or after.state is State.RETURNED):
            yield found[0].unit, "agreed"
        elif after is None or after.state is State.DISPUTED or after.state in ENDED:
            yield found[0].unit, "waiting"
        else:
            yield found[0].unit, "refused"
