"""At registration: what the person has already, and which of it the petition repeats."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ...core.case import Case
from ...core.links import Relation
from ...core.petition import Registration
from ..acting.doing import Done
from ..desk import Desk
from ..earlier_people import may_be_of_same_person, of_same_person
from .form import Form

if TYPE_CHECKING:
    from ...reports.matter.candidate_lines import Candidate

AUTO, FIRST = "auto", "none"
"""What --repeat-of takes besides a number: look for it, and: there is none."""
SHOWN_AT_MOST = 9
Earlier = Callable[[], list[dict[str, object]]]
"""Asks for what scripts are told of other petitions."""
NONE_FOUND = "  没有找到同一信访人同一事项的信访件，按初次登记"
ONLY_RELATED = "  按您写的只记相关件，按初次登记"


class Found(NamedTuple):
    """An earlier petition of the same person, and what there is to say of it."""

    number: str
    line: str


def to_choose_from(desk: Desk, registration: Registration) -> list[Found]:
    """What the same person has already, the likeliest to be about the same matter first."""
    from ...reports.matter.candidate_lines import line

    return [Found(each.number, line(each)) for each in compared(desk, registration)[:SHOWN_AT_MOST]]


def compared(desk: Desk, registration: Registration, *, but: str = "") -> list[Candidate]:
    """The same, all of them with what makes them alike. but: its own number, once it has one."""
    from ..matters.earlier import candidates

    return candidates(desk, registration, but=but)


def likeliest(others: Sequence[Candidate]) -> Candidate | None:
    """Of these the likeliest about the same matter.

    Nothing of who has another ID number, nor of a namesake with another telephone or in another town.
    """
    from ...rules.same_person import speaks_against

    return next((each for each in others if each.likeness.same and not speaks_against(each.signs)), None)


def with_earlier(
    desk: Desk, done: Done, form: Form, repeated: Candidate | None, others: Sequence[Candidate] | None
) -> Done:
    """The receipt, saying also what the petition repeats or, where nobody said, what else the person has.

    others: what it was compared with, where it was.
    """
    lines, earlier = _earlier(desk, done, form, repeated, others)
    hints, later = _later(desk, done.case, form)
    return done._replace(
        lines=(*done.lines, *lines, *hints), more=lambda: receipt_fields(done.case, earlier(), later())
    )


def receipt_fields(
    case: Case, earlier: Sequence[Mapping[str, object]] = (), later: Sequence[Mapping[str, object]] = ()
) -> Mapping[str, object]:
    """What a receipt tells scripts of it. earlier, later: what was found of what came in before it, and after it."""
    return {"repeat_of": case.repeat_of, "earlier": list(earlier), "later": list(later)}


def _later(desk: Desk, case: Case, form: Form) -> tuple[tuple[str, ...], Earlier]:
    """Of what was taken down late: the same person's petitions that came in meanwhile, which may repeat it."""
    day = case.registration.received_on
    if day >= case.registered_on or form.repeat_of not in ("", AUTO):
        return (), list
    found = of_same_person(desk, case.registration, but=case.number, later=True)
    if not found:
        return (), list
    from ...reports.matter.candidate_lines import known_data, later_hints

    return tuple(later_hints(case.number, day, found)), lambda: list(map(known_data, found))


def _earlier(
    desk: Desk, done: Done, form: Form, repeated: Candidate | None, others: Sequence[Candidate] | None
) -> tuple[tuple[str, ...], Earlier]:
    """What the receipt says, and what scripts are told: of all that was found, where people are shown a few."""
    case = done.case
    if repeated:
        from ...reports.matter.candidate_lines import data, linked

        return linked(case, repeated), lambda: [data(repeated)]
    asked_for = tuple(_asked_for(desk, case, form))
    if form.repeat_of not in ("", AUTO):
        return asked_for, list
    if others is None:
        others = _others(desk, case)
    lines = asked_for
    if form.repeat_of == AUTO:
        # What is likely to be the same matter and is not repeated all the same is what the clerk called related.
        lines = (ONLY_RELATED if likeliest(others) else NONE_FOUND, *asked_for)
    if not others:
        return lines, list
    from ...reports.matter.candidate_lines import data, hints

    return (*lines, *hints(case.number, others)), lambda: [data(each) for each in others]


def _others(desk: Desk, case: Case) -> list[Candidate]:
    """What else the person has. Most people have nothing, and then no text is read."""
    if not may_be_of_same_person(desk, case.registration, but=case.number):
        return []
    return compared(desk, case.registration, but=case.number)


def _asked_for(desk: Desk, case: Case, form: Form) -> Iterator[str]:
    """What the clerk said that the petition repeats or has to do with."""
    if form.related_to or form.repeat_of not in ("", AUTO, FIRST):
        from ..matters.linking import told_of

        if form.repeat_of not in ("", AUTO, FIRST):
            yield from told_of(desk, case, case.repeat_of, Relation.REPEAT, named=desk.number(form.repeat_of))
        if form.related_to:
            related = desk.number(form.related_to)
            yield from told_of(desk, case, related, Relation.RELATED, named=related)
