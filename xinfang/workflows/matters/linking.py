"""Linking petitions and taking them apart again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from ...acts.registry import module_of
from ...acts.replay import case_of
from ...core import clean
from ...core import links as links_of
from ...core.case import Case
from ...core.entry import Entry
from ...core.links import Relation
from ...core.terms import State
from ...reports.matter.candidate_lines import stated
from ...rules.same_person import agreement, may_be_one
from ...store.queries import links
from .. import clock
from ..acting.doing import Done, write
from ..desk import Desk


class Origin(NamedTuple):
    """What a petition repeats in the end: the first of its matter. chain: the numbers on the way to it."""

    first: str
    received_on: date
    chain: tuple[str, ...]


def origin_of(desk: Desk, number: str) -> Origin:
    """The first petition about the matter of the one of that number; itself where it repeats nothing."""
    chain = links.chain(desk.connection, number, on=clock.today())
    first = chain[-1] if chain else number
    return Origin(first, desk.case(first).registration.received_on, tuple(chain))


def repeatable(desk: Desk, earlier: str, *, number: str = "") -> str:
    """What a registration that names `earlier` is linked to: the first petition of that matter.

    number: the petition's own, if it has one yet. Raises NotAllowed E323 where `earlier` repeats it or was retracted.
    """
    must_be_registered(desk, earlier)
    origin = origin_of(desk, earlier)
    module_of("link").must_not_go_round(number, earlier, origin.chain)
    return origin.first


def repeatable_by(desk: Desk, earlier: str, *, day: date) -> str:
    """The same for what is registered as received on that day; `earlier` itself where its matter's first came in later.

    Raises NotAllowed E323 where `earlier` came in later too.
    """
    first = repeatable(desk, earlier)
    if desk.case(first).registration.received_on <= day:
        return first
    remedy = f"先按初次登记（--repeat-of none），再倒过来记: xinfang link {earlier} --to 新编号"
    received_on = desk.case(earlier).registration.received_on
    module_of("link").must_be_earlier(day, earlier, received_on, remedy=remedy)
    return earlier


def must_hold_together(desk: Desk, before: Case, after: Case) -> None:
    """Whatever changed what a petition repeats, or when it came in: as if it were linked now.

    A correction states another earlier petition or another day; of an unlinking taken back the link stands again.
    Raises NotAllowed E323 where `link` would. What an older version let through stays, and may be taken apart.
    """
    was, now = (links_of.standing(case.links, Relation.REPEAT) for case in (before, after))
    moved = after.registration.received_on != before.registration.received_on
    if after.state is State.VOID:
        return
    number, day, rule = after.number, after.registration.received_on, module_of("link")
    rule.must_be_of_one_matter(number, after.links, before.links)
    if not (moved or set(now) - set(was)):
        return
    for earlier in now:
        if earlier not in was:
            must_be_registered(desk, earlier)
            rule.must_not_go_round(number, earlier, origin_of(desk, earlier).chain)
        if earlier not in was or moved:
            apart = f"先 xinfang unlink {number} --from {earlier} --reason 原因" if earlier in was else ""
            received_on = desk.case(earlier).registration.received_on
            rule.must_be_earlier(day, earlier, received_on, number=number, remedy=apart)
    if moved and (repeat := links.first_repeat(desk.connection, number, on=clock.today())):
        apart = f"先 xinfang unlink {repeat.number} --from {number} --reason 原因"
        rule.must_be_earlier(repeat.received_on, number, day, number=repeat.number, remedy=apart)


def must_be_registered(desk: Desk, earlier: str) -> None:
    """Raises NotAllowed E323 where the registration of `earlier` was retracted."""
    module_of("link").must_be_registered(earlier, _retracted_on(desk, earlier))


def _retracted_on(desk: Desk, number: str) -> date | None:
    case = desk.case(number)
    return case.state_since if case.state is State.VOID else None


def link(desk: Desk, typed: str, *, to: str, relation: Relation, reason: str, on: str | None) -> Done:
    """Write down that the petition repeats, or has to do with, an earlier one.

    A repeat is linked to the first petition of the matter, whichever of its petitions was named.
    """
    day = clock.day(on)
    earlier = desk.number(to)
    number = desk.number(typed)
    target = earlier

    def decide(entries: Sequence[Entry]) -> object:
        nonlocal target
        case = case_of(entries)
        details: dict[str, Any] = {"relation": relation, "reason": clean.line(reason, what="理由")}
        details["retracted_on"] = _retracted_on(desk, earlier)
        if relation is Relation.REPEAT:
            origin = origin_of(desk, earlier)
            target = earlier if number in (earlier, *origin.chain) else origin.first
            repeated = links_of.standing(case.links, relation)
            came_in = {each: desk.case(each).registration.received_on for each in repeated}
            details |= {"chain": origin.chain, "received_on": origin.received_on, "came_in": came_in}
        return module_of("link").decide(case, target, on=day, **details)

    done = write(desk, "link", number, decide)
    said = told_of(desk, done.case, target, relation, named=earlier)
    return done._replace(lines=(done.lines[0], *said, *done.lines[1:]), more=partial(_repeated, done.case))


def _repeated(case: Case) -> Mapping[str, object]:
    """What scripts are told besides: they named any petition of the matter, and it is linked to the first."""
    return {"repeat_of": case.repeat_of}


def told_of(desk: Desk, case: Case, target: str, relation: Relation, *, named: str) -> tuple[str, ...]:
    """What a receipt says of a link that the clerk asked for. named: the petition that the clerk named."""
    noted = _of_others(case, desk.case(target)) if relation is Relation.REPEAT else ()
    return (stated(case.number, named, target, relation), *noted)


def _of_others(case: Case, first: Case) -> tuple[str, ...]:
    """A repeat is the same person's: where both say who wrote and nobody is the same, the clerk is told.

    Nothing is said of accusations: who wrote them is not for everybody.
    """
    people, others = case.registration.petitioners, first.registration.petitioners
    closed = any(each.restricted or each.registration.confidential for each in (case, first))
    if closed or not people or not others or may_be_one(agreement(people, others)):
        return ()
    instead = f"xinfang link {case.number} --to {first.number} --as related"
    return (f"  两件没有相同的信访人，重复件是同一信访人的；不同的人提出的，改记相关件: {instead}",)


def unlink(desk: Desk, typed: str, *, earlier: str, reason: str, on: str | None) -> Done:
    """Write down that the two do not belong together."""
    day = clock.day(on)
    target = desk.number(earlier)

    def decide(entries: Sequence[Entry]) -> object:
        case = case_of(entries)
        return module_of("unlink").decide(case, target, reason=clean.line(reason, what="理由"), on=day)

    done = write(desk, "unlink", desk.number(typed), decide)
    return done._replace(more=partial(_repeated, done.case))
