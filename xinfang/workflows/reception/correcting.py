"""Correcting a registration: only the fields given are changed, each checked as at registration."""

from __future__ import annotations

from datetime import date
from typing import Any

from ...acts.correct import FIXED
from ...acts.registry import module_of
from ...acts.replay import case_of
from ...core import clean
from ...core.codec import from_data, to_data
from ...core.named import each_named
from ...core.petition import Petitioner, Registration
from ...core.terms import Channel, PersonKind, Source
from .. import clock
from ..acting.doing import Done, write
from ..desk import Desk
from ..matters.linking import must_hold_together, repeatable
from .checked_form import LINES, PARAGRAPHS, checked_id, checked_phone
from .form import Form
from .registering import unit_called

CORRECTABLE = (frozenset(Form._fields) | frozenset(FIXED)) - {
    *("accept_id", "category", "key", "petitioners", "related_to", "representatives", "route")
}
"""What may be offered for correction; the first receiver too, so that the refusal can say why not."""
TERMS = {"channel": Channel, "source": Source}
DAYS = {"received": "received_on", "report_by": "report_by", "occurred": "occurred_on"}
PERSON = ("name", "id_number", "phone", "address", "person")
RENAMED = {"from_unit": "source_unit", "involved": "involved_count"}


def correct(desk: Desk, typed: str, given: dict[str, Any], *, reason: str, accept_id: bool, on: str | None) -> Done:
    """Write down that the registration was wrong. given: field names of the register form with their right values.

    Raises NotAllowed E313 for the first receiver; BadInput as at registration.
    """
    day = clock.day(on)

    def decide(entries: Any) -> object:
        case = case_of(entries)
        changes = _changes(desk, case.registration, given, accept_id=accept_id)
        if repeated := changes.get("repeat_of"):
            changes["repeat_of"] = repeatable(desk, repeated, number=case.number)
        why = clean.line(reason, what="更正原因")
        written_on = date.fromisoformat(entries[0].recorded_at[:10])
        return module_of("correct").decide(case, changes, reason=why, own=desk.law.own, written_on=written_on, on=day)

    return write(desk, "correct", desk.number(typed), decide, allowed=must_hold_together)


def _changes(desk: Desk, registration: Registration, given: dict[str, Any], *, accept_id: bool) -> dict[str, Any]:
    """The registration's fields as they should have been."""
    changes = {
        RENAMED.get(name, DAYS.get(name, name)): _checked(desk, name, value)
        for name, value in given.items()
        if name not in PERSON
    }
    if "respondent" in changes and "respondent_unit" not in changes:
        _accused(desk, registration, changes)
    if changes.get("source_unit"):
        desk.office.unit(changes["source_unit"])
    person = {name: given[name] for name in PERSON if name in given}
    if person:
        _of_the_people(registration, person, changes, accept_id=accept_id)
    return changes


def _checked(desk: Desk, name: str, value: Any) -> Any:
    """The value of a field of the form, checked as at registration."""
    if name in DAYS:
        read = clock.day if name == "received" else clock.any_day
        return read(value).isoformat()
    if name in TERMS:
        return TERMS[name].parse(value, what="信访渠道" if name == "channel" else "来源").value
    if name in PARAGRAPHS:
        return clean.paragraph(value, what=PARAGRAPHS[name])
    if name in LINES:
        return clean.line(value, what=LINES[name])
    if name == "repeat_of":
        return desk.number(value) if value else ""
    return value


def _accused(desk: Desk, registration: Registration, changes: dict[str, Any]) -> None:
    """The unit complained of follows the respondent that is one, as at registration; a person's, once stated, stays."""
    unit = unit_called(desk, changes["respondent"])
    if unit or registration.respondent_unit == registration.respondent:
        changes["respondent_unit"] = unit


def _of_the_people(
    registration: Registration, person: dict[str, str], changes: dict[str, Any], *, accept_id: bool
) -> None:
    """The first petitioner mended, the others as they are, and how many they are by the name."""
    first, *others = registration.petitioners or (Petitioner(),)
    mended = from_data(Petitioner, {**to_data(first), **_person(person, accept_id=accept_id)})
    read = each_named((mended,))
    people = read._replace(each=(*read.each, *others))
    changes["petitioners"] = [to_data(each) for each in people.each]
    renamed = "name" in person
    count = people.headcount(changes.get("headcount")) if renamed else people.fewest
    # 张三等5人 says how many they are; 等5人以上 how many at least.
    said = renamed and people.told and not people.at_least
    if said or count > max(registration.headcount, 1 + len(others)):
        changes.setdefault("headcount", count)
    # A name or an address that is now known is no longer unknown, unless the clerk says so.
    if person.get("name"):
        changes.setdefault("anonymous", False)
    if person.get("address"):
        changes.setdefault("address_unclear", False)


def _person(given: dict[str, str], *, accept_id: bool) -> dict[str, Any]:
    mended: dict[str, Any] = {}
    if "name" in given:
        mended["name"] = clean.name(given["name"], what="姓名", required=True)
    if "id_number" in given:
        mended["id_number"], mended["id_doubtful"] = checked_id(given["id_number"], accept=accept_id)
    if "phone" in given:
        mended["phone"] = checked_phone(given["phone"])
    if "address" in given:
        mended["address"] = clean.line(given["address"], what="住址", required=True)
    if "person" in given:
        mended["kind"] = PersonKind.parse(given["person"], what="信访人类型").value
    return mended
