"""Correct 更正: the record was wrong, not the world; what was written stays in the ledger beside it."""

from datetime import date
from typing import Any, NamedTuple

from ..core import links
from ..core.case import Case
from ..core.codec import from_data, to_data
from ..core.errors import BadInput, NotAllowed
from ..core.numbers import year_of
from ..core.petition import Registration
from ..core.terms import State
from ..rules.law import NOTHING_SET, OwnRules
from . import register
from .guards import must_be_open, not_before

FIXED = {"first_unit": "首接单位", "first_officer": "首接人"}


class Corrected(NamedTuple):
    """changes: fields of Registration with their right values, in JSON types."""

    on: date
    reason: str
    changes: dict[str, Any]


def decide(
    case: Case,
    changes: dict[str, Any],
    *,
    reason: str,
    own: OwnRules = NOTHING_SET,
    written_on: date | None = None,
    on: date,
) -> Corrected:
    """The fact; of an ended petition too, but not of a registration that was retracted.

    written_on: when the registration was written down. Raises NotAllowed E313 for the first receiver, BadInput E105 where
    nothing is corrected or no reason given, E104 for a repeat of itself, E114 for a day after what followed, after the
    registration was written down or its number given, and what registering raises where the result would be no
    registration.
    """
    if case.state is State.VOID:
        must_be_open(case, on)
    for name, label in FIXED.items():
        if name in changes:
            raise NotAllowed("E313", f"{label}登记后不能更改（首接责任）。", remedy="情况说明用 xinfang note 记下")
    not_before(case, on, "received")
    changes = _real(case.registration, changes)
    if changes.get("repeat_of") == case.number:
        raise BadInput("E104", f"{case.number} 不能是它自己的重复件。", remedy="改正 --repeat-of")
    if not changes:
        raise BadInput(
            "E105", "没有写要更正什么，或者写的和原来一样。", remedy="例如 --title 新标题 或 --received 2026-03-02"
        )
    if not reason:
        raise BadInput("E105", "更正要写明原因。", remedy="加 --reason 原因")
    corrected = corrected_registration(case.registration, changes)
    register.decide(
        _as_if_whole(corrected, case.registration),
        kind=case.kind,
        own=own,
        on=max(case.registered_on, corrected.received_on),
    )
    _not_received_after(corrected.received_on, case.number, written_on)
    first = min((event.on for event in case.events if event.name not in {"received", "tasked"}), default=None)
    if first is not None and corrected.received_on > first:
        raise BadInput("E114", f"收到日 {corrected.received_on} 在后来的办理 {first} 之后。", remedy="核对日期")
    return Corrected(on, reason, changes)


def _not_received_after(day: date, number: str, written_on: date | None) -> None:
    """What has a number had come in. The registration's own day is no bound: it may have been typed as wrong as this one."""
    anew = f"登记的是另一件的: xinfang retract {number} --act register --reason 原因，再重新登记"
    if written_on and day > written_on:
        raise BadInput("E114", f"收到日 {day} 在登记记入台账之日 {written_on} 之后。", remedy=f"核对日期；{anew}")
    year = year_of(number)
    if day.year > year:
        raise BadInput("E114", f"{number} 是{year}年编的号，收到日不会是 {day}。", remedy=f"核对日期；{anew}")


def _as_if_whole(mended: Registration, written: Registration) -> Registration:
    """The registration for the guard: an imported ledger may have no addresses, and other fields can be mended still."""
    lacking = written.notice_owed and not any(person.address for person in written.petitioners)
    if lacking and not any(person.address for person in mended.petitioners):
        return mended._replace(address_unclear=True)
    return mended


def _real(registration: Registration, changes: dict[str, Any]) -> dict[str, Any]:
    """The changes that change anything."""
    mended = to_data(from_data(Registration, {**to_data(registration), **changes}))
    written = to_data(registration)
    return {name: value for name, value in changes.items() if mended.get(name) != written.get(name)}


def corrected_registration(registration: Registration, changes: dict[str, Any]) -> Registration:
    """The registration with the changes made."""
    mended = from_data(Registration, {**to_data(registration), **changes})
    return mended._replace(first_unit=registration.first_unit, first_officer=registration.first_officer)


def apply(case: Case, fact: Corrected) -> Case:
    """The case as if it had been written down rightly: time limits run from the right day."""
    registration = corrected_registration(case.registration, fact.changes)
    later = tuple(event for event in case.events if event.name not in {"received", "tasked"})
    since = registration.received_on if case.state_since == case.registration.received_on else case.state_since
    known = case.registration.petitioners
    former = tuple(person for person in known if person not in registration.petitioners)
    return case._replace(
        links=_links(case, registration),
        former=(*case.former, *former),
        registration=registration,
        state_since=since,
        events=(*register.beginning(registration), *later),
    )


def _links(case: Case, registration: Registration) -> links.Links:
    """What the registration now states, in place of what it stated before; links made since stay."""
    stated = links.registered(case.registration.repeat_of, case.registration.received_on)
    return (*links.registered(registration.repeat_of, registration.received_on), *case.links[len(stated) :])
